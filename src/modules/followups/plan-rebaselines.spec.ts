import { describe, expect, it } from '@jest/globals';
import type { Ladder, Recorded } from './ladder.js';
import { planRebaselines } from './plan-rebaselines.js';

const ladder: Ladder = {
  key: 'default',
  hours: { from: '07:00', to: '18:00' },
  timeZone: 'Asia/Ho_Chi_Minh',
  rungs: [],
  rebaselines: { every: 3, atMost: 3, at: '07:30' },
};
const asked = { batch: 'b', unit: 'xa', askedOn: '2027-12-02' };
const roles = new Set(['xa official', 'xa head']);
const plan = (day: string, recorded: Recorded = new Map(), of = ladder, known = roles) =>
  planRebaselines(of, [asked], day, recorded, { roles: known }).map(({ key, audience }) => `${key} ${audience.role}`);

describe('a unit that has not answered about its targets', () => {
  it('is reminded so long after it was asked, the last time its head is', () => {
    expect(plan('2027-12-04')).toEqual([]);
    expect(plan('2027-12-05')).toEqual(['rebaseline-asked/b#1 official']);
    expect(plan('2027-12-08')).toEqual(['rebaseline-asked/b#2 official']);
    expect(plan('2027-12-11')).toEqual(['rebaseline-asked/b#3 head']);
  });

  it('is told once a reminder, and of missed days once', () => {
    expect(plan('2027-12-06', new Map([['rebaseline-asked/b#1', { on: '2027-12-05', told: true }]]))).toEqual([]);
    expect(plan('2028-01-20')).toEqual(['rebaseline-asked/b#3 head']);
  });

  it('hears nothing where the ladder says nothing of it; a unit without officials hears through its head', () => {
    expect(plan('2027-12-05', new Map(), { ...ladder, rebaselines: undefined })).toEqual([]);
    expect(plan('2027-12-05', new Map(), ladder, new Set(['xa head']))).toEqual(['rebaseline-asked/b#1 head']);
  });
});
