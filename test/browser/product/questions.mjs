import assert from 'node:assert/strict';
import { assertAccessible } from '../kit/axe.mjs';
import { phone } from '../kit/browser.mjs';
import { ChatAtHand } from '../kit/chat-at-hand.mjs';
import { until } from '../kit/checks.mjs';
import { startProduct } from '../kit/product.mjs';
import { assertNoSidewaysScroll, visit } from '../kit/visitor.mjs';

/** An official asks in the chat; the supervisor finds it first on the page and answers there; the chat hears it. */
export async function questionsChecks({ check }, browser, pictures) {
  const product = await startProduct();
  const official = await visit(browser, phone, product.links.chat);
  const supervisor = await visit(browser, phone);
  const chat = new ChatAtHand(official.page);
  const { page } = supervisor;
  page.setDefaultTimeout(30_000);
  const row = page.locator('.row').filter({ hasText: 'tốc độ tăng tính theo giá nào?' });
  try {
    await check('questions: what an official asks in the chat waits on the page of the supervisor', async () => {
      await official.page.getByText('Có đúng là đồng chí không?').waitFor();
      await chat.taps('Đúng');
      await chat.says('/dien');
      await chat.says('gặp cán bộ theo dõi: tốc độ tăng tính theo giá nào?');
      await until(
        async () => (await chat.bot.allTextContents()).some((text) => text.includes('câu hỏi số 1')),
        'a number',
      );
      await page.setViewportSize({ width: 360, height: 780 });
      await page.goto(product.links.supervisor);
      await row.getByText('Câu hỏi số 1').waitFor();
      await assertNoSidewaysScroll(page);
      await assertAccessible(page);
      if (pictures) await page.screenshot({ path: `${pictures}/questions.png` });
    });

    await check('questions: an empty answer is not sent; the answer given goes back to the chat', async () => {
      await row.getByRole('button', { name: 'Trả lời số 1' }).click();
      await row.getByRole('button', { name: 'Gửi' }).click();
      await row.getByText('Đề nghị ghi nội dung.').waitFor();
      await row.getByLabel('Nội dung trả lời').fill('Theo giá hiện hành.');
      await row.getByLabel('Nội dung trả lời').press('Enter');
      await page.locator('.said').filter({ hasText: 'Đã gửi trả lời số 1' }).waitFor();
      await row.waitFor({ state: 'detached' });
      await official.page.getByText('Theo giá hiện hành.').first().waitFor({ timeout: 60_000 });
      assert.deepEqual([...official.complaints, ...supervisor.complaints], []);
    });
  } finally {
    await official.context.close();
    await supervisor.context.close();
    await product.stop();
  }
}
