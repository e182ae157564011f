import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { plainDate } from '../../src/modules/shared/index.js';
import { House, ZONE } from '../house/house.js';
import type { Phone } from '../house/phone.js';

jest.setTimeout(120_000);

const THANH_TRI = '020';
const NGU_HIEP = '00667';

interface Told {
  assigned: { code: string; value: string }[];
  resolved: { code: string; value: string; decision: string }[];
  missing: { code: string }[];
  rebaselines: {
    id: string;
    code: string;
    assigned: string;
    resolved: string;
    answer: string | null;
    adopted: string | null;
    reason: string;
  }[];
}

/** Bình heads Huyện Thanh Trì, which assigns; Mai answers for Xã Ngũ Hiệp, whose council voted before. */
describe('targets that arrive after the council’s vote', () => {
  let house: House;
  let mai: Phone;
  const cookies: Record<string, string> = {};

  beforeAll(async () => {
    house = await House.open({ day: '2027-12-01' });
    await house.openCycle(2028);
    const maiId = await house.person('Nguyễn Thị Mai', { unit: NGU_HIEP, role: 'official' });
    cookies['mai'] = await house.cookieOf(maiId);
    cookies['binh'] = await house.cookieOf(await house.person('Trần Văn Bình', { unit: THANH_TRI, role: 'head' }));
    cookies['dung'] = await house.cookieOf(await house.person('Lê Thị Dung', { unit: '018', role: 'head' }));
    mai = await house.phoneOf(maiId);
  });

  afterAll(() => house.close());

  const call = async <T = { code: string; message: string }>(
    who: string,
    method: 'GET' | 'POST',
    url: string,
    payload?: object,
  ) => {
    const headers = { cookie: cookies[who]! };
    const reply = await house.app.inject({ method, url: `/api${url}`, headers, ...(payload ? { payload } : {}) });
    return { status: reply.statusCode, body: (reply.body ? reply.json() : undefined) as T };
  };
  const resolve = (who: string, targets: object[], decision = 'Nghị quyết 12/NQ-HĐND') =>
    call<{ asked: number; code: string; message: string }>(who, 'POST', '/targets/resolved', {
      planYear: 2028,
      unit: NGU_HIEP,
      decision,
      decidedOn: '2027-12-03',
      targets,
    });
  const assign = (who: string, targets: object[], decision = 'Quyết định 99/QĐ-UBND') =>
    call<{ asked: number; code: string; message: string }>(who, 'POST', '/targets/assigned', {
      planYear: 2028,
      setBy: THANH_TRI,
      decision,
      decidedOn: '2027-12-20',
      targets: targets.map((one) => ({ unit: NGU_HIEP, ...one })),
    });
  const told = async () => (await call<Told>('mai', 'GET', `/targets?unit=${NGU_HIEP}&planYear=2028`)).body;
  const answer = (who: string, id: string, payload: object) =>
    call(who, 'POST', `/targets/rebaselines/${id}/answer`, payload);
  const open = async (code: string) =>
    (await told()).rebaselines.find((one) => one.code === code && one.answer === null)!;

  it('are recorded by whom they concern, as the form takes them', async () => {
    const revenue = { code: 'state-budget-revenue', value: '30' };
    expect((await resolve('binh', [revenue])).status).toBe(403);
    for (const value of ['1.234,5', '-1', 'ba mươi']) {
      const refused = await resolve('mai', [{ ...revenue, value }]);
      expect([value, refused.status, refused.body.code]).toEqual([value, 422, 'targets.wrong']);
    }
    expect((await resolve('mai', [{ code: 'grdp-growth', value: '8' }])).body.code).toBe('targets.row-unknown');
    expect((await resolve('mai', [revenue, revenue])).body.code).toBe('targets.twice');
    const done = await resolve('mai', [
      revenue,
      { code: 'waste-collection-rate', value: '95' },
      { code: 'strong-government-rate', value: '1' },
      { code: 'cultural-family-rate', value: '90' },
    ]);
    expect([done.status, done.body.asked]).toEqual([200, 0]);
  });

  it('ask the unit where they differ, change nothing by themselves, and name what the council left out', async () => {
    expect((await assign('dung', [{ code: 'state-budget-revenue', value: '33' }])).status).toBe(403);
    const { status, body } = await assign('binh', [
      { code: 'state-budget-revenue', value: '33.5' },
      { code: 'waste-collection-rate', value: '97' },
      { code: 'strong-government-rate', value: '1' },
      { code: 'cultural-family-rate', value: '88' },
      { code: 'investment-growth', value: '10' },
    ]);
    expect([status, body.asked]).toEqual([200, 3]);
    const now = await told();
    expect(now.resolved.find((one) => one.code === 'state-budget-revenue')!.value).toBe('30');
    expect(now.missing.map((one) => one.code)).toEqual(['investment-growth']);
    const heard = await mai.hears();
    expect(heard).toContain('Xã Ngũ Hiệp năm 2028 khác với chỉ tiêu Hội đồng nhân dân đã quyết nghị');
    expect(heard).toContain('cấp trên giao 33,5, đã quyết nghị 30');
    expect(heard).not.toContain('vững mạnh');
  });

  it('are answered by adopting no less, or by keeping and saying why', async () => {
    const revenue = await open('state-budget-revenue');
    expect((await answer('binh', revenue.id, { adopt: '33.5' })).status).toBe(403);
    const short = await answer('mai', revenue.id, { adopt: '32' });
    expect([short.status, short.body.message]).toEqual([422, expect.stringContaining('33,5')]);
    const waiting = await call<{ rebaselines: { unitName: string; code: string }[] }>(
      'mai',
      'GET',
      '/targets/rebaselines',
    );
    expect(waiting.body.rebaselines.map((one) => [one.unitName, one.code])).toContainEqual([
      'Xã Ngũ Hiệp',
      'state-budget-revenue',
    ]);
    expect((await call<{ rebaselines: [] }>('binh', 'GET', '/targets/rebaselines')).body.rebaselines).toEqual([]);
    expect((await answer('mai', revenue.id, { adopt: 'khoảng ba mươi mấy' })).body.code).toBe('targets.wrong');
    expect((await answer('mai', revenue.id, { adopt: '34,0', decision: 'Nghị quyết 15/NQ-HĐND' })).status).toBe(204);
    const waste = await open('waste-collection-rate');
    expect((await answer('mai', waste.id, { keep: '' })).body.code).toBe('targets.reason-needed');
    expect((await answer('mai', waste.id, { keep: 'Bãi rác đóng cửa đến hết năm' })).status).toBe(204);
    // What already goes beyond the assigned figure is kept without a reason.
    expect((await answer('mai', (await open('cultural-family-rate')).id, { keep: '' })).status).toBe(204);
    expect((await answer('mai', waste.id, { adopt: '97' })).status).toBe(409);
    const now = await told();
    expect(now.rebaselines.map(({ code, answer: how, adopted, reason }) => [code, how, adopted, reason])).toEqual([
      ['cultural-family-rate', 'kept', null, ''],
      ['state-budget-revenue', 'adopted', '34', ''],
      ['waste-collection-rate', 'kept', null, 'Bãi rác đóng cửa đến hết năm'],
    ]);
    expect(now.resolved.find((one) => one.code === 'state-budget-revenue')).toMatchObject({
      value: '34',
      decision: 'Nghị quyết 15/NQ-HĐND',
    });
  });

  it('are not asked about again, but about a newer figure', async () => {
    const again = await assign('binh', [{ code: 'investment-growth', value: '11' }]);
    expect(again.body.asked).toBe(0);
    house.clock.set(plainDate.at('2027-12-01', '20:15', ZONE));
    const newer = await assign('binh', [{ code: 'state-budget-revenue', value: '36' }], 'Quyết định 120/QĐ-UBND');
    expect(newer.body.asked).toBe(1);
    await assign('binh', [{ code: 'state-budget-revenue', value: '34' }], 'Quyết định 121/QĐ-UBND');
    // Overtaken before it left in the morning: nobody is asked for nothing.
    await house.advanceTo('2027-12-02');
    const messages = await house.database.rows<{ state: string }>(
      `select state from message where key like 'rebaseline/%' order by seq`,
    );
    expect(messages.map((one) => one.state)).toEqual(['sent', 'skipped']);
    const [last] = (await told()).rebaselines.slice(-1);
    expect(last).toMatchObject({ code: 'state-budget-revenue', assigned: '36', answer: 'overtaken' });
  });

  it('are reminded of until they are answered, as the ladder says, and the last time the head hears', async () => {
    const nam = await house.phoneOf(await house.person('Hoàng Văn Nam', { unit: NGU_HIEP, role: 'head' }));
    const asking = await assign('binh', [{ code: 'waste-collection-rate', value: '98' }], 'Quyết định 130/QĐ-UBND');
    expect(asking.body.asked).toBe(1);
    await house.advanceTo('2027-12-06');
    await mai.hears();
    // Three working days after the question, which was of 2 December.
    await house.advanceTo('2027-12-07');
    const reminded = await mai.hears();
    expect(reminded).toContain('chưa có trả lời');
    expect(reminded).toContain('Xã Ngũ Hiệp, năm kế hoạch 2028: 1 chỉ tiêu');
    await house.advanceTo('2027-12-10');
    expect(await mai.hears()).toContain('chưa có trả lời');
    await nam.hears();
    await house.advanceTo('2027-12-15');
    expect(await nam.hears()).toContain('1 chỉ tiêu, được hỏi ngày 02/12/2027');
    const asked = await open('waste-collection-rate');
    expect((await answer('mai', asked.id, { adopt: '98' })).status).toBe(204);
    await house.advanceTo('2027-12-31');
    const keys = await house.database.rows<{ key: string; role: string }>(
      `select split_part(rung_key, '#', 2) as key, audience_role as role from notice where rung = 'rebaseline' order by rung_key`,
    );
    expect(keys.map(({ key, role }) => `${key} ${role}`)).toEqual(['1 official', '2 official', '3 head']);
  });

  it('keep every figure on record, with its decision, and each act in the audit trail', async () => {
    const figures = await house.database.rows<{ line: string }>(
      `select sort || ' ' || trim_scale(value)::text || ' ' || decision || case when superseded_at is null then ' *' else '' end as line
       from target where code = 'state-budget-revenue' order by recorded_at, sort`,
    );
    expect(figures.map((one) => one.line)).toEqual([
      'resolved 30 Nghị quyết 12/NQ-HĐND',
      'assigned 33.5 Quyết định 99/QĐ-UBND',
      'resolved 34 Nghị quyết 15/NQ-HĐND *',
      'assigned 36 Quyết định 120/QĐ-UBND',
      'assigned 34 Quyết định 121/QĐ-UBND *',
    ]);
    const acts = await house.database.rows<{ action: string }>(
      `select action from audit_event where action like 'target%' order by at`,
    );
    expect(new Set(acts.map((one) => one.action))).toEqual(
      new Set(['targets resolved', 'targets assigned', 'target answered']),
    );
  });
});
