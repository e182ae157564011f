import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { MilestoneAnswer, YearAnswer } from '../../src/modules/calendar/year/year.js';
import { plainDate } from '../../src/modules/shared/index.js';
import { House, ZONE } from '../house/house.js';
import { deskOf } from './desk.js';

const NGU_HIEP = '00667';
const THANH_TRI = '020';

/** Hà administers; Hùng watches a district; Mai answers for one of its communes. */
describe('a plan year on the calendar page', () => {
  let house: House;
  let ha: ReturnType<typeof deskOf>;
  let hung: ReturnType<typeof deskOf>;

  beforeAll(async () => {
    house = await House.open({ day: '2027-06-25' });
    await house.openCycle(2028);
    const at = async (name: string, unit: string, role: 'supervisor' | 'admin') =>
      deskOf(house, await house.cookieOf(await house.person(name, { unit, role })));
    ha = await at('Phạm Thu Hà', 'so-khdt', 'admin');
    hung = await at('Trần Văn Hùng', THANH_TRI, 'supervisor');
  });

  afterAll(() => house.close());

  const year = async (planYear: number) => (await ha.get(`calendar/years/${planYear}`)).body as unknown as YearAnswer;
  const line = async (milestone: string, planYear = 2028) =>
    (await year(planYear)).lines.find((one) => one.milestone === milestone)!;

  it('is for admins alone', async () => {
    expect((await hung.get('calendar/years/2028')).status).toBe(403);
    expect((await hung.get('calendar/years/2028/r1-commune')).status).toBe(403);
  });

  it('names who owes a milestone in the words of the profile, with the day, the clause and how many owe it', async () => {
    expect(await line('r1-commune')).toMatchObject({
      round: '1',
      title: 'Dự thảo kế hoạch cấp xã (vòng 1)',
      who: ['Xã, phường, thị trấn'],
      calendarDueOn: '2027-06-30',
      clause: { section: 'II.3, Vòng 1 (3)' },
      dues: [{ dueOn: '2027-06-30', units: 584 }],
      units: 584,
      settled: 0,
      late: 0,
    });
    expect(await line('r1-commune')).not.toHaveProperty('assumed');
  });

  it('says of a term after a conference how long it is, and of the day in January that it lies in the plan year', async () => {
    expect(await line('r2-notice')).toMatchObject({ after: { days: 5 }, dues: [], units: 0 });
    expect(await line('r3-commune-send')).toMatchObject({ calendarDueOn: '2028-01-05' });
  });

  it('shows what stands beside what the calendar gives, once some units have another day', async () => {
    const move = { planYear: 2028, milestone: 'r1-commune', under: NGU_HIEP, shift: { days: 2 }, reason: 'Kiểm kê' };
    await ha.post('calendar/moves', { ...move, confirmed: true });
    expect(await line('r1-commune')).toMatchObject({
      calendarDueOn: '2027-06-30',
      dues: [
        { dueOn: '2027-06-30', units: 583 },
        { dueOn: '2027-07-02', units: 1 },
      ],
    });
    const { obligations } = (await ha.get('calendar/years/2028/r1-commune')).body as unknown as MilestoneAnswer;
    expect(obligations).toHaveLength(584);
    expect(obligations.filter((one) => one.firstDueOn !== undefined)).toEqual([
      expect.objectContaining({
        unitName: 'Xã Ngũ Hiệp',
        dueOn: '2027-07-02',
        firstDueOn: '2027-06-30',
        closed: false,
      }),
    ]);
    house.clock.set(plainDate.at('2027-07-01', '07:00', ZONE));
    expect(await line('r1-commune')).toMatchObject({ late: 583 });
  });

  it('gives the days of a year that is not open, owed by nobody', async () => {
    const { cycles } = await year(2029);
    expect(cycles).toEqual([2028]);
    expect(await line('r1-commune', 2029)).toMatchObject({ calendarDueOn: '2028-06-30', dues: [], units: 0 });
  });

  it('refuses a milestone that the calendar does not know', async () => {
    expect(await ha.get('calendar/years/2028/nothing')).toMatchObject({
      status: 422,
      body: { code: 'calendar.milestone-unknown' },
    });
  });
});
