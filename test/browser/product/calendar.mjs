import assert from 'node:assert/strict';
import { assertAccessible } from '../kit/axe.mjs';
import { desktop } from '../kit/browser.mjs';
import { startProduct } from '../kit/product.mjs';
import { assertContrast, assertNoSidewaysScroll, lookingAt, visit } from '../kit/visitor.mjs';

const DRAFT = 'Dự thảo kế hoạch cấp xã (vòng 1)';

/** An admin moves the communes' due day, sees what that makes of the notices, applies it and takes it back. */
export async function calendarChecks({ check }, browser, pictures) {
  const product = await startProduct();
  const admin = await visit(browser, desktop, product.links.admin);
  const { page } = admin;
  page.setDefaultTimeout(30_000);
  const { said } = lookingAt(page, pictures);
  const picture = async (of, name, options) => {
    if (pictures) await of.screenshot({ path: `${pictures}/${name}.png`, ...options });
  };
  const row = page.locator('[data-milestone="r1-commune"]');
  const dialog = page.getByRole('dialog');
  let supervisor;
  // The link lets in once; the sign-in page has a heading too: the header's pages come with the session.
  const theSupervisor = async () => {
    supervisor ??= await visit(browser, desktop, product.links.supervisor);
    await supervisor.page.getByRole('link', { name: 'Lịch', exact: true }).waitFor();
    return supervisor;
  };
  try {
    await page.getByRole('heading', { name: 'Việc phải nộp' }).waitFor();

    await check('calendar: an admin reads who owes what by when, and on what grounds', async () => {
      await page.getByRole('link', { name: 'Lịch', exact: true }).click();
      await page.getByRole('heading', { name: 'Vòng 1: dự thảo' }).waitFor();
      await row.getByText('Đơn vị: Xã, phường, thị trấn').waitFor();
      await row.getByText(/hạn cuối 29\/06\/\d{4} \(trước ngày 30\/06\/\d{4}\)/).waitFor();
      await row.getByText('Căn cứ: II.3, Vòng 1 (3)').click();
      await row.getByText('hoàn thành Dự thảo, gửi UBND cấp huyện trước ngày 30/6').waitFor();
      await assertAccessible(page);
      await assertContrast(page);
      await picture(page, 'calendar');
    });

    await check('calendar: a reason and a number of days are asked for before anything is worked out', async () => {
      await row.getByRole('button', { name: `Dời hạn: ${DRAFT}` }).click();
      await dialog.getByRole('button', { name: 'Xem trước' }).click();
      await dialog.getByText('Đề nghị ghi lý do, ít nhất 3 ký tự.').waitFor();
      await dialog.getByText('Đề nghị ghi số ngày').waitFor();
      await assertAccessible(page);
    });

    await check(
      'calendar: two days more are shown as a difference of due days and notices before they are applied',
      async () => {
        await dialog.getByLabel('Số ngày').fill('2');
        await dialog.getByText(/hạn cuối 01\/07\/\d{4}/).waitFor();
        await dialog.getByLabel('Lý do, căn cứ').fill('Chờ số liệu thống kê 6 tháng');
        await dialog.getByRole('button', { name: 'Xem trước' }).click();
        await dialog.getByText(/^\d+ hạn dời$/).waitFor();
        assert.match(await dialog.locator('.difference').textContent(), /^\d+ tin nhắc dời, \d+ tin đôn đốc dời/);
        await dialog.getByText(/^Xem \d+ tin$/).click();
        await assertAccessible(page);
        await picture(page, 'calendar-move');
        await dialog.getByLabel('Số ngày').fill('3');
        await dialog.getByText('Nội dung vừa thay đổi').waitFor();
        assert.equal(await dialog.getByRole('button', { name: 'Áp dụng' }).count(), 0);
        await dialog.getByLabel('Số ngày').fill('2');
        await dialog.getByRole('button', { name: 'Áp dụng' }).click();
        await said(/Đã dời \d+ hạn\./);
        await row.getByText(/hạn cuối 01\/07\/\d{4}/).waitFor();
        await row.getByText(/theo lịch: hạn cuối 29\/06\/\d{4}/).waitFor();
      },
    );

    await check('calendar: the move stands with its reason, and undoing it puts every day back', async () => {
      await row.getByText('Chờ số liệu thống kê 6 tháng').waitFor();
      await row.getByRole('button', { name: /^Hoàn tác/ }).click();
      await page.getByText(/Tin nhắc và đôn đốc: \d+ tin nhắc dời/).waitFor({ timeout: 60_000 });
      if (pictures) await page.screenshot({ path: `${pictures}/calendar-undo.png` });
      await page.getByRole('button', { name: 'Đồng ý', exact: true }).click();
      await said(/Đã hoàn tác: \d+ hạn trở lại/);
      await row.getByText(/hạn cuối 29\/06\/\d{4}/).waitFor();
      assert.equal(await row.getByRole('button', { name: /^Hoàn tác/ }).count(), 0);
    });

    await check('calendar: a round is closed once what is open was told, and opened again', async () => {
      await page.getByRole('button', { name: 'Đóng vòng: Vòng 1: dự thảo' }).click();
      await dialog.getByLabel('Lý do, căn cứ').fill('Chuyển sang thảo luận');
      await dialog.getByRole('button', { name: 'Xem trước' }).click();
      await dialog.getByText(/Còn \d+ nghĩa vụ chưa nộp/).waitFor();
      await dialog.getByText(new RegExp(`${DRAFT.replace(/[()]/g, '\\$&')}: \\d+ đơn vị`)).waitFor();
      await dialog.getByRole('button', { name: 'Áp dụng' }).click();
      await said('Đã đóng vòng.');
      await page.getByText(/Đã đóng ngày .*Chuyển sang thảo luận/).waitFor();
      await page.getByRole('button', { name: 'Mở lại vòng: Vòng 1: dự thảo' }).click();
      await page.getByRole('button', { name: 'Đồng ý', exact: true }).click();
      await said('Đã mở lại vòng.');
      await page.getByRole('button', { name: 'Đóng vòng: Vòng 1: dự thảo' }).waitFor();
    });

    await check(
      'calendar: one commune is waived with a reason, and owes it again once that is taken back',
      async () => {
        await row.getByRole('button', { name: `Đơn vị phải nộp: ${DRAFT}` }).click();
        await dialog.getByLabel('Tìm đơn vị').fill('tu hiep');
        const commune = dialog.locator('.row').filter({ hasText: 'Xã Tứ Hiệp' });
        await commune.getByRole('button', { name: 'Miễn nộp: Xã Tứ Hiệp' }).click();
        await commune.getByLabel('Lý do, căn cứ').fill('Xã đang sáp nhập');
        await assertAccessible(page);
        await commune.getByRole('button', { name: 'Áp dụng' }).click();
        await commune.getByText('được miễn').waitFor();
        await commune.getByRole('button', { name: 'Bỏ miễn: Xã Tứ Hiệp' }).click();
        await commune.getByLabel('Lý do, căn cứ').fill('Chưa sáp nhập');
        await commune.getByRole('button', { name: 'Áp dụng' }).click();
        await commune.getByText('chưa nộp').waitFor();
        await page.keyboard.press('Escape');
        await dialog.waitFor({ state: 'hidden' });
      },
    );

    await check('calendar: a longer term that a superior granted is taken back with a reason', async () => {
      const year = Number((await row.getByText(/hạn cuối 29\/06\/\d{4}/).textContent()).match(/\/(\d{4})/)[1]);
      const id = await page.evaluate(
        async (address) => {
          const { obligations } = await fetch(address).then((reply) => reply.json());
          return obligations.find(({ unitName }) => unitName === 'Xã Tứ Hiệp').id;
        },
        `/api/calendar/years/${year + 1}/r1-commune`,
      );
      const { page: desk } = await theSupervisor();
      const granted = await desk.evaluate(
        async ([address, wish]) => {
          const headers = { 'content-type': 'application/json' };
          return (await fetch(address, { method: 'POST', headers, body: JSON.stringify(wish) })).status;
        },
        [`/api/obligations/${id}/extension`, { dueOn: `${year}-07-03`, reason: 'Chờ số liệu', confirmed: true }],
      );
      assert.equal(granted, 200);
      await row.getByRole('button', { name: `Đơn vị phải nộp: ${DRAFT}` }).click();
      await dialog.getByLabel('Tìm đơn vị').fill('tu hiep');
      const commune = dialog.locator('.row').filter({ hasText: 'Xã Tứ Hiệp' });
      await commune.getByRole('button', { name: 'Thu hồi gia hạn: Xã Tứ Hiệp' }).click();
      await commune.getByLabel('Lý do, căn cứ').fill('Cho nhầm xã');
      await commune.getByText(/Hạn cuối trở lại 29\/06\/\d{4}\.$/).waitFor();
      await picture(page, 'calendar-extension');
      await commune.getByRole('button', { name: 'Áp dụng' }).click();
      await said(/Đã thu hồi gia hạn của Xã Tứ Hiệp/);
      await commune.getByText(/hạn cuối 29\/06\/\d{4}/).waitFor();
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'hidden' });
    });

    await check('calendar: an outage gives back the days that were lost, told first, and is taken back', async () => {
      await page.getByRole('tab', { name: 'Dời hạn, gián đoạn' }).click();
      await page.getByRole('button', { name: 'Ghi hệ thống gián đoạn' }).click();
      await dialog.getByRole('button', { name: 'Xem trước' }).click();
      await dialog.getByText('Đề nghị chọn ngày và giờ.').first().waitFor();
      const year = (await row.getByText(/hạn cuối 29\/06\/\d{4}/).textContent()).match(/\/(\d{4})/)[1];
      await dialog.getByLabel('Gián đoạn từ').fill(`${year}-06-29T08:00`);
      await dialog.getByLabel('Trở lại lúc').fill(`${year}-06-28T08:00`);
      await dialog.getByLabel('Lý do, căn cứ').fill('Mất điện trung tâm dữ liệu');
      await dialog.getByRole('button', { name: 'Xem trước' }).click();
      await dialog.getByRole('alert').getByText('Thời điểm kết thúc gián đoạn phải sau').waitFor();
      await dialog.getByLabel('Trở lại lúc').fill(`${year}-06-29T16:00`);
      await dialog.getByRole('button', { name: 'Xem trước' }).click();
      await dialog.getByText(/^[1-9]\d* hạn dời$/).waitFor();
      await dialog
        .locator('.difference')
        .getByText(/[1-9]\d* tin nhắc dời/)
        .waitFor();
      await assertAccessible(page);
      await picture(page, 'calendar-outage');
      await dialog.getByRole('button', { name: 'Áp dụng' }).click();
      await said(/Đã ghi gián đoạn; \d+ hạn được bù/);
      const outage = page.locator('.row').filter({ hasText: 'Hệ thống gián đoạn' });
      await outage.getByText('Mất điện trung tâm dữ liệu').waitFor();
      await page.getByRole('tab', { name: 'Mốc', exact: true }).click();
      await row.getByText(/hạn cuối 30\/06\/\d{4}/).waitFor();
      await page.getByRole('tab', { name: 'Dời hạn, gián đoạn' }).click();
      await outage.getByRole('button', { name: /^Hoàn tác/ }).click();
      await page.getByRole('button', { name: 'Đồng ý', exact: true }).click();
      await said(/Đã hoàn tác: \d+ hạn trở lại/);
      await outage.waitFor({ state: 'detached' });
      await page.getByRole('tab', { name: 'Mốc', exact: true }).click();
      await row.getByText(/hạn cuối 29\/06\/\d{4}/).waitFor();
    });

    await check('calendar: a year is rolled over once its figures were told, and the next one is open', async () => {
      await page.getByRole('tab', { name: 'Năm kế hoạch' }).click();
      const roll = page.getByRole('button', { name: /^Chuyển số liệu \d{4} sang \d{4}$/ }).last();
      const [from, to] = (await roll.textContent()).match(/\d{4}/g).map(Number);
      await roll.click();
      await dialog.getByRole('button', { name: 'Xem trước' }).click();
      await dialog.getByText(/^\d+ số thêm, \d+ số thay, \d+ số đã chắc hơn nên giữ\.$/).waitFor({ timeout: 60_000 });
      await dialog.getByText(`Năm ${from} còn chưa nộp (vẫn phải nộp):`).waitFor();
      await assertAccessible(page);
      await picture(page, 'calendar-roll-over');
      await dialog.getByRole('button', { name: 'Áp dụng' }).click();
      await said(`Đã chuyển số liệu ${from} sang ${to}.`);
      await page.getByRole('heading', { name: `Chu trình năm kế hoạch ${to}` }).waitFor();
    });

    await check(
      'calendar: a year is opened with what it makes told first, and then stands in the choice of years',
      async () => {
        const open = page.getByRole('button', { name: /^Mở năm kế hoạch \d{4}$/ });
        const year = Number((await open.textContent()).match(/\d{4}/)[0]);
        await open.click();
        await dialog.getByText('Việc này không hoàn tác được').waitFor();
        await dialog.getByRole('checkbox', { name: 'Miễn những việc đã quá hạn vào ngày mở' }).check();
        await dialog.getByRole('button', { name: 'Xem trước' }).click();
        await dialog.getByText('Đề nghị ghi lý do, ít nhất 3 ký tự.').waitFor();
        await dialog.getByLabel('Lý do').fill('bắt đầu dùng từ quý này');
        await dialog.getByRole('button', { name: 'Xem trước' }).click();
        const told = await dialog.getByText(/^Sẽ ghi [1-9]\d* nghĩa vụ theo \d+ mốc\.$/).textContent();
        const added = told.match(/\d+/)[0];
        await assertAccessible(page);
        await picture(page, 'calendar-open');
        await dialog.getByRole('button', { name: 'Áp dụng' }).click();
        await said(`Đã mở năm kế hoạch ${year}: thêm ${added} nghĩa vụ`);
        await page.getByRole('heading', { name: `Chu trình năm kế hoạch ${year}` }).waitFor();
        await page.getByRole('button', { name: `Mở năm kế hoạch ${year + 1}` }).waitFor();
        await page.getByRole('tab', { name: 'Mốc', exact: true }).click();
        await page.getByRole('combobox', { name: 'Năm kế hoạch' }).click();
        await page
          .locator('.ant-select-item-option')
          .filter({ hasText: String(year) })
          .first()
          .click();
        await row.getByText(`hạn cuối 29/06/${year - 1}`).waitFor();
        await page.reload();
        await row.waitFor();
      },
    );

    await check('calendar: a supervisor who guesses its address comes to what supervisors may do', async () => {
      await theSupervisor();
      await supervisor.page.goto(`${product.address}/lich`);
      await supervisor.page.getByRole('heading', { name: 'Quy định đang có hiệu lực' }).waitFor();
      assert.deepEqual(supervisor.complaints, []);
      await supervisor.context.close();
    });

    await check('calendar: the audit trail tells who did it, when and why', async () => {
      await page.getByRole('link', { name: 'Nhật ký', exact: true }).click();
      await page.getByRole('heading', { name: 'Nhật ký', level: 1 }).waitFor();
      const entry = (action) => page.locator('.row').filter({ hasText: action });
      await entry('Dời hạn: Dự thảo').getByText('Lý do: Chờ số liệu thống kê 6 tháng').waitFor();
      await entry('Miễn nộp: Dự thảo').getByText('Lý do: Xã đang sáp nhập').first().waitFor();
      await page.getByLabel('Đơn vị (cả đơn vị trực thuộc)').click();
      await page.keyboard.type('ngu hiep');
      await page.locator('.ant-select-item-option-active').filter({ hasText: 'Xã Ngũ Hiệp' }).first().waitFor();
      await page.keyboard.press('Enter');
      await entry('Miễn nộp').first().waitFor({ state: 'detached' });
      await entry('Dời hạn: Dự thảo').first().waitFor();
      await assertAccessible(page);
      await picture(page, 'audit');
      await page.getByRole('link', { name: 'Lịch', exact: true }).click();
      await row.waitFor();
    });

    await check('calendar: the page fits a narrow phone, and nothing complained', async () => {
      await page.setViewportSize({ width: 360, height: 780 });
      await assertNoSidewaysScroll(page);
      await picture(page, 'calendar-360');
      assert.deepEqual(admin.complaints, []);
    });
  } finally {
    await admin.context.close();
    await product.stop();
  }
}
