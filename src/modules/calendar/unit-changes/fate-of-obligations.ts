import type { PlainDate } from '../../shared/index.js';
import { keyOf } from '../obligation.js';

/** Something that a unit which ends still owes. */
export interface OpenObligation {
  id: string;
  unit: string;
  planYear: number;
  milestone: string;
  occasion: string;
  dueOn: PlainDate;
  /** Somebody has begun to answer it. */
  begun: boolean;
}

/**
 * What becomes of it: it is still owed under the old name, the successor owes it, or nobody does, because the successor owes
 * its own.
 */
export type Fate =
  | { obligation: OpenObligation; does: 'stays' }
  | { obligation: OpenObligation; does: 'moves'; to: string }
  | { obligation: OpenObligation; does: 'waived' };

/**
 * What was due before the first day of the new order is about the unit as it was: it stays. What is due from then on is waived,
 * for each successor owes its own; only what an event or a local rule made goes over, unless the successor owes the same.
 */
export function fateOfObligations(
  open: readonly OpenObligation[],
  main: string,
  from: PlainDate,
  standing: ReadonlySet<string>,
): Fate[] {
  const taken = new Set(standing);
  return open.map((obligation): Fate => {
    if (obligation.dueOn < from) return { obligation, does: 'stays' };
    const key = keyOf({ ...obligation, unit: main });
    if (obligation.occasion === '' || taken.has(key)) return { obligation, does: 'waived' };
    taken.add(key);
    return { obligation, does: 'moves', to: main };
  });
}
