import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { plainDate } from '../../shared/index.js';
import type { PlannedObligation } from '../milestone.js';
import { keyOf } from '../obligation.js';
import { type Difference, reconcile, type Standing } from './reconcile.js';

const planned = (unit: string, dueOn: string): PlannedObligation => ({
  planYear: 2028,
  milestone: 'm',
  unit,
  occasion: 'o',
  recipients: [],
  forms: [],
  signedDocument: true,
  onlyLedRows: false,
  opensOn: '2027-01-01',
  dueOn,
  lastDay: plainDate.add(dueOn, -1),
  clause: { section: 'I', quote: 'q' },
});

/** What stands once a difference was applied to `before`. */
function after(before: readonly Standing[], difference: Difference): Standing[] {
  const moved = new Map(difference.move.map((one) => [one.id, one.to]));
  const withdrawn = new Set(difference.withdraw.map((one) => one.id));
  const waived = { at: '', as: 'waived' as const };
  return [
    ...before.map((one): Standing => {
      const to = moved.get(one.id);
      if (to) return { ...one, opensOn: to.opensOn, firstDueOn: to.dueOn, withdrawn: false, settled: undefined };
      return withdrawn.has(one.id) ? { ...one, withdrawn: true, settled: waived } : one;
    }),
    ...difference.add.map((one): Standing => ({
      ...one,
      id: keyOf(one),
      firstDueOn: one.dueOn,
      begun: false,
      withdrawn: false,
    })),
  ];
}

const day = fc.integer({ min: 0, max: 20 }).map((n) => plainDate.add('2027-06-01', n));
const plans = fc
  .uniqueArray(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd', 'e'), day), { selector: ([unit]) => unit })
  .map((list) => list.map(([unit, due]) => planned(unit, due)));

describe('bringing obligations in line with a plan', () => {
  it('leaves nothing to do the second time', () => {
    fc.assert(
      fc.property(plans, plans, (first, second) => {
        const stood = after([], reconcile([], first));
        const then = after(stood, reconcile(stood, second));
        expect(reconcile(then, second)).toEqual({ add: [], move: [], withdraw: [], keep: [] });
      }),
    );
  });

  it('comes back to where it was when the plan comes back', () => {
    fc.assert(
      fc.property(plans, plans, (first, second) => {
        const stood = after([], reconcile([], first));
        const there = after(stood, reconcile(stood, second));
        const back = after(there, reconcile(there, first));
        const open = (list: readonly Standing[]) =>
          list
            .filter((one) => !one.withdrawn)
            .map((one) => `${one.unit} ${one.firstDueOn}`)
            .sort();
        expect(open(back)).toEqual(open(stood));
      }),
    );
  });

  it('never touches what somebody has begun or finished', () => {
    fc.assert(
      fc.property(plans, plans, fc.boolean(), (first, second, begun) => {
        const stood = after([], reconcile([], first)).map((one): Standing =>
          begun ? { ...one, begun } : { ...one, settled: { at: '', as: 'document' } },
        );
        const { move, withdraw } = reconcile(stood, second);
        expect([move, withdraw]).toEqual([[], []]);
      }),
    );
  });
});
