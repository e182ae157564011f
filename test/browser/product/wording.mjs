import assert from 'node:assert/strict';
import { desktop, phone } from '../kit/browser.mjs';
import { ChatAtHand } from '../kit/chat-at-hand.mjs';
import { Keyboard } from '../kit/keyboard.mjs';
import { until } from '../kit/checks.mjs';
import { startProduct } from '../kit/product.mjs';
import { lookingAt, visit } from '../kit/visitor.mjs';

const KEY = 'bot.owed-head';

/** An admin words anew what the bot says, sees how it reads, and takes it back; an official reads it in the chat at once. */
export async function wordingChecks({ check }, browser, pictures) {
  const product = await startProduct();
  const admin = await visit(browser, desktop, product.links.admin);
  const official = await visit(browser, phone, product.links.chat);
  const chat = new ChatAtHand(official.page);
  const { page } = admin;
  page.setDefaultTimeout(20_000);
  const { said, looksWell } = lookingAt(page, pictures);
  const drawer = page.getByRole('dialog');
  const row = page.locator('.form-row').filter({ hasText: KEY });
  const field = drawer.getByLabel('Lời tiếng Việt', { exact: true });
  const save = drawer.getByRole('button', { name: 'Ghi lời tiếng Việt' });
  const open = async () => {
    await page.getByRole('searchbox', { name: 'Tìm trong mọi lời' }).fill(KEY);
    await row.getByRole('button', { name: `Sửa lời ${KEY}` }).click();
    await field.waitFor();
  };
  try {
    await official.page.getByText('Có đúng là đồng chí không?').waitFor();
    await chat.taps('Đúng');

    await check('wording: an admin finds a text by its words, without accents, in all that is said', async () => {
      await page.getByRole('link', { name: 'Lời nhắn', exact: true }).click();
      await page.getByRole('heading', { name: 'Lời nhắn', level: 1 }).waitFor();
      await page.getByText(/^\d{3} lời$/).waitFor();
      await looksWell('wording');
      await page.getByRole('searchbox', { name: 'Tìm trong mọi lời' }).fill('dong chi co {count} viec');
      await page.getByText('1 lời', { exact: true }).waitFor();
      await row.getByText('Đồng chí có {count} việc:').waitFor();
    });

    await check('wording: what is filled in is put in at the cursor, and the text is shown as it reads', async () => {
      await open();
      assert.equal(await save.isDisabled(), true);
      await field.fill('Kính gửi đồng chí, còn  việc cần làm:');
      await field.press('Home');
      for (let step = 0; step < 'Kính gửi đồng chí, còn '.length; step += 1) await page.keyboard.press('ArrowRight');
      await drawer.getByRole('button', { name: 'Chèn số lượng' }).first().click();
      assert.equal(await field.inputValue(), 'Kính gửi đồng chí, còn {count} việc cần làm:');
      await drawer.getByText('Kính gửi đồng chí, còn 3 việc cần làm:', { exact: true }).waitFor();
      await looksWell('wording-drawer');
    });

    await check(
      'wording: a part that is left out or unknown is told beside the field, and nothing is lost',
      async () => {
        await field.fill('Việc của {nguoi}:');
        await save.click();
        await drawer.getByText('Không có gì để điền vào {nguoi}').waitFor();
        await field.fill('Việc cần làm:');
        await save.click();
        await drawer.getByText('Lời mới bỏ mất {count}').waitFor();
        assert.equal(await field.inputValue(), 'Việc cần làm:');
      },
    );

    await check('wording: the chat says it at once, and again what it said once that is taken back', async () => {
      await field.fill('Kính gửi đồng chí, còn {count} việc cần làm:');
      await save.click();
      await said('Đã ghi.');
      assert.match(await chat.says('việc'), /Kính gửi đồng chí, còn \d+ việc cần làm:/);
      await drawer.getByText('Các lần sửa (1)').click();
      await drawer.getByRole('button', { name: 'Lùi lại lần sửa gần nhất' }).click();
      await said('Đã lùi lại');
      await until(async () => (await field.inputValue()) === 'Đồng chí có {count} việc:', 'the words of before');
      assert.match(await chat.says('việc'), /Đồng chí có \d+ việc:/);
    });

    await check('wording: where two admins word one text the second sees both, and decides', async () => {
      const other = await visit(browser, desktop);
      await other.context.addCookies(await admin.context.cookies());
      await other.page.goto(`${product.address}/loi-nhan`);
      const theirs = other.page.getByRole('dialog');
      await other.page.getByRole('searchbox', { name: 'Tìm trong mọi lời' }).fill(KEY);
      await other.page.getByRole('button', { name: `Sửa lời ${KEY}` }).click();
      await theirs.getByLabel('Lời tiếng Việt', { exact: true }).fill('Hiện có {count} việc:');
      await theirs.getByRole('button', { name: 'Ghi lời tiếng Việt' }).click();
      await other.page.locator('.said').filter({ hasText: 'Đã ghi.' }).waitFor();
      await field.fill('Đồng chí còn {count} việc:');
      await save.click();
      await drawer.getByText(/vừa đổi lời này thành: «Hiện có \{count\} việc:»/).waitFor();
      assert.equal(await field.inputValue(), 'Đồng chí còn {count} việc:');
      await save.click();
      await said('Đã ghi.');
      assert.match(await chat.says('việc'), /Đồng chí còn \d+ việc:/);
      assert.deepEqual(other.complaints, []);
      await other.context.close();
    });

    await check('wording: it works by keyboard, at 360 px and in English, and no page complained', async () => {
      await page.keyboard.press('Escape');
      await drawer.waitFor({ state: 'hidden' });
      await page.setViewportSize({ width: 360, height: 780 });
      await looksWell('wording-360');
      await new Keyboard(page).presses(`Sửa lời ${KEY}`);
      await field.waitFor();
      await looksWell('wording-drawer-360');
      await page.keyboard.press('Escape');
      await drawer.waitFor({ state: 'hidden' });
      await page.getByRole('button', { name: 'EN, English' }).click();
      await page.getByRole('heading', { name: 'Texts', level: 1 }).waitFor();
      assert.deepEqual([...admin.complaints, ...official.complaints], []);
    });
  } finally {
    await admin.context.close();
    await official.context.close();
    await product.stop();
  }
}
