import type { PlainDate } from '../shared/index.js';
import type { Role } from '../units/index.js';

/** What is wished: who stands in for whom, in which role, on which days (both inclusive). */
export interface DelegationWish {
  person: string;
  /** Nobody: leave. The unit's other holders of the role are told meanwhile, else its head. */
  deputy?: string;
  /** Without unit and role: all that the person holds (leave only). */
  unit?: string;
  role?: Exclude<Role, 'admin'>;
  firstDay: PlainDate;
  lastDay: PlainDate;
  /** Number of the decision; a leave may have none. */
  decision: string;
}

/** A delegation as it was set. */
export interface Delegation extends DelegationWish {
  id: string;
  personName: string;
  deputyName?: string;
  setBy?: string;
  /** The first day on which it is no longer in force, where it was ended early. */
  endedOn?: PlainDate;
}

/** How it stands on `day`. */
export function standingOf(one: Delegation, day: PlainDate): 'ahead' | 'in-force' | 'over' {
  if (one.lastDay < day || (one.endedOn !== undefined && one.endedOn <= day)) return 'over';
  return one.firstDay > day ? 'ahead' : 'in-force';
}
