import { plainDate, type PlainDate } from '../../shared/index.js';
import type { WorkingDays } from '../working-days.js';

/** To a day, or by days forward (negative: back). */
export type Shift = { dueOn: PlainDate } | { days: number };

/** The due day (exclusive) that a move gives. */
export const movedBy = (dueOn: PlainDate, shift: Shift): PlainDate =>
  'dueOn' in shift ? shift.dueOn : plainDate.add(dueOn, shift.days);

/**
 * The due day after an outage of whole days `from`–`to`; undefined where its last day did not fall in them. The working days that
 * were still left when it began are given back after it, at least one: who would have had two days more has two days more.
 */
export function movedByOutage(
  dueOn: PlainDate,
  outage: { from: PlainDate; to: PlainDate },
  days: WorkingDays,
): PlainDate | undefined {
  const lastDay = plainDate.add(dueOn, -1);
  if (lastDay < outage.from || lastDay > outage.to) return undefined;
  const lost = Math.max(1, days.between(plainDate.add(outage.from, -1), lastDay));
  return plainDate.add(days.add(outage.to, lost), 1);
}
