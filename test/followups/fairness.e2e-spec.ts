import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FollowupsService, LaddersService } from '../../src/modules/followups/index.js';
import { House } from '../house/house.js';
import type { Phone } from '../house/phone.js';

const THANH_TRI = '020';
const NGU_HIEP = '00667';
const [LIEN_NINH, DAI_ANG] = ['Xã Liên Ninh', 'Xã Đại áng'];

/**
 * Mai of Ngũ Hiệp is reminded and late. Nobody of Liên Ninh is linked until Oanh is, a week too late. Bình of the district is told;
 * he says nothing, so Minh, who heads it, hears as well.
 */
describe('fair escalation', () => {
  let house: House;
  let mai: Phone;
  let binh: Phone;
  let minh: Phone;
  let son: Phone;
  let lienNinh: string;

  beforeAll(async () => {
    house = await House.open({ day: '2027-06-12', time: '08:00' });
    await house.openCycle(2028);
    const codes = await house.database.rows<{ code: string; name: string }>(
      `select code, name from unit where name in (?)`,
      [[LIEN_NINH, DAI_ANG]],
    );
    lienNinh = codes.find(({ name }) => name === LIEN_NINH)!.code;
    await house.database.rows(
      `update obligation set settled_at = now(), settled_as = 'waived'
       where milestone <> 'r1-commune' or unit_code not in (?) returning 1`,
      [[NGU_HIEP, lienNinh]],
    );
    mai = await house.phoneOf(await house.person('Nguyễn Thị Mai', { unit: NGU_HIEP, role: 'official' }));
    binh = await house.phoneOf(await house.person('Trần Văn Bình', { unit: THANH_TRI, role: 'supervisor' }));
    minh = await house.phoneOf(await house.person('Đỗ Quang Minh', { unit: THANH_TRI, role: 'head' }));
    son = await house.phoneOf(await house.person('Lê Sơn', { unit: 'so-khdt', role: 'supervisor' }));
    const ladders = house.of(LaddersService);
    const ladder = (await ladders.inForce())!;
    const asked = ladder.rungs.map((rung) =>
      rung.id === 'escalate-recipient' ? { ...rung, acknowledgeWithinHours: 24 } : rung,
    );
    await house.database.rows(`update ladder set spec = ?::jsonb returning 1`, [
      JSON.stringify({ ...ladder, rungs: asked }),
    ]);
  }, 240_000);

  afterAll(() => house.close());

  const workItems = () =>
    house.database.rows<{ kind: string; unit_code: string; for_unit: string }>(
      `select kind, unit_code, for_unit from work_item where closed_at is null order by kind`,
    );

  it('rests on what was delivered, and says so; of a unit that nobody reached the superior hears that', async () => {
    await house.advanceTo('2027-07-02');
    expect(await mai.hears()).toContain('đã quá hạn');
    const told = await binh.hears();
    expect(told).toMatch(
      /Xã Ngũ Hiệp chưa nộp .* Đã nhắc 5 lần, lần gần nhất 30\/06\/2027 qua trang trò chuyện \(chưa rõ đã xem\)/,
    );
    expect(told).toContain('Chưa liên hệ được với Xã Liên Ninh');
    expect(told).not.toContain('Xã Liên Ninh chưa nộp');
    expect(await workItems()).toContainEqual({ kind: 'unreached', unit_code: lienNinh, for_unit: THANH_TRI });
  }, 120_000);

  it('goes to whoever is next where nobody answered in time, in a message of its own', async () => {
    await house.advanceTo('2027-07-03');
    expect(await minh.hears()).toContain('Xã Ngũ Hiệp chưa nộp');
    const messages = await house.database.rows<{ key: string }>(
      `select key from message where key like 'notice/%/silence/%'`,
    );
    expect(messages).toHaveLength(1);
    await house.advanceTo('2027-07-04');
    expect(await minh.hears()).toBe('');
  }, 120_000);

  it('does not climb over a unit that was never told, and begins the day after it was', async () => {
    await house.advanceTo('2027-07-08');
    const climbed = async (unit: string) =>
      (
        await house.database.rows<{ line: string }>(
          `select distinct on_date::text || ' ' || rung as line from notice
           where unit_code = ? and sort = 'escalation' and state <> 'superseded' order by 1`,
          [unit],
        )
      ).map(({ line }) => line);
    expect(await climbed(lienNinh)).toEqual([]);
    expect(await son.hears()).not.toContain('Liên Ninh');

    const oanh = await house.phoneOf(await house.person('Phạm Thị Oanh', { unit: lienNinh, role: 'official' }));
    await house.of(FollowupsService).planToday();
    expect(await oanh.hears()).toContain('đã quá hạn 9 ngày');
    expect((await workItems()).map(({ unit_code: unit }) => unit)).not.toContain(lienNinh);
    await house.advanceTo('2027-07-11');
    expect(await climbed(lienNinh)).toEqual([
      '2027-07-09 escalate-recipient',
      // Bình said nothing to it, so Minh was told as well; the office's rung takes the day after.
      '2027-07-10 escalate-planning',
      '2027-07-10 escalate-recipient',
      '2027-07-11 escalate-office',
    ]);
  }, 120_000);

  it('gives nobody two mornings in one day', async () => {
    const twice = await house.database.rows(
      `select n.person_id, n.on_date from notice n join message m on m.id = n.message_id
       where m.key like 'digest/%' group by n.person_id, n.on_date having count(distinct m.id) > 1`,
    );
    expect(twice).toEqual([]);
  });
});
