import { describe, expect, it } from '@jest/globals';
import { yearsTold } from './years-told.js';

const named = ({ title, planYear }: { title: string; planYear: number }) => `${title}, kế hoạch năm ${planYear}`;
const draft = (planYear: number, title = 'Dự thảo kế hoạch') => ({ title, planYear, unit: 'x' });

describe('titles of a list', () => {
  it('say nothing of the plan year while there is one', () => {
    expect(yearsTold([draft(2028), draft(2028)], named)).toEqual([draft(2028), draft(2028)]);
  });

  it('name their plan year where two cycles overlap, unless they do so themselves', () => {
    const own = draft(2029, 'Báo cáo quý I năm 2029');
    expect(yearsTold([draft(2028), own], named)).toEqual([
      { ...draft(2028), title: 'Dự thảo kế hoạch, kế hoạch năm 2028' },
      own,
    ]);
  });
});
