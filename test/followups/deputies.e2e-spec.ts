import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LaddersService } from '../../src/modules/followups/index.js';
import { DelegationsService } from '../../src/modules/people/index.js';
import { PeopleService, type Role } from '../../src/modules/units/index.js';
import { deskOf } from '../calendar/desk.js';
import { House } from '../house/house.js';
import type { Phone } from '../house/phone.js';

const NGU_HIEP = '00667';
const THANH_TRI = '020';

/**
 * Mai of Ngũ Hiệp is late. Minh heads Huyện Thanh Trì and is away: the office names Sơn by decision. Sáng, its other head, is
 * asked when Sơn keeps silent. Thắng heads the office.
 */
describe('what waits for a head who is away', () => {
  let house: House;
  let mai: Phone;
  const phones: Record<string, Phone> = {};
  const id: Record<string, string> = {};

  beforeAll(async () => {
    house = await House.open({ day: '2027-06-20', time: '08:00' });
    await house.openCycle(2028);
    await house.database.rows(
      `update obligation set settled_at = now(), settled_as = 'waived'
       where milestone <> 'r1-commune' or unit_code <> ? returning 1`,
      [NGU_HIEP],
    );
    const add = async (key: string, name: string, unit: string, role: Role) => {
      id[key] = await house.person(name, { unit, role });
      phones[key] = await house.phoneOf(id[key]);
    };
    await add('mai', 'Nguyễn Thị Mai', NGU_HIEP, 'official');
    await add('minh', 'Lê Quang Minh', THANH_TRI, 'head');
    await add('son', 'Vũ Hồng Sơn', THANH_TRI, 'official');
    await add('thang', 'Vũ Đức Thắng', 'vp-ubnd', 'head');
    mai = phones['mai']!;
    const ladders = house.of(LaddersService);
    const ladder = (await ladders.inForce())!;
    // The superior's heads are told on the second day, and asked to answer within a day.
    const rungs = ladder.rungs.map((rung) =>
      rung.id === 'escalate-recipient'
        ? { ...rung, audience: { of: 'superior' as const, role: 'head' as const }, acknowledgeWithinHours: 24 }
        : rung,
    );
    await house.database.rows(`update ladder set spec = ?::jsonb returning 1`, [JSON.stringify({ ...ladder, rungs })]);
    const thang = (await house.of(PeopleService).find(id['thang']!))!;
    await house.of(DelegationsService).set(thang, {
      person: id['minh']!,
      deputy: id['son']!,
      unit: THANH_TRI,
      role: 'head',
      firstDay: '2027-06-25',
      lastDay: '2027-07-10',
      decision: '12/QĐ-UBND',
    });
  }, 240_000);

  afterAll(() => house.close());

  const heardBy = async (who: string) => phones[who]!.hears();

  it('is an act that goes to the deputy named by the office, who may do it', async () => {
    await house.advanceTo('2027-06-26');
    for (const who of ['mai', 'minh', 'son']) await heardBy(who);
    await mai.says('xin gia hạn đến 2/7 vì chờ số liệu thuế');
    await mai.says('1');
    expect(await heardBy('son')).toContain('đề nghị gia hạn');
    expect(await heardBy('minh')).toBe('');
    const [owed] = await house.database.rows<{ id: string }>(
      `select id from obligation where milestone = 'r1-commune' and unit_code = ?`,
      [NGU_HIEP],
    );
    const sonsDesk = deskOf(house, await house.cookieOf(id['son']!));
    const refused = await sonsDesk.post(`obligations/${owed!.id}/extension-request/refuse`, {
      reason: 'Huyện phải tổng hợp trước ngày 7/7',
    });
    expect(refused.status).toBe(204);
    expect(await mai.hears()).toContain('Huyện phải tổng hợp');
  });

  it('is an escalation that goes to the deputy, and after a day of silence to another head', async () => {
    const sang = await house.person('Đặng Văn Sáng', { unit: THANH_TRI, role: 'head' });
    phones['sang'] = await house.phoneOf(sang);
    // Sáng comes back on the day of silence only: whoever was told already is not told again.
    await house.database.rows(`update person_role set first_day = '2027-07-03' where person_id = ?::uuid returning 1`, [
      sang,
    ]);
    await house.advanceTo('2027-07-02');
    expect(await heardBy('son')).toContain('Xã Ngũ Hiệp chưa nộp');
    expect(await heardBy('minh')).toBe('');
    await heardBy('sang');
    await house.advanceTo('2027-07-04');
    expect(await heardBy('sang')).toContain('Xã Ngũ Hiệp');
    const told = await house.database.rows<{ key: string; name: string }>(
      `select n.rung_key as key, p.name from notice n join person p on p.id = n.person_id
       where n.rung = 'escalate-recipient' order by n.on_date`,
    );
    expect(told.map(({ name }) => name)).toEqual(['Vũ Hồng Sơn', 'Đặng Văn Sáng']);
    expect(told[1]!.key).toMatch(/\/silence$/);
  });
});
