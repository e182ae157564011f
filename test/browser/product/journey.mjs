import assert from 'node:assert/strict';
import { assertAccessible } from '../kit/axe.mjs';
import { desktop, phone } from '../kit/browser.mjs';
import { ChatAtHand } from '../kit/chat-at-hand.mjs';
import { Keyboard } from '../kit/keyboard.mjs';
import { until } from '../kit/checks.mjs';
import { startProduct } from '../kit/product.mjs';
import { assertNoSidewaysScroll, visit } from '../kit/visitor.mjs';

const NAME = 'Thu từ dịch vụ công';
/** The narrowest phone that the pages are made for. */
const narrow = { ...phone, viewport: { width: 360, height: 780 } };
const REASON = 'Chợ mới đi vào hoạt động';

/**
 * One indicator from an admin's wish to a submitted report: added, bounded, explained and checked in the editor, published,
 * asked in the chat, filled in on a phone, submitted. The clock of the training stands within the first round.
 */
export async function journeyChecks({ check }, browser, pictures) {
  const product = await startProduct();
  const admin = await visit(browser, desktop, product.links.admin);
  const official = await visit(browser, narrow, product.links.chat);
  const chat = new ChatAtHand(official.page);
  const { page } = admin;
  const keyboard = new Keyboard(page);
  const picture = async (of, name) => {
    if (pictures) await of.screenshot({ path: `${pictures}/${name}.png` });
  };
  const saved = () => until(async () => (await page.locator('.saving').textContent()) === 'Đã lưu', 'all saved');
  try {
    await check('journey: an official links the chat and begins to answer', async () => {
      await official.page.getByText('Có đúng là đồng chí không?').waitFor();
      await chat.taps('Đúng');
      await chat.says('/dien');
      assert.doesNotMatch(await chat.says('12,5; 13'), new RegExp(NAME));
    });

    await check(
      'journey: by keyboard alone an admin adds an indicator with a bound, a help text and a soft check',
      async () => {
        // From here to the reports that were moved no mouse is touched.
        await page.getByRole('heading', { name: 'Việc phải nộp' }).waitFor();
        await keyboard.presses('Biểu mẫu');
        const line = page.locator('.form-row', { hasText: 'm3-commune' });
        await keyboard.presses((await line.getByRole('link').textContent()).trim());
        await page.getByRole('button', { name: 'Sửa biểu mẫu' }).waitFor();
        await keyboard.presses('Sửa biểu mẫu');
        await page.getByRole('grid', { name: 'Chỉ tiêu' }).waitFor();
        await keyboard.tabTo('gridcell');
        await keyboard.press('Control+Home');
        await keyboard.press('Insert');
        await page.getByRole('dialog').getByLabel('Tên', { exact: true }).waitFor();
        await until(() => page.evaluate(() => document.activeElement?.matches('input') ?? false), 'a field to type in');
        await page.keyboard.type(NAME);
        await keyboard.press('Enter');
        const panel = page.getByRole('complementary', { name: 'Chi tiết' });
        await panel.getByRole('heading', { name: NAME }).waitFor();
        await keyboard.press('Control+Enter');
        await keyboard.types('Đơn vị tính', 'Tỷ đồng');
        await keyboard.types('Cận dưới', '0');
        await keyboard.types('Cận trên', '500');
        await keyboard.presses('Nằm trong khoảng');
        await keyboard.types('Đến', '100');
        await keyboard.presses('Thêm, yêu cầu giải trình');
        await keyboard.types('Ý nghĩa, nội dung', 'Phí và giá dịch vụ do xã thu trong năm');
        await keyboard.press('Tab');
        await saved();
        for (const face of ['Trò chuyện', 'Trang Excel', 'Trên web']) {
          await page.getByRole('group', { name: face }).getByText(NAME).first().waitFor();
        }
        await picture(page, 'editor');
      },
    );

    await check(
      'journey: by keyboard alone it is checked, published and brought to the reports under way',
      async () => {
        await keyboard.presses('Kiểm tra', { back: true });
        await page.getByText('Bản nháp không có lỗi.').waitFor({ timeout: 60_000 });
        await assertAccessible(page);
        await keyboard.press('Escape');
        await page.getByRole('dialog').waitFor({ state: 'detached' });
        await keyboard.presses('Công bố');
        const dialog = page.getByRole('dialog');
        await dialog.getByLabel('Lý do thay đổi').waitFor();
        await keyboard.types('Lý do thay đổi', 'Theo kết luận cuộc họp');
        await keyboard.presses('Công bố');
        await dialog.getByText('Đã công bố phiên bản 2.').waitFor({ timeout: 60_000 });
        // What that does to the one report under way stands there in words.
        await dialog.getByText(`Thêm chỉ tiêu «${NAME}».`).waitFor();
        await assertAccessible(page);
        await picture(page, 'moves');
        await keyboard.presses(/^Chuyển \d+/);
        await dialog.getByText(/^Đã chuyển/).waitFor({ timeout: 180_000 });
        await keyboard.presses('Xong');
        await until(() => page.url().endsWith('/bieu-mau/m3-commune'), 'the page of the form');
      },
    );

    await check('journey: the chat asks it at once, and why the figure is so high', async () => {
      const asked = await chat.says('/dien');
      assert.match(asked, new RegExp(NAME));
      assert.match(await chat.says('120 tỷ'), /Đề nghị đồng chí ghi ngắn lý do/);
      assert.match(await chat.says(REASON), new RegExp(`${NAME}|Kế hoạch năm`));
      assert.match(await chat.says('50'), /Tổng thu ngân sách/);
    });

    await check('journey: a link in the chat opens the report on the phone, with what was said there', async () => {
      await chat.says('/trang');
      await official.page
        .getByRole('link', { name: /dang-nhap/ })
        .last()
        .press('Enter');
      await official.page.getByRole('heading', { name: 'Việc phải nộp' }).waitFor();
      await new Keyboard(official.page).presses('Điền biểu');
      const field = official.page.getByLabel(new RegExp(`^${NAME}, Ước thực hiện cả năm`)).first();
      await field.waitFor();
      assert.equal(await field.inputValue(), '120');
      await official.page.getByText(`giải thích: ${REASON}`).waitFor();
      await assertNoSidewaysScroll(official.page);
      await assertAccessible(official.page);
      await picture(official.page, 'fill-phone');
    });

    await check(
      'journey: the rest is filled in by keyboard alone, worked out as it is typed, and submitted',
      async () => {
        const { page: form } = official;
        await form.setViewportSize(desktop.viewport);
        await form.locator('.fill-form:visible input').first().waitFor();
        // Tab goes through the table: what is required and empty is answered, until the button that submits is reached.
        for (let pressed = 0; ; pressed += 1) {
          assert.ok(pressed < 400, 'Tab comes to the button that submits');
          await form.keyboard.press('Tab');
          const at = await form.evaluate(whereFocusIs);
          if (at.text === 'Nộp báo cáo') break;
          if (!at.isMissing) continue;
          await form.keyboard.press(at.isChoice ? 'ArrowDown' : '5');
        }
        await form.getByText('Mọi câu trả lời đã được lưu.').waitFor();
        await assertAccessible(form);
        await picture(form, 'fill');
        await form.keyboard.press('Enter');
        await form.getByRole('button', { name: 'Xác nhận nộp' }).waitFor();
        await form.keyboard.press('Enter');
        await form.getByText(/^Biểu chính đã nộp lúc/).waitFor();
      },
    );

    await check('journey: no page complained', () =>
      assert.deepEqual([...admin.complaints, ...official.complaints], []),
    );
  } finally {
    await admin.context.close();
    await official.context.close();
    await product.stop();
  }
}

/** Runs in the page: what the keyboard is at, and whether it is a required cell without an answer. */
function whereFocusIs() {
  const element = document.activeElement;
  const cell = element.matches('input, select') ? element.closest('[role=cell]') : null;
  const isRequired = (cell?.querySelector('.cell-name')?.textContent ?? '').includes('bắt buộc');
  return {
    text: (element.textContent ?? '').trim(),
    isMissing: isRequired && element.value === '',
    isChoice: element instanceof HTMLSelectElement,
  };
}
