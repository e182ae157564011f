import type { Column, IndicatorForm, Measure, RecordForm, Row } from '../definition/definition.js';
import { evaluate } from '../formula/evaluate.js';
import type { Formula } from '../formula/formula.js';
import { inOrder } from '../formula/in-order.js';
import { cellLookup } from '../formula/lookups.js';
import type { Cell, Cells, RecordRow } from './cell.js';
import { Exact, fromExact, isCanonical } from './decimal.js';

/** Decimals of a computed percentage; a difference keeps the row's own decimals. */
export const PERCENT_DECIMALS = 1;

/**
 * What an indicator form works out: its computed rows in every measure, exact and rounded half up to the row's decimals, and
 * its computed measures in every numeric row: percent-of a/b×100, growth (a/b−1)×100, difference a−b. A cell is absent where a
 * part has no value, a divisor is zero, the result is too large, or rows need each other in a circle.
 */
export function computeCells(form: IndicatorForm, cells: Cells): Cells {
  // Rows that are answered come first, so that formulas may name their computed measures too.
  const answered = form.rows.filter((row) => !row.computed);
  const worked = inOrder(form.rows.filter((row) => row.computed));
  const computed: Cells = {};
  const seen: Cells = { ...cells };
  // A computed row is never answered; what was given in its place is no value.
  for (const row of worked) seen[row.key] = {};
  for (const row of [...answered, ...worked]) {
    const found = row.computed ? rowValues(form, row, row.computed, seen) : {};
    const given = row.computed ? found : (cells[row.key] ?? {});
    for (const measure of isNumeric(row) ? form.measures : []) {
      const value = comparison(row, measure, given);
      if (value !== undefined) found[measure.key] = { state: 'value', value };
    }
    if (Object.keys(found).length > 0) computed[row.key] = found;
    seen[row.key] = { ...given, ...found };
  }
  return computed;
}

/** The cells that were given together with those that are worked out: what formulas and conditions look at. */
export function withComputed(form: IndicatorForm, cells: Cells): Cells {
  const all: Cells = { ...cells };
  for (const row of form.rows) if (row.computed) delete all[row.key];
  for (const [row, ofRow] of Object.entries(computeCells(form, cells))) all[row] = { ...all[row], ...ofRow };
  return all;
}

function rowValues(form: IndicatorForm, row: Row, formula: Formula, seen: Cells): Record<string, Cell> {
  const values: Record<string, Cell> = {};
  for (const { key, computed } of form.measures) {
    const value = computed ? undefined : evaluate(formula, cellLookup(seen, row.key, key), row.decimals);
    if (value !== undefined) values[key] = { state: 'value', value };
  }
  return values;
}

function comparison(row: Row, measure: Measure, cells: Record<string, Cell>): string | undefined {
  if (!measure.computed) return undefined;
  const [a, b] = [numberIn(cells, measure.computed.a), numberIn(cells, measure.computed.b)];
  if (a === undefined || b === undefined) return undefined;
  return resultOf(measure.computed.rule, a, b, decimalsOfComputed(row, measure));
}

function numberIn(cells: Record<string, Cell>, measure: string): string | undefined {
  const cell = cells[measure];
  return cell?.state === 'value' && isNumber(cell.value) ? cell.value : undefined;
}

const isNumber = (value: unknown): value is string => typeof value === 'string' && isCanonical(value);

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
 * The computed columns of one record row: percent-of the first part over the second, or the first part less all others. A
 * computed column may be a part of another, wherever they stand. Columns without a result are absent.
 */
export function computeRecord(form: RecordForm, row: RecordRow): RecordRow {
  const computed: RecordRow = {};
  for (let waiting = form.columns.filter((column) => column.computed); waiting.length > 0;) {
    const found = waiting.filter((column) => {
      const value = columnValue(column, { ...row, ...computed });
      if (value !== undefined) computed[column.key] = value;
      return value !== undefined;
    });
    if (found.length === 0) break;
    waiting = waiting.filter((column) => !found.includes(column));
  }
  return computed;
}

function columnValue({ computed }: Column, line: RecordRow): string | undefined {
  const parts = (computed?.parts ?? []).map((part) => line[part]);
  if (!computed || parts.length < 2 || !parts.every(isNumber)) return undefined;
  const [first, ...rest] = parts as [string, ...string[]];
  if (computed.rule === 'percent-of') return resultOf('percent-of', first, rest[0]!, PERCENT_DECIMALS);
  return fromExact(rest.reduce((left, part) => left.minus(part), new Exact(first)));
}
