import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseAggregation, referencesOf, writeAggregation } from './aggregation.js';

describe('the rule of an aggregation', () => {
  it('is read with the codes that it needs', () => {
    expect(parseAggregation('weighted:children-under-5')).toEqual({ rule: 'weighted', by: 'children-under-5' });
    expect(parseAggregation('ratio:retail-sales/retail-sales@prev')).toEqual({
      rule: 'ratio',
      numerator: 'retail-sales',
      denominator: 'retail-sales',
      previousYear: true,
    });
  });

  it('names each code once', () => {
    expect(referencesOf({ rule: 'ratio', numerator: 'a', denominator: 'a', previousYear: true })).toEqual(['a']);
    expect(referencesOf({ rule: 'weighted', by: 'b' })).toEqual(['b']);
    expect(referencesOf({ rule: 'sum' })).toEqual([]);
  });

  it.each(['', 'total', 'weighted:', 'ratio:a', 'ratio:a/', 'weighted:A', 'sum ', 'ratio:a/b@next'])(
    'is not read from %j',
    (text) => expect(parseAggregation(text)).toBeUndefined(),
  );

  it('is the same after writing and reading', () => {
    const code = fc.stringMatching(/^[a-z0-9]{1,5}(-[a-z0-9]{1,5}){0,2}$/);
    const rule = fc.oneof(
      fc.constantFrom({ rule: 'sum' } as const, { rule: 'mean' } as const, { rule: 'none' } as const),
      fc.record({ rule: fc.constant('weighted' as const), by: code }),
      fc.record({
        rule: fc.constant('ratio' as const),
        numerator: code,
        denominator: code,
        previousYear: fc.boolean(),
      }),
    );
    fc.assert(fc.property(rule, (one) => expect(parseAggregation(writeAggregation(one))).toEqual(one)));
  });
});
