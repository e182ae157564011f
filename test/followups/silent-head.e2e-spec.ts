import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FollowupsService, LaddersService } from '../../src/modules/followups/index.js';
import type { Role } from '../../src/modules/units/index.js';
import { deskOf } from '../calendar/desk.js';
import { House } from '../house/house.js';
import type { Phone } from '../house/phone.js';

const THANH_TRI = '020';

/**
 * Four communes of Huyện Thanh Trì are late, each with an official and one head without a deputy, who is asked to answer within
 * a day. Minh heads the district.
 */
describe('a sole head who keeps silent', () => {
  let house: House;
  let minh: Phone;
  let communes: string[];
  const phones = new Map<string, Phone>();
  const people = new Map<string, string>();

  const add = async (name: string, unit: string, role: Role) => {
    const id = await house.person(name, { unit, role });
    const phone = await house.phoneOf(id);
    phones.set(`${unit} ${role}`, phone);
    people.set(`${unit} ${role}`, id);
    return phone;
  };

  beforeAll(async () => {
    house = await House.open({ day: '2027-06-20', time: '08:00' });
    await house.openCycle(2028);
    const found = await house.database.rows<{ code: string }>(
      `select code from unit where parent = ? and kind = 'commune' order by code limit 4`,
      [THANH_TRI],
    );
    communes = found.map(({ code }) => code);
    await house.database.rows(
      `update obligation set settled_at = now(), settled_as = 'waived'
       where milestone <> 'r1-commune' or not unit_code = any(?::text[]) returning 1`,
      [`{${communes.join()}}`],
    );
    for (const [at, commune] of communes.entries()) {
      await add(`Nguyễn Thị Mai ${at}`, commune, 'official');
      await add(`Trần Văn Hà ${at}`, commune, 'head');
    }
    minh = await add('Lê Quang Minh', THANH_TRI, 'head');
    const ladder = (await house.of(LaddersService).inForce())!;
    const rungs = ladder.rungs.map((rung) => {
      if (rung.id === 'overdue-head') return { ...rung, acknowledgeWithinHours: 24 };
      const toHeads = { ...rung.audience, role: 'head' as const };
      return rung.id === 'remind-1' ? { ...rung, audience: toHeads, acknowledgeWithinHours: 24 } : rung;
    });
    await house.database.rows(`update ladder set spec = ?::jsonb returning 1`, [JSON.stringify({ ...ladder, rungs })]);
    // The heads are told on 1 July.
    await house.advanceTo('2027-07-01', '12:00');
  }, 240_000);

  afterAll(() => house.close());

  const silences = async () =>
    house.database.rows<{ unit: string; state: string; to: string; because: string | null }>(
      `select unit_code as unit, state, audience_unit as to, reason -> 'skipped' ->> 'code' as because
       from notice where rung = 'overdue-head' and rung_key like '%/silence' order by unit_code`,
    );

  it('is followed by nobody above while nothing is late', async () => {
    const early = await house.database.rows(
      `select distinct state, audience_unit = unit_code as own from notice where rung = 'remind-1' and rung_key like '%/silence'`,
    );
    expect(early).toEqual([{ state: 'unreached', own: true }]);
    expect(await minh.hears()).not.toContain('chậm');
  });

  it('is followed by the next head in the tree, where the message reached and the hours passed; by nobody where it was answered or never arrived', async () => {
    const [silent, answered, unreached, late] = communes as [string, string, string, string];
    for (const commune of communes)
      expect(await phones.get(`${commune} head`)!.hears()).toContain('của đơn vị đồng chí');
    const [owed] = await house.database.rows<{ id: string }>(
      `select id from obligation where unit_code = ? and milestone = 'r1-commune'`,
      [answered],
    );
    const desk = deskOf(house, await house.cookieOf(people.get(`${answered} head`)!));
    expect((await desk.post(`obligations/${owed!.id}/acknowledgement`, {})).status).toBeLessThan(300);
    await house.database.rows(
      `update message set state = 'unreachable', sent_at = null where person_id = ?::uuid and id in (
         select message_id from notice where rung = 'overdue-head') returning 1`,
      [people.get(`${unreached} head`)!],
    );
    // A backlog: this head heard only at three in the afternoon.
    await house.database.rows(
      `update message set sent_at = sent_at + interval '8 hours' where person_id = ?::uuid and id in (
         select message_id from notice where rung = 'overdue-head') returning 1`,
      [people.get(`${late} head`)!],
    );
    await house.advanceTo('2027-07-02', '12:00');
    const heard = await minh.hears();
    const name = async (code: string) =>
      (await house.database.rows<{ name: string }>(`select name from unit where code = ?`, [code]))[0]!.name;
    expect(heard).toContain(await name(silent));
    expect(heard).toContain('chưa trả lời và không có người thay');
    expect(heard).toContain('Đã nhắc');
    for (const commune of [answered, unreached, late]) expect(heard).not.toContain(await name(commune));
    expect(await silences()).toEqual(
      [
        { unit: silent, state: 'planned', to: THANH_TRI, because: null },
        { unit: answered, state: 'superseded', to: answered, because: 'answered' },
        { unit: unreached, state: 'superseded', to: unreached, because: 'not-delivered' },
      ].sort((a, b) => (a.unit < b.unit ? -1 : 1)),
    );
    house.clock.set(new Date('2027-07-02T15:45:00+07:00'));
    await house.of(FollowupsService).planToday();
    await house.settle();
    expect(await minh.hears()).toContain(await name(late));
    await house.of(FollowupsService).planToday();
    await house.settle();
    expect(await minh.hears()).toBe('');
  });
});
