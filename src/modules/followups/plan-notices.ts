import type { PlainDate } from '../shared/index.js';
import type { Ladder, OwedItem, PlannedNotice } from './ladder.js';
import { noticeMaker, type NoticeMaker } from './planned-notice.js';
import { type ItemRung, rememberedSums, rungsOfItem } from './rungs-of-item.js';

export interface Plan {
  /** What goes out. */
  notices: PlannedNotice[];
  /** What is recorded as skipped, the reason in `why`; its key must be kept like that of a notice. */
  superseded: PlannedNotice[];
}

interface Climb {
  item: OwedItem;
  rungs: ItemRung[];
}

interface SleepingClimb extends Climb {
  /** Nothing happens before this day; undefined once every rung is recorded. */
  wakesOn: PlainDate | undefined;
}

/**
 * What must go out on `day`, given the keys that are recorded already (`sent`, skipped ones included).
 *
 * Missed days are caught up: before the due day each audience gets only its latest reminder; from the due day on reminders
 * are pointless, and each audience that was to be told of the lateness is told once, by the highest of its rungs that are
 * due. While a promise runs no escalation goes; once it is broken one goes each day, in order, and those that wait leave a
 * record `<key>/wait@<day>` among the superseded, so that planning the day again does not send them.
 */
export function planNotices(
  ladder: Ladder,
  items: readonly OwedItem[],
  day: PlainDate,
  sent: ReadonlySet<string>,
): Plan {
  const plan: Plan = { notices: [], superseded: [] };
  const addDays = rememberedSums();
  const make = noticeMaker(ladder, day, addDays);
  for (const item of items) {
    if (isAsleep(item, day)) continue;
    planItem({ item, rungs: rungsOfItem(ladder, item, addDays) }, day, sent, make, plan);
  }
  return plan;
}

/**
 * The days `from`..`to`, both included, planned one after the other as if nobody answered: a dry run. What lies before `from`
 * counts as missed unless it is in `sent`; to see a part of a year as it will be, plan from the first opening and cut.
 */
export function planRange(
  ladder: Ladder,
  items: readonly OwedItem[],
  from: PlainDate,
  to: PlainDate,
  sent: ReadonlySet<string> = new Set(),
): Plan {
  const plan: Plan = { notices: [], superseded: [] };
  const recorded = new Set(sent);
  const addDays = rememberedSums();
  // Each sleeps until the day of its next rung; those with nothing left to plan drop out.
  let climbs = items
    .filter((item) => !item.settled)
    .map((item): SleepingClimb => ({ item, rungs: rungsOfItem(ladder, item, addDays), wakesOn: item.opensOn }));
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const make = noticeMaker(ladder, day, addDays);
    for (const climb of climbs) {
      if (climb.wakesOn === undefined || day < climb.wakesOn || isAsleep(climb.item, day)) continue;
      const today: Plan = { notices: [], superseded: [] };
      planItem(climb, day, recorded, make, today);
      for (const notice of today.notices) recorded.add(notice.key);
      for (const notice of today.superseded) recorded.add(notice.key);
      plan.notices.push(...today.notices);
      plan.superseded.push(...today.superseded);
      climb.wakesOn = climb.rungs.find((rung) => !recorded.has(rung.key))?.on;
    }
    climbs = climbs.filter((climb) => climb.wakesOn !== undefined);
  }
  return plan;
}

function isAsleep(item: OwedItem, day: PlainDate): boolean {
  return item.settled || day < item.opensOn;
}

function planItem(
  { item, rungs }: Climb,
  day: PlainDate,
  sent: ReadonlySet<string>,
  make: NoticeMaker,
  plan: Plan,
): void {
  const send = (one: ItemRung): void => void plan.notices.push(make(item, one));
  const skip = (one: ItemRung, reason: string): void => void plan.superseded.push(make(item, one, reason));
  const pending: ItemRung[] = [];
  for (const one of rungs) {
    if (one.on > day) break;
    if (sent.has(one.key)) continue;
    if (one.obstacle) skip(one, one.obstacle);
    else pending.push(one);
  }
  if (pending.length === 0) return;
  planEarly(
    pending.filter((one) => !one.late),
    rungs.filter((one) => !one.late && sent.has(one.key)),
  );
  planLate(pending.filter((one) => one.late));

  /** Reminders: the latest one of each audience, and none from the due day on. */
  function planEarly(due: readonly ItemRung[], recorded: readonly ItemRung[]): void {
    const latest = new Map(due.map((one) => [one.told, one]));
    for (const one of due) {
      const newer = recorded.findLast((other) => other.told === one.told && other.on >= one.on) ?? latest.get(one.told);
      if (day >= item.dueOn) skip(one, 'the last day is over');
      else if (newer && newer !== one) skip(one, `${newer.rung.id} takes its place`);
      else if (!isPromised(one)) send(one);
    }
  }

  /** Lateness: each audience once; after a broken promise one escalation a day. */
  function planLate(due: readonly ItemRung[]): void {
    const told = new Map(
      rungs.filter((one) => one.late && !one.obstacle && sent.has(one.key)).map((one) => [one.told, one]),
    );
    const open: ItemRung[] = [];
    for (const one of due) {
      const by = told.get(one.told);
      if (by) skip(one, `${by.rung.id} has told the same people of this lateness`);
      else if (!isPromised(one)) open.push(one);
    }
    const highest = [...new Map(open.map((one) => [one.told, one])).values()].sort(byRank);
    const waiting = waitingOf(highest);
    for (const one of highest) {
      if (waiting.has(one)) continue;
      // Those that a promise holds back as well: their people know of the lateness from today on.
      for (const other of due) {
        if (other.told === one.told && other !== one) skip(other, `${one.rung.id} tells the same people today`);
      }
      send(one);
    }
  }

  /** The escalations that must wait for another day because a promise was broken; leaves a record of each. */
  function waitingOf(targets: readonly ItemRung[]): ReadonlySet<ItemRung> {
    if (item.promisedOn === undefined) return new Set();
    const escalations = targets.filter((one) => one.rung.sort === 'escalation');
    const stopped = escalations.filter((one) => sent.has(waitKey(one)));
    if (stopped.length > 0) return new Set(escalations);
    const waiting = escalations.slice(1);
    for (const one of waiting) {
      const kept = make(item, one, 'after a broken promise one rung goes each day');
      plan.superseded.push({ ...kept, key: waitKey(one) });
    }
    return new Set(waiting);
  }

  function waitKey(one: ItemRung): string {
    return `${one.key}/wait@${day}`;
  }

  function isPromised(one: ItemRung): boolean {
    return one.rung.sort === 'escalation' && item.promisedOn !== undefined && day <= item.promisedOn;
  }

  function byRank(a: ItemRung, b: ItemRung): number {
    return rungs.indexOf(a) - rungs.indexOf(b);
  }
}
