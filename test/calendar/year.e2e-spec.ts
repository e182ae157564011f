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

  it('tells exactly how many obligations opening a year writes, and writes none by telling', async () => {
    const told = (await ha.post('calendar/cycles/preview', { planYear: 2031 })).body as unknown as {
      added: number;
      milestones: { milestone: string; added: number }[];
    };
    expect(told.added).toBeGreaterThan(1000);
    expect(told.milestones.reduce((sum, { added }) => sum + added, 0)).toBe(told.added);
    expect((await year(2031)).cycles).not.toContain(2031);
    const again = (await ha.post('calendar/cycles/preview', { planYear: 2028 })).body;
    expect(again).toEqual({ added: 0, lateAtOnce: 0, waived: 0, milestones: [] });
    expect((await hung.post('calendar/cycles/preview', { planYear: 2031 })).status).toBe(403);
    expect((await ha.post('calendar/cycles', { planYear: 2031 })).body).toMatchObject({ added: told.added });
  });

  it('lets go what is over where a year is opened late, if so wished, and nothing else', async () => {
    const late = (await ha.post('calendar/cycles/preview', { planYear: 2027 })).body as unknown as {
      added: number;
      lateAtOnce: number;
    };
    expect(late.lateAtOnce).toBeGreaterThan(1000);
    const act = { planYear: 2027, waiveOver: 'dùng từ tháng 7' };
    expect((await ha.post('calendar/cycles/preview', act)).body).toMatchObject({
      added: late.added,
      lateAtOnce: 0,
      waived: late.lateAtOnce,
    });
    expect((await ha.post('calendar/cycles', { planYear: 2027, waiveOver: ' ' })).status).toBe(400);
    expect((await ha.post('calendar/cycles', act)).body).toMatchObject({ waived: late.lateAtOnce });
    const standing = () =>
      house.database.rows<{ settled: string | null; over: boolean; count: number; reasons: string[] }>(
        `select o.settled_as as settled, o.due_on <= date '2027-07-01' as over, count(*)::int as count,
           array_remove(array_agg(distinct w.reason), null) as reasons
         from obligation o left join waiver w on w.obligation_id = o.id where plan_year = 2027 group by 1, 2 order by 2`,
      );
    const after = await standing();
    expect(after).toEqual([
      { settled: null, over: false, count: late.added - late.lateAtOnce, reasons: [] },
      { settled: 'waived', over: true, count: late.lateAtOnce, reasons: ['dùng từ tháng 7'] },
    ]);
    // A waiver taken back is owed: opening again adds nothing, and so lets nothing go.
    await house.database.rows(
      `update obligation set settled_at = null, settled_as = null
       where id = (select obligation_id from waiver limit 1) returning 1`,
    );
    expect((await ha.post('calendar/cycles', act)).body).toMatchObject({ added: 0, waived: 0 });
  });
});
