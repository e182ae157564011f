import { plainDate, type PlainDate } from '../shared/index.js';
import type { Ladder, OwedItem } from './ladder.js';
import { wakesOn } from './plan-item.js';
import { DaySums, type PlanningDays } from './planning-days.js';
import type { Recorded } from './ladder.js';
import { rungsOfItem } from './rungs-of-item.js';

/** How long an acknowledgement, an answer or a question that waits for one counts as somebody taking care. */
export const DAYS_OF_CARE = 7;

/**
 * The obligations that are past due and of which nothing more will happen by itself: the ladder has nothing left, no promise runs,
 * nobody took it on within a week, and no superior's act is waited for. `cared` are those for which somebody has work to do.
 */
export function withoutNextAction(
  ladder: Ladder,
  items: readonly OwedItem[],
  today: PlainDate,
  recorded: Recorded,
  cared: ReadonlySet<string>,
  days: PlanningDays,
): OwedItem[] {
  const sums = DaySums.of(days);
  const since = plainDate.add(today, -DAYS_OF_CARE);
  return items.filter((item) => {
    if (item.settled || today < item.dueOn || cared.has(item.id)) return false;
    if (item.waitsOn && today >= item.waitsOn.dueOn) return false;
    if (item.promisedOn !== undefined && item.promisedOn >= today) return false;
    if (item.answeredOn !== undefined && item.answeredOn >= since) return false;
    const yesterday = plainDate.add(today, -1);
    return (
      wakesOn({ item, rungs: rungsOfItem(ladder, item, sums) }, { day: yesterday, ladder, sums, recorded }) ===
      undefined
    );
  });
}
