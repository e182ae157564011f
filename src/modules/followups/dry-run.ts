import { plainDate, type PlainDate } from '../shared/index.js';
import { nextAllowed } from './allowed-hours.js';
import type { Ladder, OwedItem, PlannedNotice, Recorded } from './ladder.js';
import { planRange } from './plan-notices.js';
import { instantOf } from './planned-notice.js';
import { ANY_DAY, type PlanningDays } from './planning-days.js';

/**
 * What would go out on the days `from`..`to`, both included, if nobody answered; sorted by instant and key. It is planned from the
 * first opening on (from `today` where that day and what is recorded are known), so that what was due before `from` is not
 * caught up in the range.
 */
export function dryRun(
  ladder: Ladder,
  items: readonly OwedItem[],
  from: PlainDate,
  to: PlainDate,
  days: PlanningDays = ANY_DAY,
  recorded: Recorded = new Map(),
  today?: PlainDate,
): PlannedNotice[] {
  const first =
    today !== undefined && today <= from
      ? today
      : items.map((item) => item.opensOn).reduce((a, b) => (a < b ? a : b), from);
  return planRange(ladder, items, first, to, recorded, days)
    .notices.filter((notice) => notice.on >= from)
    .sort((a, b) => compare(a.at, b.at) || compare(a.key, b.key));
}

/** The same, where the hour of a notice is over already: it leaves now, or when people may be written to next. */
export function fromNow(notices: readonly PlannedNotice[], now: Date, ladder: Ladder): PlannedNotice[] {
  const next = nextAllowed(now, ladder);
  const day = plainDate.today(next, ladder.timeZone);
  const soonest = instantOf(ladder, day, plainDate.timeOfDay(next, ladder.timeZone));
  return notices
    .map((notice) => (Date.parse(notice.at) < next.getTime() ? { ...notice, at: soonest } : notice))
    .sort((a, b) => compare(a.at, b.at) || compare(a.key, b.key));
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
