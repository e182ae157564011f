import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DueMovesService, ExtensionsService } from '../../src/modules/calendar/index.js';
import { FollowupsService } from '../../src/modules/followups/index.js';
import { PeopleService } from '../../src/modules/units/index.js';
import { House } from '../house/house.js';
import type { Phone } from '../house/phone.js';

/** Lan answers for one commune, Hà for another; Anh, of the planning department, moves what communes owe. */
describe('a due day that is moved', () => {
  let house: House;
  let lan: Phone;
  let ha: Phone;

  beforeAll(async () => {
    house = await House.open({ day: '2027-06-14' });
    await house.openCycle(2028);
    lan = await house.phoneOf(await house.person('Nguyễn Thị Lan', { unit: '00667', role: 'official' }));
    ha = await house.phoneOf(await house.person('Trần Thu Hà', { unit: '00655', role: 'official' }));
    await house.advanceTo('2027-06-15', '09:00');
    await lan.hears();
    await ha.hears();
  }, 240_000);

  afterAll(() => house.close());

  const move = (milestone: string, days: number, units: string[]) =>
    house
      .of(DueMovesService)
      .move({ planYear: 2028, milestone, units, shift: { days }, reason: 'chờ số liệu thuế' }, { confirmed: true });
  const undo = (id: string) => house.of(DueMovesService).undo(id, { confirmed: true });
  const plan = () => house.of(FollowupsService).planToday();

  it('is told to those who owe, once and to nobody else', async () => {
    await move('r1-commune', 2, ['00667']);
    await plan();
    const heard = await lan.hears();
    expect(heard).toContain('Lý do: chờ số liệu thuế');
    expect(heard).toContain(
      'Dự thảo kế hoạch cấp xã (vòng 1), kế hoạch năm 2028, Xã Ngũ Hiệp: ngày cuối cùng nay là 01/07/2027 (trước đó 29/06/2027)',
    );
    await plan();
    expect(await lan.hears()).toBe('');
    expect(await ha.hears()).toBe('');
  });

  it('is told again when it goes back, with the day that stands', async () => {
    const { id } = await move('r1-commune', 3, ['00655']);
    await plan();
    expect(await ha.hears()).toContain('Hạn nộp đã được dời');
    await undo(id!);
    await plan();
    expect(await ha.hears()).toContain('hạn nộp trở lại như sau');
    await plan();
    expect(await ha.hears()).toBe('');
  });

  it('is nobody’s news where it was taken back before anybody heard of it', async () => {
    const { id } = await move('r1-commune', 4, ['00655']);
    await undo(id!);
    await plan();
    expect(await ha.hears()).toBe('');
  });

  it('is not told at night, and not of what has not opened yet', async () => {
    await move('r2-commune', 1, ['00655']);
    await house.advanceTo('2027-06-15', '20:00');
    await move('r1-commune', 5, ['00655']);
    await plan();
    expect(await ha.hears()).toBe('');
    await house.advanceTo('2027-06-16', '08:00');
    const heard = await ha.hears();
    expect(heard).toContain('(vòng 1)');
    expect(heard).not.toContain('(vòng 2)');
  });

  it('is told with the day that ruled, which may have been an extension', async () => {
    const binh = await house.person('Trần Văn Bình', { unit: '020', role: 'supervisor' });
    const granter = (await house.of(PeopleService).find(binh))!;
    const [draft] = await house.database.rows<{ id: string }>(
      `select id from obligation where unit_code = '00667' and milestone = 'r1-commune'`,
    );
    await house.of(ExtensionsService).grant(granter, draft!.id, { dueOn: '2027-07-04', reason: 'Bão số 3' });
    await lan.hears();
    await move('r1-commune', 1, ['00667']);
    await plan();
    expect(await lan.hears()).toBe('');
    const { id } = await move('r1-commune', 3, ['00667']);
    await plan();
    expect(await lan.hears()).toContain('ngày cuối cùng nay là 05/07/2027 (trước đó 03/07/2027)');
    await undo(id!);
    await plan();
    expect(await lan.hears()).toContain('ngày cuối cùng nay là 03/07/2027 (trước đó 05/07/2027)');
  });
});
