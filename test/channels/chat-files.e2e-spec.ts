import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { IncomingFiles } from '../../src/modules/conversations/index.js';
import { rows } from '../../src/modules/database/index.js';
import { Attachments, OutboxService } from '../../src/modules/outbox/index.js';
import { House } from '../house/house.js';
import type { Phone } from '../house/phone.js';

const photo = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3, 0xfe]);

describe('the web chat', () => {
  let house: House;
  let mai: string;
  let phone: Phone;
  beforeAll(async () => {
    house = await House.open({ day: '2027-06-15' });
    mai = await house.person('Nguyễn Thị Mai', { unit: '00667', role: 'official' });
    phone = await house.phoneOf(mai);
    house.of(Attachments).addMaker('test', async (rest, person) => ({
      name: 'Biểu M3.xlsx',
      mediaType: 'application/octet-stream',
      content: Buffer.from(`${rest} ${person === mai}`),
    }));
  }, 60_000);
  afterAll(() => house.close());

  const sends = (content: Buffer, key: string = randomUUID(), who = phone) =>
    house.app.inject({
      method: 'POST',
      url: `/api/chat/files?key=${key}&name=${encodeURIComponent('Biên bản.jpg')}`,
      headers: { ...who.cookies, 'content-type': 'application/octet-stream' },
      payload: content,
    });
  const fileOf = (line: number, who = phone) =>
    house.app.inject({ url: `/api/chat/files/${line}`, headers: who.cookies });

  it('takes a photograph once, hands it to the dialog whole, and gives it back', async () => {
    const key = randomUUID();
    const [first, again] = [await sends(photo, key), await sends(photo, key)];
    expect([first.statusCode, again.statusCode]).toEqual([202, 202]);
    expect(again.json()).toEqual(first.json());
    const own = (await phone.lines()).filter(({ file }) => file);
    expect(own).toMatchObject([{ author: 'person', text: '', file: 'Biên bản.jpg' }]);
    const kept = await rows<{ incoming: { content: { type: string; fileId: string } } }>(
      house.database.em,
      `select incoming from inbox where event_id like ?`,
      [`%/${key}`],
    );
    expect(kept).toHaveLength(1);
    const { content } = kept[0]!.incoming;
    expect(content).toMatchObject({ type: 'file', name: 'Biên bản.jpg', size: photo.length });
    expect(await house.of(IncomingFiles).fetch('webchat', content.fileId)).toEqual({ content: photo });
    const back = await fileOf(own[0]!.line);
    expect(back.rawPayload).toEqual(photo);
    expect(back.headers['content-disposition']).toContain('attachment');
  });

  it('refuses what is empty or too long, and files of whoever is not linked', async () => {
    expect((await sends(Buffer.alloc(0))).statusCode).toBe(422);
    const long = await sends(Buffer.alloc(10 * 1024 * 1024 + 1));
    expect(long.json()).toMatchObject({ code: 'chat.file-refused', message: expect.stringContaining('10 MB') });
    const stranger = await house.phone();
    expect((await sends(photo, randomUUID(), stranger)).json()).toMatchObject({ code: 'chat.not-linked' });
  });

  it('takes so much and no more of one chat: ten files and sixty messages a minute, four thousand characters in one', async () => {
    const lan = await house.person('Đỗ Thị Lan', { unit: '00670', role: 'official' });
    const flooding = await house.phoneOf(lan);
    const [files, texts]: number[][] = [[], []];
    for (let n = 0; n < 11; n += 1) files!.push((await sends(photo, randomUUID(), flooding)).statusCode);
    const types = (text: string) =>
      house.app.inject({
        method: 'POST',
        url: '/api/chat/lines',
        headers: flooding.cookies,
        payload: { key: randomUUID(), text },
      });
    expect((await types('a'.repeat(4001))).statusCode).toBe(400);
    for (let n = 0; n < 61; n += 1) texts!.push((await types('việc')).statusCode);
    expect([files!.slice(0, 10).includes(429), files![10], texts!.at(-1)]).toEqual([false, 429, 429]);
    expect(texts!.filter((status) => status === 202).length).toBeGreaterThan(50);
    // Others are not held up by it.
    expect((await sends(photo, randomUUID(), await house.phoneOf(lan))).statusCode).toBe(202);
  });

  it('gives the file of a message to the chat it went to, made for its person, and to nobody else', async () => {
    const outbox = house.of(OutboxService);
    const body = { text: 'Biểu để điền', attachment: { name: 'Biểu M3.xlsx', fileRef: 'test/m3' } };
    await outbox.put(house.database.em, [{ key: 'system/file', kind: 'system', to: { person: mai }, body }]);
    await phone.hears();
    const line = (await phone.lines()).findLast(({ file }) => file === 'Biểu M3.xlsx')!;
    expect((await fileOf(line.line)).body).toBe('m3 true');
    const stranger = await house.phone();
    expect((await fileOf(line.line, stranger)).statusCode).toBe(410);
    for (const wrong of ['0', 'x', '999', '1.5'])
      expect((await fileOf(wrong as never)).statusCode).toBeGreaterThan(399);
  });

  it('tells when a notice was read: when the page has shown it, not when it was sent', async () => {
    const outbox = house.of(OutboxService);
    const readAt = async (key: string) =>
      (
        await rows<{ read_at: string | null }>(house.database.em, `select read_at from message where key = ?`, [key])
      )[0]!.read_at;
    const put = (key: string) =>
      outbox.put(house.database.em, [{ key, kind: 'reminder', to: { person: mai }, body: { text: key } }]);
    await put('test/first');
    await phone.hears();
    const shown = (await phone.lines()).at(-1)!.line;
    await put('test/second');
    await phone.hears();
    expect(await readAt('test/first')).toBeNull();
    const reads = (line: unknown) =>
      house.app.inject({ method: 'POST', url: '/api/chat/read', headers: phone.cookies, payload: { line } });
    expect((await reads(shown)).statusCode).toBe(204);
    expect(await readAt('test/first')).not.toBeNull();
    expect(await readAt('test/second')).toBeNull();
    const first = await readAt('test/first');
    house.clock.set(new Date(house.clock.now().getTime() + 60_000));
    await reads(shown + 1);
    expect(await readAt('test/second')).not.toBeNull();
    expect(await readAt('test/first')).toEqual(first);
    expect((await reads('mọi tin')).statusCode).toBe(400);
  });
});
