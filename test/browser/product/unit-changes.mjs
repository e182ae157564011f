import assert from 'node:assert/strict';
import { assertAccessible } from '../kit/axe.mjs';
import { desktop } from '../kit/browser.mjs';
import { startProduct } from '../kit/product.mjs';
import { assertNoSidewaysScroll, lookingAt, visit } from '../kit/visitor.mjs';

/** An admin merges two communes in mid-year: what follows is told first, done whole, and taken back. */
export async function unitChangesChecks({ check }, browser, pictures) {
  const product = await startProduct();
  const admin = await visit(browser, desktop, product.links.admin);
  const { page } = admin;
  page.setDefaultTimeout(30_000);
  const { picture, said } = lookingAt(page, pictures);
  const dialog = page.getByRole('dialog');
  const pick = async (name) => {
    await dialog.getByRole('combobox', { name: /^(Các đơn vị sáp nhập|Đơn vị được chia)$/ }).click();
    await page.keyboard.type(name);
    await page.locator('.ant-select-item-option-active').filter({ hasText: name }).first().waitFor();
    await page.keyboard.press('Enter');
  };
  const change = page.locator('[data-change]').first();
  try {
    await page.getByRole('heading', { name: 'Việc phải nộp' }).waitFor();

    await check(
      'unit changes: an admin finds the page under the calendar, and is told what a change needs',
      async () => {
        await page.getByRole('link', { name: 'Lịch', exact: true }).click();
        await page.getByRole('link', { name: 'Sáp nhập, chia tách', exact: true }).click();
        await page.getByText('Chưa có lần sáp nhập, chia tách nào.').waitFor();
        await page.getByRole('button', { name: 'Sáp nhập hoặc chia tách đơn vị' }).click();
        await dialog.getByRole('button', { name: 'Xem trước' }).click();
        for (const words of [
          'Đề nghị chọn đơn vị.',
          'Đề nghị ghi tên.',
          'Đề nghị chọn ngày.',
          'Đề nghị ghi số văn bản',
        ]) {
          await dialog.getByText(words).waitFor();
        }
        await assertAccessible(page);
      },
    );

    await check('unit changes: a merger tells what becomes of obligations, people and comparisons', async () => {
      await pick('Xã Ngũ Hiệp');
      await pick('Xã Duyên Hà');
      await page.keyboard.press('Escape');
      await dialog.getByLabel('Tên đơn vị mới').fill('Xã Hợp Nhất');
      await dialog.getByLabel('Mã đơn vị mới').fill('99001');
      const today = await page.evaluate(async () => (await (await fetch('/api/calendar/holidays')).json()).today);
      await dialog.getByLabel('Từ ngày').fill(`${today.slice(0, 4)}-09-01`);
      await dialog.getByLabel('Quyết định, nghị quyết').fill('Nghị quyết 15/NQ-UBTVQH');
      await dialog.getByRole('button', { name: 'Xem trước' }).click();
      await dialog.getByText('Lập mới: Xã Hợp Nhất').waitFor({ timeout: 60_000 });
      await dialog.getByText('Kết thúc: Xã Ngũ Hiệp, Xã Duyên Hà').waitFor();
      await dialog.getByText(/^\d+ có hạn trước ngày thay đổi: vẫn nộp theo tên cũ$/).waitFor();
      await dialog.getByText(/^Nguyễn Thị Mai \(cán bộ\): từ Xã Ngũ Hiệp sang Xã Hợp Nhất$/).waitFor();
      await dialog.getByText(/^Xã Hợp Nhất: \d+ số thực hiện năm \d{4} được tính lại/).waitFor();
      await dialog
        .locator('.difference')
        .getByText(/[1-9]\d* tin nhắc (huỷ|thêm)/)
        .waitFor();
      await dialog.getByText(/chỉ tiêu không so sánh được vì không cộng được/).click();
      await assertAccessible(page);
      await dialog.getByText('Số so sánh', { exact: true }).scrollIntoViewIfNeeded();
      await picture('unit-change-preview');
    });

    await check(
      'unit changes: it is carried out whole, stands with its decision, and undoing it brings both back',
      async () => {
        await dialog.getByRole('button', { name: 'Áp dụng' }).click();
        await said('Đã thực hiện: Xã Ngũ Hiệp, Xã Duyên Hà thành Xã Hợp Nhất.');
        await change.getByText('Nghị quyết 15/NQ-UBTVQH').waitFor();
        await change.getByText('Xem những gì đã thay đổi').click();
        await change.getByText('Lập mới: Xã Hợp Nhất').waitFor();
        await picture('unit-changes', { fullPage: true });
        await change.getByRole('button', { name: /^Hoàn tác/ }).click();
        await page.getByRole('button', { name: 'Đồng ý', exact: true }).click();
        await said(/Đã hoàn tác: Sáp nhập Xã Ngũ Hiệp/);
        await change.getByText('đã hoàn tác lúc').waitFor();
      },
    );

    await check('unit changes: shares that make no whole are refused in a sentence', async () => {
      await page.getByRole('button', { name: 'Sáp nhập hoặc chia tách đơn vị' }).click();
      await dialog.getByLabel('Việc cần làm').selectOption('split');
      await pick('Xã Đông Mỹ');
      await page.keyboard.press('Escape');
      await dialog.getByLabel('Là đơn vị nào').first().selectOption({ label: 'Xã Đông Mỹ tiếp tục' });
      await dialog.getByLabel('Tên đơn vị mới').fill('Xã Tách');
      await dialog.getByLabel('Mã đơn vị mới').fill('99002');
      await dialog.getByLabel('Phần chuyển sang').first().fill('hai');
      await dialog.getByText('Đề nghị ghi một phần như 0,4').waitFor();
      await dialog.getByLabel('Phần chuyển sang').first().fill('0,6');
      await dialog.getByLabel('Phần chuyển sang').last().fill('0,5');
      await dialog.getByLabel('Từ ngày').fill('2027-09-01');
      await dialog.getByLabel('Quyết định, nghị quyết').fill('Nghị quyết 16');
      await dialog.getByRole('button', { name: 'Xem trước' }).click();
      await dialog.getByRole('alert').getByText('Các phần chia của 00685 phải cộng lại bằng đúng 1').waitFor();
      await dialog.getByLabel('Phần chuyển sang').last().fill('0,4');
      await dialog.getByRole('button', { name: 'Xem trước' }).click();
      await dialog.getByText('Lập mới: Xã Tách').waitFor({ timeout: 60_000 });
    });

    await check('unit changes: the page and its dialog fit 360 px, and nothing complained', async () => {
      await page.setViewportSize({ width: 360, height: 780 });
      await assertNoSidewaysScroll(page);
      await picture('unit-change-360');
      await page.keyboard.press('Escape');
      await assertNoSidewaysScroll(page);
      assert.deepEqual(admin.complaints, []);
    });
  } finally {
    await admin.context.close();
    await product.stop();
  }
}
