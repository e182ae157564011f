import assert from 'node:assert/strict';
import { assertAccessible } from '../kit/axe.mjs';
import { phone } from '../kit/browser.mjs';
import { until } from '../kit/checks.mjs';
import { startMock } from '../kit/mock-api.mjs';
import { assertContrast, assertNoSidewaysScroll, visit } from '../kit/visitor.mjs';

const bubbles = (page, text) => page.locator('.bubble').filter({ hasText: text });
const photo = (name = 'Biên bản.jpg', size = 40_000) => ({
  name,
  mimeType: 'image/jpeg',
  buffer: Buffer.alloc(size, 0xff),
});
const attach = (page, ...files) => page.getByLabel('Gửi ảnh hoặc tệp').setInputFiles(files);

/** Files in the chat, what was read, and the installed chat: each against the network that a phone has. */
export async function chatFilesChecks({ check }, browser, pictures) {
  const inChat = async (body, prepare = () => {}) => {
    const mock = await startMock();
    mock.chat.linked = true;
    mock.chat.add({ author: 'bot', text: 'Kính gửi đồng chí.' });
    prepare(mock.chat);
    const visitor = await visit(browser, phone, `${mock.address}/chat`);
    try {
      await bubbles(visitor.page, 'Kính gửi').waitFor();
      await body({ mock, chat: mock.chat, ...visitor });
      assert.deepEqual(visitor.complaints, []);
    } finally {
      await visitor.context.close();
      await mock.stop();
    }
  };

  await check('chat: a photograph is sent whole, once, although its acknowledgement was lost', () =>
    inChat(async ({ chat, page }) => {
      chat.loseAnswers = 1;
      await attach(page, photo());
      await bubbles(page, 'Đã nhận tệp Biên bản.jpg').waitFor();
      await until(() => chat.files.length === 2, 'a second try');
      await until(async () => (await page.locator('.bubble.waiting').count()) === 0, 'nothing to wait');
      assert.equal(chat.files[0].key, chat.files[1].key);
      assert.deepEqual(chat.files[0].content, photo().buffer);
      assert.equal(await bubbles(page, 'Tệp: Biên bản.jpg').count(), 1);
      if (pictures) await page.screenshot({ path: `${pictures}/chat-file.png` });
    }),
  );

  await check('chat: texts and files chosen while the network was cut go in their order when it is back', () =>
    inChat(async ({ chat, page, context }) => {
      await context.setOffline(true);
      chat.cutStreams();
      const field = page.getByLabel('Nội dung tin');
      await field.fill('một');
      await field.press('Enter');
      await attach(page, photo('hai.jpg'), photo('ba.jpg'));
      await field.fill('bốn');
      await field.press('Enter');
      await until(async () => (await page.getByText('chờ có mạng').count()) === 4, 'four messages to wait');
      await context.setOffline(false);
      await bubbles(page, 'Đã nhận: bốn').waitFor();
      const own = chat.lines.filter(({ author }) => author === 'person').map(({ text, file }) => file ?? text);
      assert.deepEqual(own, ['một', 'hai.jpg', 'ba.jpg', 'bốn']);
      assert.equal(await page.locator('.bubble.own').count(), 4);
    }),
  );

  await check('chat: a file that the page could not send before it closed is not forgotten in silence', () =>
    inChat(async ({ chat, page, mock }) => {
      mock.fail.set('/api/chat/files', 'drop');
      await attach(page, photo());
      await page.locator('.bubble.waiting').waitFor();
      await page.reload();
      await page.getByText('đề nghị đồng chí chọn lại').waitFor();
      assert.equal(await page.getByRole('button', { name: 'Gửi lại' }).count(), 0);
      await page.getByRole('button', { name: 'Bỏ tin này' }).click();
      await page.reload();
      await bubbles(page, 'Kính gửi').waitFor();
      assert.equal(await page.getByText('chọn lại').count(), 0);
      assert.deepEqual(chat.files, []);
    }),
  );

  await check('chat: a file that is too long is refused before it travels', () =>
    inChat(async ({ chat, page }) => {
      await attach(page, photo('phim.jpg', 10 * 1024 * 1024 + 1));
      await page.getByRole('alert').filter({ hasText: '«phim.jpg» lớn hơn 10 MB' }).waitFor();
      assert.deepEqual(chat.files, []);
    }),
  );

  await check('chat: the file of a message is saved under its name', () =>
    inChat(
      async ({ page }) => {
        const link = page.getByRole('link', { name: 'Tải tệp Biểu M3.xlsx' });
        await link.waitFor();
        assert.equal(await link.getAttribute('href'), '/api/chat/files/2');
        assert.equal(await link.getAttribute('download'), 'Biểu M3.xlsx');
      },
      (chat) => chat.add({ author: 'bot', text: 'Biểu để điền', file: 'Biểu M3.xlsx' }),
    ),
  );

  await check('chat: what was seen is told once; what came while nobody looked is not', () =>
    inChat(async ({ chat, page }) => {
      await until(() => chat.reads.length === 1, 'the first look');
      await page.evaluate(() => {
        Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
        document.dispatchEvent(new Event('visibilitychange'));
      });
      chat.add({ author: 'bot', text: 'Tin khi vắng' });
      await bubbles(page, 'Tin khi vắng').waitFor();
      await page.waitForTimeout(1200);
      assert.deepEqual(chat.reads, [1]);
      await page.evaluate(() => {
        Object.defineProperty(document, 'visibilityState', { value: 'visible', configurable: true });
        document.dispatchEvent(new Event('visibilitychange'));
      });
      await until(() => chat.reads.length === 2, 'the second look');
      assert.deepEqual(chat.reads, [1, 2]);
    }),
  );

  await check('chat: it can be installed, opens without a network, and keeps nothing of what was said', () =>
    inChat(async ({ page, context, chat }) => {
      const manifest = await page.evaluate(async () => {
        const link = document.querySelector('link[rel=manifest]');
        return (await fetch(link.href)).json();
      });
      assert.equal(manifest.start_url, '/chat');
      assert.ok(
        manifest.icons.some(({ sizes }) => sizes === '192x192') &&
          manifest.icons.some(({ sizes }) => sizes === '512x512'),
      );
      await page.evaluate(() => navigator.serviceWorker.ready);
      // The first look came before there was anybody to keep what it fetched.
      await page.reload();
      await bubbles(page, 'Kính gửi').waitFor();
      await until(() => page.evaluate(() => navigator.serviceWorker.controller !== null), 'the service worker');
      await page.reload();
      await bubbles(page, 'Kính gửi').waitFor();
      await context.setOffline(true);
      await page.reload();
      await page.getByLabel('Nội dung tin').fill('viết khi mất mạng');
      await page.getByLabel('Nội dung tin').press('Enter');
      await page.locator('.bubble.waiting').waitFor();
      const kept = await page.evaluate(async () => {
        const names = await caches.keys();
        const all = await Promise.all(
          names.map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => new URL(url).pathname)),
        );
        return all.flat();
      });
      assert.ok(kept.includes('/chat'));
      assert.deepEqual(
        kept.filter((name) => !/^\/(chat$|assets\/|icons\/)/.test(name)),
        [],
      );
      await context.setOffline(false);
      await bubbles(page, 'Đã nhận: viết khi mất mạng').waitFor();
      assert.deepEqual(chat.said(), ['viết khi mất mạng']);
    }),
  );

  await check(
    'chat: with files and answers it is accessible, by keyboard too, and fits 360 px by day and by night',
    () =>
      inChat(
        async ({ page }) => {
          await page.setViewportSize({ width: 360, height: 740 });
          await assertNoSidewaysScroll(page);
          for (const colorScheme of ['light', 'dark']) {
            await page.emulateMedia({ colorScheme });
            await assertContrast(page);
            await assertAccessible(page);
          }
          if (pictures) await page.screenshot({ path: `${pictures}/chat-360.png` });
          const field = page.getByLabel('Nội dung tin');
          await field.focus();
          await page.keyboard.press('Shift+Tab');
          assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('type')), 'file');
        },
        (chat) => {
          const row = [
            { label: 'Chưa có số liệu', token: 'a' },
            { label: 'Bỏ qua', token: 'b' },
          ];
          chat.add({
            author: 'bot',
            text: 'Chỉ tiêu 4/9?',
            buttons: [row],
            file: 'Biểu M3 – Xã Ngũ Hiệp – kế hoạch năm 2028.xlsx',
          });
          chat.add({ author: 'person', text: '', file: 'anh.jpg' });
        },
      ),
  );
}
