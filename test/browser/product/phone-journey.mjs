import assert from 'node:assert/strict';
import { assertAccessible } from '../kit/axe.mjs';
import { phone } from '../kit/browser.mjs';
import { ChatAtHand } from '../kit/chat-at-hand.mjs';
import { until } from '../kit/checks.mjs';
import { startProduct } from '../kit/product.mjs';
import { assertNoSidewaysScroll, visit } from '../kit/visitor.mjs';

const NAME = 'Thu từ dịch vụ công';
const narrow = { ...phone, viewport: { width: 360, height: 780 } };

/** The whole way on phones of 360 px: an admin adds an indicator and publishes it, an official answers all and submits. */
export async function phoneJourneyChecks({ check }, browser, pictures) {
  const product = await startProduct();
  const admin = await visit(browser, narrow, product.links.admin);
  const official = await visit(browser, narrow, product.links.chat);
  const chat = new ChatAtHand(official.page);
  const { page } = admin;
  const dialog = page.getByRole('dialog');
  const tap = (name, within = page) => within.getByRole('button', { name, exact: true }).tap();
  const fits = async (of, name) => {
    await assertNoSidewaysScroll(of);
    await assertAccessible(of);
    if (pictures) await of.screenshot({ path: `${pictures}/${name}.png` });
  };
  try {
    await check('phone journey: an official links the chat; nothing new is asked yet', async () => {
      await official.page.getByText('Có đúng là đồng chí không?').waitFor();
      await chat.taps('Đúng');
      assert.doesNotMatch(await chat.says('/dien'), new RegExp(NAME));
    });

    await check('phone journey: the admin comes from the list of forms to the lines of one', async () => {
      await page.getByRole('heading', { name: 'Việc phải nộp' }).waitFor();
      await page.getByRole('link', { name: 'Biểu mẫu', exact: true }).tap();
      const line = page.locator('.form-row', { hasText: 'm3-commune' });
      await line.waitFor();
      await fits(page, 'phone-forms');
      await line.getByRole('link').tap();
      await tap('Sửa biểu mẫu');
      await page.locator('.row-open').first().waitFor();
      await fits(page, 'phone-editor');
    });

    await check('phone journey: an indicator is added with a bound, a help text and a soft check', async () => {
      await page.locator('.row-open').first().tap();
      await tap('Thêm bên dưới', dialog);
      const adding = dialog.filter({ has: page.getByLabel('Tên', { exact: true }) }).last();
      await adding.getByLabel('Tên', { exact: true }).fill(NAME);
      await fits(page, 'phone-add');
      await tap('Thêm', adding);
      await dialog.getByRole('heading', { name: NAME }).waitFor();
      const types = (label, text) => dialog.getByLabel(label, { exact: true }).fill(text);
      await types('Đơn vị tính', 'Tỷ đồng');
      await types('Cận dưới', '0');
      await types('Cận trên', '500');
      await tap('Nằm trong khoảng', dialog);
      await types('Đến', '100');
      await tap('Thêm, yêu cầu giải trình', dialog);
      await types('Ý nghĩa, nội dung', 'Phí và giá dịch vụ do xã thu trong năm');
      await fits(page, 'phone-details');
      await tap('Đóng', dialog);
      await dialog.waitFor({ state: 'hidden' });
      await until(async () => (await page.locator('.saving').textContent()) === 'Đã lưu', 'all saved');
    });

    await check('phone journey: the three previews show it, one at a time', async () => {
      const previews = page.locator('.previews');
      for (const face of ['Trên web', 'Trò chuyện', 'Trang Excel']) {
        await previews.locator('.ant-segmented-item', { hasText: face }).tap();
        await previews.getByText(NAME).first().waitFor();
        await fits(page, `phone-preview-${face}`);
      }
    });

    await check('phone journey: it is checked, published, and brought to the reports under way', async () => {
      await tap('Kiểm tra');
      await page.getByText('Bản nháp không có lỗi.').waitFor({ timeout: 60_000 });
      await fits(page, 'phone-check');
      await dialog.getByRole('button').last().tap();
      await dialog.waitFor({ state: 'detached' });
      await tap('Công bố');
      await dialog.getByLabel('Lý do thay đổi').fill('Theo kết luận cuộc họp');
      await tap('Công bố', dialog);
      await dialog.getByText('Đã công bố phiên bản 2.').waitFor({ timeout: 60_000 });
      await fits(page, 'phone-moves');
      await dialog.getByRole('button', { name: /^Chuyển \d+/ }).tap();
      await dialog.getByText(/^Đã chuyển/).waitFor({ timeout: 180_000 });
      await tap('Xong', dialog);
      await until(() => page.url().endsWith('/bieu-mau/m3-commune'), 'the page of the form');
      await page.getByText('Theo kết luận cuộc họp').waitFor();
      await fits(page, 'phone-history');
    });

    await check('phone journey: the official answers everything on the phone and submits', async () => {
      const { page: form } = official;
      assert.match(await chat.says('/dien'), /Tốc độ|Tổng|Thu/);
      await chat.says('/trang');
      await form
        .getByRole('link', { name: /dang-nhap/ })
        .last()
        .tap();
      await form.getByRole('link', { name: 'Điền biểu' }).first().tap();
      await form
        .getByLabel(new RegExp(`^${NAME}, Ước thực hiện cả năm`))
        .first()
        .waitFor();
      const left = form.locator('.submit-panel').getByRole('button').first();
      for (let answered = 0; answered < 80; answered += 1) {
        const name = (await left.textContent()) ?? '';
        if (name.startsWith('Nộp')) break;
        await left.tap();
        const field = form.locator(':focus');
        await until(() => form.evaluate(() => document.activeElement?.matches('input, select')), `a field of ${name}`);
        if (await field.evaluate((one) => one instanceof HTMLSelectElement)) await field.selectOption({ index: 1 });
        else await field.fill('5');
        await field.blur();
        await until(async () => (await left.textContent()) !== name, `${name} answered`);
      }
      await form.getByText('Mọi câu trả lời đã được lưu.').waitFor();
      await fits(form, 'phone-filled');
      await tap('Nộp báo cáo', form);
      await tap('Xác nhận nộp', form);
      await form.getByText(/^Biểu chính đã nộp lúc/).waitFor();
      await fits(form, 'phone-submitted');
    });

    await check('phone journey: no page complained', () => {
      assert.deepEqual([...admin.complaints, ...official.complaints], []);
    });
  } finally {
    await admin.context.close();
    await official.context.close();
    await product.stop();
  }
}
