import assert from 'node:assert/strict';
import { assertAccessible } from '../kit/axe.mjs';
import { desktop } from '../kit/browser.mjs';
import { startProduct } from '../kit/product.mjs';
import { assertContrast, assertNoSidewaysScroll, visit } from '../kit/visitor.mjs';

const DRAFT = 'Dự thảo kế hoạch cấp xã (vòng 1)';

/** An admin moves the communes' due day, sees what that makes of the notices, applies it and takes it back. */
export async function calendarChecks({ check }, browser, pictures) {
  const product = await startProduct();
  const admin = await visit(browser, desktop, product.links.admin);
  const { page } = admin;
  page.setDefaultTimeout(30_000);
  const picture = async (of, name, options) => {
    if (pictures) await of.screenshot({ path: `${pictures}/${name}.png`, ...options });
  };
  const row = page.locator('[data-milestone="r1-commune"]');
  const dialog = page.getByRole('dialog');
  const said = (text) => page.locator('.said').filter({ hasText: text }).waitFor();
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
