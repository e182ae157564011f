import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { plainDate } from '../shared/index.js';
import { type Unit, UnitTree } from '../units/index.js';
import { NO_POLICY, PLAIN_DAYS } from './days-off-policy.js';
import type { Milestone } from './milestone.js';
import type { CalendarEvent, LocalRule } from './occasion.js';
import { dueAfter, mayBeAsked, maySet, planAfterEvent, planUnderRule } from './plan-occasions.js';
import { WorkingDays } from './working-days.js';

const unit = (code: string, kind: string, parent?: string): Unit => ({
  code,
  name: `Đơn vị ${code}`,
  kind,
  level: kind,
  traits: [],
  leads: [],
  leadTerms: {},
  member: true,
  provenance: 'test',
  ...(parent === undefined ? {} : { parent }),
});

const tree = new UnitTree([
  unit('top', 'upper'),
  unit('mid', 'middle', 'top'),
  unit('other', 'middle', 'top'),
  unit('a', 'lower', 'mid'),
  unit('b', 'lower', 'mid'),
  unit('c', 'lower', 'other'),
]);

const milestone = (id: string, more: Partial<Milestone>): Milestone => ({
  id,
  round: '2',
  sort: 'relative',
  title: { vi: id, en: id },
  recipients: [],
  forms: [],
  signedDocument: true,
  onlyLedRows: false,
  clause: { section: 'II', quote: 'chậm nhất 5 ngày sau' },
  provenance: 'test',
  ...more,
});

const notice = milestone('notice', {
  recipients: [{ concerned: true }, { body: 'Cơ quan dự họp' }],
  after: { events: ['hearing'], days: 5, count: 'calendar' },
});

const hearing: CalendarEvent = {
  id: 'event-1',
  planYear: 2028,
  milestone: 'hearing',
  occasion: 'hearing/a',
  unit: 'a',
  heldBy: 'mid',
  endedOn: '2027-09-27',
  note: '',
};

describe('what follows an event', () => {
  it('is owed by the unit that held it, to the unit that it was about, and told apart by its occasion', () => {
    const other = milestone('other', { after: { events: ['something-else'], days: 1, count: 'calendar' } });
    expect(planAfterEvent([notice, other], tree, hearing, PLAIN_DAYS)).toMatchObject([
      {
        milestone: 'notice',
        unit: 'mid',
        superior: 'top',
        occasion: 'hearing/a',
        about: { vi: 'Đơn vị a' },
        recipients: [{ unit: 'a' }, { name: 'Cơ quan dự họp' }],
        opensOn: '2027-09-27',
        lastDay: '2027-10-02',
        dueOn: '2027-10-03',
      },
    ]);
  });

  it('counts calendar days, or working days over the weekend and a day off', () => {
    const rules = {
      policy: NO_POLICY,
      days: new WorkingDays([{ date: '2027-09-30', kind: 'off', status: 'decreed' }]),
    };
    const due = (count: 'calendar' | 'working') =>
      dueAfter({ events: ['hearing'], days: 5, count }, '2027-09-27', rules);
    expect([due('calendar'), due('working')]).toEqual(['2027-10-03', '2027-10-06']);
  });

  it('never ends earlier by working days than by calendar days, and ends on a working day', () => {
    const days = fc.integer({ min: 1, max: 40 });
    const start = fc.integer({ min: 0, max: 1000 }).map((n) => plainDate.add('2027-01-01', n));
    fc.assert(
      fc.property(start, days, (endedOn, n) => {
        const of = (count: 'calendar' | 'working') => dueAfter({ events: [], days: n, count }, endedOn, PLAIN_DAYS);
        expect(of('working') >= of('calendar')).toBe(true);
        expect(plainDate.dayOfWeek(plainDate.add(of('working'), -1))).toBeLessThan(6);
      }),
    );
  });
});

describe('a rule that a superior sets', () => {
  const local = milestone('local', {
    sort: 'local',
    signedDocument: false,
    setBy: [{ kind: 'middle' }],
    asks: { kind: 'lower', below: true },
    forms: ['one', 'two'],
    recipients: [{ body: 'Các phòng' }],
  });
  const rule: LocalRule = {
    id: 'rule-1',
    milestone: 'local',
    setBy: 'mid',
    key: 'quarter',
    fromPlanYear: 2028,
    forms: ['two'],
    periods: [
      {
        key: 'q1',
        title: { vi: 'Quý I/{P}', en: 'Quarter 1 of {P}' },
        opens: { monthDay: '03-15', yearOf: 'plan-year' },
        due: { monthDay: '04-01', yearOf: 'plan-year' },
      },
    ],
    decision: 'Công văn 12/UBND',
  };

  it('asks each unit below the setter once a period, on the forms that it names, and follows it itself', () => {
    const planned = planUnderRule(local, tree, rule, 2028, PLAIN_DAYS);
    expect(planned.map((one) => one.unit)).toEqual(['a', 'b']);
    expect(planned[0]).toMatchObject({
      occasion: 'mid/quarter/q1',
      about: { vi: 'Quý I/2028', en: 'Quarter 1 of 2028' },
      superior: 'mid',
      recipients: [{ unit: 'mid' }, { name: 'Các phòng' }],
      forms: ['two'],
      signedDocument: false,
      opensOn: '2028-03-15',
      lastDay: '2028-03-31',
      dueOn: '2028-04-01',
    });
  });

  it('asks for a signed document where it names no form', () => {
    expect(planUnderRule(local, tree, { ...rule, forms: [] }, 2028, PLAIN_DAYS)[0]?.signedDocument).toBe(true);
  });

  it('holds from its first plan year to its last, and only for the units that it names', () => {
    const years = (more: Partial<LocalRule>) =>
      [2027, 2028, 2029, 2030].map((year) => planUnderRule(local, tree, { ...rule, ...more }, year, PLAIN_DAYS).length);
    expect(years({ toPlanYear: 2029 })).toEqual([0, 2, 2, 0]);
    expect(years({ units: ['b', 'c'] })).toEqual([0, 1, 1, 1]);
  });

  it('is set only by whom the milestone names, for units of its own', () => {
    expect(['mid', 'other', 'top', 'a', 'nobody'].map((code) => maySet(local, tree, code))).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
    expect(mayBeAsked(local, tree, 'other', '2028-01-01')).toEqual(['c']);
  });
});
