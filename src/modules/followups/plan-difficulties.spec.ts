import { describe, expect, it } from '@jest/globals';
import type { Ladder, Trace } from './ladder.js';
import { type OpenDifficulty, planDifficulties } from './plan-difficulties.js';

const LADDER: Ladder = {
  key: 'default',
  hours: { from: '07:00', to: '18:00' },
  timeZone: 'Asia/Ho_Chi_Minh',
  difficulties: { every: 3, countedIn: 'working-days', atMost: 2, at: '07:30' },
  rungs: [],
};
/** Raised on Tuesday 15 June 2027 by Ngũ Hiệp. */
const OPEN: OpenDifficulty = { number: 12, unit: '00667', forUnit: 'planning', answers: 0, lastWordOn: '2027-06-15' };
const ROLES = new Set(['planning supervisor']);

const keysOn = (day: string, open = [OPEN], recorded: ReadonlyMap<string, Trace> = new Map()) =>
  planDifficulties(LADDER, open, day, recorded, { roles: ROLES }).map((notice) => notice.key);

describe('an open difficulty', () => {
  it('is told again three working days after the last word, and no earlier', () => {
    expect(keysOn('2027-06-17')).toEqual([]);
    const [notice] = planDifficulties(LADDER, [OPEN], '2027-06-18', new Map(), { roles: ROLES });
    expect(notice).toMatchObject({
      key: 'difficulty/12/0#1',
      difficulty: 12,
      audience: { unit: 'planning', role: 'supervisor' },
      at: '2027-06-18T07:30:00+07:00',
    });
  });

  it('is told once a time, caught up by one reminder after missed days, and as often as the ladder says', () => {
    const told = new Map<string, Trace>([['difficulty/12/0#1', { on: '2027-06-18', told: true }]]);
    expect(keysOn('2027-06-21', [OPEN], told)).toEqual([]);
    // A weekend lies in between.
    expect(keysOn('2027-06-23', [OPEN], told)).toEqual(['difficulty/12/0#2']);
    expect(keysOn('2027-08-02')).toEqual(['difficulty/12/0#2']);
    told.set('difficulty/12/0#2', { on: '2027-06-23', told: true });
    expect(keysOn('2027-08-02', [OPEN], told)).toEqual([]);
  });

  it('counts anew from an answer', () => {
    const answered = { ...OPEN, answers: 1, lastWordOn: '2027-06-22' };
    const told = new Map<string, Trace>([['difficulty/12/0#1', { on: '2027-06-18', told: true }]]);
    expect(keysOn('2027-06-24', [answered], told)).toEqual([]);
    expect(keysOn('2027-06-25', [answered], told)).toEqual(['difficulty/12/1#1']);
  });

  it('goes to the heads where nobody watches, and to nobody where the ladder does not name it', () => {
    const [notice] = planDifficulties(LADDER, [OPEN], '2027-06-18', new Map(), { roles: new Set() });
    expect(notice!.audience).toEqual({ unit: 'planning', role: 'head' });
    const { difficulties: _, ...silent } = LADDER;
    expect(planDifficulties(silent, [OPEN], '2027-06-18', new Map(), { roles: ROLES })).toEqual([]);
  });
});
