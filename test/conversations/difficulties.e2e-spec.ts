import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { House } from '../house/house.js';
import type { Phone } from '../house/phone.js';

const NGU_HIEP = '00667';
const PLANNING = 'so-khdt';

// The whole product is started: on a busy machine that takes a while.
jest.setTimeout(180_000);

/** Mai of Xã Ngũ Hiệp meets a difficulty; Dũng of the planning department gathers them (directive IV.3). */
describe('a difficulty', () => {
  let house: House;
  let mai: Phone;
  let dung: Phone;
  let cookies: Record<'mai' | 'dung' | 'binh', string>;
  let number: number;

  beforeAll(async () => {
    house = await House.open({ day: '2027-06-15' });
    await house.openCycle(2028);
    const ids = {
      mai: await house.person('Nguyễn Thị Mai', { unit: NGU_HIEP, role: 'official' }),
      dung: await house.person('Đỗ Tiến Dũng', { unit: PLANNING, role: 'supervisor' }),
      binh: await house.person('Trần Văn Bình', { unit: '020', role: 'supervisor' }),
    };
    mai = await house.phoneOf(ids.mai);
    dung = await house.phoneOf(ids.dung);
    cookies = {
      mai: await house.cookieOf(ids.mai),
      dung: await house.cookieOf(ids.dung),
      binh: await house.cookieOf(ids.binh),
    };
  });

  afterAll(() => house.close());

  const post = (as: keyof typeof cookies, url: string, payload: object) =>
    house.app.inject({ method: 'POST', url, headers: { cookie: cookies[as] }, payload });
  const gathered = async (as: keyof typeof cookies) => {
    const reply = await house.app.inject({ url: '/api/questions/difficulties', headers: { cookie: cookies[as] } });
    return reply.json<{ items: { number: number; unitName: string; closedAt?: string; settlement?: object }[] }>()
      .items;
  };

  it('goes from the chat to the planning department, past the district', async () => {
    await mai.says('/vuongmac');
    const said = await mai.says('chưa có mẫu biểu M4');
    number = Number(/vướng mắc số (\d+)/.exec(said)![1]);
    expect(await dung.hears()).toContain('Xã Ngũ Hiệp, báo vướng mắc');
    expect(await dung.says('/vuongmac')).toContain(`Số ${number} (Xã Ngũ Hiệp`);
    expect(await gathered('dung')).toMatchObject([{ number, unitName: 'Xã Ngũ Hiệp' }]);
    expect(await gathered('binh')).toEqual([]);
  });

  it('is told again in the morning message once, three working days later', async () => {
    await house.advanceTo('2027-06-19');
    expect(await dung.hears()).toMatch(/đang chờ giải quyết[\s\S]*chưa có mẫu biểu M4/);
    const notices = await house.database.rows(`select rung_key, state from notice where difficulty = ?`, [number]);
    expect(notices).toEqual([{ rung_key: `difficulty/${number}/0#1`, state: 'planned' }]);
  });

  it('is answered and stays open, and is settled by whoever receives it alone', async () => {
    expect(await dung.says(`trả lời ${number}: sẽ gửi mẫu trong tuần`)).toContain('Đã gửi câu trả lời');
    expect(await mai.hears()).toMatch(/sẽ gửi mẫu trong tuần[\s\S]*vẫn được theo dõi/);
    expect(await mai.says('/vuongmac')).toContain('đã trả lời, chưa giải quyết xong');
    await mai.says('dừng');
    for (const one of ['mai', 'binh'] as const) {
      expect((await post(one, `/api/questions/${number}/settlement`, { text: 'xong' })).statusCode).toBe(404);
    }
    expect(await dung.says(`giải quyết ${number}: đã gửi mẫu M4`)).toContain('Đã ghi kết quả');
    expect(await mai.hears()).toContain('đã được đồng chí Đỗ Tiến Dũng giải quyết: đã gửi mẫu M4');
    expect(await gathered('dung')).toMatchObject([
      { number, settlement: { by: 'Đỗ Tiến Dũng', text: 'đã gửi mẫu M4' } },
    ]);
    const audit = await house.database.rows<{ action: string }>(
      `select action from audit_event where details ->> 'number' = ? order by id`,
      [String(number)],
    );
    expect(audit.map(({ action }) => action)).toEqual(['difficulty raised', 'question answered', 'difficulty settled']);
    expect((await post('dung', `/api/questions/${number}/settlement`, { text: 'lại' })).statusCode).toBe(409);
  });

  it('is raised and settled on the page as well, by the own unit alone, and not reminded of once it is settled', async () => {
    expect((await post('binh', '/api/questions/difficulties', { unit: NGU_HIEP, text: 'x' })).statusCode).toBe(403);
    const raised = await post('mai', '/api/questions/difficulties', { unit: NGU_HIEP, text: 'thiếu biên chế' });
    expect(raised.statusCode).toBe(201);
    const { number: second } = raised.json<{ number: number }>();
    expect(await dung.hears()).toContain('thiếu biên chế');
    expect((await post('dung', `/api/questions/${second}/settlement`, { text: 'đã bố trí' })).statusCode).toBe(204);
    expect(await mai.hears()).toContain('đã bố trí');
    await house.advanceTo('2027-06-24');
    expect(await dung.hears()).not.toContain('thiếu biên chế');
  });
});
