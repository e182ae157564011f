import type { PlainDate } from '../../shared/index.js';

/** From `from` on the successor stands where a part of the predecessor, or all of it, stood. */
export interface Succession {
  predecessor: string;
  /** The same code where a unit goes on after others joined it, or after a part left it. */
  successor: string;
  /** The first day of the new order. */
  from: PlainDate;
  /** Decimal string, more than 0 and at most 1 (whole); absent where nobody knows how much went over. */
  share?: string;
  /** By which decision, in words. */
  decision: string;
}
