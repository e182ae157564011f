import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { TelegramStandIn } from './telegram-stand-in.js';

interface Answer {
  ok: boolean;
  result?: unknown;
  error_code?: number;
  description?: string;
  parameters?: object;
}

let now: number;
let telegram: TelegramStandIn;

beforeEach(async () => {
  now = Date.parse('2027-06-22T01:00:00Z');
  telegram = await TelegramStandIn.open({ clock: () => now, limits: true });
});
afterEach(() => telegram.close());

async function call(method: string, params: object = {}, token = telegram.token): Promise<Answer> {
  const body = JSON.stringify(params);
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(`${telegram.apiRoot}/bot${token}/${method}`, { method: 'POST', headers, body });
  const told = (await answer.json()) as Answer;
  expect(answer.status).toBe(told.ok ? 200 : told.error_code);
  return told;
}
const refusal = async (method: string, params: object) => (await call(method, params)).description;
const updatesOf = async (params: object = {}) =>
  (await call('getUpdates', params)).result as { update_id: number; message?: { text: string } }[];

/** Somebody's webhook, which answers with these statuses and then with 200. */
async function webhook(...statuses: number[]) {
  const got: { body: { update_id: number }; secret: unknown; status: number }[] = [];
  const server = http.createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const status = statuses.shift() ?? 200;
      const secret = request.headers['x-telegram-bot-api-secret-token'];
      got.push({ body: JSON.parse(Buffer.concat(chunks).toString()) as { update_id: number }, secret, status });
      response.writeHead(status).end();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`, got, close };
}

describe('the stand-in of Telegram, as a server', () => {
  it('knows its bot and nobody else', async () => {
    expect((await call('getMe')).result).toMatchObject({ id: 70001, is_bot: true, username: 'nhip_bot' });
    expect(await call('getMe', {}, '70001:wrong')).toEqual({ ok: false, error_code: 401, description: 'Unauthorized' });
    expect(await call('getMe', {}, 'nonsense')).toEqual({ ok: false, error_code: 404, description: 'Not Found' });
    expect(await call('sendFax')).toMatchObject({ error_code: 404, description: 'Not Found: method not found' });
  });

  it('lets the bot write only to those who wrote first', async () => {
    const lan = telegram.user(1001, 'Lan');
    expect(await refusal('sendMessage', { chat_id: 1001, text: 'a' })).toBe('Bad Request: chat not found');
    lan.says('/start');
    expect(await call('sendMessage', { chat_id: 1001, text: ' Chào <b>Lan</b> ' })).toMatchObject({
      ok: true,
      result: { text: 'Chào <b>Lan</b>', chat: { id: 1001, type: 'private' }, from: { is_bot: true } },
    });
    expect(lan.inbox()).toMatchObject([{ text: 'Chào <b>Lan</b>', buttons: [] }]);
  });

  it('refuses texts, shapes and buttons that Telegram refuses', async () => {
    telegram.user(1).says('a');
    const send = (more: object) => refusal('sendMessage', { chat_id: 1, text: 'a', ...more });
    const button = (one: object) => send({ reply_markup: { inline_keyboard: [[one]] } });
    expect(await send({ text: '' })).toBe('Bad Request: message text is empty');
    expect(await send({ text: 'a'.repeat(4097) })).toBe('Bad Request: message is too long');
    expect(await send({ text: '<b>', parse_mode: 'HTML' })).toMatch("can't parse entities: Can't find end tag");
    expect(await send({ text: 7 })).toMatch('text must be string');
    expect(await button({ text: 'x', callback_data: 'ộ'.repeat(22) })).toBe('Bad Request: BUTTON_DATA_INVALID');
    expect(await button({ text: 'x', callback_data: '' })).toMatch('Text buttons are unallowed');
    expect(await button({ text: ' ', callback_data: 'a' })).toMatch('text must be non-empty');
    expect(await button({ text: 'x', callback_data: 'ộ'.repeat(21) })).toBeUndefined();
  });

  it('tells who cannot be reached and who moved', async () => {
    const [lan, minh] = [telegram.user(1), telegram.user(2)];
    for (const person of [lan, minh]) person.says('a');
    lan.blocks();
    minh.deactivates();
    const group = telegram.group(-5, 'Tổ công tác');
    group.becomes(-100_500);
    const send = (chat_id: number) => call('sendMessage', { chat_id, text: 'a' });
    expect(await send(1)).toMatchObject({ error_code: 403, description: 'Forbidden: bot was blocked by the user' });
    expect(await send(2)).toMatchObject({ error_code: 403, description: 'Forbidden: user is deactivated' });
    expect(await send(-5)).toMatchObject({ error_code: 400, parameters: { migrate_to_chat_id: -100_500 } });
    expect(await send(-100_500)).toMatchObject({ ok: true });
    group.removesBot(lan);
    expect(await send(-100_500)).toMatchObject({ error_code: 403, description: expect.stringMatching(/kicked/) });
    lan.unblocks();
    expect(await send(1)).toMatchObject({ ok: true });
  });

  it('holds back who writes too fast, in one chat and in all', async () => {
    for (let id = 1; id <= 31; id += 1) telegram.user(id).says('a');
    const send = (chat_id: number) => call('sendMessage', { chat_id, text: 'a' });
    expect(await send(1)).toMatchObject({ ok: true });
    expect(await send(1)).toEqual({
      ok: false,
      error_code: 429,
      description: 'Too Many Requests: retry after 1',
      parameters: { retry_after: 1 },
    });
    for (let id = 2; id <= 30; id += 1) expect(await send(id)).toMatchObject({ ok: true });
    expect(await send(31)).toMatchObject({ error_code: 429 });
    now += 1001;
    expect(await send(31)).toMatchObject({ ok: true });
    expect(await send(1)).toMatchObject({ ok: true });
  });

  it('holds back more than 20 messages a minute in a group', async () => {
    telegram.group(-7, 'Tổ');
    for (let count = 0; count < 20; count += 1, now += 1001) {
      expect(await call('sendMessage', { chat_id: -7, text: 'a' })).toMatchObject({ ok: true });
    }
    expect(await call('sendMessage', { chat_id: -7, text: 'a' })).toMatchObject({ parameters: { retry_after: 40 } });
  });

  it('edits what it wrote, if there is something to change', async () => {
    const lan = telegram.user(1);
    lan.says('a');
    await call('sendMessage', { chat_id: 1, text: 'một' });
    const message_id = lan.inbox()[0]!.id;
    now += 1001;
    const edit = (more: object) => call('editMessageText', { chat_id: 1, message_id, ...more });
    expect(await edit({ text: 'một' })).toMatchObject({
      description: expect.stringMatching(/^Bad Request: message is not modified/),
    });
    now += 1001;
    expect(await edit({ text: 'hai' })).toMatchObject({ ok: true });
    expect(lan.inbox()).toMatchObject([{ text: 'hai' }]);
    now += 1001;
    expect(await edit({ message_id: 99, text: 'ba' })).toMatchObject({
      description: 'Bad Request: message to edit not found',
    });
  });

  it('takes the answer to a tap for 150 seconds', async () => {
    const lan = telegram.user(1);
    lan.says('a');
    const reply_markup = { inline_keyboard: [[{ text: 'Có', callback_data: 'yes' }]] };
    await call('sendMessage', { chat_id: 1, text: 'Đúng không?', reply_markup });
    expect(() => lan.taps('Không')).toThrow('nobody can tap "Không"');
    lan.taps('Có');
    const taps = (await call('getUpdates')).result as { callback_query?: { id: string; data: string } }[];
    const tap = taps.at(-1)!.callback_query!;
    expect(tap.data).toBe('yes');
    expect(lan.spinners()).toBe(1);
    expect(await call('answerCallbackQuery', { callback_query_id: tap.id })).toEqual({ ok: true, result: true });
    expect(lan.spinners()).toBe(0);
    now += 151_000;
    const late = await refusal('answerCallbackQuery', { callback_query_id: tap.id });
    expect(late).toBe('Bad Request: query is too old and response timeout expired or query ID is invalid');
  });

  it('takes a file in a form of parts', async () => {
    const lan = telegram.user(1);
    lan.says('a');
    const form = new FormData();
    form.set('chat_id', '1');
    form.set('caption', 'Biểu mẫu');
    form.set('document', new File(['12345'], 'm3.xlsx'));
    const answer = await fetch(`${telegram.apiRoot}/bot${telegram.token}/sendDocument`, { method: 'POST', body: form });
    expect(answer.status).toBe(200);
    expect(lan.inbox()).toMatchObject([{ text: 'Biểu mẫu', document: { name: 'm3.xlsx', bytes: 5 } }]);
  });

  it('checks commands and webhook addresses', async () => {
    const commands = [{ command: 'Viec', description: 'x' }];
    expect(await refusal('setMyCommands', { commands })).toBe('Bad Request: BOT_COMMAND_INVALID');
    expect(await refusal('setWebhook', { url: 'http://example.vn/' })).toMatch('An HTTPS URL must be provided');
    expect(await refusal('setWebhook', { url: 'https://example.vn/', secret_token: 'a b' })).toMatch(
      'unallowed characters',
    );
  });
});

describe('the stand-in of Telegram, as a source of updates', () => {
  it('gives updates until a later offset is asked for', async () => {
    const lan = telegram.user(1);
    const [first, second] = [lan.says('một'), lan.says('hai')];
    expect((await updatesOf({ limit: 1 })).map((one) => one.update_id)).toEqual([first]);
    expect((await updatesOf()).map((one) => one.update_id)).toEqual([first, second]);
    expect((await updatesOf({ offset: second })).map((one) => one.update_id)).toEqual([second]);
    expect((await updatesOf({ offset: second! + 1 })).map((one) => one.update_id)).toEqual([]);
    expect(await updatesOf({ offset: 0 })).toEqual([]);
  });

  it('answers a long poll the moment something happens, and ends the older of two', async () => {
    const older = call('getUpdates', { timeout: 20 });
    while (telegram.calls.length < 1) await new Promise(setImmediate);
    const newer = call('getUpdates', { timeout: 20 });
    expect(await older).toMatchObject({
      error_code: 409,
      description: expect.stringMatching(/terminated by other getUpdates request/),
    });
    telegram.user(1).says('chào');
    expect(await newer).toMatchObject({ result: [{ message: { text: 'chào' } }] });
  });

  it('forgets taps after 150 seconds and messages after a day', async () => {
    const lan = telegram.user(1);
    lan.says('một');
    const reply_markup = { inline_keyboard: [[{ text: 'Có', callback_data: 'yes' }]] };
    await call('sendMessage', { chat_id: 1, text: 'a', reply_markup });
    lan.taps('Có');
    now += 151_000;
    expect(await updatesOf()).toMatchObject([{ message: { text: 'một' } }]);
    now += 24 * 3600_000;
    expect(await updatesOf()).toEqual([]);
  });

  it('sends only the kinds that were asked for', async () => {
    await updatesOf({ allowed_updates: ['callback_query'] });
    telegram.user(1).says('một');
    expect(await updatesOf()).toEqual([]);
  });

  it('calls a webhook with its secret, again until it answers 2xx, in the order of the chat', async () => {
    const hook = await webhook(500, 302);
    await call('setWebhook', { url: hook.url, secret_token: 'bi-mat' });
    const lan = telegram.user(1);
    const [first, second] = [lan.says('một'), lan.says('hai')];
    await telegram.delivered();
    expect(hook.got.map(({ body, status }) => [body.update_id, status])).toEqual([
      [first, 500],
      [first, 302],
      [first, 200],
      [second, 200],
    ]);
    expect(new Set(hook.got.map(({ secret }) => secret))).toEqual(new Set(['bi-mat']));
    expect((await call('getWebhookInfo')).result).toMatchObject({ url: hook.url, pending_update_count: 0 });
    expect(await call('getUpdates')).toMatchObject({
      error_code: 409,
      description: expect.stringMatching(/while webhook is active/),
    });
    hook.close();
  });

  it('duplicates and shuffles on request', async () => {
    const hook = await webhook();
    await call('setWebhook', { url: hook.url });
    telegram.hold();
    const lan = telegram.user(1);
    const [first, second] = [lan.says('một'), lan.says('hai')];
    await telegram.delivered();
    expect(hook.got).toEqual([]);
    telegram.release({ copies: 2, order: (updates) => updates.toReversed() });
    await telegram.delivered();
    expect(hook.got.map(({ body }) => body.update_id)).toEqual([second, second, first, first]);
    hook.close();
  });
});

describe('the stand-in of Telegram, out of order', () => {
  beforeEach(() => void telegram.user(1).says('a'));
  const send = () => call('sendMessage', { chat_id: 1, text: 'a' });

  it('drops the connection before or after it did what was asked', async () => {
    telegram.failNext('sendMessage', 'drop before', 'drop after');
    await expect(send()).rejects.toThrow();
    expect(telegram.user(1).inbox()).toHaveLength(0);
    await expect(send()).rejects.toThrow();
    expect(telegram.user(1).inbox()).toHaveLength(1);
    expect(telegram.calls.map(({ answer }) => answer)).toEqual(['drop before', 'drop after']);
  });

  it('fails inside, or asks to wait', async () => {
    telegram.failNext('sendMessage', 'error 500', { retryAfter: 17 });
    expect(await send()).toMatchObject({ error_code: 500, description: 'Internal Server Error' });
    expect(await send()).toMatchObject({ error_code: 429, parameters: { retry_after: 17 } });
    expect(await send()).toMatchObject({ ok: true });
  });
});
