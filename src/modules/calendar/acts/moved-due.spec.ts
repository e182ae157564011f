import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { plainDate } from '../../shared/index.js';
import { WorkingDays } from '../working-days.js';
import { movedBy, movedByOutage } from './moved-due.js';

const days = new WorkingDays([]);

describe('a moved due day', () => {
  it('is the day named, or so many days on or back', () => {
    expect(movedBy('2027-06-30', { dueOn: '2027-07-02' })).toBe('2027-07-02');
    expect([movedBy('2027-06-30', { days: 2 }), movedBy('2027-06-30', { days: -1 })]).toEqual([
      '2027-07-02',
      '2027-06-29',
    ]);
  });
});

describe('a due day in an outage', () => {
  it.each([
    // 29/6/2027 is a Tuesday.
    ['lost on its last day alone', { from: '2027-06-29', to: '2027-06-29' }, '2027-07-01'],
    ['lost with the day before', { from: '2027-06-28', to: '2027-06-29' }, '2027-07-02'],
    ['lost in the middle of a longer one', { from: '2027-06-28', to: '2027-07-01' }, '2027-07-06'],
  ])('%s gives back as many working days', (_name, outage, dueOn) => {
    expect(movedByOutage('2027-06-30', outage, days)).toBe(dueOn);
  });

  it('gives back one day where the outage fell on a weekend', () => {
    expect(movedByOutage('2027-06-27', { from: '2027-06-26', to: '2027-06-26' }, days)).toBe('2027-06-29');
  });

  it('stays where its last day lies outside', () => {
    expect(movedByOutage('2027-06-30', { from: '2027-06-30', to: '2027-07-01' }, days)).toBeUndefined();
    expect(movedByOutage('2027-06-30', { from: '2027-06-27', to: '2027-06-28' }, days)).toBeUndefined();
  });

  it('always ends after the outage, on a working day, and keeps the order of due days', () => {
    const day = fc.integer({ min: 0, max: 30 });
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 10 }), day, day, (start, length, a, b) => {
        const from = plainDate.add('2027-06-01', start);
        const outage = { from, to: plainDate.add(from, length) };
        const [first, second] = [a, b].sort((x, y) => x - y).map((n) => plainDate.add('2027-06-02', n));
        const [one, two] = [first!, second!].map((due) => movedByOutage(due, outage, days));
        if (one) {
          expect(plainDate.add(one, -1) > outage.to).toBe(true);
          expect(days.isWorkingDay(plainDate.add(one, -1))).toBe(true);
        }
        if (one && two) expect(one <= two).toBe(true);
      }),
    );
  });
});
