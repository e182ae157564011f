import type { Condition } from './formula.js';
import { holds, type Lookup } from './evaluate.js';

/**
 * Whether a row, column or question is asked where it stands: not hidden, and what waits for a condition only once the
 * condition is known to hold.
 */
export function isShown(one: { hidden?: boolean; visibleWhen?: Condition }, lookup: Lookup): boolean {
  return !one.hidden && (one.visibleWhen === undefined || holds(one.visibleWhen, lookup) === true);
}
