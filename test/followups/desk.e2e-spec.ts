import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ExtensionWish, StatusToReview } from '../../src/modules/followups/desk.js';
import { deskOf } from '../calendar/desk.js';
import { House } from '../house/house.js';
import type { Phone } from '../house/phone.js';

const NGU_HIEP = '00667';
const THANH_TRI = '020';
const GIA_LAM = '018';

type Desk = ReturnType<typeof deskOf>;

/** Mai asks for more time and says where she stands; Bình of her district decides, Dung of another one sees nothing. */
describe('what waits for a decision', () => {
  let house: House;
  let mai: Phone;
  let binh: Desk;
  let dung: Desk;

  beforeAll(async () => {
    house = await House.open({ day: '2027-06-15' });
    await house.openCycle(2028);
    mai = await house.phoneOf(await house.person('Nguyễn Thị Mai', { unit: NGU_HIEP, role: 'official' }));
    const at = async (name: string, unit: string) =>
      deskOf(house, await house.cookieOf(await house.person(name, { unit, role: 'supervisor' })));
    binh = await at('Trần Văn Bình', THANH_TRI);
    dung = await at('Lê Thị Dung', GIA_LAM);
  }, 120_000);

  afterAll(() => house.close());

  const wishes = async (desk: Desk) =>
    ((await desk.get('extension-requests')).body as unknown as { requests: ExtensionWish[] }).requests;
  const statuses = async (desk: Desk) =>
    ((await desk.get('status-reports')).body as unknown as { reports: StatusToReview[] }).reports;

  it('is named with unit, act, asker and reason, and with what a later day would pass', async () => {
    await mai.says('xin gia hạn đến 8/7 vì chờ số liệu thuế');
    await mai.says('1');
    expect(await wishes(binh)).toEqual([
      expect.objectContaining({
        unitName: 'Xã Ngũ Hiệp',
        title: 'Dự thảo kế hoạch cấp xã (vòng 1)',
        askedBy: 'Nguyễn Thị Mai',
        reason: 'chờ số liệu thuế',
        dueOn: '2027-06-30',
        wishedDueOn: '2027-07-09',
        passesOwnDue: '2027-07-07',
      }),
    ]);
    expect(await wishes(dung)).toEqual([]);
  });

  it('are status reports of the units below, until one accepts or returns them', async () => {
    await mai.says('/baocao vong1 40% cham vi thieu so lieu thue, xong 28/6');
    await mai.says('đúng');
    const [report] = await statuses(binh);
    expect(report).toMatchObject({
      unitName: 'Xã Ngũ Hiệp',
      state: 'in_progress',
      stateLabel: 'Đang làm',
      progress: 40,
      difficulty: 'thieu so lieu thue',
      expectedOn: '2027-06-28',
      saidBy: 'Nguyễn Thị Mai',
    });
    expect(await statuses(dung)).toEqual([]);
    await binh.post(`obligations/${report!.obligation}/status-review`, { outcome: 'accepted' });
    expect(await statuses(binh)).toEqual([]);
  });

  it('lets nothing go out any more that speaks of the day before: whoever has more time is not told of being late', async () => {
    await house.advanceTo('2027-06-30', '06:40');
    await mai.hears();
    const [{ obligation } = { obligation: 'none' }] = await wishes(binh);
    const granted = await binh.post(`obligations/${obligation}/extension`, {
      dueOn: '2027-07-04',
      reason: 'chờ số liệu thuế',
    });
    expect(granted.status).toBeLessThan(300);
    await house.advanceTo('2027-06-30', '09:00');
    const heard = await mai.hears();
    expect(heard).toContain('03/07/2027');
    expect(heard).not.toContain('quá hạn');
  });
});
