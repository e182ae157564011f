import assert from 'node:assert/strict';
import { assertAccessible } from '../kit/axe.mjs';
import { desktop } from '../kit/browser.mjs';
import { until } from '../kit/checks.mjs';
import { startMock } from '../kit/mock-api.mjs';
import { assertContrast, assertNoSidewaysScroll, visit } from '../kit/visitor.mjs';

/** The list of forms and the page of one, as an admin meets them. */
export async function formsChecks({ check }, browser, pictures) {
  const at = async (path, body, { token = 'admin', prepare = () => {} } = {}) => {
    const mock = await startMock();
    prepare(mock);
    const visitor = await visit(browser, desktop, `${mock.address}/dang-nhap#${token}`);
    try {
      await visitor.page.getByRole('button', { name: 'Đăng xuất' }).waitFor();
      await visitor.page.goto(`${mock.address}${path}`);
      await body({ mock, ...visitor });
      assert.deepEqual(visitor.complaints, []);
    } finally {
      await visitor.context.close();
      await mock.stop();
    }
  };
  const heading = (page, name) => page.getByRole('heading', { name });

  await check('forms: an admin comes to the list from the head of every page, others do not', async () => {
    await at('/', async ({ page, mock }) => {
      await page.getByRole('link', { name: 'Biểu mẫu' }).click();
      await page.getByRole('heading', { name: 'Cấp xã', exact: true }).waitFor();
      assert.equal(page.url(), `${mock.address}/bieu-mau`);
    });
    await at(
      '/',
      async ({ page }) => {
        await heading(page, 'Việc phải nộp').waitFor();
        assert.equal(await page.getByRole('link', { name: 'Biểu mẫu' }).count(), 0);
      },
      { token: 'official' },
    );
  });

  await check('forms: the list says version, use and draft, by level', () =>
    at('/bieu-mau', async ({ page }) => {
      const first = page.locator('.form-row', { hasText: 'm3-commune' });
      await first.getByText('Phiên bản 3').waitFor();
      await first.getByText('37 báo cáo đang làm').waitFor();
      await first.getByText('Bản nháp: 12 thay đổi, chưa kiểm tra').waitFor();
      await first.getByText('Dự thảo kế hoạch cấp xã (vòng 1)').waitFor();
      assert.deepEqual(await page.locator('.forms h2').allTextContents(), ['Cấp huyện', 'Cấp xã']);
    }),
  );

  await check('forms: words without diacritics, level, round and retired forms narrow the list, by keyboard', () =>
    at('/bieu-mau', async ({ page }) => {
      const shown = page.locator('.form-row');
      await until(async () => (await shown.count()) === 3, 'three forms in use');
      await page.getByLabel('Tìm theo tên hoặc mã biểu').focus();
      await page.keyboard.type('theo doi');
      await until(async () => (await shown.count()) === 1, 'one form');
      await page.keyboard.press('ControlOrMeta+a');
      await page.keyboard.press('Delete');
      await page.getByRole('combobox', { name: 'Vòng' }).focus();
      await page.keyboard.press('ArrowDown');
      await page.getByRole('option').first().waitFor({ state: 'attached' });
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await until(async () => (await shown.count()) === 1, 'the form of round 2');
      await page.getByText('1/4 biểu').waitFor();
      await page.reload();
      await page.getByLabel('Cả biểu đã ngừng dùng').check();
      await page.getByText('Đã ngừng dùng từ 01/06/2027').waitFor();
      await heading(page, 'Nhiều cấp hoặc chưa giao').waitFor();
    }),
  );

  await check('form: versions say who, when and why, and any two are compared in sentences', () =>
    at('/bieu-mau/m3-commune', async ({ page }) => {
      const newest = page.locator('.form-row', { hasText: 'Theo ý kiến của Sở' });
      await newest.getByText('Đỗ Minh Quân công bố, 10:15 20/06/2027').waitFor();
      await newest.getByText('Người kiểm tra và công bố: Lê Văn Tùng').waitFor();
      // A draft is open, so that what it changes is shown first.
      await page.getByText('(3 và draft)').waitFor();
      await page.getByText('Cần chuyển câu trả lời').waitFor();
      await page.getByRole('button', { name: 'So với phiên bản 1' }).click();
      await page.getByText('(1 và 2)').waitFor();
    }),
  );

  await check('form: each row says its source with address, and where help is missing it says so', () =>
    at('/bieu-mau/m3-commune', async ({ page, mock }) => {
      await page.getByRole('tab', { name: 'Nguồn, hướng dẫn' }).click();
      const first = page.locator('.row', { hasText: 'investment-growth' });
      await first.getByText('Đã công bố: HN-plan-2018-nhandan').waitFor();
      assert.equal(
        await first.getByRole('link', { name: 'http://www.nhandan.com.vn' }).getAttribute('href'),
        'http://www.nhandan.com.vn/hanoi/item/35165502.html',
      );
      assert.equal(await first.getByText('chưa có hướng dẫn').count(), 3);
      await page.getByText('Toàn bộ số thu trên địa bàn xã trong năm.').waitFor();
      await page.getByLabel('Chỉ dòng chưa có hướng dẫn').check();
      await page.getByText('61/62 dòng').waitFor();
      await first.getByRole('link', { name: 'Bổ sung hướng dẫn' }).click();
      assert.equal(page.url(), `${mock.address}/bieu-mau/m3-commune/sua?dong=investment-growth`);
    }),
  );

  await check('form: it is retired with a reason and used again; nothing happens without one', () =>
    at('/bieu-mau/m2-commune', async ({ page, mock }) => {
      await page.getByText('Biểu mới có một phiên bản').waitFor();
      await page.getByRole('button', { name: 'Ngừng dùng' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('button', { name: 'Ngừng dùng' }).click();
      await dialog.getByText('Đề nghị đồng chí ghi lý do.').waitFor();
      await dialog.getByLabel('Lý do').fill('gộp vào Mẫu M3');
      await assertAccessible(page);
      await dialog.getByRole('button', { name: 'Ngừng dùng' }).click();
      await page.getByText('Đã ngừng dùng biểu.').waitFor();
      await page.getByText('Đã ngừng dùng từ 03/07/2027').waitFor();
      await page.getByRole('button', { name: 'Dùng lại' }).click();
      await dialog.getByLabel('Lý do').fill('vẫn cần');
      await dialog.getByRole('button', { name: 'Dùng lại' }).click();
      await page.getByText('Đã dùng lại biểu.').waitFor();
      assert.deepEqual(mock.forms.posts, [
        { key: 'm2-commune', act: 'retire', note: 'gộp vào Mẫu M3' },
        { key: 'm2-commune', act: 'revive', note: 'vẫn cần' },
      ]);
    }),
  );

  await check('form: a draft is begun on the way to the editor', () =>
    at('/bieu-mau/m2-commune', async ({ page, mock }) => {
      await page.getByRole('button', { name: 'Sửa biểu mẫu' }).click();
      await page.waitForURL(`${mock.address}/bieu-mau/m2-commune/sua`);
      assert.deepEqual(mock.forms.posts, [{ key: 'm2-commune', act: 'draft' }]);
    }),
  );

  await check('form: one that is not there is a sentence, with the way back', () =>
    at('/bieu-mau/khong-co', async ({ page }) => {
      await page.getByText('Không tìm thấy biểu khong-co.').waitFor();
      await page.getByRole('link', { name: 'Tất cả biểu mẫu' }).waitFor();
    }),
  );

  await check('forms: neither the home page nor the chat loads the component library', () =>
    at('/', async ({ page, mock }) => {
      const loaded = [];
      page.on('request', (request) => loaded.push(new URL(request.url()).pathname));
      await page.goto(`${mock.address}/`);
      await heading(page, 'Việc phải nộp').waitFor();
      await page.goto(`${mock.address}/chat`);
      await page.getByLabel('Nội dung tin').waitFor();
      const scripts = loaded.filter((name) => /\/assets\/.*\.(js|css)$/.test(name));
      assert.ok(scripts.length > 0);
      assert.deepEqual(
        // Besides the entry only the texts that it shares with the pages.
        scripts.filter((name) => !/^\/assets\/(?:index|texts)-/.test(name)),
        [],
      );
    }),
  );

  for (const [name, path, tab] of [
    ['list', '/bieu-mau'],
    ['versions', '/bieu-mau/m3-commune'],
    ['sources', '/bieu-mau/m3-commune', 'Nguồn, hướng dẫn'],
  ]) {
    await check(
      `forms: ${name} at 360 and 1280 px: nothing sideways, contrast by day and night, no serious fault`,
      () =>
        at(path, async ({ page }) => {
          if (tab) await page.getByRole('tab', { name: tab }).click();
          await page.locator('.row:visible').first().waitFor();
          for (const width of [1280, 360]) {
            for (const colorScheme of ['light', 'dark']) {
              await page.setViewportSize({ width, height: 800 });
              await page.emulateMedia({ colorScheme });
              if (pictures) await page.screenshot({ path: `${pictures}/forms-${name}-${width}-${colorScheme}.png` });
              await assertNoSidewaysScroll(page);
              await assertContrast(page);
              await assertAccessible(page);
            }
          }
        }),
    );
  }
}
