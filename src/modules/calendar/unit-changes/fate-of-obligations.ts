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

/** What becomes of it: the successor owes it, or nobody does, because the successor owes its own. */
export type Fate =
  { obligation: OpenObligation; does: 'moves'; to: string } | { obligation: OpenObligation; does: 'waived' };

/**
 * What is due from the first day of the new order on is waived: each successor owes its own. What was due before, and what an
 * event or a local rule made, the main successor takes over, unless it owes the same already.
 */
export function fateOfObligations(
  open: readonly OpenObligation[],
  main: string,
  from: PlainDate,
  standing: ReadonlySet<string>,
): Fate[] {
  const taken = new Set(standing);
  return open.map((obligation): Fate => {
    const key = keyOf({ ...obligation, unit: main });
    const isOwnLater = obligation.dueOn >= from && obligation.occasion === '';
    if (isOwnLater || taken.has(key)) return { obligation, does: 'waived' };
    taken.add(key);
    return { obligation, does: 'moves', to: main };
  });
}
