import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Draft, MessageKind, SendOutcome } from '../../src/modules/outbox/index.js';
import type { Clock } from '../../src/modules/shared/index.js';
import { freshDatabase, type TestDatabase } from '../setup/database.js';
import { until } from '../house/until.js';
import { Desk, FakeChannel } from './desk.js';

describe('delivery', () => {
  let database: TestDatabase;
  const open: Desk[] = [];

  beforeEach(async () => {
    database = await freshDatabase();
  });

  afterEach(async () => {
    for (const desk of open.splice(0)) await desk.close();
    await database.drop();
  });

  const deskWith = async (channels: FakeChannel | FakeChannel[], clock?: Clock) => {
    const desk = await Desk.open({ url: database.url, channels: [channels].flat(), clock });
    open.push(desk);
    return desk;
  };
  const to = (address: string, key: string, kind: MessageKind = 'reminder', text = key): Draft => ({
    key,
    kind,
    to: { channel: 'bot', address },
    body: { text },
  });
  const put = (desk: Desk, ...drafts: Draft[]) => desk.database.transaction((em) => desk.outbox.put(em, drafts));

  it('sends a thousand messages once each, and tells what became of every one', async () => {
    const bot = new FakeChannel('bot');
    const desk = await deskWith(bot);
    await put(desk, ...Array.from({ length: 1000 }, (_, index) => to(`${index}`, `m/${index}`)));
    expect((await desk.delivery.deliverDue()).sent).toBe(1000);
    expect(new Set(bot.sends.map((send) => send.key)).size).toBe(1000);
    expect(new Set(Object.values(await desk.states()))).toEqual(new Set(['sent']));
  });

  it('sends each message once where two processes deliver at once', async () => {
    const channels = [new FakeChannel('bot'), new FakeChannel('bot')];
    const desks = [await deskWith(channels[0]!), await deskWith(channels[1]!)];
    await put(desks[0]!, ...Array.from({ length: 2000 }, (_, index) => to(`${index % 700}`, `m/${index}`)));
    await Promise.all(desks.map((desk) => desk.delivery.deliverDue()));
    await desks[0]!.delivery.deliverDue();
    const sends = channels.flatMap((channel) => channel.sends);
    expect(sends).toHaveLength(2000);
    expect(new Set(sends.map((send) => send.key)).size).toBe(2000);
  });

  it('lets a chat hear in the order written, also across an attempt that must be repeated', async () => {
    let refused = false;
    const bot = new FakeChannel('bot', {}, (_, __, key): SendOutcome => {
      if (key !== 'm/1' || refused) return { outcome: 'sent' };
      refused = true;
      return { outcome: 'retry', afterSeconds: 1, scope: 'chat' };
    });
    const desk = await deskWith(bot);
    await put(desk, to('mai', 'm/1'), to('mai', 'm/2'));
    await desk.delivery.deliverDue();
    // Written while the first one waits.
    await put(desk, to('mai', 'm/3'));
    await until(async () => {
      await desk.delivery.deliverDue();
      return bot.sends.length === 4;
    });
    expect(bot.sends.map((send) => send.key)).toEqual(['m/1', 'm/1', 'm/2', 'm/3']);
  });

  it('lets replies pass a long line of notices, within the limit of the channel', async () => {
    const bot = new FakeChannel('bot', { perSecond: 30, perChatPerSecond: 1 });
    const desk = await deskWith(bot);
    await put(desk, ...Array.from({ length: 400 }, (_, index) => to(`${index}`, `m/${index}`)));
    const delivered = desk.delivery.deliverDue();
    await until(() => bot.sends.length >= 20);
    await put(desk, to('lan', 'reply', 'reply'));
    const before = bot.sends.length;
    await desk.delivery.deliverSoon();
    await until(() => bot.sends.some((send) => send.key === 'reply'));
    // What had its slot already goes first; nothing of the rest does.
    expect(bot.sends.findIndex((send) => send.key === 'reply') - before).toBeLessThan(60);
    await delivered;
    expect(new Set(bot.sends.map((send) => send.key)).size).toBe(401);
  });

  it('is not held up by a chat whose provider is silent', async () => {
    let answer: (outcome: SendOutcome) => void = () => {};
    const silence = new Promise<SendOutcome>((resolve) => (answer = resolve));
    const bot = new FakeChannel('bot', {}, (address) => (address === 'silent' ? silence : { outcome: 'sent' }));
    const other = new FakeChannel('other');
    const desk = await deskWith([bot, other]);
    await put(desk, to('silent', 'm/1'), to('mai', 'm/2'), {
      ...to('lan', 'm/3'),
      to: { channel: 'other', address: 'lan' },
    });
    const delivered = desk.delivery.deliverDue();
    await until(() => other.sends.length === 1 && bot.sends.length === 2);
    await put(desk, to('mai', 'later'));
    await desk.delivery.deliverSoon();
    await until(async () => (await desk.states())['later'] === 'sent');
    expect((await desk.states())['m/1']).toBe('sending');
    answer({ outcome: 'unknown', detail: 'no answer in time' });
    await delivered;
    expect((await desk.states())['m/1']).toBe('unknown');
  });

  it('keeps urgent messages going where every other attempt hangs', async () => {
    let answer: (outcome: SendOutcome) => void = () => {};
    const silence = new Promise<SendOutcome>((resolve) => (answer = resolve));
    const bot = new FakeChannel('bot', {}, (_, __, key) => (key.startsWith('m/') ? silence : { outcome: 'sent' }));
    const desk = await deskWith(bot);
    await put(desk, ...Array.from({ length: 200 }, (_, index) => to(`${index}`, `m/${index}`)));
    const delivered = desk.delivery.deliverDue();
    await until(() => bot.sends.length === 48);
    await put(desk, to('mai', 'reply', 'reply'));
    await desk.delivery.deliverSoon();
    await until(async () => (await desk.states())['reply'] === 'sent');
    answer({ outcome: 'sent' });
    await delivered;
  });

  it('sends an escalation of which nobody knows once more, marked, and anything else no more', async () => {
    const bot = new FakeChannel('bot', {}, () => ({ outcome: 'unknown', detail: 'the line broke' }));
    const desk = await deskWith(bot);
    await put(
      desk,
      to('hung', 'e/1', 'escalation', 'Xã Ngũ Hiệp chậm nộp'),
      to('mai', 'm/1'),
      to('lan', 'reply', 'reply'),
    );
    await until(async () => {
      await desk.delivery.deliverDue();
      return (await desk.states())['e/1'] === 'unknown';
    });
    expect(bot.sends.filter((send) => send.key === 'e/1').map((send) => send.text)).toEqual([
      'Xã Ngũ Hiệp chậm nộp',
      expect.stringMatching(/^\(gửi lại\).*Xã Ngũ Hiệp chậm nộp/s),
    ]);
    expect(bot.sends.filter((send) => send.key !== 'e/1')).toHaveLength(2);
    expect(new Set(Object.values(await desk.states()))).toEqual(new Set(['unknown']));
  });

  it('gives back what a dead process had taken and not begun, and knows nothing of what it had begun', async () => {
    const desk = await deskWith(new FakeChannel('bot'));
    await put(desk, to('mai', 'taken'), to('lan', 'begun'), to('hung', 'begun-escalation', 'escalation'));
    const claimed = await desk.claims.claim(10);
    for (const message of claimed.filter(({ key }) => key.startsWith('begun'))) {
      expect(await desk.claims.begin({ message, channel: 'bot', address: 'x' })).toBe(true);
    }
    await desk.delivery.settleAbandoned('all');
    expect(await desk.states()).toEqual({ taken: 'due', begun: 'unknown', 'begun-escalation': 'due' });
  });

  it('gives back within seconds what was taken by a process that is no more, and leaves alone who lives', async () => {
    const dead = await deskWith(new FakeChannel('bot'));
    const living = await deskWith(new FakeChannel('bot'));
    const heir = await deskWith(new FakeChannel('bot'));
    await put(dead, to('mai', 'taken'), to('lan', 'begun'));
    for (const message of await dead.claims.claim(10)) {
      if (message.key === 'begun') await dead.claims.begin({ message, channel: 'bot', address: 'lan' });
    }
    await put(living, to('hung', 'under way'));
    await living.claims.claim(10);
    const look = () => heir.database.presence.inherit((gone) => heir.delivery.settleAbandoned(gone));
    expect(await look()).toBe(0);
    await dead.database.presence.end();
    const since = performance.now();
    await until(async () => (await look()) === 1);
    expect(performance.now() - since).toBeLessThan(60_000);
    expect(await heir.states()).toEqual({ taken: 'due', begun: 'unknown', 'under way': 'claimed' });
    expect(await look()).toBe(0);
  });

  it('leaves alone a process of which only the connection broke', async () => {
    const desk = await deskWith(new FakeChannel('bot'));
    const other = await deskWith(new FakeChannel('bot'));
    await put(desk, to('mai', 'm/1'));
    await desk.claims.claim(10);
    await other.database.rows(
      `select pg_terminate_backend(pid) from pg_locks
       where locktype = 'advisory' and classid = 4207011 and objid::bigint = ?`,
      [await desk.database.presence.announced()],
    );
    for (let looks = 0; looks < 20; looks += 1) {
      expect(await other.database.presence.inherit((gone) => other.delivery.settleAbandoned(gone))).toBe(0);
      await sleep(100);
    }
    expect(await desk.states()).toEqual({ 'm/1': 'claimed' });
  });

  it('gives an older claim no say: it neither sends nor settles', async () => {
    const desk = await deskWith(new FakeChannel('bot'));
    await put(desk, to('mai', 'm/1'));
    const [old] = await desk.claims.claim(10);
    await desk.delivery.settleAbandoned('all');
    const [fresh] = await desk.claims.claim(10);
    expect(await desk.claims.begin({ message: old!, channel: 'bot', address: 'mai' })).toBe(false);
    await desk.claims.settle({ message: old!, state: 'skipped', detail: 'late' });
    expect(await desk.states()).toEqual({ 'm/1': 'claimed' });
    await desk.claims.settle({ message: fresh!, state: 'sent', channel: 'bot', address: 'mai' });
    expect(await desk.states()).toEqual({ 'm/1': 'sent' });
  });

  it('takes again at once what stood in line for longer than its claim', async () => {
    const desk = await deskWith(new FakeChannel('bot'));
    let asked = 0;
    desk.outbox.addDoor('m', async (messages) => {
      asked += 1;
      // As if the line had been that long.
      if (asked === 1)
        await desk.database.rows(`update message set claimed_until = now() where key = 'm/2' returning 1`);
      return messages.map((message) => ({ send: message.body }));
    });
    // The answer that nothing is due is still on its way when the message is put back.
    const claim = desk.claims.claim.bind(desk.claims);
    desk.claims.claim = async (most) => {
      const found = await claim(most);
      if (found.length === 0) await sleep(300);
      return found;
    };
    await put(desk, to('mai', 'm/1'), to('lan', 'm/2'));
    await desk.delivery.deliverDue();
    expect(await desk.states()).toEqual({ 'm/1': 'sent', 'm/2': 'sent' });
    const [second] = await desk.database.rows(`select claims, attempts from message where key = 'm/2'`);
    expect(second).toEqual({ claims: 2, attempts: 1 });
  });

  it('asks at the door about a set at a time, and records why something was skipped', async () => {
    const desk = await deskWith(new FakeChannel('bot'));
    const asked: number[] = [];
    desk.outbox.addDoor('digest', async (messages) => {
      asked.push(messages.length);
      return messages.map((message) =>
        message.key === 'digest/1' ? { skip: 'nothing-owed' } : { send: message.body },
      );
    });
    await put(desk, ...Array.from({ length: 300 }, (_, index) => to(`${index}`, `digest/${index}`)));
    expect(await desk.delivery.deliverDue()).toMatchObject({ sent: 299, skipped: 1 });
    expect(asked).toEqual([300]);
    const [skipped] = await desk.database.rows(`select state, detail from message where key = 'digest/1'`);
    expect(skipped).toEqual({ state: 'skipped', detail: 'nothing-owed' });
  });

  it('asks again about what stood in line until the hours of the door were over', async () => {
    const morning = new Date('2027-06-30T00:00:00Z');
    let [now, until] = [new Date('2027-06-29T10:59:59Z'), new Date('2027-06-29T11:00:00Z')];
    // While the first of one chat is being sent, the evening comes; the second one of it still stands in line.
    const bot = new FakeChannel('bot', {}, (): SendOutcome => {
      now = new Date('2027-06-29T11:00:00Z');
      return { outcome: 'sent' };
    });
    const desk = await deskWith(bot, { now: () => now });
    desk.outbox.addDoor('digest', async (messages) =>
      messages.map(({ body }) => (now < until ? { send: body, within: { from: now, until } } : { holdUntil: morning })),
    );
    await put(desk, { ...to('mai', 'digest/1'), notBefore: now }, { ...to('mai', 'digest/2'), notBefore: now });
    await desk.delivery.deliverDue();
    expect(await desk.states()).toEqual({ 'digest/1': 'sent', 'digest/2': 'due' });
    [now, until] = [morning, new Date('2027-06-30T11:00:00Z')];
    await desk.delivery.deliverDue();
    expect(bot.sends.map((send) => send.key)).toEqual(['digest/1', 'digest/2']);
  });

  it('is silent towards a whole channel for as long as its provider wants, in every process', async () => {
    let limited = true;
    const answer = (): SendOutcome => {
      const first = limited;
      limited = false;
      return first ? { outcome: 'retry', afterSeconds: 2, scope: 'global' } : { outcome: 'sent' };
    };
    const [here, there] = [
      new FakeChannel('bot', { perSecond: 30 }, answer),
      new FakeChannel('bot', { perSecond: 30 }),
    ];
    const [desk, other] = [await deskWith(here), await deskWith(there)];
    await put(desk, to('mai', 'm/1'));
    await desk.delivery.deliverDue();
    const told = here.sends[0]!.at;
    await put(other, to('lan', 'm/2'));
    await until(async () => {
      await other.delivery.deliverDue();
      await sleep(50);
      return Object.values(await other.states()).every((state) => state === 'sent');
    });
    for (const send of [...here.sends.slice(1), ...there.sends]) expect(send.at - told).toBeGreaterThan(1900);
  });
});
