import { describe, expect, it } from '@jest/globals';
import { plainDate } from '../shared/index.js';
import type { Audience, Ladder, OwedItem, PlannedNotice, Recorded, Rung, Trace } from './ladder.js';
import { type Plan, planNotices, planRange } from './plan-notices.js';
import type { PlanningDays } from './planning-days.js';
import { inEnglish } from '../../../test/arbitraries/why-in-english.js';

const OFFICIAL: Audience = { of: 'unit', role: 'official' };
const HEAD: Audience = { of: 'unit', role: 'head' };

function rung(id: string, sort: Rung['sort'], from: Rung['from'], offsetDays: number, audience = OFFICIAL): Rung {
  return { id, sort, from, offsetDays, at: '07:30', audience, template: `notice.${id}` };
}

const ladder: Ladder = {
  key: 'default',
  hours: { from: '07:00', to: '18:00' },
  timeZone: 'Asia/Ho_Chi_Minh',
  rungs: [
    rung('opening', 'opening', 'opens', 0),
    rung('remind-7', 'reminder', 'last-day', -7),
    rung('remind-3', 'reminder', 'last-day', -3),
    rung('remind-1', 'reminder', 'last-day', -1),
    rung('last-day', 'last-day', 'last-day', 0),
    rung('overdue-official', 'overdue', 'due', 0),
    rung('overdue-head', 'overdue', 'due', 1, HEAD),
    rung('escalate-recipient', 'escalation', 'due', 2, { of: 'superior', role: 'supervisor' }),
    rung('escalate-planning', 'escalation', 'due', 5, { of: 'named', unit: 'planning', role: 'supervisor' }),
    rung('escalate-office', 'escalation', 'due', 10, { of: 'named', unit: 'office', role: 'head' }),
  ],
};

const draft: OwedItem = {
  id: 'o-1',
  planYear: 2028,
  milestone: 'r1-commune-draft',
  unit: 'xa-son-la',
  occasion: '',
  superior: 'huyen-tay',
  opensOn: '2027-06-01',
  dueOn: '2027-06-30',
  settled: false,
};

const range = (items: OwedItem[], to = '2027-08-01', by = ladder) => planRange(by, items, '2027-05-01', to);
const days = (plan: Plan) => plan.notices.map((notice) => `${notice.on} ${notice.rung}`);
const keysOf = (plan: Plan) => [...plan.notices, ...plan.superseded].map((notice) => notice.key);

const NOTHING: Recorded = new Map();

function keep(recorded: Map<string, Trace>, plan: Plan): void {
  const note = (told: boolean) => (one: PlannedNotice) => recorded.set(one.key, { on: one.on, told });
  plan.notices.forEach(note(true));
  plan.superseded.forEach(note(false));
}

/** Plans the given days only, one after the other; `change` may alter the item from a day on. */
function planDays(
  item: OwedItem,
  uptime: string[],
  change: (item: OwedItem, day: string) => OwedItem = (same) => same,
  by = ladder,
  on?: PlanningDays,
) {
  const recorded = new Map<string, Trace>();
  const plan: Plan = { notices: [], superseded: [] };
  for (const day of uptime) {
    const today = planNotices(by, [change(item, day)], day, recorded, on);
    keep(recorded, today);
    plan.notices.push(...today.notices);
    plan.superseded.push(...today.superseded);
  }
  return plan;
}

const everyDay = (from: string, to: string) =>
  Array.from({ length: plainDate.daysBetween(from, to) + 1 }, (_none, at) => plainDate.add(from, at));

describe('the ladder of a draft that is due before 30/6 and never comes', () => {
  it('opens, reminds on 22, 26, 28 and 29/6, then climbs', () => {
    expect(days(range([draft]))).toEqual([
      '2027-06-01 opening',
      '2027-06-22 remind-7',
      '2027-06-26 remind-3',
      '2027-06-28 remind-1',
      '2027-06-29 last-day',
      '2027-06-30 overdue-official',
      '2027-07-01 overdue-head',
      '2027-07-02 escalate-recipient',
      '2027-07-05 escalate-planning',
      '2027-07-10 escalate-office',
    ]);
    expect(range([draft]).superseded).toEqual([]);
  });

  it('says where, when, to whom and why', () => {
    expect(range([draft]).notices[2]).toEqual({
      key: '2028/r1-commune-draft/xa-son-la/remind-3@2027-06-30',
      obligation: 'o-1',
      unit: 'xa-son-la',
      milestone: 'r1-commune-draft',
      rung: 'remind-3',
      sort: 'reminder',
      template: 'notice.remind-3',
      audience: { unit: 'xa-son-la', role: 'official' },
      on: '2027-06-26',
      at: '2027-06-26T07:30:00+07:00',
      why: { sort: 'rung', from: 'last-day', days: -3, on: '2027-06-29' },
    });
    expect(range([draft]).notices[0]?.key).toBe('2028/r1-commune-draft/xa-son-la/opening');
  });

  it('moves a time outside the hours to their edge', () => {
    const odd = (at: string) => {
      const [opening] = ladder.rungs;
      const plan = range([draft], '2027-06-02', { ...ladder, rungs: [{ ...opening!, at }] });
      return plan.notices[0]?.at;
    };
    expect(odd('03:00')).toBe('2027-06-01T07:00:00+07:00');
    expect(odd('18:00')).toBe('2027-06-01T17:59:00+07:00');
    expect(odd('23:59')).toBe('2027-06-01T17:59:00+07:00');
  });

  it('asks nothing before it opens and nothing of what is settled', () => {
    expect(keysOf(planNotices(ladder, [draft], '2027-05-31', NOTHING))).toEqual([]);
    expect(keysOf(range([{ ...draft, settled: true }]))).toEqual([]);
  });

  it('skips the reminders that lie before a late opening', () => {
    const short = planNotices(ladder, [{ ...draft, opensOn: '2027-06-27' }], '2027-06-27', NOTHING);
    expect(short.notices.map((notice) => notice.rung)).toEqual(['opening']);
    expect(short.superseded.map((notice) => notice.rung)).toEqual(['remind-7', 'remind-3']);
  });

  it('plans the due day anew after an extension, the opening only once', () => {
    const extended = planDays(draft, everyDay('2027-06-01', '2027-07-31'), (item, day) =>
      day < '2027-06-27' ? item : { ...item, dueOn: '2027-07-15' },
    );
    expect(days(extended).slice(0, 5)).toEqual([
      '2027-06-01 opening',
      '2027-06-22 remind-7',
      '2027-06-26 remind-3',
      '2027-07-07 remind-7',
      '2027-07-11 remind-3',
    ]);
  });
});

describe('days on which the product was down', () => {
  it('are caught up by the latest reminder only', () => {
    const plan = planDays(draft, ['2027-06-01', '2027-06-27']);
    expect(days(plan)).toEqual(['2027-06-01 opening', '2027-06-27 remind-3']);
    expect(plan.superseded.map(inEnglish)).toEqual([
      '7 days before the last day 2027-06-29: not sent, because remind-3 takes its place',
    ]);
    expect(inEnglish(plan.notices[1]!)).toBe(
      '3 days before the last day 2027-06-29: caught up, it was planned for 2027-06-26',
    );
  });

  it('lose no step of lateness, and send no reminder too late: the unit hears first, then one escalation goes a day', () => {
    const plan = planDays(draft, ['2027-06-20', ...everyDay('2027-07-06', '2027-07-12')]);
    expect(days(plan)).toEqual([
      '2027-06-20 opening',
      '2027-07-06 overdue-official',
      '2027-07-06 overdue-head',
      '2027-07-07 escalate-recipient',
      '2027-07-08 escalate-planning',
      '2027-07-10 escalate-office',
    ]);
    expect(inEnglish(plan.notices[3]!)).toBe(
      '2 days after the first day too late 2027-06-30: held back until the unit was told on 2027-07-06',
    );
    expect(plan.superseded.map((notice) => notice.rung)).toEqual(['remind-7', 'remind-3', 'remind-1', 'last-day']);
  });

  it('after the unit was told in time let one missed escalation go a day, also where the day is planned again', () => {
    const uptime = ['2027-06-30', '2027-07-01', ...everyDay('2027-07-11', '2027-07-14').flatMap((day) => [day, day])];
    expect(days(planDays(draft, uptime))).toEqual([
      '2027-06-30 overdue-official',
      '2027-07-01 overdue-head',
      '2027-07-11 escalate-recipient',
      '2027-07-12 escalate-planning',
      '2027-07-13 escalate-office',
    ]);
  });

  it('make an opening pointless once the last day is over', () => {
    const late = planNotices(ladder, [draft], '2027-07-20', NOTHING);
    expect(inEnglish(late.superseded.find((notice) => notice.rung === 'opening')!)).toBe(
      'on the opening day 2027-06-01: not sent, because the last day is over',
    );
  });

  it('never wake a reminder that is older than the one already sent', () => {
    const sent = new Map([['2028/r1-commune-draft/xa-son-la/remind-3@2027-06-30', { on: '2027-06-26', told: true }]]);
    const plan = planNotices(ladder, [draft], '2027-06-26', sent);
    expect(plan.notices).toEqual([]);
    expect(plan.superseded.map((notice) => notice.rung)).toEqual(['opening', 'remind-7']);
  });
});

describe('a day that is moved back, or a year that is opened late', () => {
  it('is heard of by the unit first, and climbs one rung a day from the day after', () => {
    const moved = planDays(draft, everyDay('2027-06-28', '2027-07-20'), (item, day) =>
      day < '2027-07-12' ? { ...item, dueOn: '2027-07-22' } : item,
    );
    expect(days(moved).slice(-5)).toEqual([
      '2027-07-12 overdue-official',
      '2027-07-12 overdue-head',
      '2027-07-13 escalate-recipient',
      '2027-07-14 escalate-planning',
      '2027-07-15 escalate-office',
    ]);
  });

  it('says of nobody that nobody was reached while the first word is on its way', () => {
    const plan = planDays({ ...draft, contact: {} }, everyDay('2027-07-20', '2027-07-22'));
    expect(days(plan)).toEqual(['2027-07-20 overdue-official', '2027-07-20 overdue-head', '2027-07-21 no-contact']);
  });
});

describe('an audience that stands twice in the ladder', () => {
  it('is told of one lateness once, by the rung that comes first', () => {
    const plan = range([{ ...draft, superior: 'planning' }]);
    expect(days(plan)).toContain('2027-07-02 escalate-recipient');
    expect(days(plan)).not.toContain('2027-07-05 escalate-planning');
    expect(plan.superseded.map(inEnglish)).toEqual([
      '5 days after the first day too late 2027-06-30: not sent, because escalate-recipient has told the same people of this lateness',
    ]);
  });

  it('is told by the higher rung when both were missed', () => {
    const plan = planDays({ ...draft, superior: 'planning' }, ['2027-07-06', '2027-07-07']);
    expect(days(plan)).toEqual([
      '2027-07-06 overdue-official',
      '2027-07-06 overdue-head',
      '2027-07-07 escalate-planning',
    ]);
    expect(inEnglish(plan.superseded.at(-1)!)).toContain('escalate-planning tells the same people today');
  });

  it('is left out where it is the late unit itself or does not exist', () => {
    const own = range([{ ...draft, unit: 'planning', superior: undefined }]);
    expect(days(own).filter((line) => line.includes('escalate'))).toEqual(['2027-07-10 escalate-office']);
    expect(own.superseded.map(inEnglish)).toEqual([
      '2 days after the first day too late 2027-06-30: not sent, because the unit has no superior',
      '5 days after the first day too late 2027-06-30: not sent, because a unit is not reported to itself',
    ]);
  });
});

describe('a promise', () => {
  const promised = { ...draft, promisedOn: '2027-07-12' };

  it('holds every escalation back, and once broken lets one go each day', () => {
    const plan = planDays(draft, everyDay('2027-06-28', '2027-07-31'), (item, day) =>
      day <= '2027-07-03' ? item : { ...item, promisedOn: '2027-07-12' },
    );
    expect(days(plan).filter((line) => line.includes('escalate'))).toEqual([
      '2027-07-02 escalate-recipient',
      '2027-07-13 escalate-planning',
      '2027-07-14 escalate-office',
    ]);
    expect(inEnglish(plan.notices.at(-1)!)).toBe(
      '10 days after the first day too late 2027-06-30: held back by a promise until 2027-07-12',
    );
  });

  it('keeps the order when the same day is planned again and again', () => {
    const often = everyDay('2027-07-11', '2027-07-17').flatMap((day) => [day, day, day]);
    expect(days(planDays(promised, often))).toEqual([
      '2027-07-11 overdue-official',
      '2027-07-11 overdue-head',
      '2027-07-13 escalate-recipient',
      '2027-07-14 escalate-planning',
      '2027-07-15 escalate-office',
    ]);
  });
});
