import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { setTimeout as sleep } from 'node:timers/promises';
import { AtMost } from './at-most.js';

describe('at most so many at a time', () => {
  it('is never passed, everybody is served in the order they came, also behind those that fail', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 4 }),
        fc.array(fc.record({ ms: fc.integer({ min: 0, max: 3 }), fails: fc.boolean() }), { maxLength: 20 }),
        async (most, works) => {
          const atMost = new AtMost(most);
          const begun: number[] = [];
          let underWay = 0;
          const outcomes = await Promise.allSettled(
            works.map(({ ms, fails }, number) =>
              atMost.run(async () => {
                begun.push(number);
                underWay += 1;
                expect(underWay).toBeLessThanOrEqual(most);
                await sleep(ms);
                underWay -= 1;
                if (fails) throw new Error('on purpose');
                return number;
              }),
            ),
          );
          expect(begun).toEqual(works.map((_, number) => number));
          expect(outcomes.map(({ status }) => status === 'rejected')).toEqual(works.map(({ fails }) => fails));
        },
      ),
      { numRuns: 40 },
    );
  });
});
