import { describe, expect, it } from '@jest/globals';
import type { Condition, Formula } from './formula.js';
import { lineLookup } from './lookups.js';
import { traceOf, traceOfBroken } from './trace.js';

const column = (name: string): Formula => ({ op: 'column', column: name });
const LINE = lineLookup({ a: '12.5', b: '50', c: '-3', d: '1234567.891' });

describe('the trace of a formula', () => {
  it('has the figures in the place of the names, and the result', () => {
    const share: Formula = { op: 'ratio', a: column('a'), b: column('b'), scale: '100' };
    expect(traceOf(share, LINE)).toBe('= 12,5 / 50 × 100 = 25');
    expect(traceOf(share, LINE, { locale: 'en' })).toBe('= 12.5 / 50 × 100 = 25');
    expect(traceOf({ op: 'difference', of: [column('b'), column('c')] }, LINE)).toBe('= 50 − (-3) = 53');
    expect(traceOf({ op: 'sum', of: [column('d'), column('c')] }, LINE)).toBe('= 1.234.567,891 + (-3) = 1.234.564,891');
  });

  it('says that a result was rounded', () => {
    const third: Formula = { op: 'ratio', a: column('b'), b: column('c') };
    expect(traceOf(third, LINE)).toBe('= 50 / (-3) ≈ -16,666667');
    expect(traceOf(third, LINE, { decimals: 1 })).toBe('= 50 / (-3) ≈ -16,7');
  });

  it('is the figure alone where there is nothing to work out', () => {
    expect(traceOf(column('a'), LINE)).toBe('= 12,5');
  });

  it('is none where there is no result', () => {
    expect(traceOf({ op: 'sum', of: [column('a'), column('none')] }, LINE)).toBeUndefined();
    expect(traceOf({ op: 'ratio', a: column('a'), b: { op: 'number', value: '0' } }, LINE)).toBeUndefined();
  });
});

describe('the trace of a broken condition', () => {
  const sum: Formula = { op: 'sum', of: [column('a'), column('b')] };
  const holdsNot: Condition = { op: 'compare', a: sum, by: '<=', b: column('b') };
  const alsoNot: Condition = { op: 'compare', a: column('b'), by: '=', b: sum };

  it('says what is, where something else should be', () => {
    expect(traceOfBroken(holdsNot, LINE)).toBe('12,5 + 50 = 62,5 > 50');
    expect(traceOfBroken(alsoNot, LINE)).toBe('50 < 62,5 = 12,5 + 50');
  });

  it('leaves out what holds, and tells all that does not', () => {
    const fine: Condition = { op: 'compare', a: column('c'), by: '<', b: column('a') };
    expect(traceOfBroken({ op: 'and', of: [fine, holdsNot, alsoNot] }, LINE)).toBe(
      '12,5 + 50 = 62,5 > 50; 50 < 62,5 = 12,5 + 50',
    );
    expect(traceOfBroken({ op: 'or', of: [fine, holdsNot] }, LINE)).toBe('');
  });

  it('is empty where no numbers are compared', () => {
    expect(traceOfBroken({ op: 'is', of: { op: 'column', column: 'a' }, value: 'x' }, LINE)).toBe('');
  });

  it('says only what came out where the figures would fill a page', () => {
    const long: Formula = { op: 'sum', of: Array.from({ length: 60 }, () => column('a')) };
    expect(traceOfBroken({ op: 'compare', a: long, by: '=', b: column('b') }, LINE)).toBe('750 > 50');
  });
});
