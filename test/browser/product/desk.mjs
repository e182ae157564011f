import assert from 'node:assert/strict';
import { assertAccessible } from '../kit/axe.mjs';
import { phone } from '../kit/browser.mjs';
import { ChatAtHand } from '../kit/chat-at-hand.mjs';
import { startProduct } from '../kit/product.mjs';
import { assertContrast, assertNoSidewaysScroll, lookingAt, visit } from '../kit/visitor.mjs';

/** An official asks for more time, says where it stands and tells a difficulty; the supervisor decides on one page. */
export async function deskChecks({ check }, browser, pictures) {
  const product = await startProduct();
  const official = await visit(browser, phone, product.links.chat);
  const supervisor = await visit(browser, phone);
  const chat = new ChatAtHand(official.page);
  const { page } = supervisor;
  page.setDefaultTimeout(30_000);
  const { said } = lookingAt(page, pictures);
  const section = (name) => page.getByRole('region', { name });
  try {
    await check(
      'desk: what an official asks for in the chat waits, with names and reasons, for the supervisor',
      async () => {
        await official.page.getByText('Có đúng là đồng chí không?').waitFor();
        await chat.taps('Đúng');
        await chat.says('/baocao vong1 40% cham vi thieu so lieu thue, xong 28/6');
        await chat.says('đúng');
        await official.page.getByText('Đã ghi báo cáo nhanh').waitFor();
        await chat.says('xin gia hạn đến 5/7 vì chờ số liệu thuế');
        await chat.says('1');
        await official.page.getByText('Đã gửi đề nghị gia hạn').waitFor();
        await page.setViewportSize({ width: 360, height: 780 });
        await page.goto(product.links.supervisor);
        await page.getByRole('link', { name: /1 đề nghị gia hạn và 1 báo cáo nhanh/ }).click();
        await page.getByRole('heading', { name: 'Việc chờ ý kiến' }).waitFor();
        await section('Đề nghị gia hạn').getByText('Xin đến hết ngày 05/07/').waitFor();
        await section('Đề nghị gia hạn').getByText('Lý do: chờ số liệu thuế').waitFor();
        await section('Báo cáo nhanh').getByText('thieu so lieu thue').waitFor();
        await assertNoSidewaysScroll(page);
        await assertAccessible(page);
        await assertContrast(page);
        if (pictures) await page.screenshot({ path: `${pictures}/desk.png`, fullPage: true });
      },
    );

    await check('desk: time is granted by keyboard; no words, no decision; the chat hears the new day', async () => {
      await section('Đề nghị gia hạn')
        .getByRole('button', { name: /^Cho gia hạn/ })
        .press('Enter');
      await page.getByRole('button', { name: /đồng ý gia hạn/i }).click();
      await page.getByText('Đề nghị ghi ít nhất 3 ký tự.').waitFor();
      await page.getByLabel('Ý kiến gửi đơn vị').fill('Đồng ý, không chậm hơn');
      if (pictures) await page.screenshot({ path: `${pictures}/desk-grant.png`, fullPage: true });
      await assertAccessible(page);
      await page.getByLabel('Ý kiến gửi đơn vị').press('Enter');
      await said('gia hạn đến hết ngày 05/07/');
      await section('Đề nghị gia hạn').getByText('Không có đề nghị gia hạn nào đang chờ.').waitFor();
      await official.page.getByText('hạn cuối mới là').first().waitFor({ timeout: 60_000 });
    });

    await check('desk: a status report is returned with a reason that its giver hears', async () => {
      await section('Báo cáo nhanh')
        .getByRole('button', { name: /^Trả lại/ })
        .click();
      await page.getByLabel('Lý do trả lại').fill('Đề nghị nêu rõ số liệu thuế nào');
      await page.getByRole('button', { name: 'Gửi trả lại' }).click();
      await said('Đã trả lại báo cáo nhanh');
      await official.page.getByText('nêu rõ số liệu thuế nào').first().waitFor({ timeout: 60_000 });
      assert.deepEqual([...official.complaints, ...supervisor.complaints], []);
    });
  } finally {
    await official.context.close();
    await supervisor.context.close();
    await product.stop();
  }
}
