import { describe, expect, it } from '@jest/globals';
import type { Unit } from '../units/index.js';
import type { Milestone } from './milestone.js';
import { planObligations, planWindows } from './plan-obligations.js';
import { WorkingDays } from './working-days.js';

const unit = (code: string, kind: string, more: Partial<Unit> = {}): Unit => ({
  code,
  name: `Đơn vị ${code}`,
  kind,
  level: kind,
  traits: [],
  leads: [],
  member: true,
  provenance: 'test',
  ...more,
});

const units = [
  unit('top', 'upper'),
  unit('desk', 'desk', { parent: 'top' }),
  unit('b', 'lower', { parent: 'top' }),
  unit('a', 'lower', { parent: 'top' }),
];

const milestone = (id: string, more: Partial<Milestone> = {}): Milestone => ({
  id,
  round: '1',
  sort: 'deadline',
  title: { vi: id, en: id },
  owes: 'lower',
  recipients: [{ superior: true }],
  forms: ['form'],
  headline: 'form',
  signedDocument: false,
  onlyLedRows: false,
  opens: { monthDay: '06-10', yearOf: 'report-year', assumed: false },
  due: { monthDay: '06-30', yearOf: 'report-year' },
  clause: { section: 'I', quote: 'trước ngày' },
  provenance: 'test',
  ...more,
});

describe('planning obligations', () => {
  it('gives one to each unit that owes, by due day, milestone and unit', () => {
    const later = milestone('a-later', { due: { monthDay: '01-05', yearOf: 'plan-year' } });
    const planned = planObligations([later, milestone('draft')], units, 2028);
    expect(planned.map((one) => [one.dueOn, one.milestone, one.unit])).toEqual([
      ['2027-06-30', 'draft', 'a'],
      ['2027-06-30', 'draft', 'b'],
      ['2028-01-05', 'a-later', 'a'],
      ['2028-01-05', 'a-later', 'b'],
    ]);
  });

  it('ends on the day before the due day, over the end of a month too', () => {
    const planned = planObligations([milestone('m', { due: { monthDay: '03-01', yearOf: 'plan-year' } })], units, 2028);
    expect(planned[0]!.lastDay).toBe('2028-02-29');
  });

  it('passes by a unit that does not exist on the due day', () => {
    const changing = [
      unit('founded-later', 'lower', { validFrom: '2027-07-01' }),
      unit('founded-that-day', 'lower', { validFrom: '2027-06-30' }),
      unit('merged-before', 'lower', { validTo: '2027-06-29' }),
      unit('merged-that-day', 'lower', { validTo: '2027-06-30' }),
    ];
    const planned = planObligations([milestone('m')], changing, 2028);
    expect(planned.map((one) => one.unit)).toEqual(['founded-that-day', 'merged-that-day']);
  });

  it.each(['window', 'relative', 'local', 'start', 'period', 'request'] as const)('makes nothing of a %s', (sort) => {
    expect(planObligations([milestone('m', { sort })], units, 2028)).toEqual([]);
  });

  it('is followed by the superior, unless the milestone names another', () => {
    const superiors = (more: Partial<Milestone>): (string | undefined)[] =>
      planObligations([milestone('m', more)], units, 2028).map((one) => one.superior);
    expect(superiors({})).toEqual(['top', 'top']);
    expect(superiors({ watchedBy: 'desk' })).toEqual(['desk', 'desk']);
    expect(superiors({ owes: 'upper' })).toEqual([undefined]);
  });

  it('finds recipients by place, by code, by kind and by name', () => {
    const recipients = (owes: string, more: Milestone['recipients']): string[] =>
      planObligations([milestone('m', { owes, recipients: more })], units, 2028)[0]!.recipients.map(
        (to) => to.unit ?? to.name,
      );
    expect(recipients('lower', [{ superior: true }, { unit: 'desk' }, { body: 'Các cơ quan' }])).toEqual([
      'top',
      'desk',
      'Các cơ quan',
    ]);
    expect(recipients('upper', [{ kind: 'lower', below: true }])).toEqual(['b', 'a']);
    expect(recipients('lower', [{ kind: 'desk', beside: true }])).toEqual(['desk']);
    expect(recipients('lower', [{ kind: 'lower' }])).toEqual(['b']);
    expect(recipients('upper', [{ superior: true }])).toEqual([]);
  });
});

describe('planning for some of the units', () => {
  it('asks every member of a level, of whatever kind', () => {
    const level = milestone('level', { owes: undefined, owesLevel: 'lower' });
    const more = [
      ...units,
      unit('c', 'other', { parent: 'top', level: 'lower' }),
      unit('x', 'x', { level: 'lower', member: false }),
    ];
    expect(planObligations([level], more, 2028).map((one) => one.unit)).toEqual(['a', 'b', 'c']);
  });

  it('gives a kind, a trait or a unit its own due day; the first that fits counts', () => {
    const far = unit('far', 'lower', { parent: 'top', traits: ['remote'] });
    const apart = milestone('apart', {
      dueOf: [
        { unit: 'b', due: { monthDay: '07-01', yearOf: 'report-year' } },
        { trait: 'remote', due: { monthDay: '07-05', yearOf: 'report-year' } },
      ],
    });
    expect(planObligations([apart], [...units, far], 2028).map((one) => [one.unit, one.dueOn])).toEqual([
      ['a', '2027-06-30'],
      ['b', '2027-07-01'],
      ['far', '2027-07-05'],
    ]);
  });

  it('moves a last day off a day off where the profile says so, and says it of nobody else', () => {
    const days = new WorkingDays([{ date: '2027-06-29', kind: 'off', status: 'decreed' }]);
    const due = (policy: 'none' | 'next' | 'previous') =>
      planObligations([milestone('m')], units, 2028, {
        policy: { due: policy, noticesOnWorkingDaysOnly: false },
        days,
      })[0]!.lastDay;
    expect([due('none'), due('next'), due('previous')]).toEqual(['2027-06-29', '2027-06-30', '2027-06-28']);
  });

  it('moves no last day to before the opening: then it stands', () => {
    const opens = { monthDay: '06-29', yearOf: 'report-year' as const, assumed: false };
    const days = new WorkingDays([{ date: '2027-06-29', kind: 'off', status: 'decreed' }]);
    const policy = { due: 'previous' as const, noticesOnWorkingDaysOnly: false };
    const [only] = planObligations([milestone('m', { opens })], units, 2028, { policy, days });
    expect(only).toMatchObject({ opensOn: '2027-06-29', lastDay: '2027-06-29' });
  });
});

describe('planning windows', () => {
  it('lists each window once for each unit that holds it', () => {
    const window = milestone('conference', {
      sort: 'window',
      owes: 'upper',
      opens: undefined,
      windowStart: { monthDay: '08-06', yearOf: 'report-year' },
      due: { monthDay: '09-11', yearOf: 'report-year' },
    });
    const planned = planWindows([window, milestone('draft')], units, 2028);
    expect(planned.map((one) => [one.unit, one.opensOn, one.lastDay, one.dueOn])).toEqual([
      ['top', '2027-08-06', '2027-09-10', '2027-09-11'],
    ]);
  });
});
