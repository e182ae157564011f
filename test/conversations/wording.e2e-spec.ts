import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { House } from '../house/house.js';

// The whole product is started: on a busy machine that takes a while.
jest.setTimeout(180_000);

/** Hà, an admin, words anew what the bot says; Mai reads it in her chat. */
describe('a text of the bot', () => {
  let house: House;

  beforeAll(async () => {
    house = await House.open({ day: '2027-06-15' });
    await house.openCycle(2028);
  });

  afterAll(() => house.close());

  it('is worded anew by an admin, at once and without code, and restored', async () => {
    const mai = await house.phoneOf(await house.person('Nguyễn Thị Mai', { unit: '00667', role: 'official' }));
    const ha = await house.cookieOf(await house.person('Nguyễn Thu Hà', { unit: 'so-khdt', role: 'admin' }));
    const put = (text: string | null, cookie = ha) =>
      house.app.inject({
        method: 'PUT',
        url: '/api/texts/bot.owed-head',
        headers: { cookie },
        payload: { locale: 'vi', text },
      });
    expect((await put('Kính gửi đồng chí, có {count} việc cần làm:')).statusCode).toBe(204);
    expect(await mai.says('việc')).toContain('Kính gửi đồng chí, có');
    expect((await put(null)).statusCode).toBe(204);
    expect(await mai.says('việc')).toContain('Đồng chí có');
    const official = await house.cookieOf(await house.person('Trần Văn An', { unit: '00667', role: 'official' }));
    expect((await put('Việc:', official)).statusCode).toBe(403);
  });

  it('that two admins word at once is nobody overwritten: the second is told whose words stand', async () => {
    const [ha, an] = await Promise.all(
      ['Nguyễn Thu Hà', 'Trần Văn An'].map(async (name) =>
        house.cookieOf(await house.person(name, { unit: 'so-khdt', role: 'admin' })),
      ),
    );
    const url = '/api/texts/bot.nothing-owed';
    const seenBy = async () => {
      const reply = await house.app.inject({ url: '/api/texts?prefix=bot.nothing-owed', headers: { cookie: ha! } });
      return reply.json<{ vi: { text: string; version: number } }[]>()[0]!.vi;
    };
    const put = (cookie: string, text: string, seen: number) =>
      house.app.inject({ method: 'PUT', url, headers: { cookie }, payload: { locale: 'vi', text, seen } });
    const { version } = await seenBy();
    const both = await Promise.all([
      put(ha!, 'Đồng chí đã nộp đủ.', version),
      put(an!, 'Không còn việc nào phải nộp.', version),
    ]);
    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([204, 409]);
    const stands = await seenBy();
    const refused = both.find(({ statusCode }) => statusCode === 409)!.json<{ code: string; message: string }>();
    expect(refused.code).toBe('wording.changed-meanwhile');
    expect(refused.message).toContain(`«${stands.text}»`);
    expect(stands.version).toBe(version + 1);
    expect((await put(an!, 'Đến nay đồng chí không còn việc nào.', stands.version)).statusCode).toBe(204);
    const undo = (seen: number) =>
      house.app.inject({
        method: 'POST',
        url: `${url}/undo`,
        headers: { cookie: ha! },
        payload: { locale: 'vi', seen },
      });
    expect((await undo(stands.version)).statusCode).toBe(409);
    expect((await undo(stands.version + 1)).statusCode).toBe(204);
    expect((await seenBy()).text).toBe(stands.text);
  });
});
