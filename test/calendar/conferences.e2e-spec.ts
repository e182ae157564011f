import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { plainDate } from '../../src/modules/shared/index.js';
import { House, ZONE } from '../house/house.js';
import type { Phone } from '../house/phone.js';

jest.setTimeout(120_000);

const THANH_TRI = '020';
const GIA_LAM = '018';
const HEARING = 'r2-district-conf';

interface Shown {
  id: string;
  unit: string;
  unitName: string;
  day: string;
  half: string;
  chair: string;
  room: string;
  version: number;
}

/** Sơn and Hằng head the planning department and chair; Lan answers for Huyện Thanh Trì; Mai for a commune. */
describe('conferences of a window', () => {
  let house: House;
  let lan: Phone;
  const people: Record<string, string> = {};
  const cookies: Record<string, string> = {};

  beforeAll(async () => {
    house = await House.open({ day: '2027-07-25' });
    await house.openCycle(2028);
    people['son'] = await house.person('Đỗ Hồng Sơn', { unit: 'so-khdt', role: 'head' });
    people['hang'] = await house.person('Trần Thu Hằng', { unit: 'so-khdt', role: 'head' });
    people['lan'] = await house.person('Phạm Thị Lan', { unit: THANH_TRI, role: 'official' });
    people['mai'] = await house.person('Nguyễn Thị Mai', { unit: '00667', role: 'official' });
    for (const [name, id] of Object.entries(people)) cookies[name] = await house.cookieOf(id);
    lan = await house.phoneOf(people['lan']!);
  });

  afterAll(() => house.close());

  const call = async <T = { code: string; message: string }>(
    who: string,
    method: 'GET' | 'POST' | 'PUT',
    url: string,
    payload?: object,
  ) => {
    const headers = { cookie: cookies[who]! };
    const reply = await house.app.inject({ method, url: `/api${url}`, headers, ...(payload ? { payload } : {}) });
    return { status: reply.statusCode, body: (reply.body ? reply.json() : undefined) as T };
  };
  const panels = () => [
    { chair: people['son']!, room: 'Phòng họp 1' },
    { chair: people['hang']!, room: 'Phòng họp 2' },
  ];
  const wish = (confirmed: boolean) => ({
    planYear: 2028,
    milestone: HEARING,
    heldBy: 'so-khdt',
    panels: panels(),
    confirmed,
  });
  const list = async (who: string) => {
    const { body } = await call<{ conferences: Shown[] }>(who, 'GET', '/conferences?planYear=2028');
    return body.conferences;
  };
  const of = async (unit: string) => (await list('son')).find((one) => one.unit === unit)!;
  const invitations = (person: string) =>
    house.database.rows<{ key: string; state: string; text: string }>(
      `select key, state, body ->> 'text' as text from message where key like 'conference/%' and person_id = ?::uuid order by seq`,
      [people[person]!],
    );

  it('are planned from the window and shown before anything is written', async () => {
    const { status, body } = await call<{ sittings: Shown[]; unplaced: unknown[]; applied: boolean }>(
      'son',
      'POST',
      '/conferences/arrange',
      wish(false),
    );
    expect([status, body.sittings.length, body.unplaced, body.applied]).toEqual([200, 30, [], false]);
    expect(body.sittings[0]!.day).toBe('2027-08-06');
    // Saturday and Sunday are left out.
    expect(body.sittings.some((one) => one.day === '2027-08-07' || one.day === '2027-08-08')).toBe(false);
    expect(await list('son')).toEqual([]);
    expect((await call('mai', 'POST', '/conferences/arrange', wish(true))).status).toBe(403);
  });

  it('are arranged once, one for each unit, and seen by whom they concern', async () => {
    await call('son', 'POST', '/conferences/arrange', wish(true));
    const again = await call<{ sittings: Shown[] }>('son', 'POST', '/conferences/arrange', wish(true));
    expect(again.body.sittings).toEqual([]);
    expect(await list('son')).toHaveLength(30);
    expect((await list('lan')).map((one) => one.unitName)).toEqual(['Huyện Thanh Trì']);
    expect(await list('mai')).toEqual([]);
  });

  it('are not moved onto another’s chair, out of the window, or onto a day off; the sentence says who clashes', async () => {
    const mine = await of(THANH_TRI);
    const other = (await list('son')).find((one) => one.chair === people['son'] && one.day !== mine.day)!;
    const to = { day: other.day, half: other.half, chair: other.chair, room: 'Phòng họp 9' };
    const clash = await call('son', 'PUT', `/conferences/${mine.id}`, to);
    expect([clash.status, clash.body.code]).toEqual([409, 'calendar.conference.clash']);
    expect(clash.body.message).toContain(`Đỗ Hồng Sơn đã có hội nghị về kế hoạch của ${other.unitName}`);
    const late = await call('son', 'PUT', `/conferences/${mine.id}`, { ...to, day: '2027-09-11' });
    expect([late.status, late.body.message]).toEqual([422, expect.stringContaining('06/08/2027 đến 10/09/2027')]);
    const sunday = await call('son', 'PUT', `/conferences/${mine.id}`, { ...to, day: '2027-08-22' });
    expect([sunday.status, sunday.body.code]).toEqual([422, 'calendar.conference.day-off']);
    expect(await of(THANH_TRI)).toEqual(mine);
  });

  it('cannot clash in the database either', async () => {
    const { id } = await of(THANH_TRI);
    const taken = await of(GIA_LAM);
    await expect(
      house.database.transaction((em) =>
        em
          .getConnection()
          .execute(
            `update conference set on_day = ?, half = ?, chair_id = ? where id = ?`,
            [taken.day, taken.half, taken.chair, id],
            'run',
            em.getTransactionContext(),
          ),
      ),
    ).rejects.toThrow(/conference_chair/);
  });

  it('that are moved twice before the invitation leaves are announced once, as they stand, and not at night', async () => {
    const { id } = await of(THANH_TRI);
    await house.settle();
    await lan.hears();
    const free = { half: 'morning', chair: people['son']!, room: 'Phòng họp 1' };
    house.clock.set(plainDate.at('2027-07-25', '20:15', ZONE));
    await call('son', 'PUT', `/conferences/${id}`, { ...free, day: '2027-09-07' });
    const note = 'Mang theo biểu M4';
    const moved = await call<Shown>('son', 'PUT', `/conferences/${id}`, { ...free, day: '2027-09-08', note });
    expect([moved.status, moved.body.version]).toEqual([200, 3]);
    expect(await lan.hears()).toBe('');
    await house.advanceTo('2027-07-26');
    const heard = await lan.hears();
    expect(heard).toContain('đã đổi lịch: buổi sáng ngày 08/09/2027');
    expect(heard).toContain(note);
    expect(heard).not.toContain('07/09/2027');
    const told = (await invitations('lan')).map((one) => `${one.key.split('/')[2]} ${one.state}`);
    expect(told).toEqual(['1 sent', '2 skipped', '3 sent']);
  });

  it('keep minutes against each figure: what was put forward, said and settled; a wrong figure is refused', async () => {
    const [draft] = await house.database.rows<{ id: string }>(
      `select id from obligation where unit_code = ? and milestone = 'r1-district'`,
      [THANH_TRI],
    );
    const cells = { 'state-budget-revenue': { 'plan-next': { state: 'value', value: '125.5' } } };
    expect((await call('lan', 'PUT', `/reports/${draft!.id}/answers`, { cells })).status).toBeLessThan(300);
    const { id } = await of(THANH_TRI);
    const line = { row: 'state-budget-revenue', measure: 'plan-next' };
    const write = (concluded: string) =>
      call('son', 'PUT', `/conferences/${id}/minutes`, { lines: [{ ...line, discussed: 'Cần tăng thu', concluded }] });
    expect((await call('lan', 'PUT', `/conferences/${id}/minutes`, { lines: [line] })).status).toBe(403);
    for (const wrong of ['1.234,5', '130.123456', '-5']) {
      const refused = await write(wrong);
      expect([wrong, refused.status, refused.body.code]).toEqual([wrong, 422, 'calendar.conference.wrong-minutes']);
    }
    expect((await write('130.5')).status).toBe(204);
    const read = await call<{ minutes: { row: string; measure: string }[] }>(
      'lan',
      'GET',
      `/conferences/${id}/minutes`,
    );
    expect(read.body.minutes.find((one) => one.row === line.row && one.measure === line.measure)).toEqual({
      ...line,
      proposed: '125.5',
      discussed: 'Cần tăng thu',
      concluded: '130.5',
    });
  });

  it('once held make their chair’s unit owe the conclusion notice within five days', async () => {
    const { id } = await of(THANH_TRI);
    await house.advanceTo('2027-09-08');
    const early = await call('son', 'POST', `/conferences/${id}/hold`, { endedOn: '2027-09-07' });
    expect(early.status).toBe(422);
    expect((await call('son', 'POST', `/conferences/${id}/hold`, { endedOn: '2027-09-08' })).status).toBe(200);
    const owed = await house.database.rows(
      `select unit_code as unit, due_on::text as due, occasion, about ->> 'vi' as about, recipients -> 0 ->> 'unit' as "to"
       from obligation where milestone = 'r2-notice'`,
    );
    expect(owed).toEqual([
      { unit: 'so-khdt', due: '2027-09-14', occasion: `conference/${id}`, about: 'Huyện Thanh Trì', to: THANH_TRI },
    ]);
    const again = await call('son', 'POST', `/conferences/${id}/hold`, { endedOn: '2027-09-08' });
    expect([again.status, again.body.code]).toEqual([409, 'calendar.conference.over']);
  });

  it('that are called off are told once, and give their unit a place anew', async () => {
    const gone = await of(GIA_LAM);
    await house.settle();
    expect((await call('son', 'POST', `/conferences/${gone.id}/cancel`, { reason: 'Đơn vị xin lùi' })).status).toBe(
      204,
    );
    expect(await of(GIA_LAM)).toBeUndefined();
    const again = await call<{ sittings: Shown[] }>('son', 'POST', '/conferences/arrange', wish(false));
    expect(again.body.sittings.map((one) => one.unit)).toEqual([GIA_LAM]);
    const acts = await house.database.rows<{ action: string }>(
      `select distinct action from audit_event where action like 'conference%' order by action`,
    );
    expect(acts.map((one) => one.action)).toEqual([
      'conference cancelled',
      'conference held',
      'conference minutes written',
      'conference moved',
      'conferences arranged',
    ]);
  });
});
