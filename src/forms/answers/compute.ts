import type { Column, IndicatorForm, RecordForm } from '../definition/definition.js';
import { formulaOf } from '../formula/compared.js';
import { evaluate } from '../formula/evaluate.js';
import { cellLookup, lineLookup } from '../formula/lookups.js';
import { decimalsOfColumn } from '../formula/decimals.js';
import { workedOutIn } from '../formula/worked-out.js';
import type { Cell, Cells, RecordRow, ValueCell } from './cell.js';

/**
 * What an indicator form works out: its computed rows in every measure that is asked, exact and rounded half up to the row's
 * decimals, and its computed measures in every row of figures. A cell is absent where a part has no value, a divisor is zero,
 * the result is too large, or cells need each other in a circle.
 */
export function computeCells(form: IndicatorForm, cells: Cells): Cells {
  const computed: Cells = {};
  const seen: Cells = { ...cells };
  // A computed row is never answered; what was given in its place is no value.
  for (const row of form.rows) if (row.computed) seen[row.key] = {};
  for (const { row, measure, formula, decimals } of workedOutIn(form)) {
    const value = evaluate(formula, cellLookup(seen, row.key, measure.key), decimals);
    if (value === undefined) continue;
    const cell = explained({ state: 'value', value }, cells[row.key]?.[measure.key]);
    const ofRow = computed[row.key];
    // The first of a row: what is seen of it is no longer what was given.
    if (!ofRow) seen[row.key] = { ...seen[row.key] };
    (computed[row.key] ??= {})[measure.key] = cell;
    seen[row.key]![measure.key] = cell;
  }
  return computed;
}

/** What was explained about a figure stands at it wherever it is looked at. */
function explained(found: ValueCell, given: Cell | undefined): ValueCell {
  return given?.state === 'worked-out' ? { ...found, note: given.note } : found;
}

/** The cells that were given together with those that are worked out: what formulas and conditions look at. */
export function withComputed(form: IndicatorForm, cells: Cells): Cells {
  const all: Cells = { ...cells };
  for (const row of form.rows) if (row.computed) delete all[row.key];
  for (const [row, ofRow] of Object.entries(computeCells(form, cells))) all[row] = { ...all[row], ...ofRow };
  return all;
}

/** The computed columns of one record row; one may be a part of another, wherever they stand. Those without a result are absent. */
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

function columnValue(column: Column, line: RecordRow): string | undefined {
  const formula = formulaOf(column);
  return formula && evaluate(formula, lineLookup(line), decimalsOfColumn(column));
}
