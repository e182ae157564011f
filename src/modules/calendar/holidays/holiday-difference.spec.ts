import { describe, expect, it } from '@jest/globals';
import { WorkingDays } from '../working-days.js';
import { effectsOnDeadlines, holidayDifference, surroundingsOf } from './holiday-difference.js';
import type { Holiday } from './read-holidays.js';

const day = (date: string, more: Partial<Holiday> = {}): Holiday => ({
  date,
  kind: 'off',
  nameVi: 'Quốc khánh',
  nameEn: 'National Day',
  status: 'assumed',
  source: 'giả định',
  ...more,
});

describe('a file of holidays', () => {
  it('speaks for its own years and for no other', () => {
    const before = [day('2027-09-02'), day('2028-09-01'), day('2028-09-02'), day('2028-09-04')];
    const after = [day('2028-09-02', { status: 'decreed', source: 'Thông báo 1' }), day('2028-09-03')];
    const { years, added, removed, changed } = holidayDifference(before, after);
    expect(years).toEqual([2028]);
    expect([added, removed].map((days) => days.map(({ date }) => date))).toEqual([
      ['2028-09-03'],
      ['2028-09-01', '2028-09-04'],
    ]);
    expect(changed.map(({ was, is }) => [was.status, is.status])).toEqual([['assumed', 'decreed']]);
  });

  it('changes nothing when it says what stands', () => {
    const rows = [day('2028-09-02')];
    expect(holidayDifference(rows, rows)).toMatchObject({ added: [], removed: [], changed: [] });
  });
});

describe('the days off around a deadline', () => {
  // 4/9/2028 is a Monday.
  const before = new WorkingDays([day('2028-09-01'), day('2028-09-04')]);
  const after = new WorkingDays([day('2028-09-04'), day('2028-09-05')]);

  it('are counted up to the next working day on each side', () => {
    expect(surroundingsOf('2028-09-04', before)).toEqual({ lastDayOff: true, offBefore: 3, offAfter: 0 });
    expect(surroundingsOf('2028-09-04', after)).toEqual({ lastDayOff: true, offBefore: 2, offAfter: 1 });
  });

  it('are told only of deadlines around which they change', () => {
    const deadlines = [
      { milestone: 'late', lastDay: '2028-10-24', units: 3 },
      { milestone: 'report', lastDay: '2028-09-04', units: 46 },
    ];
    expect(effectsOnDeadlines(deadlines, before, after).map((one) => [one.milestone, one.units])).toEqual([
      ['report', 46],
    ]);
  });
});
