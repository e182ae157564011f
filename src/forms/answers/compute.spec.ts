import { describe, expect, it } from '@jest/globals';
import type { IndicatorForm, Measure, RecordForm, Row } from '../definition/definition.js';
import type { Cells } from './cell.js';
import { computeCells, computeRecord } from './compute.js';

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

  it('are empty where a part is missing or the divisor is zero', () => {
    expect(computeRecord(list, { a: '10', b: '2.5' })).toEqual({});
    expect(computeRecord(list, { a: '0', b: '1', c: '1' })).toEqual({ rest: '-2' });
  });
});
