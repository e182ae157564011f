import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { House } from '../house/house.js';
import type { Phone } from '../house/phone.js';

const THANH_TRI = '020';
const LATE = 8;

/** Eight communes of Thanh Trì are reminded and late; Bình of the district hears of all of them in one line. */
describe('an escalation of many units at once', () => {
  let house: House;
  let binh: Phone;

  beforeAll(async () => {
    house = await House.open({ day: '2027-06-20', time: '08:00' });
    await house.openCycle(2028);
    const communes = await house.database.rows<{ code: string }>(
      `select code from unit where parent = ? and kind = 'commune' order by code limit ${LATE}`,
      [THANH_TRI],
    );
    await house.database.rows(
      `update obligation set settled_at = now(), settled_as = 'waived'
       where milestone <> 'r1-commune' or unit_code not in (?) returning 1`,
      [communes.map(({ code }) => code)],
    );
    for (const [at, { code }] of communes.entries()) {
      await house.phoneOf(await house.person(`Cán bộ ${at + 1}`, { unit: code, role: 'official' }));
    }
    binh = await house.phoneOf(await house.person('Trần Văn Bình', { unit: THANH_TRI, role: 'supervisor' }));
  }, 240_000);

  afterAll(() => house.close());

  it('names them with how often and when last each was reminded, and says how many more there are', async () => {
    await house.advanceTo('2027-07-02', '12:00');
    const told = await binh.hears();
    expect(told).toContain(`${LATE} đơn vị chậm`);
    expect(told.match(/\(đã nhắc \d+ lần, gần nhất 30\/06\/2027\)/g)).toHaveLength(6);
    expect(told).toContain('và 2 đơn vị khác, xem trên trang theo dõi');
  }, 120_000);
});
