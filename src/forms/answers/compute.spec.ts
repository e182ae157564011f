import { describe, expect, it } from '@jest/globals';
import type { IndicatorForm, Measure, RecordForm, Row } from '../definition/definition.js';
import type { Formula } from '../formula/formula.js';
import type { Cells } from './cell.js';
import { computeCells, computeRecord, withComputed } from './compute.js';

const measure = (key: string, computed?: Measure['computed']): Measure => ({
  key,
  label: { vi: key },
  year: 0,
  sort: 'outcome',
  required: false,
  asked: false,
  computed,
});

const row = (key: string, type: Row['type'], decimals: number) => ({ key, type, decimals }) as Row;

const form: IndicatorForm = {
  kind: 'indicators',
  key: 'f',
  template: 'M3',
  title: { vi: 'f' },
  provenance: '',
  groups: [],
  measures: [
    measure('a'),
    measure('b'),
    measure('percent', { rule: 'percent-of', a: 'a', b: 'b' }),
    measure('growth', { rule: 'growth', a: 'a', b: 'b' }),
    measure('difference', { rule: 'difference', a: 'a', b: 'b' }),
  ],
  rows: [row('n', 'number', 2), row('t', 'text', 0), row('yes', 'boolean', 0)],
};

const computed = (a: string, b: string) => {
  const cells: Cells = { n: { a: { state: 'value', value: a }, b: { state: 'value', value: b } } };
  const found = computeCells(form, cells)['n'] ?? {};
  return Object.fromEntries(
    Object.entries(found).map(([key, cell]) => [key, cell.state === 'value' ? cell.value : cell.state]),
  );
};

describe('computed measures', () => {
  it('are exact, and rounded half up at the end', () => {
    expect(computed('0.3', '0.1')).toEqual({ percent: '300', growth: '200', difference: '0.2' });
    expect(computed('1', '3')).toEqual({ percent: '33.3', growth: '-66.7', difference: '-2' });
    expect(computed('100.25', '100')).toEqual({ percent: '100.3', growth: '0.3', difference: '0.25' });
    expect(computed('999999999999999999', '0.01')).toMatchObject({ difference: '999999999999999998.99' });
  });

  it('are empty where the divisor is zero, but a difference is not', () => {
    expect(computed('5', '0')).toEqual({ difference: '5' });
    expect(computed('0', '5')).toEqual({ percent: '0', growth: '-100', difference: '-5' });
  });

  it('are empty where a part has no value or the row is no number', () => {
    const cells: Cells = {
      n: { a: { state: 'value', value: '1' }, b: { state: 'not-available', reason: 'Chờ' } },
      t: { a: { state: 'value', value: '1' }, b: { state: 'value', value: '2' } },
      yes: { a: { state: 'value', value: true }, b: { state: 'value', value: true } },
    };
    expect(computeCells(form, cells)).toEqual({});
  });
});

describe('computed rows', () => {
  const cell = (of: string, measure?: string): Formula => ({ op: 'cell', row: of, ...(measure ? { measure } : {}) });
  const computedRow = (key: string, computed: Formula, decimals = 2): Row => ({
    ...row(key, 'number', decimals),
    computed,
  });
  const value = (text: string) => ({ state: 'value' as const, value: text });
  const table = (...rows: Row[]): IndicatorForm => ({
    ...form,
    rows: [...rows, row('x', 'number', 2), row('y', 'number', 2)],
  });
  const cells: Cells = { x: { a: value('30'), b: value('20') }, y: { a: value('7'), b: value('3') } };
  const sum = computedRow('sum', { op: 'sum', of: [cell('x'), cell('y')] });

  it('are worked out in every measure that is answered, and compared like rows that are answered', () => {
    expect(computeCells(table(sum), cells)['sum']).toEqual({
      a: value('37'),
      b: value('23'),
      percent: value('160.9'),
      growth: value('60.9'),
      difference: value('14'),
    });
  });

  it('may need each other in any order, and are rounded to their own decimals before others need them', () => {
    const share = computedRow('share', { op: 'ratio', a: cell('x'), b: cell('sum'), scale: '100' }, 1);
    const tenfold = computedRow('tenfold', { op: 'sum', of: Array.from({ length: 10 }, () => cell('share')) }, 3);
    const found = computeCells(table(tenfold, share, sum), cells);
    expect([found['share']?.['a'], found['tenfold']?.['a']]).toEqual([value('81.1'), value('811')]);
  });

  it('may name another measure, worked out ones too', () => {
    const grown = computedRow('grown', { op: 'difference', of: [cell('sum', 'a'), cell('sum', 'b')] });
    const percent = computedRow('same', { op: 'sum', of: [cell('x', 'percent')] });
    const found = computeCells(table(grown, percent, sum), cells);
    expect([found['grown']?.['b'], found['same']?.['a']]).toEqual([value('14'), value('150')]);
  });

  it('have no value where a part has none, however far away', () => {
    const double = computedRow('double', { op: 'sum', of: [cell('sum'), cell('sum')] });
    expect(computeCells(table(double, sum), { x: { a: value('1') } })).toEqual({});
  });

  it('have no value in a circle, nor behind one, whatever was given in their place', () => {
    const one = computedRow('one', { op: 'sum', of: [cell('other'), cell('x')] });
    const other = computedRow('other', { op: 'sum', of: [cell('one')] });
    const behind = computedRow('behind', { op: 'sum', of: [cell('one')] });
    const self = computedRow('self', { op: 'sum', of: [cell('self')] });
    const given: Cells = { ...cells, one: { a: value('1') }, other: { a: value('1') }, self: { a: value('1') } };
    expect(Object.keys(computeCells(table(behind, one, other, self), given)).sort()).toEqual(['x', 'y']);
  });

  it('are never what was given, also beside the answers', () => {
    const all = withComputed(table(sum), { x: cells['x']!, sum: { a: value('999') } });
    expect(Object.keys(all)).toEqual(['x']);
    expect(all['x']).toMatchObject({ a: value('30'), percent: value('150') });
  });

  it('are worked out along a chain of thousands', () => {
    const links = Array.from({ length: 3000 }, (_none, at) =>
      computedRow(`link${at}`, {
        op: 'sum',
        of: [cell(at === 2999 ? 'x' : `link${at + 1}`), { op: 'number', value: '1' }],
      }),
    );
    expect(computeCells(table(...links), cells)['link0']?.['a']).toEqual(value('3030'));
  });
});

describe('computed columns of a record', () => {
  const column = (key: string, computed?: { rule: 'percent-of' | 'difference'; parts: string[] }) => ({
    key,
    label: { vi: key },
    type: 'number' as const,
    required: false,
    provenance: '',
    computed,
  });
  const list: RecordForm = {
    kind: 'records',
    key: 'r',
    template: 'M4',
    title: { vi: 'r' },
    provenance: '',
    columns: [
      column('a'),
      column('b'),
      column('c'),
      column('rest', { rule: 'difference', parts: ['a', 'b', 'c'] }),
      column('share', { rule: 'percent-of', parts: ['rest', 'a'] }),
    ],
  };

  it('take all later parts from the first and may build on each other', () => {
    expect(computeRecord(list, { a: '10', b: '2.5', c: '0.1' })).toEqual({ rest: '7.4', share: '74' });
  });

  it('may stand before the column that they need', () => {
    const turned = { ...list, columns: list.columns.toReversed() };
    expect(computeRecord(turned, { a: '10', b: '2.5', c: '0.1' })).toEqual({ rest: '7.4', share: '74' });
  });

  it('are empty where a part is no number', () => {
    expect(computeRecord(list, { a: 'mười', b: '1', c: '1' })).toEqual({});
  });

  it('are empty where a part is missing or the divisor is zero', () => {
    expect(computeRecord(list, { a: '10', b: '2.5' })).toEqual({});
    expect(computeRecord(list, { a: '0', b: '1', c: '1' })).toEqual({ rest: '-2' });
  });
});
