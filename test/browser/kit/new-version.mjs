import assert from 'node:assert/strict';
import { ChatAtHand } from './chat-at-hand.mjs';
import { desktop, phone } from './browser.mjs';
import { visit } from './visitor.mjs';

/** The admin edits a form, publishes it, and moves what is open to it; without edits the draft as it stands. */
export async function publishes(page, { address }, key, note, edits = []) {
  const call = async (path, data = {}) => {
    const reply = await page.request.post(`${address}/api/forms/${key}${path}`, { data });
    assert.ok(reply.ok(), `${path}: ${await reply.text()}`);
    return reply.json();
  };
  const { revision } = await call('/draft');
  const { revision: seen } = edits.length > 0 ? await call('/draft/edits', { seen: revision, edits }) : { revision };
  await call('/draft/check', { seen });
  const { version } = await call('/draft/publish', { seen, note, carries: [] });
  await call('/moves', { to: version, notBegun: true });
}

/** Nguyễn Thị Mai, who says in the chat that it is her and asks for the pages there. */
export async function official(browser, product) {
  const at = await visit(browser, phone, product.links.chat);
  const chat = new ChatAtHand(at.page);
  await at.page.getByText('Có đúng là đồng chí không?').waitFor();
  await chat.taps('Đúng');
  await chat.says('/trang');
  const link = await at.page
    .getByRole('link', { name: /dang-nhap/ })
    .last()
    .getAttribute('href');
  await at.context.close();
  const visitor = await visit(browser, desktop, `${product.address}${link}`);
  visitor.page.setDefaultTimeout(10_000);
  return visitor;
}
