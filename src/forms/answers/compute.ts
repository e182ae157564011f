import type { IndicatorForm, Measure, RecordForm, Row } from '../definition/definition.js';
import type { Cells, RecordRow } from './cell.js';
import { computedRows } from '../formula/computed-rows.js';
import { Exact, fromExact } from './decimal.js';

/** Decimals of a computed percentage; a difference keeps the row's own decimals. */
export const PERCENT_DECIMALS = 1;

/**
 * The computed rows of an indicator form, and its computed measures: percent-of a/b×100, growth (a/b−1)×100, difference a−b, exact, then rounded
 * half up. A cell is absent where a part has no value, a divisor is zero, the row is not a number, or the result is too large.
 */
export function computeCells(form: IndicatorForm, cells: Cells): Cells {
  const computed = computedRows(form, cells);
  for (const row of form.rows) {
    if (!isNumeric(row)) continue;
    for (const measure of form.measures) {
      const value = computedValue(row, measure, row.computed ? computed : cells);
      if (value === undefined) continue;
      (computed[row.key] ??= {})[measure.key] = { state: 'value', value };
    }
  }
  return computed;
}

function computedValue(row: Row, measure: Measure, cells: Cells): string | undefined {
  if (!measure.computed) return undefined;
  const a = numberIn(cells, row.key, measure.computed.a);
  const b = numberIn(cells, row.key, measure.computed.b);
  if (a === undefined || b === undefined) return undefined;
  return resultOf(measure.computed.rule, a, b, decimalsOfComputed(row, measure));
}

function numberIn(cells: Cells, row: string, measure: string): string | undefined {
  const cell = cells[row]?.[measure];
  return cell?.state === 'value' && typeof cell.value === 'string' ? cell.value : undefined;
}

function resultOf(
  rule: 'percent-of' | 'growth' | 'difference',
  a: string,
  b: string,
  decimals?: number,
): string | undefined {
  if (rule === 'difference') return fromExact(new Exact(a).minus(b), decimals);
  if (b === '0') return undefined;
  const percent = new Exact(a).times(100).div(b);
  return fromExact(rule === 'growth' ? percent.minus(100) : percent, decimals);
}

/** How many places a computed measure shows in a row. */
export function decimalsOfComputed(row: Row, measure: Measure): number {
  return measure.computed?.rule === 'difference' ? row.decimals : PERCENT_DECIMALS;
}

/** Whether a row's values are decimal strings. */
export function isNumeric(row: Pick<Row, 'type'>): boolean {
  return row.type === 'number' || row.type === 'integer' || row.type === 'percent' || row.type === 'money';
}

/**
 * The computed columns of one record row: percent-of the first part over the second, or the first part less all others.
 * Columns without a result are absent.
 */
export function computeRecord(form: RecordForm, row: RecordRow): RecordRow {
  const computed: RecordRow = {};
  for (const column of form.columns) {
    if (!column.computed) continue;
    // A computed column may be a part of a later one.
    const parts = column.computed.parts.map((part) => computed[part] ?? row[part]);
    const [first, ...rest] = parts;
    if (first === undefined || rest.length === 0 || rest.some((part) => part === undefined)) continue;
    const value =
      column.computed.rule === 'difference'
        ? fromExact(rest.reduce((left, part) => left.minus(part!), new Exact(first)))
        : resultOf('percent-of', first, rest[0]!, PERCENT_DECIMALS);
    if (value !== undefined) computed[column.key] = value;
  }
  return computed;
}
