import type { PlainDate } from '../shared/index.js';
import type { Audience, Ladder, OwedItem, PlannedNotice, Rung } from './ladder.js';
import type { DaySums } from './planning-days.js';
import type { Because } from './why.js';

/** A rung of a ladder as it stands for one obligation: on which day, for whom, under which key. */
export interface ItemRung {
  rung: Rung;
  key: string;
  /** The day it is for; a day off is moved already. */
  on: PlainDate;
  /** Where `on` was moved: the day it was meant for. */
  movedFrom?: PlainDate;
  /** 1, or which time it is said. */
  time: number;
  audience: PlannedNotice['audience'];
  /** Unit and role in one text, to compare. */
  told: string;
  /** Says that something is late; what does not is pointless from the due day on. */
  late: boolean;
  /** Why this rung can never be sent for this obligation. */
  obstacle?: Because;
}

/** The rungs of `ladder` for `item` in the order of their days; rungs of one day stay in the ladder's order. */
export function rungsOfItem(ladder: Ladder, item: OwedItem, sums: DaySums): ItemRung[] {
  return ladder.rungs
    .flatMap((rung) => timesOf(rung, item, sums))
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

/** The rung, and each time it is said again. A reminder is not said again once the last day is over. */
function timesOf(rung: Rung, item: OwedItem, sums: DaySums): ItemRung[] {
  const first = sums.add(baseDay(rung, item, sums), rung.offsetDays, rung.countedIn);
  const isLate = rung.sort === 'overdue' || rung.sort === 'escalation';
  const times: ItemRung[] = [];
  for (let time = 1; time <= (rung.repeat?.atMost ?? 1); time += 1) {
    const counted = rung.repeat ? sums.add(first, rung.repeat.every * (time - 1), rung.repeat.countedIn) : first;
    if (time > 1 && !isLate && counted >= item.dueOn) break;
    const meant = isLate && counted >= item.dueOn ? sums.afterLost(item.dueOn, counted) : counted;
    times.push(itemRung(rung, item, meant, time, sums));
  }
  return times;
}

function itemRung(rung: Rung, item: OwedItem, meant: PlainDate, time: number, sums: DaySums): ItemRung {
  const late = (rung.sort === 'overdue' || rung.sort === 'escalation') && meant >= item.dueOn;
  const on = (rung.onWorkingDaysOnly ?? sums.days.onWorkingDaysOnly) ? workedDay(rung, item, meant, late, sums) : meant;
  const unit = audienceUnit(rung.audience, item);
  const { role } = rung.audience;
  return {
    rung,
    key: keyOf(rung, item, time),
    on,
    ...(on === meant ? {} : { movedFrom: meant }),
    time,
    audience: { unit: unit ?? '', role },
    told: `${unit ?? ''} ${role}`,
    late,
    ...(unit === undefined
      ? { obstacle: { code: 'no-superior' } }
      : rung.audience.of !== 'unit' && unit === item.unit
        ? { obstacle: { code: 'not-to-itself' } }
        : {}),
  };
}

/**
 * The working day for a rung meant for a day off, so that it keeps its meaning: what says that something is late comes later;
 * what is counted from the opening comes later, but not after the last day; a reminder before the last day comes earlier, but
 * not before the opening. Where there is no such working day it stays.
 */
function workedDay(rung: Rung, item: OwedItem, meant: PlainDate, late: boolean, sums: DaySums): PlainDate {
  if (late) return sums.onOrAfter(meant);
  // What lies before a late opening is passed over on the opening day; after the last day it is pointless anyway.
  if (meant < item.opensOn || meant >= item.dueOn) return meant;
  const [earlier, later] = [sums.onOrBefore(meant), sums.onOrAfter(meant)];
  const fits = [earlier >= item.opensOn ? earlier : undefined, later < item.dueOn ? later : undefined];
  if (rung.from === 'opens') fits.reverse();
  return fits.find((day) => day !== undefined) ?? meant;
}

function baseDay(rung: Rung, item: OwedItem, sums: DaySums): PlainDate {
  if (rung.from === 'opens') return item.opensOn;
  return rung.from === 'due' ? item.dueOn : sums.add(item.dueOn, -1);
}

/** The part of every key of an obligation. */
export function itemKey({ planYear, milestone, unit, occasion }: OwedItem): string {
  const about = occasion === '' ? '' : `:${encodeURIComponent(occasion)}`;
  return `${planYear}/${milestone}/${unit}${about}`;
}

/** A rung that hangs on the due day carries it in its key, so that an extension plans it anew. */
function keyOf(rung: Rung, item: OwedItem, time: number): string {
  const key = `${itemKey(item)}/${rung.id}`;
  return `${key}${rung.from === 'opens' ? '' : `@${item.dueOn}`}${time > 1 ? `#${time}` : ''}`;
}

function audienceUnit(audience: Audience, item: OwedItem): string | undefined {
  if (audience.of === 'unit') return item.unit;
  return audience.of === 'superior' ? item.superior : audience.unit;
}
