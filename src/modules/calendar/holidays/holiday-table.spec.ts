import { describe, expect, it } from '@jest/globals';
import { holidaysOf, type TypedHoliday } from './holiday-table.js';

const row = (line: number, cells: Partial<TypedHoliday['cells']>): TypedHoliday => ({
  line,
  cells: {
    date: '2028-09-04',
    kind: 'off',
    name_vi: 'Quốc khánh',
    name_en: '',
    status: 'decreed',
    source: 'TB 1',
    ...cells,
  },
});

describe('a typed list of holidays', () => {
  it('may be written as Vietnamese officials write it, in any order of days', () => {
    const { days, faults } = holidaysOf([
      row(2, { date: '4/9/2028', kind: 'Nghỉ bù', status: 'Dự kiến' }),
      row(3, { date: '02/09/2028', kind: 'nghỉ', status: 'Đã ban hành', name_en: 'National Day' }),
      row(4, { date: '9.9.2028', kind: 'làm bù' }),
    ]);
    expect(faults).toEqual([]);
    expect(days.map(({ date, kind, status, nameEn }) => [date, kind, status, nameEn])).toEqual([
      ['2028-09-02', 'off', 'decreed', 'National Day'],
      ['2028-09-04', 'swap-off', 'assumed', 'Quốc khánh'],
      ['2028-09-09', 'work', 'decreed', 'Quốc khánh'],
    ]);
  });

  it('says everything that is wrong in a row, by its line', () => {
    const { days, faults } = holidaysOf([
      row(2, { date: '30/02/2028', kind: 'free', name_vi: ' ', status: '', source: '' }),
    ]);
    expect(days).toEqual([]);
    expect(faults.map(({ line, code, typed }) => [line, code, typed])).toEqual([
      [2, 'date', '30/02/2028'],
      [2, 'kind', 'free'],
      [2, 'status', ''],
      [2, 'name', ''],
      [2, 'source', ''],
    ]);
  });

  it('refuses a day named twice, a weekday marked as worked and a weekend day marked as swapped off', () => {
    const { faults } = holidaysOf([
      row(2, {}),
      row(3, {}),
      row(4, { date: '2028-09-05', kind: 'work' }),
      row(5, { date: '2028-09-09', kind: 'swap-off' }),
    ]);
    expect(faults.map(({ line, code }) => [line, code])).toEqual([
      [3, 'twice'],
      [4, 'works-anyway'],
      [5, 'weekend-anyway'],
    ]);
  });
});
