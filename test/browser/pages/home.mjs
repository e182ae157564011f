import assert from 'node:assert/strict';
import { desktop } from '../kit/browser.mjs';
import { until } from '../kit/checks.mjs';
import { startMock } from '../kit/mock-api.mjs';
import { assertContrast, assertNoSidewaysScroll, visit } from '../kit/visitor.mjs';

/** Sign-in, what is owed, the board and the training clock, against the stand-in. */
export async function homeChecks({ check }, browser, pictures) {
  const as = async (token, body, { prepare = () => {}, device = desktop } = {}) => {
    const mock = await startMock();
    prepare(mock);
    const visitor = await visit(browser, device, `${mock.address}/dang-nhap#${token}`);
    try {
      await body({ mock, ...visitor });
      assert.deepEqual(visitor.complaints, []);
    } finally {
      await visitor.context.close();
      await mock.stop();
    }
  };
  const heading = (page, name) => page.getByRole('heading', { name });

  await check('sign-in: a link works once, its secret leaves the address', () =>
    as('official', async ({ mock, page }) => {
      await heading(page, 'Việc phải nộp').waitFor();
      assert.equal(page.url(), `${mock.address}/`);
      assert.deepEqual(mock.signIns, ['official']);
      await page.getByRole('button', { name: 'Đăng xuất' }).click();
      await page.getByText('Đề nghị đồng chí mở liên kết đăng nhập').waitFor();
    }),
  );

  await check('sign-in: a used link says so and how to get another', () =>
    as('cu', async ({ mock, page }) => {
      await page.getByText('Liên kết đăng nhập đã dùng hoặc đã hết hạn.').waitFor();
      await page.getByText('xin liên kết mới').waitFor();
      assert.equal(page.url(), `${mock.address}/dang-nhap`);
      // The next link in the same tab changes nothing but the fragment.
      await page.goto(`${mock.address}/dang-nhap#official`);
      await heading(page, 'Việc phải nộp').waitFor();
    }),
  );

  await check('owed: urgency first, last day in both readings, progress and clause', () =>
    as('official', async ({ page }) => {
      const rows = page.locator('#owed ~ .resource .row');
      await rows.first().waitFor();
      assert.equal(await rows.count(), 4);
      const first = rows.first();
      await first.getByText('hạn cuối 29/06/2027 (trước ngày 30/06/2027)').waitFor();
      await first.getByText('chậm 4 ngày').waitFor();
      await first.getByText('Đã trả lời 4/9').waitFor();
      await first.getByText('Chi tiết').click();
      await first.getByText('trước ngày 30/6 hằng năm').waitFor();
      await rows.nth(1).getByText('đã gia hạn, hạn ban đầu 30/06/2027').waitFor();
      await page.getByLabel('Đã xong').check();
      await until(async () => (await rows.count()) === 1, 'one settled row');
    }),
  );

  await check('owed: a failed answer is a sentence with a way to try again', () =>
    as(
      'official',
      async ({ mock, page }) => {
        await page.getByText('Hệ thống gặp lỗi, đã được ghi lại.').waitFor();
        mock.fail.set('/api/obligations', 'drop');
        await page.getByRole('button', { name: 'Thử lại' }).click();
        await page.getByText('Chưa kết nối được với máy chủ').waitFor();
        mock.fail.clear();
        await page.getByRole('button', { name: 'Thử lại' }).click();
        await page.getByText('chậm 4 ngày').waitFor();
        assert.equal(await page.getByRole('button', { name: 'Thử lại' }).count(), 0);
      },
      { prepare: (mock) => mock.fail.set('/api/obligations', 500) },
    ),
  );

  await check('owed: of a long list the first rows are drawn, a unit is found without diacritics', () =>
    as('supervisor', async ({ page }) => {
      await page.getByLabel('Cấp dưới').check();
      const rows = page.locator('#owed ~ .resource .row');
      await until(async () => (await rows.count()) === 40, '40 rows');
      await page.getByRole('button', { name: 'Xem thêm 40 dòng' }).click();
      assert.equal(await rows.count(), 80);
      await page.getByLabel('Tìm theo đơn vị hoặc tên việc').fill('dong quang 5');
      await until(async () => (await rows.count()) > 0 && (await rows.count()) < 5, 'few rows');
    }),
  );

  await check('targets: what differs is adopted with one press, or kept with a reason', () =>
    as(
      'official',
      async ({ mock, page }) => {
        await heading(page, 'Chỉ tiêu cần điều chỉnh 2').waitFor();
        if (pictures) await page.screenshot({ path: `${pictures}/targets.png`, fullPage: true });
        await assertContrast(page);
        const rows = page.locator('#rebaselines ~ .rows .row');
        const revenue = rows.filter({ hasText: 'Tổng thu ngân sách' });
        await revenue.getByText('Đã quyết nghị: 30 (Nghị quyết 12/NQ-HĐND)').waitFor();
        await revenue.getByRole('button', { name: 'Giữ nguyên và nêu lý do' }).click();
        await revenue.getByRole('button', { name: 'Ghi lại' }).click();
        await revenue.getByText('Đề nghị nêu lý do giữ nguyên.').waitFor();
        await revenue.getByLabel('Lý do giữ nguyên').fill('Một doanh nghiệp lớn dời đi');
        await revenue.getByRole('button', { name: 'Ghi lại' }).click();
        await page.getByText('Đã ghi giữ nguyên: Tổng thu ngân sách nhà nước trên địa bàn.').waitFor();
        await page.getByRole('button', { name: 'Điều chỉnh bằng mức giao: 97' }).click();
        await page.getByText(/^Đã ghi mức điều chỉnh/).waitFor();
        await until(async () => (await rows.count()) === 0, 'no question left');
        assert.deepEqual(mock.rebaselineAnswers, [
          { id: 'b1', keep: 'Một doanh nghiệp lớn dời đi' },
          { id: 'b2', adopt: '97' },
        ]);
      },
      {
        prepare: (mock) => {
          const asked = { unitName: 'Xã Vạn Thắng', planYear: 2028, assignedBy: 'Quyết định 99/QĐ-UBND' };
          const resolvedBy = 'Nghị quyết 12/NQ-HĐND';
          mock.rebaselines = [
            {
              ...asked,
              resolvedBy,
              id: 'b1',
              label: 'Tổng thu ngân sách nhà nước trên địa bàn',
              assigned: '33.5',
              resolved: '30',
            },
            { ...asked, resolvedBy, id: 'b2', label: 'Tỷ lệ rác thải được thu gom', assigned: '97', resolved: '95' },
          ];
        },
      },
    ),
  );

  await check('board: by keyboard alone, from the link to a promise', () =>
    as('supervisor', async ({ mock, page }) => {
      await heading(page, 'Cần đồng chí xử lý').waitFor();
      const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '');
      const tabTo = async (text) => {
        for (let at = 0; at < 60; at += 1) {
          await page.keyboard.press('Tab');
          if ((await focused()).includes(text)) return;
        }
        throw new Error(`the Tab key never came to: ${text}`);
      };
      await tabTo('Đã gửi 3 tin nhắc, 1 tin chưa tới được');
      await page.keyboard.press('Enter');
      await page.getByText('Nhắc trước 7 ngày, Telegram, đã gửi').waitFor();
      await tabTo('Ghi ngày cam kết: Dự thảo kế hoạch cấp xã (vòng 1), Xã Cam Thượng');
      await page.keyboard.press('Enter');
      // The form takes the focus; the day is typed as this browser shows it, month first.
      await page.keyboard.press('Enter');
      await page.getByText('Đề nghị chọn ngày.').waitFor();
      await page.keyboard.type('07052027');
      await page.getByText('Ngày 05/07/2027.').waitFor();
      await until(async () => {
        await page.keyboard.press('Tab');
        return page.evaluate(
          () => document.activeElement instanceof HTMLInputElement && document.activeElement.type === 'text',
        );
      }, 'the note');
      await page.keyboard.type('đã gọi điện cho xã');
      await page.keyboard.press('Enter');
      await page.getByText('Đã ghi cam kết ngày 05/07/2027.').waitFor();
      assert.deepEqual(mock.promises, [{ obligation: 'e1', promisedOn: '2027-07-05', note: 'đã gọi điện cho xã' }]);
      await page.getByText('Cam kết ngày 05/07/2027, Trần Văn Bình').first().waitFor();
      assert.match(await focused(), /^Ghi ngày cam kết/);
    }),
  );

  await check('board: an extension past the own due is asked about, then granted', () =>
    as('supervisor', async ({ mock, page }) => {
      const row = page.locator('#escalations ~ .rows .row').first();
      await row.getByRole('button', { name: 'Gia hạn' }).click();
      await row.getByLabel('Ngày cuối được nộp').fill('2027-07-12');
      await row.getByText('Hạn cuối 12/07/2027, tức là trước ngày 13/07/2027.').waitFor();
      await row.getByLabel('Lý do').fill('bão số 3');
      await row.getByRole('button', { name: 'Cho gia hạn' }).click();
      await row.getByText('Nếu vẫn gia hạn, đề nghị xác nhận.').waitFor();
      await row.getByRole('button', { name: 'Vẫn gia hạn' }).click();
      await page.getByText('Đã gia hạn, hạn cuối mới 12/07/2027.').waitFor();
      const asked = { obligation: 'e1', dueOn: '2027-07-13', reason: 'bão số 3' };
      assert.deepEqual(mock.extensions, [asked, { ...asked, confirmed: true }]);
    }),
  );

  await check('training: the clock runs with a sign of life, then everything is asked for anew', () =>
    as('supervisor', async ({ mock, page }) => {
      await page.getByText('Ngày tập huấn 03/07/2027').waitFor();
      await page.getByRole('button', { name: 'Thêm 7 ngày' }).click();
      await page.locator('.running progress').waitFor();
      assert.ok(await page.getByRole('button', { name: 'Thêm 1 ngày' }).isDisabled());
      await page.getByText('Đã tới ngày 10/07/2027, gửi 12 tin nhắc.').waitFor();
      await page.getByText('Tình hình đến ngày 10/07/2027').waitFor();
      await page.getByLabel('Tới ngày').fill('2027-07-20');
      await page.getByRole('button', { name: 'Chuyển' }).click();
      await page.getByText('Ngày tập huấn 20/07/2027').waitFor();
      assert.equal(mock.today, '2027-07-20');
    }),
  );

  await check('training: whoever may not move the clock sees its day only', () =>
    as('official', async ({ page }) => {
      await page.getByText('Ngày tập huấn 03/07/2027').waitFor();
      assert.equal(await page.getByRole('button', { name: 'Thêm 1 ngày' }).count(), 0);
    }),
  );

  await check('board: the workbook of a roll-up is a link', () =>
    as('supervisor', async ({ page }) => {
      const link = page.getByRole('link', { name: 'Tải M3 (Excel)' });
      assert.equal(
        await link.getAttribute('href'),
        '/api/rollups/d1/workbook?planYear=2028&milestone=r1-commune&form=m3-district',
      );
      await page.getByText('28/31 đơn vị đã nộp').waitFor();
    }),
  );

  await check('home: at 360 and 1280 px nothing scrolls sideways, contrast is enough by day and by night', () =>
    as('supervisor', async ({ page }) => {
      await page.locator('#late ~ .rows summary').first().click();
      await page.getByRole('button', { name: 'Gia hạn' }).first().click();
      await page.getByText('Đã gửi 3 tin nhắc').click();
      await page.locator('#owed ~ .resource .row').first().waitFor();
      for (const width of [1280, 360]) {
        for (const colorScheme of ['light', 'dark']) {
          await page.setViewportSize({ width, height: 800 });
          await page.emulateMedia({ colorScheme });
          await assertNoSidewaysScroll(page);
          await assertContrast(page);
          if (pictures)
            await page.screenshot({ path: `${pictures}/board-${width}-${colorScheme}.png`, fullPage: true });
        }
      }
    }),
  );

  await check('home: English is one press away and stays', () =>
    as('official', async ({ page }) => {
      await page.getByRole('button', { name: 'English' }).click();
      await heading(page, 'What is owed').waitFor();
      await page.reload();
      await heading(page, 'What is owed').waitFor();
      assert.equal(await page.locator('html').getAttribute('lang'), 'en');
    }),
  );
}
