import type { PlainDate } from '../shared/index.js';
import type { Ladder, OwedItem, PlannedNotice, Recorded, Trace } from './ladder.js';
import { type Climb, type Plan, planItem, wakesOn } from './plan-item.js';
import { NoticeMaker } from './planned-notice.js';
import { ANY_DAY, DaySums, type PlanningDays } from './planning-days.js';
import { rungsOfItem } from './rungs-of-item.js';

export type { Plan } from './plan-item.js';

interface SleepingClimb extends Climb {
  /** Nothing happens before this day; undefined once every rung is recorded. */
  wakesOn: PlainDate | undefined;
}

/**
 * What must go out on `day`, given the keys that are recorded already (skipped ones included).
 *
 * - Missed days are caught up: before the due day each audience gets only its latest reminder; from the due day on reminders are
 *   pointless, and each audience that was to be told of the lateness is told once, by the highest of its rungs that are due.
 * - Nothing climbs while a promise runs, on the day on which a late unit was first reached or hears of a lateness that came to
 *   light late, or on the day on which a late superior freed it; after that, and where escalations were missed, one goes each
 *   day, in order.
 * - A unit to which no reminder was delivered is not escalated: its superior hears once that nobody was reached.
 * - From the due day of the superior's act on which it waits, while that is undone, a unit hears of the opening only.
 */
export function planNotices(
  ladder: Ladder,
  items: readonly OwedItem[],
  day: PlainDate,
  recorded: Recorded,
  days: PlanningDays = ANY_DAY,
): Plan {
  const plan: Plan = { notices: [], superseded: [] };
  const sums = DaySums.of(days);
  const morning = { day, ladder, sums, recorded, make: new NoticeMaker(ladder, day, sums) };
  for (const item of items) {
    if (isAsleep(item, day)) continue;
    planItem({ item, rungs: rungsOfItem(ladder, item, sums) }, morning, plan);
  }
  return plan;
}

/**
 * The days `from`..`to`, both included, planned one after the other as if nobody answered: a dry run. What lies before `from`
 * counts as missed unless it is recorded; to see a part of a year as it will be, plan from the first opening and cut.
 */
export function planRange(
  ladder: Ladder,
  items: readonly OwedItem[],
  from: PlainDate,
  to: PlainDate,
  recorded: Recorded = new Map(),
  days: PlanningDays = ANY_DAY,
): Plan {
  const plan: Plan = { notices: [], superseded: [] };
  const kept = new Map<string, Trace>(recorded);
  const sums = DaySums.of(days);
  const keep = (notice: PlannedNotice, told: boolean): void => void kept.set(notice.key, { on: notice.on, told });
  // Each sleeps until the day of its next rung; those with nothing left to plan drop out.
  let climbs = items
    .filter((item) => !item.settled)
    .map((item): SleepingClimb => ({ item, rungs: rungsOfItem(ladder, item, sums), wakesOn: item.opensOn }));
  // From one day on which something can happen to the next: a range may be as wide as anybody likes to write it.
  for (let day = nextDay(climbs, from); day !== undefined && day <= to; day = nextDay(climbs, sums.add(day, 1))) {
    const morning = { day, ladder, sums, recorded: kept, make: new NoticeMaker(ladder, day, sums) };
    let dropped = false;
    for (const climb of climbs) {
      if (climb.wakesOn === undefined || day < climb.wakesOn || isAsleep(climb.item, day)) continue;
      const today: Plan = { notices: [], superseded: [] };
      planItem(climb, morning, today);
      for (const notice of today.notices) keep(notice, true);
      for (const notice of today.superseded) keep(notice, false);
      plan.notices.push(...today.notices);
      plan.superseded.push(...today.superseded);
      climb.wakesOn = wakesOn(climb, morning);
      dropped ||= climb.wakesOn === undefined;
    }
    if (dropped) climbs = climbs.filter((climb) => climb.wakesOn !== undefined);
  }
  return plan;
}

/** The first day, not before `from`, on which one of them is awake; undefined where none ever is. */
function nextDay(climbs: readonly SleepingClimb[], from: PlainDate): PlainDate | undefined {
  let next: PlainDate | undefined;
  for (const { wakesOn: wakes } of climbs) {
    if (wakes === undefined) continue;
    if (wakes <= from) return from;
    if (next === undefined || wakes < next) next = wakes;
  }
  return next;
}

function isAsleep(item: OwedItem, day: PlainDate): boolean {
  return item.settled || day < item.opensOn;
}
