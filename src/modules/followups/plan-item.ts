import { plainDate, type PlainDate } from '../shared/index.js';
import type { Ladder, OwedItem, PlannedNotice, Recorded } from './ladder.js';
import { noContactKey, type NoticeMaker, silenceKey } from './planned-notice.js';
import type { DaySums } from './planning-days.js';
import type { ItemRung } from './rungs-of-item.js';

export interface Plan {
  /** What goes out. */
  notices: PlannedNotice[];
  /** What is recorded as skipped, the reason in `why`; its key must be kept like that of a notice. */
  superseded: PlannedNotice[];
}

/** An obligation with its rungs, in the order of their days. */
export interface Climb {
  item: OwedItem;
  rungs: ItemRung[];
}

/** What one day's planning shares among all obligations. */
export interface Morning {
  day: PlainDate;
  ladder: Ladder;
  sums: DaySums;
  make: NoticeMaker;
  recorded: Recorded;
}

/** A time up to and with which nothing climbs; after it one escalation goes a day. */
interface Hold {
  until: PlainDate;
  why: string;
}

/** Plans the morning of one obligation that is open and has opened; adds to `plan`. The rules stand at {@link planNotices}. */
export function planItem({ item, rungs }: Climb, morning: Morning, plan: Plan): void {
  const { day, make, recorded } = morning;
  const hold = holdOf(item);
  const blocked = isBlocked(item, day);
  const send = (one: ItemRung): void => {
    const held = hold && one.rung.sort === 'escalation' && hold.until >= one.on ? hold.why : undefined;
    plan.notices.push(make.of(item, one, { held }));
  };
  const skip = (one: ItemRung, reason: string): void => {
    plan.superseded.push(make.of(item, one, { skipped: reason }));
  };
  const isHeld = (one: ItemRung): boolean => one.rung.sort === 'escalation' && hold !== undefined && day <= hold.until;

  const pending: ItemRung[] = [];
  for (const one of rungs) {
    if (one.on > day) break;
    if (recorded.has(one.key)) continue;
    const reason = one.obstacle ?? stopOf(one, item, day);
    if (reason !== undefined) skip(one, reason);
    else if (!waits(one, item, day, blocked)) pending.push(one);
  }
  if (pending.length > 0) {
    planEarly(pending.filter((one) => !one.late));
    planLate(pending.filter((one) => one.late));
  }
  if (!blocked) planSilence();

  /** Reminders: the latest one of each audience, and none from the due day on. */
  function planEarly(due: readonly ItemRung[]): void {
    const known = rungs.filter((one) => !one.late && recorded.has(one.key));
    const latest = new Map(due.map((one) => [one.told, one]));
    for (const one of due) {
      const newer = known.findLast((other) => other.told === one.told && other.on >= one.on) ?? latest.get(one.told);
      if (day >= item.dueOn) skip(one, 'the last day is over');
      else if (newer && newer !== one) skip(one, `${nameOf(newer)} takes its place`);
      else if (!isHeld(one)) send(one);
    }
  }

  /** Lateness: each audience once, and again only where a rung is repeated; after a hold one escalation a day. */
  function planLate(due: readonly ItemRung[]): void {
    const told = new Map(rungs.filter((one) => one.late && recorded.get(one.key)?.told).map((one) => [one.told, one]));
    // Held back or not: what is left of each audience once its people hear of the lateness today is passed over.
    let left: ItemRung[] = [];
    for (const one of due) {
      const by = one.time > 1 ? undefined : told.get(one.told);
      if (by) skip(one, `${nameOf(by)} has told the same people of this lateness`);
      else left.push(one);
    }
    const passOver = (people: string, sent: ItemRung | undefined, reason: string): void => {
      for (const one of left) if (one.told === people && one !== sent) skip(one, reason);
      left = left.filter((one) => one.told !== people);
    };
    const unheard = hasNoContact(item);
    const first = unheard ? left.find((one) => one.rung.sort === 'escalation' && !isHeld(one)) : undefined;
    if (first && !recorded.has(noContactKey(item))) {
      const notice = make.ofNoContact(item, first);
      plan.notices.push(notice);
      const { unit, role } = notice.audience;
      for (const one of left) {
        if (one.told === `${unit} ${role}` && one.rung.sort !== 'escalation') {
          skip(one, 'they hear today that the unit could not be reached');
        }
      }
      left = left.filter((one) => one.told !== `${unit} ${role}` || one.rung.sort === 'escalation');
    }
    const targets = targetsOf(left.filter((one) => !isHeld(one) && !(unheard && one.rung.sort === 'escalation')));
    const waiting = waitingOf(targets);
    for (const one of targets) {
      if (waiting.has(one)) continue;
      passOver(one.told, one, `${nameOf(one)} tells the same people today`);
      send(one);
    }
  }

  /** One rung for each audience: the highest that is said for the first time, else the latest that is said again. */
  function targetsOf(open: readonly ItemRung[]): ItemRung[] {
    const highest = new Map<string, ItemRung>();
    for (const one of open) {
      const other = highest.get(one.told);
      if (!other || other.time > 1 || one.time === 1) highest.set(one.told, one);
    }
    return [...highest.values()].sort((a, b) => rungs.indexOf(a) - rungs.indexOf(b));
  }

  /** The escalations that must wait for another day because they were held back. */
  function waitingOf(targets: readonly ItemRung[]): ReadonlySet<ItemRung> {
    if (hold === undefined) return new Set();
    const escalations = targets.filter((one) => one.rung.sort === 'escalation');
    const climbedToday = rungs.some((one) => {
      const trace = one.rung.sort === 'escalation' ? recorded.get(one.key) : undefined;
      return trace?.told && trace.on === day;
    });
    return new Set(climbedToday ? escalations : escalations.slice(1));
  }

  /** What was to be answered and was not goes to whoever acts for those who were told. */
  function planSilence(): void {
    for (const one of rungs) {
      const trace = recorded.get(one.key);
      const due = trace?.told ? silenceOf(one, trace.on, morning) : undefined;
      if (!trace || !due || due.on > day || recorded.has(silenceKey(one))) continue;
      const answered = item.answeredOn !== undefined && item.answeredOn >= trace.on;
      const pointless = answered
        ? 'it was answered'
        : !one.late && day >= item.dueOn
          ? 'the last day is over'
          : undefined;
      (pointless ? plan.superseded : plan.notices).push(make.ofSilence(item, one, due.at, pointless));
    }
  }
}

/** The first day, from now on, on which planning the obligation again could give something; undefined where none can. */
export function wakesOn(
  { item, rungs }: Climb,
  { day, ladder, sums, recorded }: Omit<Morning, 'make'>,
): PlainDate | undefined {
  let wakes: PlainDate | undefined;
  const next = sums.add(day, 1);
  const blocked = isBlocked(item, day);
  const unheard = hasNoContact(item) && recorded.has(noContactKey(item));
  /** What was looked at today and can only go once something is recorded that a dry run never records. */
  const waitsForOthers = (one: ItemRung): boolean =>
    one.on <= day && ((unheard && one.rung.sort === 'escalation') || (blocked && one.rung.sort !== 'opening'));
  const consider = (on: PlainDate): void => {
    const from = on > next ? on : next;
    if (wakes === undefined || from < wakes) wakes = from;
  };
  for (const one of rungs) {
    const trace = recorded.get(one.key);
    if (!trace && !waitsForOthers(one)) consider(one.on);
    // On the due day what was held back and is not about lateness is recorded as pointless.
    else if (!trace && !one.late && item.dueOn > day) consider(item.dueOn);
    const silent =
      trace?.told && !recorded.has(silenceKey(one)) ? silenceOf(one, trace.on, { ladder, sums }) : undefined;
    if (silent) consider(silent.on);
  }
  return item.settled ? undefined : wakes;
}

function nameOf({ rung, time }: ItemRung): string {
  return time > 1 ? `${rung.id} (time ${time})` : rung.id;
}

/** From its superior's due day on, while that act is undone, nobody is chased for what waits on it. */
function isBlocked({ waitsOn }: OwedItem, day: PlainDate): boolean {
  return waitsOn !== undefined && day >= waitsOn.dueOn;
}

function hasNoContact({ contact }: OwedItem): boolean {
  return contact !== undefined && contact.deliveredOn === undefined;
}

/** Why a rung is not sent although its day has come, by its own stop conditions. */
function stopOf({ rung }: ItemRung, item: OwedItem, day: PlainDate): string | undefined {
  if (!rung.until) return undefined;
  if (rung.until.includes('status-reported') && item.statusReportedOn) return 'the unit has said where it stands';
  if (rung.until.includes('acknowledged') && item.acknowledgedOn) return 'the lateness was taken on';
  if (rung.until.includes('promised') && item.promisedOn && day <= item.promisedOn) return 'a promise runs';
  return undefined;
}

/** Whether a rung is neither sent nor skipped yet: the unit waits for its superior, or the forecast is not tight. */
function waits(one: ItemRung, item: OwedItem, day: PlainDate, blocked: boolean): boolean {
  // Before the due day it may wait; on it, what is not about lateness is pointless and is recorded so.
  if (!one.late && day >= item.dueOn) return false;
  if (blocked && one.rung.sort !== 'opening') return true;
  const { slackAtMost } = one.rung;
  return slackAtMost !== undefined && !(item.slackDays !== undefined && item.slackDays <= slackAtMost);
}

function holdOf(item: OwedItem): Hold | undefined {
  const holds: Hold[] = [];
  const { promisedOn, contact, releasedOn, dueOn } = item;
  if (promisedOn !== undefined) holds.push({ until: promisedOn, why: `by a promise until ${promisedOn}` });
  if (contact?.deliveredOn !== undefined && contact.deliveredOn >= dueOn) {
    holds.push({ until: contact.deliveredOn, why: `until the unit was told on ${contact.deliveredOn}` });
  }
  if (releasedOn !== undefined && releasedOn >= dueOn) {
    holds.push({ until: releasedOn, why: `until its superior's act was done on ${releasedOn}` });
  }
  return holds.sort((a, b) => (a.until < b.until ? 1 : -1))[0];
}

/** When somebody else is told because nobody answered: so many hours later, the next day at the earliest. */
function silenceOf(
  { rung, movedFrom }: ItemRung,
  toldOn: PlainDate,
  { ladder, sums }: Pick<Morning, 'ladder' | 'sums'>,
): { on: PlainDate; at: string } | undefined {
  if (rung.acknowledgeWithinHours === undefined) return undefined;
  const [hour = 0, minute = 0] = rung.at.split(':').map(Number);
  const total = (hour + rung.acknowledgeWithinHours) * 60 + minute;
  const days = Math.floor(total / 1440);
  const on = plainDate.add(toldOn, Math.max(1, days));
  const time = `${pad(Math.floor((total % 1440) / 60))}:${pad(total % 60)}`;
  const held = movedFrom !== undefined || (rung.onWorkingDaysOnly ?? sums.days.onWorkingDaysOnly);
  return { on: held ? sums.onOrAfter(on) : on, at: days === 0 ? ladder.hours.from : time };
}

const pad = (part: number): string => String(part).padStart(2, '0');
