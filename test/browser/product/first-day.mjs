import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { desktop, phone } from '../kit/browser.mjs';
import { ChatAtHand } from '../kit/chat-at-hand.mjs';
import { startProduct } from '../kit/product.mjs';
import { assertNoSidewaysScroll, visit } from '../kit/visitor.mjs';

const DRAFT = 'Dự thảo kế hoạch cấp xã (vòng 1)';
/** More questions than any form that is asked by chat has; a bot that asks for ever is stopped here. */
const MOST_QUESTIONS = 60;

/** The product from its first start: the official links, answers and submits; the clock passes; the supervisor sees who is late. */
export async function firstDayChecks({ check }, browser, pictures) {
  const product = await startProduct();
  const official = await visit(browser, phone, product.links.chat);
  const supervisor = await visit(browser, desktop, product.links.supervisor);
  const chat = new ChatAtHand(official.page);
  const { page } = supervisor;
  const picture = async (of, name, options) => {
    if (pictures) await of.screenshot({ path: `${pictures}/${name}.png`, ...options });
  };
  try {
    await check('first day: the official opens the link, sees her name and says yes', async () => {
      await official.page.getByText('Có đúng là đồng chí không?').waitFor();
      assert.match(await chat.taps('Đúng'), /liên kết thành công/);
      await official.page.getByRole('heading', { name: 'Nguyễn Thị Mai' }).waitFor();
      assert.match(await chat.says('việc'), new RegExp(DRAFT.replace(/[()]/g, '\\$&')));
      await picture(official.page, 'product-chat-owed');
    });

    await check('first day: she answers every indicator, closes the page in the middle, and submits', async () => {
      let said = await chat.says('/dien');
      assert.match(said, /Chỉ tiêu 1\//);
      await picture(official.page, 'product-chat-question');
      let answers = 0;
      while (!said.includes('Tóm tắt')) {
        assert.ok(answers < MOST_QUESTIONS, `the bot still asks: ${said}`);
        said = await chat.says(answerTo(said));
        answers += 1;
        if (answers === 5) {
          await official.page.reload();
          await official.page.getByRole('log').locator('.bubble').first().waitFor();
          assert.equal(await chat.newest(), said);
        }
      }
      await picture(official.page, 'product-chat-summary');
      assert.match(await chat.says('nộp'), /Đã nộp/);
      assert.equal(await official.page.locator('.bubble.waiting').count(), 0);
      await picture(official.page, 'product-chat-submitted');
    });

    await check('first day: the clock passes the due day, late communes escalate to the supervisor', async () => {
      const clock = page.getByText(/Ngày tập huấn \d/);
      const year = /\d{4}/.exec(await clock.textContent())[0];
      await page.getByLabel('Tới ngày').fill(`${year}-07-03`);
      await page.getByRole('button', { name: 'Chuyển' }).click();
      await page.getByText(`Ngày tập huấn 03/07/${year}`).waitFor({ timeout: 120_000 });
      const raised = page.locator('#escalations ~ .rows .row').filter({ hasText: DRAFT });
      await raised.filter({ hasText: 'Xã Đông Mỹ' }).waitFor();
      assert.equal(await raised.filter({ hasText: 'Xã Ngũ Hiệp' }).count(), 0);
      await raised
        .filter({ hasText: 'Xã Đông Mỹ' })
        .getByText(/Đã gửi \d+ tin nhắc/)
        .click();
      await page.locator('#unreached ~ .rows .row').filter({ hasText: 'Xã Yên Mỹ' }).waitFor();
      await page.evaluate(() => window.scrollTo(0, 0));
      await picture(page, 'product-board');
    });

    await check('first day: the supervisor promises a date', async () => {
      const row = page.locator('#escalations ~ .rows .row').filter({ hasText: 'Xã Đông Mỹ' }).first();
      await row.getByRole('button', { name: 'Ghi ngày cam kết' }).click();
      const year = /\d{4}/.exec(await page.getByText(/Ngày tập huấn \d/).textContent())[0];
      await row.getByLabel('Ngày cam kết').fill(`${year}-07-06`);
      await row.getByLabel('Ghi chú').fill('đã trao đổi với xã');
      await row.getByRole('button', { name: 'Ghi cam kết' }).click();
      await row.getByText(`Cam kết ngày 06/07/${year}, Trần Văn Bình`).waitFor();
    });

    await check(
      'first day: the supervisor takes another lateness on, and sees which district it makes late',
      async () => {
        const row = page.locator('#escalations ~ .rows .row').filter({ hasText: 'Xã Vạn Phúc' }).first();
        await row.getByRole('button', { name: 'Nhận xử lý' }).click();
        await row.getByText(/Trần Văn Bình nhận xử lý lúc/).waitFor();
        assert.equal(await row.getByRole('button', { name: 'Nhận xử lý' }).count(), 0);
        await page
          .locator('#ahead ~ .rows .row')
          .getByText(/Huyện Thanh Trì: còn \d+ ngày đến hạn, \d+ đơn vị chưa nộp \(trong đó \d+ đơn vị quá hạn\)/)
          .waitFor();
        await page.evaluate(() => window.scrollTo(0, 0));
        await picture(page, 'product-board-ahead');
      },
    );

    await check('first day: a promise that is broken is said, and the lateness climbs to the next rung', async () => {
      const year = /\d{4}/.exec(await page.getByText(/Ngày tập huấn \d/).textContent())[0];
      const row = page
        .locator('#escalations ~ .rows .row')
        .filter({ hasText: 'Xã Đông Mỹ' })
        .filter({ hasText: DRAFT });
      const rung = row.getByText(/, ngày \d{2}\/\d{2}\/\d{4}$/).first();
      const before = await rung.textContent();
      await page.getByLabel('Tới ngày').fill(`${year}-07-07`);
      await page.getByRole('button', { name: 'Chuyển' }).click();
      await page.getByText(`Ngày tập huấn 07/07/${year}`).waitFor({ timeout: 120_000 });
      await row.getByText('Đã quá ngày cam kết mà chưa nộp').waitFor();
      await row.getByText(`, ngày 07/07/${year}`).waitFor();
      assert.notEqual(await rung.textContent(), before);
      await picture(page, 'product-board-broken');
    });

    await check("first day: the district's workbook is downloaded", async () => {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name: 'Tải M3 (Excel)' }).first().click(),
      ]);
      assert.match(download.suggestedFilename(), /\.xlsx$/);
      const bytes = await readFile(await download.path());
      assert.equal(bytes.subarray(0, 2).toString('latin1'), 'PK');
    });

    await check('first day: the board fits a narrow phone, and no page complained', async () => {
      await page.setViewportSize({ width: 360, height: 780 });
      await assertNoSidewaysScroll(page);
      await page.evaluate(() => window.scrollTo(0, 0));
      await picture(page, 'product-board-360');
      assert.deepEqual([...official.complaints, ...supervisor.complaints], []);
    });
  } finally {
    await official.context.close();
    await supervisor.context.close();
    await product.stop();
  }
}

/** What a careful official types to the bot's question. */
function answerTo(question) {
  if (/đạt hoặc không đạt/.test(question)) return 'đạt';
  if (/Có đúng không\?/.test(question)) return '1';
  if (/chọn số thứ tự/.test(question)) return '1';
  if (/lý do/.test(question)) return 'chờ quyết toán, 05/7';
  return '12,5';
}
