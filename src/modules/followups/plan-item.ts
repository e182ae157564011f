import { plainDate, type PlainDate } from '../shared/index.js';
import type { Ladder, OwedItem, PlannedNotice, Recorded } from './ladder.js';
import { noContactKey, type NoticeMaker, silenceKey } from './planned-notice.js';
import type { DaySums } from './planning-days.js';
import type { ItemRung } from './rungs-of-item.js';
import type { Because, Held } from './why.js';

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
  why: Held;
}

/** Plans the morning of one obligation that is open and has opened; adds to `plan`. The rules stand at {@link planNotices}. */
export function planItem({ item, rungs }: Climb, morning: Morning, plan: Plan): void {
  const { day, make, recorded } = morning;
  const hold = holdOf(item, heardLateOn(item, rungs, morning));
  const blocked = isBlocked(item, day);
  const send = (one: ItemRung): void => {
    const held = hold && one.rung.sort === 'escalation' && hold.until >= one.on ? hold.why : undefined;
    plan.notices.push(make.of(item, one, { held }));
  };
  const skip = (one: ItemRung, reason: Because): void => {
    plan.superseded.push(make.of(item, one, { skipped: reason }));
  };
  const isForWorkingDays = ({ rung }: ItemRung): boolean =>
    rung.onWorkingDaysOnly ?? morning.sums.days.onWorkingDaysOnly;
  const isHeld = (one: ItemRung): boolean => one.rung.sort === 'escalation' && hold !== undefined && day <= hold.until;
  const unheard = hasNoContact(item);

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

  /** Reminders: the latest one of each audience, and none from the due day on. What warns others of a unit waits until it heard. */
  function planEarly(due: readonly ItemRung[]): void {
    const known = rungs.filter((one) => !one.late && recorded.has(one.key));
    const mayGo = (one: ItemRung): boolean => !isHeld(one) && !(unheard && one.rung.sort === 'escalation');
    const latest = new Map(due.filter(mayGo).map((one) => [one.told, one]));
    for (const one of due) {
      const newer = known.findLast((other) => other.told === one.told && other.on >= one.on) ?? latest.get(one.told);
      if (day >= item.dueOn) skip(one, { code: 'last-day-over' });
      else if (newer && newer !== one) skip(one, because('takes-its-place', newer));
      else if (mayGo(one)) send(one);
    }
  }

  /** Lateness: each audience once, and again only where a rung is repeated; what was held or missed climbs one a day. */
  function planLate(due: readonly ItemRung[]): void {
    const told = new Map(rungs.filter((one) => one.late && recorded.get(one.key)?.told).map((one) => [one.told, one]));
    // Held back or not: what is left of each audience once its people hear of the lateness today is passed over.
    let left: ItemRung[] = [];
    for (const one of due) {
      const by = one.time > 1 ? undefined : told.get(one.told);
      if (by) skip(one, because('told-of-it', by));
      else left.push(one);
    }
    const passOver = (people: string, sent: ItemRung | undefined, reason: Because): void => {
      for (const one of left) if (one.told === people && one !== sent) skip(one, reason);
      left = left.filter((one) => one.told !== people);
    };
    const first = unheard ? left.find((one) => one.rung.sort === 'escalation' && !isHeld(one)) : undefined;
    if (first && !recorded.has(noContactKey(item))) {
      const notice = make.ofNoContact(item, first);
      plan.notices.push(notice);
      const { unit, role } = notice.audience;
      for (const one of left) {
        if (one.told === `${unit} ${role}` && one.rung.sort !== 'escalation') {
          skip(one, { code: 'unreached-told' });
        }
      }
      left = left.filter((one) => one.told !== `${unit} ${role}` || one.rung.sort === 'escalation');
    }
    const targets = targetsOf(left.filter((one) => !isHeld(one) && !(unheard && one.rung.sort === 'escalation')));
    const waiting = waitingOf(targets);
    for (const one of targets) {
      if (waiting.has(one)) continue;
      passOver(one.told, one, because('tells-today', one));
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

  /** The escalations that must wait for another day because they, or others before them, were held back or missed. */
  function waitingOf(targets: readonly ItemRung[]): ReadonlySet<ItemRung> {
    const escalations = targets.filter((one) => one.rung.sort === 'escalation');
    const climbedToday = rungs.filter((one) => {
      const trace = one.rung.sort === 'escalation' ? recorded.get(one.key) : undefined;
      return trace?.told && trace.on === day;
    });
    if (hold === undefined && ![...escalations, ...climbedToday].some((one) => one.on < day)) return new Set();
    const [next] = escalations;
    const isDayOff = next !== undefined && isForWorkingDays(next) && morning.sums.onOrAfter(day) !== day;
    return new Set(climbedToday.length > 0 || isDayOff ? escalations : escalations.slice(1));
  }

  /** What was to be answered and was not goes to whoever acts for those who were told. */
  function planSilence(): void {
    for (const one of rungs) {
      const trace = recorded.get(one.key);
      const due = trace?.told ? silenceOf(one, trace.on, morning) : undefined;
      if (!trace || !due || due.on > day || recorded.has(silenceKey(one))) continue;
      const answered = item.answeredOn !== undefined && item.answeredOn >= trace.on;
      const pointless: Because | undefined = answered
        ? { code: 'answered' }
        : !one.late && day >= item.dueOn
          ? { code: 'last-day-over' }
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

const because = (code: 'takes-its-place' | 'told-of-it' | 'tells-today', { rung, time }: ItemRung): Because => ({
  code,
  rung: rung.id,
  time,
});

/** From its superior's due day on, while that act is undone, nobody is chased for what waits on it. */
function isBlocked({ waitsOn }: OwedItem, day: PlainDate): boolean {
  return waitsOn !== undefined && day >= waitsOn.dueOn;
}

function hasNoContact({ contact }: OwedItem): boolean {
  return contact !== undefined && contact.deliveredOn === undefined;
}

/** Why a rung is not sent although its day has come, by its own stop conditions. */
function stopOf({ rung }: ItemRung, item: OwedItem, day: PlainDate): Because | undefined {
  if (!rung.until) return undefined;
  if (rung.until.includes('status-reported') && item.statusReportedOn) return { code: 'said-where-it-stands' };
  if (rung.until.includes('acknowledged') && item.acknowledgedOn) return { code: 'taken-on' };
  if (rung.until.includes('promised') && item.promisedOn && day <= item.promisedOn) return { code: 'promise-runs' };
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

/**
 * The day on which the unit hears of a lateness that came to light after the ladder's day (the product was down, a day was moved
 * back, a year was opened late): nobody above it hears before. Undefined where it heard in time, or hears nothing of its own: its
 * people were told by another rung, or what stops the rung has come.
 */
function heardLateOn(
  item: OwedItem,
  rungs: readonly ItemRung[],
  { recorded, day }: Pick<Morning, 'recorded' | 'day'>,
): PlainDate | undefined {
  // What depends on the forecast may never be said: nobody waits for that.
  const own = rungs.filter(
    ({ late, rung }) =>
      late && rung.audience.of === 'unit' && rung.sort === 'overdue' && rung.slackAtMost === undefined,
  );
  const [first] = own;
  if (!first || first.on >= day) return undefined;
  const heard = own.flatMap((one) => {
    const trace = recorded.get(one.key);
    return trace?.told ? [trace.on] : [];
  });
  const [heardOn] = heard.sort();
  if (heardOn !== undefined) return heardOn > first.on ? heardOn : undefined;
  const told = new Set(rungs.flatMap((one) => (one.late && recorded.get(one.key)?.told ? one.told : [])));
  const hears = own.some(
    (one) =>
      one.on <= day && !recorded.has(one.key) && !(one.time === 1 && told.has(one.told)) && !stopOf(one, item, day),
  );
  return hears ? day : undefined;
}

function holdOf(item: OwedItem, heardLate: PlainDate | undefined): Hold | undefined {
  const holds: Hold[] = [];
  if (heardLate !== undefined) holds.push({ until: heardLate, why: { code: 'unit-told', on: heardLate } });
  const { promisedOn, contact, releasedOn, dueOn } = item;
  if (promisedOn !== undefined) holds.push({ until: promisedOn, why: { code: 'promise', on: promisedOn } });
  if (contact?.deliveredOn !== undefined && contact.deliveredOn >= dueOn) {
    holds.push({ until: contact.deliveredOn, why: { code: 'unit-told', on: contact.deliveredOn } });
  }
  if (releasedOn !== undefined && releasedOn >= dueOn) {
    holds.push({ until: releasedOn, why: { code: 'superior-late', on: releasedOn } });
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
