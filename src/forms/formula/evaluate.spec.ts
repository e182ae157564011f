import { describe, expect, it } from '@jest/globals';
import type { Cells } from '../answers/cell.js';
import { evaluate, holds, type Lookup } from './evaluate.js';
import type { Condition, Formula } from './formula.js';
import { cellLookup, lineLookup } from './lookups.js';
import { referencesInCondition } from './references.js';

const n = (value: string): Formula => ({ op: 'number', value });
const nothing: Lookup = () => undefined;
const column = (name: string) => ({ op: 'column' as const, column: name });

describe('a formula', () => {
  it.each<[string, Formula, string | undefined]>([
    ['a sum', { op: 'sum', of: [n('0.1'), n('0.2')] }, '0.3'],
    ['a difference of several', { op: 'difference', of: [n('10'), n('2.5'), n('0.1')] }, '7.4'],
    ['a ratio', { op: 'ratio', a: n('12.5'), b: n('50') }, '0.25'],
    ['a percentage', { op: 'ratio', a: n('12.5'), b: n('50'), scale: '100' }, '25'],
    ['a rate per mille', { op: 'ratio', a: n('3'), b: n('1500'), scale: '1000' }, '2'],
    ['a growth', { op: 'growth', a: n('110'), b: n('100') }, '10'],
    ['a fall', { op: 'growth', a: n('90'), b: n('100') }, '-10'],
    ['a share', { op: 'share', part: n('1'), of: [n('1'), n('3')] }, '25'],
    [
      'a weighted mean',
      {
        op: 'mean',
        of: [
          { value: n('10'), weight: n('1') },
          { value: n('20'), weight: n('3') },
        ],
      },
      '17.5',
    ],
    ['digits without end, cut at 18 places', { op: 'ratio', a: n('2'), b: n('3') }, '0.666666666666666667'],
    ['a ratio over zero', { op: 'ratio', a: n('1'), b: n('0') }, undefined],
    ['a growth over zero', { op: 'growth', a: n('1'), b: n('0') }, undefined],
    ['a share of nothing', { op: 'share', part: n('0'), of: [n('1'), n('-1')] }, undefined],
    ['a mean without weight', { op: 'mean', of: [{ value: n('1'), weight: n('0') }] }, undefined],
    ['what is too large to be kept', { op: 'sum', of: [n('999999999999999999'), n('1')] }, undefined],
  ])('gives %s', (_name, formula, value) => {
    expect(evaluate(formula, nothing)).toBe(value);
  });

  it('is rounded once, at the end, half up', () => {
    const third: Formula = { op: 'ratio', a: n('1'), b: n('3') };
    expect(evaluate({ op: 'sum', of: [third, third, third] }, nothing, 1)).toBe('1');
    expect(evaluate({ op: 'sum', of: [n('0.125')] }, nothing, 2)).toBe('0.13');
    expect(evaluate({ op: 'difference', of: [n('0'), n('0.125')] }, nothing, 2)).toBe('-0.13');
  });

  it('has no value while a part has none: no answer, no data, or a text', () => {
    const cells: Cells = {
      a: { now: { state: 'value', value: '1' }, then: { state: 'not-available', reason: 'chờ' } },
      t: { now: { state: 'value', value: 'nhiều' }, then: { state: 'value', value: true } },
    };
    const sumWith = (row: string, measure: string): string | undefined =>
      evaluate({ op: 'sum', of: [{ op: 'cell' }, { op: 'cell', row, measure }] }, cellLookup(cells, 'a', 'now'));
    expect(sumWith('a', 'now')).toBe('2');
    expect(sumWith('a', 'then')).toBeUndefined();
    expect(sumWith('a', 'plan')).toBeUndefined();
    expect(sumWith('t', 'now')).toBeUndefined();
    expect(sumWith('t', 'then')).toBeUndefined();
    expect(sumWith('constructor', 'name')).toBeUndefined();
  });
});

describe('a condition', () => {
  const line = lineLookup({ total: '55', part: '30', open: 'true', sort: 'big', on: '2027-06-29' });
  const over = (limit: string): Condition => ({ op: 'compare', a: column('total'), by: '>', b: n(limit) });
  const missing: Condition = { op: 'compare', a: column('nowhere'), by: '>', b: n('1') };

  it.each([
    ['<', false, false, true],
    ['<=', false, true, true],
    ['=', false, true, false],
    ['!=', true, false, true],
    ['>=', true, true, false],
    ['>', true, false, false],
  ] as const)('compares by %s', (by, above, same, below) => {
    const found = ['54', '55', '56'].map((b) => holds({ op: 'compare', a: column('total'), by, b: n(b) }, line));
    expect(found).toEqual([above, same, below]);
  });

  it('compares numbers, not their digits', () => {
    const third: Formula = { op: 'ratio', a: n('1'), b: n('3') };
    const whole: Condition = { op: 'compare', a: { op: 'sum', of: [third, third, third] }, by: '=', b: n('1') };
    expect(holds(whole, nothing)).toBe(true);
  });

  it('knows a choice, a day, and yes whether it is kept as a text or not', () => {
    expect(holds({ op: 'is', of: column('sort'), value: 'big' }, line)).toBe(true);
    expect(holds({ op: 'is', of: column('on'), value: '2027-06-30' }, line)).toBe(false);
    expect(holds({ op: 'is', of: column('open'), value: true }, line)).toBe(true);
    const yes = cellLookup({ r: { m: { state: 'value', value: true } } }, 'r', 'm');
    expect(holds({ op: 'is', of: { op: 'cell' }, value: true }, yes)).toBe(true);
  });

  it('is not judged while an answer is missing, unless the others decide it', () => {
    expect(holds(missing, line)).toBeUndefined();
    expect(holds({ op: 'is', of: column('nowhere'), value: true }, line)).toBeUndefined();
    expect(holds({ op: 'and', of: [over('1'), missing] }, line)).toBeUndefined();
    expect(holds({ op: 'and', of: [over('99'), missing] }, line)).toBe(false);
    expect(holds({ op: 'or', of: [over('99'), missing] }, line)).toBeUndefined();
    expect(holds({ op: 'or', of: [over('1'), missing] }, line)).toBe(true);
    expect(holds({ op: 'answered', of: column('nowhere') }, line)).toBe(false);
    const overZero: Formula = { op: 'ratio', a: n('1'), b: n('0') };
    expect(holds({ op: 'compare', a: overZero, by: '>', b: n('1') }, line)).toBeUndefined();
  });

  it('tells every answer that it looks at', () => {
    const both: Condition = { op: 'and', of: [over('1'), { op: 'answered', of: column('part') }] };
    expect(referencesInCondition(both)).toEqual([column('total'), column('part')]);
  });
});
