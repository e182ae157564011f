import { describe, expect, it } from '@jest/globals';
import { csvOf } from './csv.js';

describe('a list as CSV', () => {
  it('begins with the mark by which Excel knows UTF-8, and keeps commas, quotes and line ends in their cell', () => {
    expect(
      csvOf([
        ['Ngày', 'Việc'],
        ['2027-06-22', 'Báo cáo, "quý"\nII'],
      ]),
    ).toBe('\uFEFFNgày,Việc\r\n2027-06-22,"Báo cáo, ""quý""\nII"\r\n');
  });

  it('lets no cell be worked out as a formula', () => {
    expect(csvOf([['=1+1', '@SUM(A1)', '-2', 'a=b']])).toBe("\uFEFF'=1+1,'@SUM(A1),'-2,a=b\r\n");
  });
});
