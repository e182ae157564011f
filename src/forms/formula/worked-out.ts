import { isNumeric } from '../catalog/indicator.js';
import type { IndicatorForm, Measure, Row } from '../definition/definition.js';
import { formulaOf } from './compared.js';
import { decimalsOfComputed } from './decimals.js';
import type { Formula } from './formula.js';
import { inOrder } from './in-order.js';
import { referencesIn } from './references.js';

/** A cell that is worked out, and how. */
export interface WorkedOut {
  row: Row;
  measure: Measure;
  formula: Formula;
  decimals: number;
}

// A definition never changes, and the page works it out at every key.
const kept = new WeakMap<IndicatorForm, readonly WorkedOut[]>();

/** Every cell that a form works out, each after those that its formula names. */
export function workedOutIn(form: IndicatorForm): readonly WorkedOut[] {
  const found = kept.get(form);
  if (found) return found;
  const cells = cellsWorkedOut(form);
  const ordered = inOrder(needsOf(cells)).map((key) => cells.get(key)!);
  kept.set(form, ordered);
  return ordered;
}

/** The same by their keys, in the order of the form: a computed measure in every row of figures, a computed row in every other. */
export function cellsWorkedOut(form: IndicatorForm): Map<string, WorkedOut> {
  const cells = new Map<string, WorkedOut>();
  for (const row of form.rows) {
    for (const measure of form.measures) {
      const formula = formulaOfCell(row, measure);
      if (formula) {
        const decimals = measure.computed ? decimalsOfComputed(row, measure) : row.decimals;
        cells.set(cellKey(row.key, measure.key), { row, measure, formula, decimals });
      }
    }
  }
  return cells;
}

/** How a cell is worked out; undefined where it is asked, or where a column of figures meets a row of none. */
export function formulaOfCell(row: Row, measure: Measure): Formula | undefined {
  if (!measure.computed) return row.computed;
  return isNumeric(row) ? formulaOf(measure) : undefined;
}

/** What each of those cells needs, by the keys of cells. */
export function needsOf(cells: ReadonlyMap<string, WorkedOut>): Map<string, string[]> {
  return new Map(
    [...cells].map(([key, { row, measure, formula }]) => [key, cellsNamed(formula, row.key, measure.key)]),
  );
}

/** The cells that a formula names where it stands. */
function cellsNamed(formula: Formula, row: string, measure: string): string[] {
  return referencesIn(formula).flatMap((one) =>
    one.op === 'cell' ? [cellKey(one.row ?? row, one.measure ?? measure)] : [],
  );
}

/** No key of a row or measure holds a space. */
export const cellKey = (row: string, measure: string): string => `${row} ${measure}`;
