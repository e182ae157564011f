import { plainDate, type PlainDate } from '../shared/index.js';
import type { WorkingDays } from './working-days.js';

/** What a profile says of days off; data of profile.yaml. */
export interface DaysOffPolicy {
  /** Where the last day to hand in is a day off: nothing moves, or it becomes the next or the previous working day. */
  due: 'none' | 'next' | 'previous';
  /** Whether notices leave on working days only; each rung of the ladder may say otherwise. */
  noticesOnWorkingDaysOnly: boolean;
  /** Why, in the words that admins read. */
  remark?: { vi: string; en: string };
}

export const NO_POLICY: DaysOffPolicy = { due: 'none', noticesOnWorkingDaysOnly: false };

/**
 * The due day (first day too late) under `policy`. It is the last day to hand in, the day before the due day, that people need to be
 * at work on: only where that one is a day off does the due day move.
 */
export function dueUnderPolicy(dueOn: PlainDate, policy: DaysOffPolicy, days: WorkingDays): PlainDate {
  if (policy.due === 'none') return dueOn;
  const lastDay = plainDate.add(dueOn, -1);
  const moved = policy.due === 'next' ? days.onOrAfter(lastDay) : days.onOrBefore(lastDay);
  return plainDate.add(moved, 1);
}
