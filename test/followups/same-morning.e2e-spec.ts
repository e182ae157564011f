import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FollowupsService, PromisesService } from '../../src/modules/followups/index.js';
import { PeopleService } from '../../src/modules/units/index.js';
import { House } from '../house/house.js';
import type { Phone } from '../house/phone.js';

const THANH_TRI = '020';
const NGU_HIEP = '00667';
const VAN_PHUC = '00676';

/** Mai of Ngũ Hiệp is late. Bình of the district promises at half past six, an hour before Sơn of the planning department would hear. */
describe('a promise of the same morning', () => {
  let house: House;
  let mai: Phone;
  let son: Phone;
  let binh: string;
  let obligation: string;

  beforeAll(async () => {
    house = await House.open({ day: '2027-06-12', time: '08:00' });
    await house.openCycle(2028);
    await house.database.rows(
      `update obligation set settled_at = now(), settled_as = 'waived'
       where milestone <> 'r1-commune' or unit_code <> ? returning 1`,
      [NGU_HIEP],
    );
    const [owed] = await house.database.rows<{ id: string }>(`select id from obligation where settled_at is null`);
    obligation = owed!.id;
    mai = await house.phoneOf(await house.person('Nguyễn Thị Mai', { unit: NGU_HIEP, role: 'official' }));
    binh = await house.person('Trần Văn Bình', { unit: THANH_TRI, role: 'supervisor' });
    await house.phoneOf(binh);
    son = await house.phoneOf(await house.person('Lê Sơn', { unit: 'so-khdt', role: 'supervisor' }));
  }, 240_000);

  afterAll(() => house.close());

  it('holds the escalation that was planned in the night, and nothing leaves in its place', async () => {
    await house.advanceTo('2027-07-05', '06:30');
    await mai.hears();
    await son.hears();
    const planned = () =>
      house.database.rows(
        `select n.rung from notice n join message m on m.id = n.message_id where m.state = 'due' and n.rung = 'escalate-planning'`,
      );
    expect(await planned()).toHaveLength(1);
    const person = (await house.of(PeopleService).find(binh))!;
    await house.of(PromisesService).make(person, obligation, { promisedOn: '2027-07-06', note: 'xã họp ngày 6' });
    expect(await planned()).toEqual([]);
    await house.of(FollowupsService).planToday();
    expect(await planned()).toEqual([]);
    await house.advanceTo('2027-07-06', '12:00');
    expect(await son.hears()).toBe('');
  }, 120_000);

  it('lets it go on the day after it was broken, once', async () => {
    await house.advanceTo('2027-07-07', '12:00');
    expect(await son.hears()).toContain('Xã Ngũ Hiệp');
    await house.advanceTo('2027-07-09', '12:00');
    expect(await son.hears()).toBe('');
  }, 120_000);
});

/** Quang answers for Vạn Phúc until the night on which the morning's reminder was planned already; then Hạnh does. */
describe('another post of the same morning', () => {
  let house: House;

  beforeAll(async () => {
    house = await House.open({ day: '2027-06-12', time: '08:00' });
    await house.openCycle(2028);
  }, 240_000);

  afterAll(() => house.close());

  it('gives the reminder to who holds it now, and nothing to who does not', async () => {
    const quang = await house.person('Trịnh Văn Quang', { unit: VAN_PHUC, role: 'official' });
    const hanh = await house.person('Bùi Thị Hạnh', { unit: VAN_PHUC, role: 'head' });
    const [phone, other] = [await house.phoneOf(quang), await house.phoneOf(hanh)];
    await house.advanceTo('2027-06-22', '01:00');
    await phone.hears();
    await other.hears();
    await house.database.rows(`update person_role set person_id = ? where person_id = ? returning 1`, [hanh, quang]);
    await house.of(FollowupsService).planToday();
    await house.advanceTo('2027-06-22', '12:00');
    expect(await phone.hears()).toBe('');
    expect(await other.hears()).toContain('Xã Vạn Phúc');
    const kept = await house.database.rows(
      `select state, detail from message where person_id = ? and key like 'digest/%/2027-06-22'`,
      [quang],
    );
    expect(kept).toEqual([{ state: 'skipped', detail: 'nothing-owed' }]);
  }, 120_000);
});
