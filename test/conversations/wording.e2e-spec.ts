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
});
