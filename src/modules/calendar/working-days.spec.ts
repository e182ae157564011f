import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { plainDate } from '../shared/index.js';
import { dueUnderPolicy } from './days-off-policy.js';
import { type SpecialDay, WorkingDays } from './working-days.js';

const off = (date: string, more: Partial<SpecialDay> = {}): SpecialDay => ({
  date,
  kind: 'off',
  status: 'decreed',
  ...more,
});

/** National Day of 2026: 1–2/9 off, 31/8 off in exchange for Saturday 22/8. */
const nationalDay = new WorkingDays([
  off('2026-08-22', { kind: 'work' }),
  off('2026-08-31', { kind: 'swap-off' }),
  off('2026-09-01'),
  off('2026-09-02', { status: 'assumed' }),
]);

describe('working days', () => {
  it('are Monday to Friday where no row says otherwise', () => {
    const week = ['2027-06-21', '2027-06-25', '2027-06-26', '2027-06-27'];
    expect(week.map((day) => new WorkingDays([]).isWorkingDay(day))).toEqual([true, true, false, false]);
  });

  it('leave out what is off and take in the Saturday worked in exchange', () => {
    const days = ['2026-08-22', '2026-08-31', '2026-09-02', '2026-09-03'];
    expect(days.map((day) => nationalDay.isWorkingDay(day))).toEqual([true, false, false, true]);
  });

  it('are found on either side of a long break', () => {
    expect(nationalDay.onOrAfter('2026-08-29')).toBe('2026-09-03');
    expect(nationalDay.onOrBefore('2026-09-02')).toBe('2026-08-28');
    expect(nationalDay.next('2026-09-03')).toBe('2026-09-04');
    expect(nationalDay.previous('2026-09-03')).toBe('2026-08-28');
  });

  it('are counted without the day that is counted from', () => {
    expect(nationalDay.add('2026-08-28', 1)).toBe('2026-09-03');
    expect(nationalDay.add('2026-09-03', -2)).toBe('2026-08-27');
    expect(nationalDay.add('2026-08-30', 0)).toBe('2026-08-30');
    expect(nationalDay.between('2026-08-21', '2026-09-03')).toBe(7);
  });

  it('say where an answer rests on a day that nobody has decreed yet', () => {
    expect(['2026-09-01', '2026-09-02'].map((day) => nationalDay.isAssumed(day))).toEqual([false, true]);
  });
});

const day = fc.integer({ min: 0, max: 1500 }).map((days) => plainDate.add('2026-01-01', days));
const special = fc.record<SpecialDay>({
  date: day,
  kind: fc.constantFrom('off', 'swap-off', 'work'),
  status: fc.constantFrom('decreed', 'assumed'),
});
const calendar = fc.array(special, { maxLength: 40 }).map((rows) => new WorkingDays(rows));
const count = fc.integer({ min: 1, max: 60 });

describe('the arithmetic of working days', () => {
  it('lands on a working day, and going back by as much from a working day comes home', () => {
    fc.assert(
      fc.property(calendar, day, count, (days, from, n) => {
        const start = days.onOrAfter(from);
        const there = days.add(start, n);
        expect(days.isWorkingDay(there)).toBe(true);
        expect(days.add(there, -n)).toBe(start);
        expect(days.between(start, there)).toBe(n);
      }),
    );
  });

  it('takes two steps as it takes their sum', () => {
    fc.assert(
      fc.property(calendar, day, count, count, (days, from, a, b) => {
        expect(days.add(days.add(from, a), b)).toBe(days.add(from, a + b));
      }),
    );
  });

  it('finds the nearest working day: none lies between', () => {
    fc.assert(
      fc.property(calendar, day, (days, from) => {
        const after = days.onOrAfter(from);
        expect(after >= from).toBe(true);
        for (let at = from; at < after; at = plainDate.add(at, 1)) expect(days.isWorkingDay(at)).toBe(false);
        expect(days.onOrBefore(from) <= from).toBe(true);
      }),
    );
  });

  it('moves a due day as the policy says and never away from a last day that is worked', () => {
    const policies = fc.constantFrom('none' as const, 'next' as const, 'previous' as const);
    fc.assert(
      fc.property(calendar, day, policies, (days, dueOn, due) => {
        const moved = dueUnderPolicy(dueOn, { policy: { due, noticesOnWorkingDaysOnly: false }, days });
        const worked = days.isWorkingDay(plainDate.add(dueOn, -1));
        if (due === 'none' || worked) expect(moved).toBe(dueOn);
        else {
          expect(days.isWorkingDay(plainDate.add(moved, -1))).toBe(true);
          expect(due === 'next' ? moved > dueOn : moved < dueOn).toBe(true);
        }
      }),
    );
  });
});
