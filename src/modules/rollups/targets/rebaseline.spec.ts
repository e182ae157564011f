import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decimal, type Direction } from '../../../forms/index.js';
import { answerFault, differencesOf, missingOf, reaches, type StandingTarget } from './rebaseline.js';

const target = (code: string, value: string): StandingTarget => ({ id: `${code} ${value}`, code, value });
const number = fc
  .integer({ min: -10_000, max: 10_000 })
  .map((digits) => decimal.fromExact(new decimal.Exact(digits).div(100))!);
const targets = fc.uniqueArray(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd'), number), { selector: ([code]) => code });
const direction = fc.constantFrom<Direction>('up', 'down', 'neutral');

describe('what a superior assigns beside what the council resolved', () => {
  it('is asked about where it differs and only there; what the council left out is named', () => {
    fc.assert(
      fc.property(targets, targets, (above, own) => {
        const assigned = above.map(([code, value]) => target(code, value));
        const resolved = own.map(([code, value]) => target(code, value));
        const differ = new Set(differencesOf(assigned, resolved).map((one) => one.code));
        const missing = new Set(missingOf(assigned, resolved));
        const byCode = new Map<string, string>(own);
        for (const { code, value } of assigned) {
          expect([differ.has(code), missing.has(code)]).toEqual([
            byCode.has(code) && byCode.get(code) !== value,
            !byCode.has(code),
          ]);
        }
        expect(differ.size + missing.size).toBeLessThanOrEqual(assigned.length);
      }),
    );
  });
});

describe('the answer of a unit', () => {
  it('that adopts the assigned figure always does', () => {
    fc.assert(
      fc.property(number, number, direction, (above, own, way) => {
        expect(
          answerFault({ adopt: above }, { assigned: target('a', above), resolved: target('a', own) }, way),
        ).toBeUndefined();
      }),
    );
  });

  it('never leaves less than what was assigned without a reason', () => {
    fc.assert(
      fc.property(
        number,
        number,
        number,
        direction,
        fc.constantFrom('', '  ', 'vì thiên tai'),
        (above, own, chosen, way, why) => {
          const both = { assigned: target('a', above), resolved: target('a', own) };
          if (!answerFault({ adopt: chosen }, both, way)) expect(reaches(chosen, above, way)).toBe(true);
          if (!answerFault({ keep: why }, both, way)) expect(reaches(own, above, way) || why.trim() !== '').toBe(true);
        },
      ),
    );
  });

  it('reads up as at least, down as at most, neither as the same', () => {
    expect([reaches('8', '7.5', 'up'), reaches('8', '7.5', 'down'), reaches('8', '7.5', 'neutral')]).toEqual([
      true,
      false,
      false,
    ]);
    expect([reaches('7', '7.5', 'up'), reaches('7', '7.5', 'down'), reaches('7.5', '7.5', 'neutral')]).toEqual([
      false,
      true,
      true,
    ]);
  });
});
