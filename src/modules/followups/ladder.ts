import type { PlainDate } from '../shared/index.js';

/**
 * Who is told: the officials or heads of the unit that owes; the supervisors of its superior (the recipient unit that watches
 * it); or people of a certain unit.
 */
export type Audience =
  | { of: 'unit'; role: 'official' | 'head' }
  | { of: 'superior'; role: 'supervisor' | 'head' }
  | { of: 'named'; unit: string; role: 'supervisor' | 'head' | 'official' };

export interface Rung {
  id: string;
  /** Counted from the day it opens, the last allowed day, or the due day (the first day too late). */
  from: 'opens' | 'last-day' | 'due';
  /** Days after (negative: before). */
  offsetDays: number;
  /** Time of day `HH:MM`, moved into the ladder's hours. */
  at: string;
  audience: Audience;
  sort: 'opening' | 'reminder' | 'last-day' | 'overdue' | 'escalation';
  /** Key of the text in the message catalogs. */
  template: string;
}

/** What is sent to whom at which offset; its upper rungs are escalation. */
export interface Ladder {
  key: string;
  /** Nothing is sent before `from` or at or after `to`, local time. */
  hours: { from: string; to: string };
  timeZone: string;
  rungs: Rung[];
}

/** What the planner must know of an obligation. */
export interface OwedItem {
  id: string;
  planYear: number;
  milestone: string;
  unit: string;
  superior?: string;
  opensOn: PlainDate;
  /** First day too late, extensions included. */
  dueOn: PlainDate;
  /** Fulfilled or waived: nothing more is sent. */
  settled: boolean;
  /** A supervisor's promise: no higher rung before the day after it. */
  promisedOn?: PlainDate;
}

/** One message one person should get because of one obligation and one rung. `key` is unique for ever. */
export interface PlannedNotice {
  /** `<planYear>/<milestone>/<unit>/<rung>` and, where a due date was moved, `@<dueOn>`. */
  key: string;
  obligation: string;
  unit: string;
  milestone: string;
  rung: string;
  sort: Rung['sort'];
  template: string;
  /** Unit and role whose people are told. */
  audience: { unit: string; role: string };
  on: PlainDate;
  /** Instant, ISO with offset of the ladder's zone. */
  at: string;
  /** One English sentence for the ledger, e.g. `3 days before the last day 2027-06-29`. */
  why: string;
}
