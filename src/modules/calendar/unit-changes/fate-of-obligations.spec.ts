import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { keyOf } from '../obligation.js';
import { fateOfObligations, type OpenObligation } from './fate-of-obligations.js';

const FROM = '2027-09-01';

const obligation = fc.record({
  id: fc.uuid(),
  unit: fc.constantFrom('a', 'b', 'c'),
  planYear: fc.constantFrom(2027, 2028),
  milestone: fc.constantFrom('draft', 'final', 'report'),
  occasion: fc.constantFrom('', 'spring'),
  dueOn: fc.constantFrom('2027-06-30', '2027-08-31', FROM, '2027-10-15'),
  begun: fc.boolean(),
});
const open = fc.uniqueArray(obligation, { selector: keyOf });

const fates = (owed: readonly OpenObligation[], standing: readonly OpenObligation[]) =>
  fateOfObligations(owed, 'new', FROM, new Set(standing.map((one) => keyOf({ ...one, unit: 'new' }))));

describe('what a unit that ends still owes', () => {
  it('is each left, taken over or waived, and the successor never owes one thing twice', () => {
    fc.assert(
      fc.property(open, open, (owed, standing) => {
        const made = fates(owed, standing);
        expect(made.map((one) => one.obligation)).toEqual(owed);
        const keys = made.flatMap((one) => (one.does === 'moves' ? keyOf({ ...one.obligation, unit: one.to }) : []));
        expect(new Set(keys).size).toBe(keys.length);
        const owns = new Set(standing.map((one) => keyOf({ ...one, unit: 'new' })));
        expect(keys.filter((key) => owns.has(key))).toEqual([]);
      }),
    );
  });

  it('is never lost when it was due before: it is about the unit as it was, and stays', () => {
    fc.assert(
      fc.property(open, open, (owed, standing) => {
        for (const { obligation, does } of fates(owed, standing))
          expect(does === 'stays').toBe(obligation.dueOn < FROM);
      }),
    );
  });

  it('is waived from the first day of the new order on, for the successor owes its own', () => {
    const due = { id: 'x', unit: 'a', planYear: 2028, milestone: 'draft', occasion: '', dueOn: FROM, begun: true };
    expect(fates([due], [])).toEqual([{ obligation: due, does: 'waived' }]);
    expect(fates([{ ...due, occasion: 'spring' }], [])).toMatchObject([{ does: 'moves', to: 'new' }]);
  });
});
