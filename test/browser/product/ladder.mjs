import assert from 'node:assert/strict';
import { assertAccessible } from '../kit/axe.mjs';
import { desktop, phone } from '../kit/browser.mjs';
import { startProduct } from '../kit/product.mjs';
import { assertContrast, assertNoSidewaysScroll, visit } from '../kit/visitor.mjs';

/** An admin who knows no code changes the reminder ladder, sees what that does before it counts, and takes it back. */
export async function ladderChecks({ check }, browser, pictures) {
  const product = await startProduct();
  const admin = await visit(browser, desktop, product.links.admin);
  const { page } = admin;
  page.setDefaultTimeout(20_000);
  const picture = async (of, name, options) => {
    if (pictures) await of.screenshot({ path: `${pictures}/${name}.png`, ...options });
  };
  const rung = (name) => page.locator('.rung-row').filter({ has: page.getByRole('heading', { name }) });
  const said = (text) => page.locator('.said').filter({ hasText: text }).waitFor();
  const dialog = page.getByRole('dialog');
  const save = () => dialog.getByRole('button', { name: 'Ghi vào bản nháp' }).click();
  // A plan of months for all units takes a while on a loaded machine.
  const difference = () =>
    dialog
      .locator('.difference-sentence')
      .filter({ hasText: /\d+ tin nhắc dời/ })
      .waitFor({ timeout: 180_000 });
  const chooseUnit = async (field, typed, option) => {
    await field.click();
    await page.keyboard.type(typed);
    await page.locator('.ant-select-item-option-active').filter({ hasText: option }).first().waitFor();
    await page.keyboard.press('Enter');
  };
  try {
    await page.getByRole('heading', { name: 'Việc phải nộp' }).waitFor();

    await check('ladder: every rung stands there in words: when, to whom, what it says', async () => {
      await page.getByRole('link', { name: 'Nhắc việc', exact: true }).click();
      await page.getByRole('heading', { name: 'Thang nhắc việc', level: 1 }).waitFor();
      const week = rung('Nhắc trước 7 ngày');
      await week.getByText('7 ngày trước ngày cuối được nộp, lúc 07:30').waitFor();
      await week.getByText('Cán bộ báo cáo của đơn vị').waitFor();
      await rung('Chuyển cơ quan kế hoạch').getByText('Cán bộ theo dõi, Sở Kế hoạch và Đầu tư').waitFor();
      await assertAccessible(page);
      await assertContrast(page);
    });

    await check('ladder: what is wrong is said beside its field in Vietnamese, and nothing is lost', async () => {
      await page.getByRole('button', { name: 'Sửa bậc Nhắc trước 7 ngày' }).click();
      await dialog.getByLabel('Số ngày', { exact: true }).fill('');
      await save();
      await dialog.getByText('Đề nghị ghi một số nguyên từ 1 đến 400.').waitFor();
      await dialog.getByLabel('Số ngày', { exact: true }).fill('9');
      await dialog.getByLabel('Giờ gửi', { exact: true }).fill('19:00');
      await save();
      await dialog.getByText('Giờ gửi phải nằm trong giờ gửi tin (từ 07:00 đến trước 18:00).').waitFor();
      await assertAccessible(page);
      await picture(page, 'ladder-fault');
      await page.keyboard.press('Escape');
      await page.getByText('Còn 1 chỗ chưa đúng').waitFor();
      assert.equal(await page.getByRole('button', { name: 'Xem khác biệt và áp dụng' }).isDisabled(), true);
      await page.reload();
      await page.getByRole('button', { name: 'Sửa bậc Nhắc trước 7 ngày' }).click();
      assert.equal(await dialog.getByLabel('Số ngày', { exact: true }).inputValue(), '9');
      await dialog.getByLabel('Giờ gửi', { exact: true }).fill('08:15');
      await save();
      await dialog.waitFor({ state: 'hidden' });
      await rung('Nhắc trước 7 ngày').getByText('9 ngày trước ngày cuối được nộp, lúc 08:15').waitFor();
    });

    await check('ladder: the difference is shown before the draft counts, and a note is asked for', async () => {
      await page.getByRole('button', { name: 'Xem khác biệt và áp dụng' }).click();
      await difference();
      await dialog.locator('.plan-line').first().getByText('trước là 07:30').waitFor();
      await assertAccessible(page);
      await picture(page, 'ladder-difference');
      await dialog.getByRole('button', { name: 'Áp dụng' }).click();
      await dialog.getByText('Đề nghị ghi vì sao thay đổi.').waitFor();
      await dialog.getByLabel('Ghi chú cho phiên bản').fill('Nhắc sớm hơn hai ngày');
      await dialog.getByRole('button', { name: 'Áp dụng' }).click();
      await said('Đã áp dụng phiên bản 2');
      await page.getByText('Đang áp dụng: phiên bản 2').waitFor();
      await page.getByText('Nhắc sớm hơn hai ngày').waitFor();
    });

    await check('ladder: the last change is undone, its difference shown first', async () => {
      await page.getByRole('button', { name: 'Hoàn tác lần áp dụng vừa rồi' }).click();
      await difference();
      await dialog.getByRole('button', { name: 'Áp dụng' }).click();
      await said('Đã áp dụng phiên bản 3');
      await rung('Nhắc trước 7 ngày').getByText('7 ngày trước ngày cuối được nộp, lúc 07:30').waitFor();
    });

    await check(
      'ladder: a rung with words of its own is added by keyboard and read as a commune reads it',
      async () => {
        await page.getByRole('button', { name: 'Thêm bậc' }).focus();
        await page.keyboard.press('Enter');
        await dialog.getByLabel('Tên bậc', { exact: true }).fill('Nhắc giữa kỳ');
        await dialog.getByLabel('Số ngày', { exact: true }).fill('12');
        await dialog.getByLabel('Lời tiếng Việt', { exact: true }).fill('• Giữa kỳ rồi, {ngay} ngày nữa.');
        await chooseUnit(dialog.getByLabel('Xem thử như đơn vị'), 'ngu hiep', 'Xã Ngũ Hiệp');
        await dialog.locator('.words-preview').filter({ hasText: 'Giữa kỳ rồi' }).waitFor();
        await save();
        await dialog.getByText('{ngay}').last().waitFor();
        await dialog.getByLabel('Lời tiếng Việt', { exact: true }).fill('• Giữa kỳ rồi: ');
        await dialog.getByRole('button', { name: 'Chèn đơn vị' }).first().click();
        await dialog.locator('.words-preview').filter({ hasText: 'Giữa kỳ rồi: Xã Ngũ Hiệp' }).waitFor();
        await assertAccessible(page);
        await picture(page, 'ladder-rung');
        await dialog.getByLabel('Tên bậc', { exact: true }).press('Enter');
        await dialog.waitFor({ state: 'hidden' });
        await rung('Nhắc giữa kỳ').getByText('12 ngày trước ngày cuối được nộp').waitFor();
      },
    );

    await check('ladder: all that one commune will hear is shown by the draft', async () => {
      await chooseUnit(page.getByLabel('Đơn vị', { exact: true }), 'ngu hiep', 'Xã Ngũ Hiệp');
      await page.locator('.plan-line').filter({ hasText: 'Nhắc giữa kỳ' }).first().waitFor({ timeout: 180_000 });
      await picture(page, 'ladder-page', { fullPage: true });
      await page.getByRole('button', { name: 'Bỏ bản nháp' }).click();
      await page.getByRole('button', { name: 'Đồng ý' }).click();
      await said('Đã bỏ bản nháp');
      await rung('Nhắc giữa kỳ').waitFor({ state: 'detached' });
    });

    await check('ladder: quiet hours are set, refused outside the hours, and taken out again', async () => {
      await page.getByRole('button', { name: 'Sửa giờ gửi tin' }).click();
      await dialog.getByRole('button', { name: 'Thêm giờ im lặng' }).click();
      const quiet = dialog.getByRole('group', { name: 'Giờ im lặng 1' });
      await quiet.getByLabel('Đến trước').fill('19:00');
      await save();
      await quiet.getByText('Giờ im lặng phải nằm trong giờ gửi tin').waitFor();
      await quiet.getByLabel('Đến trước').fill('13:30');
      await save();
      await dialog.waitFor({ state: 'hidden' });
      await page.getByText('Giờ im lặng: 11:30–13:30').waitFor();
    });

    await check('ladder: it works on a phone of 360 px, and no page complained', async () => {
      const small = await visit(browser, phone);
      await small.context.addCookies(await admin.context.cookies());
      await small.page.setViewportSize({ width: 360, height: 780 });
      await small.page.goto(`${product.address}/nhac-viec`);
      await small.page.locator('.rung-row').first().waitFor();
      await assertNoSidewaysScroll(small.page);
      await picture(small.page, 'ladder-360');
      await small.page.getByRole('button', { name: 'Sửa bậc Nhắc trước 3 ngày' }).click();
      await small.page.getByLabel('Lời tiếng Việt', { exact: true }).waitFor();
      await assertNoSidewaysScroll(small.page);
      await picture(small.page, 'ladder-rung-360');
      await assertAccessible(small.page);
      assert.deepEqual([...admin.complaints, ...small.complaints], []);
      await small.context.close();
    });
  } finally {
    await admin.context.close();
    await product.stop();
  }
}
