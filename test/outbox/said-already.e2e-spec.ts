import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Body, Draft } from '../../src/modules/outbox/index.js';
import { freshDatabase, type TestDatabase } from '../setup/database.js';
import { Desk, FakeChannel } from './desk.js';

/** Who hears nothing says it again; on a channel at its limit every such answer would lengthen the wait of all. */
describe('a reply that waited', () => {
  let database: TestDatabase;
  let now: Date;
  const open: Desk[] = [];

  beforeEach(async () => {
    database = await freshDatabase();
    now = new Date('2027-06-29T02:00:00Z');
  });
  afterEach(async () => {
    for (const desk of open.splice(0)) await desk.close();
    await database.drop();
  });

  async function deskWith(bot: FakeChannel): Promise<Desk> {
    const desk = await Desk.open({ url: database.url, channels: [bot], clock: { now: () => now } });
    open.push(desk);
    return desk;
  }
  async function person(desk: Desk, name: string): Promise<string> {
    const id = randomUUID();
    await desk.database.rows(`insert into person (id, name) values (?, ?) returning 1`, [id, name]);
    return id;
  }
  const reply = (key: string, who: string, body: Body): Draft => ({
    ...{ key, kind: 'reply', to: { channel: 'bot', address: who, person: who }, body },
  });
  const asked = (text: string, token: string, label = 'Chưa có số liệu'): Body => ({
    text,
    buttons: [[{ label, token, typed: 'chưa có số liệu' }]],
  });
  const put = (desk: Desk, ...drafts: Draft[]) => desk.database.transaction((em) => desk.outbox.put(em, drafts));
  const later = (ms: number) => void (now = new Date(now.getTime() + ms));

  it('is not sent where the same words over the same buttons left after it had been written, and says why', async () => {
    const bot = new FakeChannel('bot', { perChatPerSecond: 5 });
    const desk = await deskWith(bot);
    const [mai, lan] = [await person(desk, 'Mai'), await person(desk, 'Lan')];
    await put(
      desk,
      reply('first', mai, asked('Chỉ tiêu 1', '1')),
      reply('between', mai, asked('Chỉ tiêu 2', '2')),
      reply('again', mai, asked('Chỉ tiêu 1', '3')),
      reply('other buttons', mai, asked('Chỉ tiêu 1', '4', 'Nộp báo cáo')),
      reply('of somebody else', lan, asked('Chỉ tiêu 1', '5')),
    );
    later(5000);
    await desk.delivery.deliverDue();
    expect(await desk.states()).toEqual({
      ...{ first: 'sent', between: 'sent', again: 'skipped', 'other buttons': 'sent', 'of somebody else': 'sent' },
    });
    expect(await desk.database.rows(`select detail from message where state = 'skipped'`)).toEqual([
      { detail: 'said-already' },
    ]);
  });

  it('is sent to whoever asks again after having read', async () => {
    const desk = await deskWith(new FakeChannel('bot'));
    const mai = await person(desk, 'Mai');
    await put(desk, reply('first', mai, asked('Chỉ tiêu 1', '1')));
    await desk.delivery.deliverDue();
    later(10);
    await put(desk, reply('again', mai, asked('Chỉ tiêu 1', '2')));
    later(5000);
    await desk.delivery.deliverDue();
    expect(await desk.states()).toEqual({ first: 'sent', again: 'sent' });
  });

  it('is sent where nobody knows whether the one before arrived', async () => {
    const bot = new FakeChannel('bot', {}, (_, __, key) =>
      key === 'first' ? { outcome: 'unknown', detail: 'timeout' } : { outcome: 'sent' },
    );
    const desk = await deskWith(bot);
    const mai = await person(desk, 'Mai');
    await put(desk, reply('first', mai, asked('Chỉ tiêu 1', '1')), reply('again', mai, asked('Chỉ tiêu 1', '2')));
    later(5000);
    await desk.delivery.deliverDue();
    expect(await desk.states()).toEqual({ first: 'unknown', again: 'sent' });
  });

  it('is sent where it brings a file, which is made anew each time', async () => {
    const desk = await deskWith(new FakeChannel('bot', { documents: { maxBytes: 1000, maxCaption: 100 } }));
    const mai = await person(desk, 'Mai');
    const workbook = { text: 'Biểu', attachment: { name: 'bieu.xlsx', fileRef: 'nobody/1' } };
    await put(desk, reply('first', mai, { text: 'Biểu' }), reply('again', mai, workbook));
    later(5000);
    await desk.delivery.deliverDue();
    const states = await desk.states();
    expect(states.first).toBe('sent');
    expect(states.again).not.toBe('skipped');
  });
});
