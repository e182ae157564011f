import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { TelegramChannel, type TelegramOptions } from '../../src/modules/channels/telegram/index.js';
import { until } from '../house/until.js';
import { TelegramStandIn } from '../standins/telegram/telegram-stand-in.js';

let telegram: TelegramStandIn;
let channels: TelegramChannel[];
let log: string[];

beforeEach(async () => {
  telegram = await TelegramStandIn.open({ limits: true });
  channels = [];
  log = [];
});
afterEach(async () => {
  for (const channel of channels) channel.close();
  await telegram.close();
});

function connect(more: Partial<TelegramOptions> = {}): TelegramChannel {
  const { token, apiRoot } = telegram;
  const channel = new TelegramChannel({ token, apiRoot, pollRetryMs: 20, log: (line) => void log.push(line), ...more });
  channels.push(channel);
  return channel;
}
const commands = [{ command: '/viec', description: 'Việc cần làm' }];
const menus = [
  { chats: 'private', commands },
  { chats: 'group', language: 'en', commands },
] as const;
/** Telegram holds a call for news so long. */
const HELD_MS = 25_000;
const callsOf = (method: string) => telegram.calls.filter((call) => call.method === method);

describe('setting Telegram up', () => {
  it('sets the webhook with its secret and the kinds of updates, and offers the commands', async () => {
    const channel = connect({ webhookSecret: 'bi-mat' });
    expect(await channel.setUp({ webhookUrl: 'https://nhip.example.vn/hook', menus })).toEqual({
      username: 'nhip_bot',
    });
    expect(callsOf('setWebhook')[0]!.params).toEqual({
      url: 'https://nhip.example.vn/hook',
      secret_token: 'bi-mat',
      allowed_updates: ['message', 'edited_message', 'callback_query', 'my_chat_member'],
    });
    const offered = [{ command: 'viec', description: 'Việc cần làm' }];
    expect(callsOf('setMyCommands').map(({ params }) => params)).toEqual([
      { commands: offered, scope: { type: 'all_private_chats' } },
      { commands: offered, scope: { type: 'all_group_chats' }, language_code: 'en' },
    ]);
  });

  it('removes the webhook where updates are polled, and keeps what waits', async () => {
    telegram.user(1).says('trước');
    const channel = connect();
    await channel.setUp({ menus });
    expect(callsOf('deleteWebhook')).toHaveLength(1);
    const got: unknown[] = [];
    const stop = new AbortController();
    const polling = channel.startPolling(async (updates) => void got.push(...updates), stop.signal);
    await until(() => got.length > 0);
    stop.abort();
    await polling;
    expect(got).toMatchObject([{ message: { text: 'trước' } }]);
  });

  it('believes no webhook call where no secret is set', () => {
    for (const secret of [undefined, '', 'undefined', 'bi-mat']) {
      expect(connect().authentic({ 'x-telegram-bot-api-secret-token': secret })).toBe(false);
    }
  });

  it('says why it failed, and never the token', async () => {
    const channel = connect({ token: '70001:another-token' });
    await expect(channel.setUp({ menus })).rejects.toThrow('401: Unauthorized');
    await expect(connect().setUp({ webhookUrl: 'https://x.vn', menus })).rejects.toThrow('a webhook needs a secret');
    const away = connect({ apiRoot: 'http://127.0.0.1:9' });
    const error = await away.setUp({ menus }).catch((reason: unknown) => reason);
    expect(String(error)).toContain('getMe');
    expect(String(error)).not.toContain(telegram.token);
  });
});

describe('sending by Telegram', () => {
  it('fetches no preview: a one-time link stays unused', async () => {
    telegram.user(1).says('a');
    expect(await connect().send('1', { text: 'https://nhip.example.vn/vao/abc' })).toEqual({
      outcome: 'sent',
      providerId: '2',
    });
    expect(callsOf('sendMessage')[0]!.params).toMatchObject({ link_preview_options: { is_disabled: true } });
  });

  it('says of a limit whether it is the chat or the whole bot that must wait', async () => {
    const channel = connect();
    for (const id of [1, 2]) telegram.user(id).says('a');
    telegram.failNext('sendMessage', { retryAfter: 9 }, { retryAfter: 9 }, { retryAfter: 9 });
    const retry = { outcome: 'retry', afterSeconds: 9 };
    expect(await channel.send('1', { text: 'a' })).toEqual({ ...retry, scope: 'chat' });
    expect(await channel.send('1', { text: 'a' })).toEqual({ ...retry, scope: 'chat' });
    expect(await channel.send('2', { text: 'a' })).toEqual({ ...retry, scope: 'global' });
  });

  it('follows a group that became a supergroup', async () => {
    telegram.group(-5, 'Tổ').becomes(-100_500);
    expect(await connect().send('-5', { text: 'a' })).toEqual({ outcome: 'moved', to: '-100500' });
    expect(await connect().send('-100500', { text: 'a' })).toMatchObject({ outcome: 'sent' });
  });

  it('does not know what became of a message that Telegram failed on', async () => {
    telegram.user(1).says('a');
    telegram.failNext('sendMessage', 'error 500', 'bad gateway', 'drop before');
    for (let attempt = 0; attempt < 3; attempt += 1) {
      expect(await connect().send('1', { text: 'a' })).toMatchObject({ outcome: 'unknown' });
    }
    expect(callsOf('sendMessage')).toHaveLength(3);
    expect(log.join()).not.toContain(telegram.token);
  });

  it('rejects what can never be sent', async () => {
    telegram.user(1).says('a');
    const rejected = { outcome: 'rejected' };
    expect(await connect().send('1', { text: 'a'.repeat(4097) })).toMatchObject(rejected);
    const buttons = [[{ label: 'x', token: 'x'.repeat(65), typed: '1' }]];
    expect(await connect().send('1', { text: 'a', buttons })).toMatchObject(rejected);
    expect(await connect().send('lan', { text: 'a' })).toEqual({ outcome: 'rejected', detail: 'not a chat: lan' });
  });
});

describe('polling Telegram', () => {
  let stop: AbortController;
  let kept: string[];
  let polling: Promise<void>;
  const poll = (onUpdates: (updates: unknown[]) => Promise<void>, channel = connect()) => {
    polling = channel.startPolling(onUpdates, stop.signal);
  };
  const keep = async (updates: unknown[]) => {
    kept.push(...updates.map((update) => (update as { message: { text: string } }).message.text));
  };
  beforeEach(() => {
    stop = new AbortController();
    kept = [];
  });
  afterEach(async () => {
    stop.abort();
    await polling;
  });

  it('brings what was said before and during', async () => {
    telegram.user(1).says('một');
    poll(keep);
    await until(() => kept.length === 1);
    telegram.user(1).says('hai');
    await until(() => kept.length === 2);
    expect(kept).toEqual(['một', 'hai']);
    expect(callsOf('getUpdates')[0]!.params).toMatchObject({
      allowed_updates: expect.arrayContaining(['callback_query']),
    });
  });

  it('asks for the next ones only when these are kept, and again for those that were not', async () => {
    telegram.user(1).says('một');
    let failures = 2;
    poll(async (updates) => {
      if (failures-- > 0) throw new Error('the database is away');
      await keep(updates);
    });
    await until(() => kept.length === 1);
    const offsets = () => callsOf('getUpdates').map(({ params }) => params.offset);
    expect(offsets().slice(0, 3)).toEqual([undefined, undefined, undefined]);
    await until(() => offsets().length === 4);
    expect(offsets()[3]).toEqual(expect.any(Number));
    expect(kept).toEqual(['một']);
    expect(log[0]).toContain('the database is away');
  });

  it('goes on after failures of Telegram and of the network', async () => {
    telegram.failNext('getUpdates', 'error 500', 'drop before', 'bad gateway', { retryAfter: 1 });
    poll(keep);
    telegram.user(1).says('một');
    const since = performance.now();
    await until(() => kept.length === 1);
    expect(log).toHaveLength(4);
    expect(log[3]).toContain('again in 1 s');
    expect(performance.now() - since).toBeGreaterThan(990);
    expect(log.join()).not.toContain(telegram.token);
  });

  it('waits its turn while another process polls', async () => {
    const other = new AbortController();
    const first = connect().startPolling(async () => undefined, other.signal);
    await until(() => callsOf('getUpdates').length === 1);
    poll(keep);
    await until(() => log.some((line) => line.includes('terminated by other getUpdates request')));
    other.abort();
    await first;
    telegram.user(1).says('một');
    await until(() => kept.length === 1);
  });

  it('ends when told to, and not when the held call would', async () => {
    poll(keep);
    await until(() => callsOf('getUpdates').length === 1);
    const since = performance.now();
    stop.abort();
    await polling;
    expect(performance.now() - since).toBeLessThan(HELD_MS);
  });
});
