import type { PlannedNotice } from './ladder.js';

/** What a change does to a plan: the same notice at another time, notices that come new, and notices that fall away. */
export interface PlanDifference {
  moved: { before: PlannedNotice; after: PlannedNotice }[];
  added: PlannedNotice[];
  cancelled: PlannedNotice[];
}

export interface DifferenceCount {
  reminders: number;
  escalations: number;
}

/**
 * Compares two plans. A notice is the same when it comes from the same rung (and time of it) of the same obligation to the same
 * people, whatever its due day; it is moved when its instant differs.
 */
export function planDifference(before: readonly PlannedNotice[], after: readonly PlannedNotice[]): PlanDifference {
  const old = new Map(before.map((notice) => [identityOf(notice), notice]));
  const difference: PlanDifference = { moved: [], added: [], cancelled: [] };
  for (const notice of after) {
    const identity = identityOf(notice);
    const known = old.get(identity);
    old.delete(identity);
    if (!known) difference.added.push(notice);
    else if (known.at !== notice.at) difference.moved.push({ before: known, after: notice });
  }
  difference.cancelled.push(...old.values());
  return difference;
}

/** How many are about what was not done in time, and how many are not. */
export function countOf(notices: readonly PlannedNotice[]): DifferenceCount {
  const escalations = notices.filter(({ sort }) => sort === 'escalation' || sort === 'no-contact').length;
  return { reminders: notices.length - escalations, escalations };
}

/** A key without its due day, and who is told. */
function identityOf({ key, audience }: PlannedNotice): string {
  return `${key.replace(/@\d{4}-\d{2}-\d{2}/, '')} ${audience.unit} ${audience.role}`;
}
