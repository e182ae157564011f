import assert from 'node:assert/strict';
import { phone } from '../kit/browser.mjs';
import { until } from '../kit/checks.mjs';
import { startMock } from '../kit/mock-api.mjs';
import { assertContrast, assertNoSidewaysScroll, visit } from '../kit/visitor.mjs';

const field = (page) => page.getByLabel('Nội dung tin');
const say = async (page, text) => {
  await field(page).fill(text);
  await field(page).press('Enter');
};
const bubbles = (page, text) => page.locator('.bubble').filter({ hasText: text });

/** The chat page, against a stand-in that loses what a mobile network loses. */
export async function chatChecks({ check }, browser, pictures) {
  const inChat = async (body, prepare = () => {}, fragment = '') => {
    const mock = await startMock();
    prepare(mock.chat, mock);
    const visitor = await visit(browser, phone, `${mock.address}/chat${fragment}`);
    try {
      await body({ mock, chat: mock.chat, ...visitor });
      assert.deepEqual(visitor.complaints, []);
    } finally {
      await visitor.context.close();
      await mock.stop();
    }
  };
  const ready = (page) => page.getByText('Chưa có tin nào').waitFor();

  await check('chat: the link says its code once, shows it to nobody and leaves the address', () =>
    inChat(
      async ({ chat, page }) => {
        await page.getByRole('heading', { name: 'Nguyễn Thị Hoà' }).waitFor();
        assert.deepEqual(chat.said(), ['/start 7KQ4M-XR2HD']);
        assert.equal(new URL(page.url()).hash, '');
        assert.equal(await page.getByText('7KQ4M').count(), 0);
        await page.reload();
        await bubbles(page, 'Mã liên kết').waitFor();
        assert.equal(chat.posts.length, 1);
      },
      undefined,
      '#ma=7KQ4M-XR2HD',
    ),
  );

  await check('chat: what was written without a network is sent once, in order, when it is back', () =>
    inChat(async ({ chat, page, context }) => {
      await ready(page);
      await context.setOffline(true);
      for (const text of ['1,2 tỷ', '5', '5']) await say(page, text);
      await page.getByText('Mất kết nối').waitFor();
      assert.equal(await page.getByText('chờ có mạng').count(), 3);
      assert.deepEqual(chat.said(), []);
      if (pictures) await page.screenshot({ path: `${pictures}/chat-offline.png` });
      await context.setOffline(false);
      await until(() => chat.said().length === 3, 'three lines');
      await page.getByText('đã gửi').waitFor();
      await bubbles(page, 'Đã nhận: 5').nth(1).waitFor();
      assert.deepEqual(chat.said(), ['1,2 tỷ', '5', '5']);
      assert.equal(await page.locator('.bubble.own').count(), 3);
      assert.equal(await page.locator('.bubble.waiting').count(), 0);
      assert.equal(await page.getByText('Mất kết nối').count(), 0);
    }),
  );

  await check('chat: a message outlives the closed page and is sent by the next one', () =>
    inChat(async ({ chat, mock, page, context }) => {
      await ready(page);
      await context.setOffline(true);
      await say(page, 'như kỳ trước');
      await page.close();
      await context.setOffline(false);
      const next = await context.newPage();
      await next.goto(`${mock.address}/chat`);
      await bubbles(next, 'Đã nhận: như kỳ trước').waitFor();
      assert.deepEqual(chat.said(), ['như kỳ trước']);
    }),
  );

  await check('chat: a lost acknowledgement is asked for again under the same key, and makes no second line', () =>
    inChat(async ({ chat, page }) => {
      await ready(page);
      chat.loseAnswers = 2;
      await say(page, '12');
      await until(() => chat.posts.length === 3, 'three tries');
      await page.getByText('đã gửi').waitFor();
      assert.equal(new Set(chat.posts.map(({ key }) => key)).size, 1);
      assert.deepEqual(chat.said(), ['12']);
      assert.equal(await page.locator('.bubble.own').count(), 1);
    }),
  );

  await check('chat: a cut stream goes on after the last line it brought, each line once', () =>
    inChat(async ({ chat, page }) => {
      await ready(page);
      chat.add({ author: 'bot', text: 'dòng một' });
      await bubbles(page, 'dòng một').waitFor();
      const before = chat.streamsAsked.length;
      chat.cutStreams();
      chat.add({ author: 'bot', text: 'dòng hai' });
      chat.add({ author: 'bot', text: 'dòng ba' });
      await bubbles(page, 'dòng ba').waitFor();
      assert.deepEqual(chat.streamsAsked[before], { after: 0, lastEventId: '1' });
      assert.equal(await page.locator('.bubble').count(), 3);
    }),
  );

  await check('chat: a stream that a proxy refuses is opened anew after the newest line', () =>
    inChat(async ({ chat, page }) => {
      await ready(page);
      chat.add({ author: 'bot', text: 'dòng một' });
      await bubbles(page, 'dòng một').waitFor();
      chat.refuseStreams = true;
      chat.cutStreams();
      await until(() => chat.streamsAsked.length >= 2, 'a refused stream');
      chat.add({ author: 'bot', text: 'dòng hai' });
      chat.refuseStreams = false;
      await bubbles(page, 'dòng hai').waitFor();
      assert.equal(chat.streamsAsked.at(-1).after, 1);
      assert.equal(await page.locator('.bubble').count(), 2);
    }),
  );

  await check('chat: while the stream is refused, answers still come after what one says', () =>
    inChat(
      async ({ chat, page }) => {
        await ready(page);
        chat.reply = () => undefined;
        await say(page, 'việc');
        chat.add({ author: 'bot', text: 'Đồng chí có 1 việc' });
        await say(page, '1');
        await bubbles(page, 'Đồng chí có 1 việc').waitFor();
      },
      (chat) => {
        chat.refuseStreams = true;
      },
    ),
  );

  await check('chat: two quick taps on one button are one answer', () =>
    inChat(
      async ({ chat, page }) => {
        const yes = page.getByRole('button', { name: 'Đúng', exact: true });
        await yes.dblclick();
        await bubbles(page, 'Đã nhận: Đúng').waitFor();
        assert.equal(chat.posts.length, 1);
        assert.equal(chat.posts[0].token, 't1');
        await yes.waitFor();
      },
      (chat) => {
        chat.add({
          author: 'bot',
          text: 'Có đúng không?',
          buttons: [
            [
              { label: 'Đúng', token: 't1' },
              { label: 'Nhập lại', token: 't2' },
            ],
          ],
        });
      },
    ),
  );

  await check('chat: a message that the server will not take says why, and those after it still go', () =>
    inChat(async ({ chat, page }) => {
      await ready(page);
      await say(page, 'tin không nhận');
      await say(page, '7');
      await bubbles(page, 'Đã nhận: 7').waitFor();
      await page.getByText('Tin này không nhận được.').waitFor();
      await page.getByRole('button', { name: 'Bỏ tin này' }).click();
      assert.equal(await page.getByText('Tin này không nhận được.').count(), 0);
      assert.deepEqual(chat.said(), ['7']);
    }),
  );

  await check('chat: text of others stays text', () =>
    inChat(
      async ({ page }) => {
        await bubbles(page, '<img src=x onerror=alert(1)>').waitFor();
        assert.equal(await page.locator('.bubble img').count(), 0);
      },
      (chat) => {
        chat.add({ author: 'bot', text: '<img src=x onerror=alert(1)><b>đậm</b>' });
      },
    ),
  );

  await check('chat: a busy server is asked again until the chat opens', () =>
    inChat(
      async ({ mock, page }) => {
        await page.getByText('Hệ thống gặp lỗi').waitFor();
        mock.fail.clear();
        await ready(page);
      },
      (_, mock) => mock.fail.set('/api/chat/open', 500),
    ),
  );

  await check(
    'chat: at 360 px and above the soft keyboard, nothing scrolls sideways and the newest line is in sight',
    () =>
      inChat(async ({ page }) => {
        await bubbles(page, 'Dòng 30').waitFor();
        const inSight = async () => {
          const [last, input] = [await bubbles(page, 'Dòng 30').boundingBox(), await field(page).boundingBox()];
          const { height } = page.viewportSize();
          return last.y >= 0 && last.y + last.height <= input.y && input.y + input.height <= height;
        };
        for (const viewport of [
          { width: 360, height: 740 },
          { width: 360, height: 380 },
        ]) {
          await page.setViewportSize(viewport);
          await until(inSight, `the newest line in sight at ${viewport.width}×${viewport.height}`);
          await assertNoSidewaysScroll(page);
        }
      }, fillWith(30)),
  );

  await check('chat: whoever reads further up is left in peace', () =>
    inChat(async ({ chat, page }) => {
      await bubbles(page, 'Dòng 30').waitFor();
      const box = page.locator('.chat-scroll');
      const atTheEnd = () => box.evaluate((element) => element.scrollTop > 100);
      await until(atTheEnd, 'the newest line');
      // The page has heard of it once a frame has passed after the event.
      await box.evaluate(
        (element) =>
          new Promise((heard) => {
            element.addEventListener('scroll', () => requestAnimationFrame(heard), { once: true });
            element.scrollTo(0, 0);
          }),
      );
      chat.add({ author: 'bot', text: 'Tin mới' });
      await page.getByRole('button', { name: 'Tin mới nhất' }).waitFor();
      assert.equal(await box.evaluate((element) => element.scrollTop), 0);
      await page.getByRole('button', { name: 'Tin mới nhất' }).click();
      await until(atTheEnd, 'the end');
    }, fillWith(30)),
  );

  await check('chat: days are separated, contrast is enough by day and by night, new lines are read out', () =>
    inChat(
      async ({ page }) => {
        await page.getByText('26/06/2027').waitFor();
        assert.equal(await page.locator('.chat-day').count(), 2);
        assert.equal(await page.getByRole('log').getAttribute('aria-live'), 'polite');
        for (const colorScheme of ['light', 'dark']) {
          await page.emulateMedia({ colorScheme });
          await assertContrast(page);
          if (pictures) await page.screenshot({ path: `${pictures}/chat-${colorScheme}.png` });
        }
      },
      (chat) => story(chat),
    ),
  );
}

const fillWith = (count) => (chat) => {
  chat.linked = true;
  for (let at = 1; at <= count; at += 1) {
    chat.add({ author: at % 3 === 0 ? 'person' : 'bot', text: `Dòng ${at} ${'dài'.repeat(at === 7 ? 60 : 1)}` });
  }
};

function story(chat) {
  chat.linked = true;
  chat.add({
    author: 'bot',
    text: 'Kính gửi đồng chí Nguyễn Thị Hoà.\n• Dự thảo kế hoạch cấp xã (vòng 1) (Xã Vạn Thắng): còn 4 ngày, hạn cuối 29/06/2027. Đã trả lời 3/9 câu.\nGõ «việc» để xem và làm, «báo cáo» để báo cáo nhanh.',
  });
  chat.nextDay();
  chat.add({ author: 'person', text: 'tiếp tục' });
  chat.add({
    author: 'bot',
    text: 'Chỉ tiêu 4/9: Thu nhập bình quân đầu người (triệu đồng/người/năm)\nƯớc thực hiện năm 2027?\nThực hiện năm 2026: 68,5',
    buttons: [
      [
        { label: 'Chưa có số liệu', token: 'a1' },
        { label: 'Bỏ qua', token: 'a2' },
      ],
      [{ label: 'Quay lại', token: 'a3' }],
    ],
  });
  chat.add({ author: 'person', text: '1.234' });
  chat.add({
    author: 'bot',
    text: '«1.234» có thể hiểu theo nhiều cách. Đề nghị đồng chí chọn số thứ tự, hoặc nhập lại:\n1. 1 234\n2. 1,234',
    buttons: [
      [
        { label: '1 234', token: 'b1' },
        { label: '1,234', token: 'b2' },
      ],
    ],
  });
}
