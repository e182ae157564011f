import assert from 'node:assert/strict';
import { phone } from '../kit/browser.mjs';
import { ChatAtHand } from '../kit/chat-at-hand.mjs';
import { startProduct } from '../kit/product.mjs';
import { visit } from '../kit/visitor.mjs';

/** What an official has on paper, this year's estimate and next year's plan of each of the nine. */
const ON_PAPER = [
  '9,7; 9,9',
  '51,4; 52',
  '0,61; 0,6',
  '0,9; 0,8',
  '0,8; 0,8',
  '0,3; 0,7',
  '91; 93',
  '83; 86',
  'đạt; đạt',
];
const MOST_MESSAGES = ON_PAPER.length + 3;
/** A thumb types two signs a second; a question that one knows takes three seconds to be found in the message. */
const KEYS_A_SECOND = 2;
const READS_SECONDS = 3;

/** The report of a commune on a phone, from the first message to the thanks. */
export async function twoMinutesChecks({ check }, browser) {
  const product = await startProduct();
  const official = await visit(browser, phone, product.links.chat);
  const { page } = official;
  const chat = new ChatAtHand(page);
  const typed = [];
  const says = (text) => {
    typed.push(text);
    return chat.says(text);
  };
  try {
    await check('two minutes: nine indicators are typed by hand in a message each, and submitted', async () => {
      const began = performance.now();
      await page.getByText('Có đúng là đồng chí không?').waitFor();
      await chat.taps('Đúng');
      let said = await says('/dien');
      for (const [index, answer] of ON_PAPER.entries()) {
        assert.match(said, new RegExp(`Chỉ tiêu ${index + 1}/${ON_PAPER.length}`));
        said = await says(answer);
      }
      assert.match(said, /Đã đủ các câu/);
      assert.match(await says('đúng'), /^Đã nộp /);
      assert.ok(typed.length <= MOST_MESSAGES, `${typed.length} messages were needed`);
      const keys = typed.join('').length + typed.length;
      const seconds = keys / KEYS_A_SECOND + typed.length * READS_SECONDS;
      const waited = (performance.now() - began) / 1000;
      console.log(
        `    ${typed.length} messages, ${keys} keys: ${Math.round(seconds)} s of typing and reading; ${Math.round(waited)} s as it was played`,
      );
    });
  } finally {
    await official.context.close();
    await product.stop();
  }
}
