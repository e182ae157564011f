import type { IndicatorForm, Measure, Row } from '../definition/definition.js';
import type { Condition } from './formula.js';
import { holds, type Lookup } from './evaluate.js';

/**
 * Whether a row, column or question is asked where it stands: not hidden, and what waits for a condition only once the
 * condition is known to hold.
 */
export function isShown(one: { hidden?: boolean; visibleWhen?: Condition }, lookup: Lookup): boolean {
  return !one.hidden && (one.visibleWhen === undefined || holds(one.visibleWhen, lookup) === true);
}

/** Whether a cell is asked: its row is, and its column is in that row. */
export const isCellShown = (row: Row, measure: Measure, lookup: Lookup): boolean =>
  isShown(row, lookup) && isShown(measure, lookup);

/** Whether any cell of a table waits for a condition. */
export const hasWaiting = ({ rows, measures }: Pick<IndicatorForm, 'rows' | 'measures'>): boolean =>
  [...rows, ...measures].some((one) => one.visibleWhen !== undefined);
