import { describe, expect, it } from '@jest/globals';
import { WorkingDays } from '../calendar/index.js';
import { UnitTree, type Unit } from '../units/index.js';
import type { Ladder, OwedItem, PlannedNotice, Rung, Trace } from './ladder.js';
import { planNotices, planRange } from './plan-notices.js';
import type { PlanningDays } from './planning-days.js';
import { inEnglish } from '../../../test/arbitraries/why-in-english.js';
import { withWaits } from './waits.js';

const base: Rung = {
  id: 'r',
  sort: 'reminder',
  from: 'last-day',
  offsetDays: -3,
  at: '07:30',
  audience: { of: 'unit', role: 'official' },
  template: 'notice.r',
};
const up: Rung = {
  ...base,
  id: 'up',
  sort: 'escalation',
  from: 'due',
  offsetDays: 2,
  audience: { of: 'superior', role: 'supervisor' },
};
const ladderOf = (...rungs: Rung[]): Ladder => ({
  key: 'any',
  hours: { from: '07:00', to: '18:00' },
  timeZone: 'Asia/Ho_Chi_Minh',
  rungs,
});

/** Due on Wednesday 30 June 2027; the last day is a Tuesday, three days before it lies a Saturday. */
const draft: OwedItem = {
  id: 'o',
  planYear: 2028,
  milestone: 'draft',
  unit: 'xa',
  occasion: '',
  superior: 'huyen',
  opensOn: '2027-06-10',
  dueOn: '2027-06-30',
  settled: false,
};
const HELD: PlanningDays = { workingDays: new WorkingDays([]), onWorkingDaysOnly: true };
const lines = (notices: readonly PlannedNotice[]) => notices.map(({ on, rung }) => `${on} ${rung}`);
const plan = (ladder: Ladder, item: Partial<OwedItem> = {}, days?: PlanningDays) =>
  planRange(ladder, [{ ...draft, ...item }], '2027-06-01', '2027-07-31', new Map(), days).notices;

describe('days on which the product could not be reached', () => {
  const lost = (...spans: [string, string][]): PlanningDays => ({
    ...{ workingDays: new WorkingDays([]), onWorkingDaysOnly: false },
    lost: spans.map(([from, to]) => ({ from, to })),
  });
  const ladder = ladderOf(base, { ...up, repeat: { every: 3, countedIn: 'days', atMost: 2 } });

  it.each<[string, [string, string][], string[]]>([
    ['before the due day', [['2027-06-20', '2027-06-21']], ['2027-07-02', '2027-07-05']],
    ['after the due day', [['2027-07-01', '2027-07-02']], ['2027-07-04', '2027-07-07']],
    ['across the due day', [['2027-06-28', '2027-06-30']], ['2027-07-03', '2027-07-06']],
    ['between two times', [['2027-07-03', '2027-07-03']], ['2027-07-02', '2027-07-06']],
    ['after all was said', [['2027-07-20', '2027-07-21']], ['2027-07-02', '2027-07-05']],
    // The second outage falls into the days that the first one gave.
    [
      'twice, once in what was given back',
      [
        ['2027-07-01', '2027-07-01'],
        ['2027-07-01', '2027-07-03'],
      ],
      ['2027-07-05', '2027-07-08'],
    ],
  ])('put off what says that something is late, and nothing else (%s)', (_, spans, days) => {
    expect(lines(plan(ladder, {}, lost(...spans)))).toEqual(['2027-06-26 r', ...days.map((day) => `${day} up`)]);
  });
});

describe('a rung that falls on a day off', () => {
  it('comes earlier where it reminds, later where it says that something is late', () => {
    const ladder = ladderOf(base, { ...up, offsetDays: 3 });
    expect(lines(plan(ladder))).toEqual(['2027-06-26 r', '2027-07-03 up']);
    const held = plan(ladder, {}, HELD);
    expect(lines(held)).toEqual(['2027-06-25 r', '2027-07-05 up']);
    expect(inEnglish(held[0]!)).toBe('3 days before the last day 2027-06-29, moved from 2027-06-26, a day off');
  });

  it('says for itself whether it is held', () => {
    const ladder = ladderOf({ ...base, onWorkingDaysOnly: false }, { ...up, offsetDays: 3, onWorkingDaysOnly: true });
    expect(lines(plan(ladder, {}, HELD))).toEqual(['2027-06-26 r', '2027-07-05 up']);
    expect(lines(plan(ladder))).toEqual(['2027-06-26 r', '2027-07-05 up']);
  });

  it('is the last working day where the last day is none, and gives way to what is nearer', () => {
    const last: Rung = { ...base, id: 'last', sort: 'last-day', offsetDays: 0 };
    const before: Rung = { ...base, id: 'before', offsetDays: -1 };
    // The last day is Sunday 27 June.
    const held = plan(ladderOf(before, last), { dueOn: '2027-06-28' }, HELD);
    expect(lines(held)).toEqual(['2027-06-25 last']);
  });

  it('stays where there is no working day left for it', () => {
    const weekend = { opensOn: '2027-06-26', dueOn: '2027-06-28' };
    const opening: Rung = { ...base, id: 'opening', sort: 'opening', from: 'opens', offsetDays: 0 };
    expect(lines(plan(ladderOf(opening), weekend, HELD))).toEqual(['2027-06-26 opening']);
  });
});

describe('distances and times', () => {
  it('count working days where a rung says so', () => {
    const ladder = ladderOf({ ...base, countedIn: 'working-days' }, { ...up, countedIn: 'working-days' });
    expect(lines(plan(ladder))).toEqual(['2027-06-24 r', '2027-07-02 up']);
  });

  it('wait for the end of a quiet time', () => {
    const quiet = [
      { from: '11:30', to: '13:00' },
      { from: '13:00', to: '13:30' },
    ];
    const [notice] = plan({ ...ladderOf({ ...base, at: '12:00' }), quiet });
    expect(notice!.at).toBe('2027-06-26T13:30:00+07:00');
  });

  it('say it again, a reminder until the last day, a lateness so often as is asked', () => {
    const again = { every: 2, atMost: 3 };
    const ladder = ladderOf({ ...base, repeat: again }, { ...up, repeat: again });
    const notices = plan(ladder);
    expect(lines(notices)).toEqual(['2027-06-26 r', '2027-06-28 r', '2027-07-02 up', '2027-07-04 up', '2027-07-06 up']);
    expect(notices.map(({ key }) => key.split('/').at(-1))).toEqual([
      'r@2027-06-30',
      'r@2027-06-30#2',
      'up@2027-06-30',
      'up@2027-06-30#2',
      'up@2027-06-30#3',
    ]);
  });

  it('tell several of one milestone apart by their occasion', () => {
    const keys = ['2027-05', 'a/b@c'].map((occasion) => plan(ladderOf(base), { occasion })[0]!.key);
    expect(keys).toEqual(['2028/draft/xa:2027-05/r@2027-06-30', '2028/draft/xa:a%2Fb%40c/r@2027-06-30']);
  });
});

describe('what stops or holds a rung', () => {
  const reasons = (item: Partial<OwedItem>, rung: Rung, day = '2027-07-02') =>
    planNotices(ladderOf(rung), [{ ...draft, ...item }], day, new Map()).superseded.map(
      (notice) => inEnglish(notice).split('because ')[1],
    );

  it('is what the unit or its superior said, where the rung says so', () => {
    const said = { statusReportedOn: '2027-06-20' };
    expect(reasons(said, { ...up, until: ['status-reported'] })).toEqual(['the unit has said where it stands']);
    expect(reasons(said, { ...up, until: ['acknowledged'] })).toEqual([]);
    expect(reasons({ acknowledgedOn: '2027-07-01' }, { ...up, until: ['acknowledged'] })).toEqual([
      'the lateness was taken on',
    ]);
    expect(reasons({ promisedOn: '2027-07-02' }, { ...up, until: ['promised'] })).toEqual(['a promise runs']);
  });

  it('is a forecast that leaves time enough', () => {
    const tight: Rung = { ...base, slackAtMost: 2 };
    expect(plan(ladderOf(tight))).toEqual([]);
    expect(plan(ladderOf(tight), { slackDays: 3 })).toEqual([]);
    expect(lines(plan(ladderOf(tight), { slackDays: 2 }))).toEqual(['2027-06-26 r']);
  });
});

describe('an escalation', () => {
  it('that says nothing, because its people were told by another one, holds nobody back', () => {
    const own = { of: 'unit', role: 'head' } as const;
    const head: Rung = { ...up, id: 'head', offsetDays: 0, audience: own };
    const overdue: Rung = { ...up, id: 'overdue', sort: 'overdue', offsetDays: 1, audience: own };
    const ladder = ladderOf(head, overdue, { ...up, offsetDays: 1 });
    const kept = new Map<string, Trace>([['2028/draft/xa/head@2027-06-30', { on: '2027-06-30', told: true }]]);
    // The day on which both were meant to go was lost.
    const { notices, superseded } = planNotices(ladder, [draft], '2027-07-02', kept);
    expect([lines(notices), lines(superseded)]).toEqual([['2027-07-02 up'], ['2027-07-02 overdue']]);
  });

  it('that warns before the due day waits as well until a reminder reached the unit', () => {
    const early: Rung = { ...up, id: 'early', from: 'last-day', offsetDays: -3 };
    expect(lines(plan(ladderOf(base, early)))).toEqual(['2027-06-26 r', '2027-06-26 early']);
    expect(lines(plan(ladderOf(base, early), { contact: {} }))).toEqual(['2027-06-26 r']);
    const reached = { contact: { deliveredOn: '2027-06-20' } };
    expect(lines(plan(ladderOf(base, early), reached))).toContain('2027-06-26 early');
  });

  it('is not made of a unit that no reminder reached: its superior hears of that, the same day and once', () => {
    const notices = plan(
      ladderOf(up, { ...up, id: 'office', offsetDays: 5, audience: { of: 'named', unit: 'vp', role: 'head' } }),
      {
        contact: {},
      },
    );
    expect(notices.map(({ on, rung, audience }) => [on, rung, audience])).toEqual([
      ['2027-07-02', 'no-contact', { unit: 'huyen', role: 'supervisor' }],
    ]);
  });

  it('begins the day after a late unit was reached, one rung a day', () => {
    const ladder = ladderOf(up, {
      ...up,
      id: 'office',
      offsetDays: 3,
      audience: { of: 'named', unit: 'vp', role: 'head' },
    });
    const notices = plan(ladder, { contact: { deliveredOn: '2027-07-10' } });
    expect(lines(notices)).toEqual(['2027-07-11 up', '2027-07-12 office']);
    expect(inEnglish(notices[0]!)).toBe(
      '2 days after the first day too late 2027-06-30: held back until the unit was told on 2027-07-10',
    );
  });

  it('that nobody answers in time goes to the deputy, but not where somebody did', () => {
    const asked: Rung = { ...up, acknowledgeWithinHours: 30 };
    const [first, second] = plan(ladderOf(asked));
    expect(first).toMatchObject({ on: '2027-07-02', rung: 'up' });
    expect(second).toMatchObject({
      key: '2028/draft/xa/up@2027-06-30/silence',
      on: '2027-07-03',
      at: '2027-07-03T13:30:00+07:00',
      audience: { unit: 'huyen', role: 'deputy' },
      silenceOf: '2028/draft/xa/up@2027-06-30',
      why: { sort: 'silence', hours: 30, rung: 'up' },
    });
    const recorded = new Map<string, Trace>([['2028/draft/xa/up@2027-06-30', { on: '2027-07-02', told: true }]]);
    const answered = planNotices(ladderOf(asked), [{ ...draft, answeredOn: '2027-07-02' }], '2027-07-03', recorded);
    expect(answered.notices).toEqual([]);
    expect(answered.superseded.map(inEnglish)).toEqual(['30 hours after up: not sent, because it was answered']);
  });
});

describe("a unit that waits for its superior's act", () => {
  const unit = (code: string, parent?: string): Unit => ({
    code,
    name: code,
    kind: parent ? 'low' : 'high',
    level: 'any',
    ...(parent ? { parent } : {}),
    traits: [],
    leads: [],
    member: true,
    provenance: 'test',
  });
  const tree = new UnitTree([unit('huyen'), unit('xa', 'huyen')]);
  const milestones = [{ id: 'draft', waitsOn: 'assign' }] as never;
  const act = { planYear: 2028, milestone: 'assign', unit: 'huyen', dueOn: '2027-06-25' };
  const rungs = ladderOf({ ...base, offsetDays: -6 }, base, up);

  it('is not chased from the day on which that act is late', () => {
    const [item] = withWaits([draft], milestones, [act], tree);
    expect(lines(planRange(rungs, [item!], '2027-06-01', '2027-07-31').notices)).toEqual(['2027-06-23 r']);
  });

  it('is chased as ever where that act was done in time, and gently where it was done late', () => {
    const [inTime] = withWaits([draft], milestones, [{ ...act, doneOn: '2027-06-24' }], tree);
    expect(lines(planRange(rungs, [inTime!], '2027-06-01', '2027-07-31').notices)).toContain('2027-07-02 up');
    const [late] = withWaits([draft], milestones, [{ ...act, doneOn: '2027-07-05' }], tree);
    const notices = planNotices(rungs, [late!], '2027-07-05', new Map()).notices;
    expect(lines(notices)).toEqual([]);
    expect(lines(planNotices(rungs, [late!], '2027-07-06', new Map()).notices)).toEqual(['2027-07-06 up']);
  });
});
