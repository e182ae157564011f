import type { Instant, PlainDate, Text } from '../shared/index.js';
import type { Clause, PlannedObligation } from './milestone.js';

/** An obligation as the rooms above read it. */
export interface Obligation {
  id: string;
  planYear: number;
  milestone: string;
  unit: string;
  /** What it is about where a unit owes the milestone several times; else empty. */
  occasion: string;
  /** The occasion in words. */
  about?: Text;
  superior?: string;
  recipients: PlannedObligation['recipients'];
  /** The forms and the versions that were published when the cycle opened. */
  forms: { key: string; version: number }[];
  headline?: string;
  signedDocument: boolean;
  /** The unit reports on the rows that it leads, not on all. */
  onlyLedRows: boolean;
  opensOn: PlainDate;
  /** First day too late, extensions included. */
  dueOn: PlainDate;
  /** As the directive sets it; stays on record whatever is granted. */
  firstDueOn: PlainDate;
  clause: Clause;
  /** Since when it takes no answer because its round was closed; its recipient may open it again. */
  closedAt?: Instant;
  settled?: { at: string; as: 'submitted' | 'document' | 'waived' };
}

export type ObligationPhase = 'not-open' | 'open' | 'overdue' | 'settled';

/** Where an obligation stands on `today`. */
export function phaseOf(
  obligation: Pick<Obligation, 'opensOn' | 'dueOn' | 'settled'>,
  today: PlainDate,
): ObligationPhase {
  if (obligation.settled) return 'settled';
  if (today < obligation.opensOn) return 'not-open';
  return today < obligation.dueOn ? 'open' : 'overdue';
}

/** What an obligation is told apart by. */
export const keyOf = (one: { planYear: number; milestone: string; unit: string; occasion: string }): string =>
  `${one.planYear} ${one.milestone} ${one.unit} ${one.occasion}`;
