import { plainDate, type PlainDate } from '../shared/index.js';
import { WorkingDays } from './working-days.js';

/** What a profile says of days off; data of profile.yaml. */
export interface DaysOffPolicy {
  /** Where the last day to hand in is a day off: nothing moves, or it becomes the next or the previous working day. */
  due: 'none' | 'next' | 'previous';
  /** Whether notices leave on working days only; each rung of the ladder may say otherwise. */
  noticesOnWorkingDaysOnly: boolean;
  /** Why, in the words that admins read. */
  remark?: { vi: string; en: string };
}

/** The policy with the days that it is about. */
export interface DayRules {
  policy: DaysOffPolicy;
  days: WorkingDays;
}

export const NO_POLICY: DaysOffPolicy = { due: 'none', noticesOnWorkingDaysOnly: false };

/** Dates stand as written; Saturdays and Sundays are off. */
export const PLAIN_DAYS: DayRules = { policy: NO_POLICY, days: new WorkingDays([]) };

/**
 * The due day (first day too late) under the policy. It is the last day to hand in, the day before the due day, on which people
 * need to be at work: only where that one is a day off does the due day move; never to before the day on which it opens.
 */
export function dueUnderPolicy(dueOn: PlainDate, { policy, days }: DayRules, opensOn?: PlainDate): PlainDate {
  if (policy.due === 'none') return dueOn;
  const lastDay = plainDate.add(dueOn, -1);
  const moved = policy.due === 'next' ? days.onOrAfter(lastDay) : days.onOrBefore(lastDay);
  return opensOn !== undefined && moved < opensOn ? dueOn : plainDate.add(moved, 1);
}
