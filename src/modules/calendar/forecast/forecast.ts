import { plainDate, type PlainDate } from '../../shared/index.js';
import type { Milestone } from '../milestone.js';

/** What the forecast knows of an obligation of one plan year. */
export interface ChainItem {
  id: string;
  milestone: string;
  unit: string;
  /** The units that receive it. */
  recipients: readonly string[];
  /** First day too late, extensions included. */
  dueOn: PlainDate;
  /** The day on which it was fulfilled or waived. */
  doneOn?: PlainDate;
  /** The day that the unit named in a status report or promise, whichever was said last. */
  saidOn?: PlainDate;
}

/** How an obligation stands in its chain on a day. */
export interface Forecast {
  id: string;
  lastDay: PlainDate;
  /** Days from today to the last day; negative when late. */
  daysLeft: number;
  /** When it will be done as things stand; the day it was done where it is. */
  expectedOn: PlainDate;
  /**
   * Own last day − latest expected day of what it is made from: how many days the unit will have for it. Negative: what it
   * needs comes too late. Absent where nothing feeds it, or all of it is there.
   */
  slackDays?: number;
  children: number;
  /** Of these, not handed in yet. */
  childrenOpen: number;
  /** Of these, past their own last day. */
  childrenLate: number;
  /** The obligation that holds it up most: the open one expected last. */
  heldUpBy?: { id: string; unit: string; expectedOn: PlainDate };
  /** The superior's act without which it cannot be done. */
  waitsOn?: { id: string; milestone: string; unit: string; dueOn: PlainDate; doneOn?: PlainDate };
}

/** The words of the calendar that make a chain. */
export type ChainLink = Pick<Milestone, 'id' | 'feeds' | 'waitsOn' | 'usualDays'>;

/**
 * Forecasts every obligation up its chain. The rule is kept simple: what is open is expected on the day that the unit named, else on
 * its last day, and never before today; what is made from others is expected no earlier than the last of them plus its
 * milestone's usual days. `superiors` gives the units above a unit, the nearest first.
 */
export function forecast(
  items: readonly ChainItem[],
  links: readonly ChainLink[],
  superiors: (unit: string) => readonly string[],
  today: PlainDate,
): Map<string, Forecast> {
  const linkOf = new Map(links.map((link) => [link.id, link]));
  const byPlace = new Map(items.map((item) => [placeOf(item.milestone, item.unit), item]));
  const find = (milestone: string | undefined, units: readonly string[]): ChainItem | undefined =>
    milestone === undefined
      ? undefined
      : units.flatMap((unit) => byPlace.get(placeOf(milestone, unit)) ?? []).find(() => true);

  const children = new Map<string, ChainItem[]>();
  for (const item of items) {
    const above = find(linkOf.get(item.milestone)?.feeds, [...item.recipients, ...superiors(item.unit)]);
    if (above) children.set(above.id, [...(children.get(above.id) ?? []), item]);
  }

  const forecasts = new Map<string, Forecast>();
  const of = (item: ChainItem): Forecast => {
    const known = forecasts.get(item.id);
    if (known) return known;
    const link = linkOf.get(item.milestone);
    const below = (children.get(item.id) ?? []).map((child) => ({ child, ahead: of(child) }));
    const act = find(link?.waitsOn, superiors(item.unit));
    const made = standOf(item, below, link?.usualDays ?? 0, today);
    const one = act ? { ...made, waitsOn: waitOf(act) } : made;
    forecasts.set(item.id, one);
    return one;
  };
  for (const item of items) of(item);
  return forecasts;
}

interface Below {
  child: ChainItem;
  ahead: Forecast;
}

function standOf(item: ChainItem, below: readonly Below[], usualDays: number, today: PlainDate): Forecast {
  const lastDay = plainDate.add(item.dueOn, -1);
  const open = below.filter(({ child }) => child.doneOn === undefined);
  const last = open.reduce<Below | undefined>(
    (latest, one) => (latest && latest.ahead.expectedOn >= one.ahead.expectedOn ? latest : one),
    undefined,
  );
  const ready = last ? plainDate.add(last.ahead.expectedOn, usualDays) : today;
  return {
    id: item.id,
    lastDay,
    daysLeft: plainDate.daysBetween(today, lastDay),
    expectedOn: item.doneOn ?? latestOf(today, item.saidOn ?? lastDay, ready),
    children: below.length,
    childrenOpen: open.length,
    childrenLate: open.filter(({ child }) => child.dueOn <= today).length,
    ...(last && item.doneOn === undefined
      ? {
          slackDays: plainDate.daysBetween(last.ahead.expectedOn, lastDay),
          heldUpBy: { id: last.child.id, unit: last.child.unit, expectedOn: last.ahead.expectedOn },
        }
      : {}),
  };
}

function waitOf({ id, milestone, unit, dueOn, doneOn }: ChainItem): NonNullable<Forecast['waitsOn']> {
  return { id, milestone, unit, dueOn, ...(doneOn === undefined ? {} : { doneOn }) };
}

const placeOf = (milestone: string, unit: string): string => `${milestone} ${unit}`;

const latestOf = (...days: readonly PlainDate[]): PlainDate => days.reduce((a, b) => (a > b ? a : b));
