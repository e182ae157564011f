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

    await check('questions: a supervisor asks a late unit on the board; its official answers on the page', async () => {
      await page.evaluate(async () => {
        const clock = '/api/training/clock';
        const { today } = await (await fetch(clock)).json();
        const body = JSON.stringify({ date: `${today.slice(0, 4)}-07-02`, time: '09:00' });
        await fetch(clock, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
      });
      await page.reload();
      const ask = page.getByRole('button', { name: /^Hỏi đơn vị.*Ngũ Hiệp/ }).first();
      await ask.click();
      await page.getByRole('button', { name: 'Gửi câu hỏi' }).click();
      await page.getByText('Đề nghị ghi nội dung hỏi').waitFor();
      await page.getByLabel('Nội dung hỏi').fill('Vướng ở khâu nào?');
      await assertAccessible(page);
      await assertNoSidewaysScroll(page);
      if (pictures) await page.screenshot({ path: `${pictures}/questions-board.png` });
      await page.getByLabel('Nội dung hỏi').press('Enter');
      await page.locator('.said').filter({ hasText: 'Đã gửi câu hỏi tới Xã Ngũ Hiệp' }).waitFor();
      await official.page.getByText('hỏi đơn vị: Vướng ở khâu nào?').first().waitFor({ timeout: 60_000 });
      await chat.says('/trang');
      await official.page
        .getByRole('link', { name: /dang-nhap/ })
        .last()
        .click();
      // In the middle of a form the link leads to that; the questions wait on the first page.
      await official.page.getByRole('link', { name: 'Việc phải nộp' }).first().click();
      const asked = official.page.locator('.row').filter({ hasText: 'Vướng ở khâu nào?' });
      await asked.getByRole('button', { name: /^Trả lời số/ }).click();
      await asked.getByLabel('Nội dung trả lời').fill('Chờ số liệu thuế.');
      await asked.getByLabel('Nội dung trả lời').press('Enter');
      await asked.waitFor({ state: 'detached' });
      const answered = await page.evaluate(async () => (await fetch('/api/unit-questions')).json());
      assert.equal(answered[0].answer.text, 'Chờ số liệu thuế.');
    });

    await check('questions: what is late is handed to a colleague, or it is said that there is none', async () => {
      await page
        .getByRole('button', { name: /^Giao xử lý.*Ngũ Hiệp/ })
        .first()
        .click();
      const whom = page.getByLabel('Giao cho');
      const nobody = page.getByText('Chưa có đồng nghiệp nào khác cùng theo dõi để giao.');
      await whom.or(nobody).first().waitFor();
      if (await whom.isVisible()) {
        await page.getByRole('button', { name: 'Giao việc' }).click();
        await page.locator('.said').filter({ hasText: 'Đã giao cho đồng chí' }).waitFor();
      }
      assert.deepEqual([...official.complaints, ...supervisor.complaints], []);
    });
  } finally {
    await official.context.close();
    await supervisor.context.close();
    await product.stop();
  }
}
