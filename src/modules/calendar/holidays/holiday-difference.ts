import { plainDate, type PlainDate } from '../../shared/index.js';
import type { WorkingDays } from '../working-days.js';
import type { Holiday } from './read-holidays.js';

/** What an import changes: days that are new, that go, and that stay otherwise. */
export interface HolidayDifference {
  years: number[];
  added: Holiday[];
  removed: Holiday[];
  changed: { was: Holiday; is: Holiday }[];
}

/** Compares the days on record with those of a file; the file speaks for every year of which it names a day. */
export function holidayDifference(before: readonly Holiday[], after: readonly Holiday[]): HolidayDifference {
  const years = [...new Set(after.map(({ date }) => Number(date.slice(0, 4))))].sort((a, b) => a - b);
  const standing = new Map(before.filter((day) => years.includes(yearOf(day))).map((day) => [day.date, day]));
  const named = new Set(after.map(({ date }) => date));
  return {
    years,
    added: after.filter(({ date }) => !standing.has(date)),
    removed: [...standing.values()].filter(({ date }) => !named.has(date)),
    changed: after.flatMap((is) => {
      const was = standing.get(is.date);
      return was && !same(was, is) ? [{ was, is }] : [];
    }),
  };
}

/** The days off around the last day to hand in. */
export interface Surroundings {
  lastDayOff: boolean;
  /** Days off that end on the day before. */
  offBefore: number;
  /** Days off that begin on the day after. */
  offAfter: number;
}

/** How many days are off right before and after `lastDay`, and whether it is off itself. */
export function surroundingsOf(lastDay: PlainDate, days: WorkingDays): Surroundings {
  const run = (step: 1 | -1): number => {
    let count = 0;
    while (!days.isWorkingDay(plainDate.add(lastDay, step * (count + 1)))) count += 1;
    return count;
  };
  return { lastDayOff: !days.isWorkingDay(lastDay), offBefore: run(-1), offAfter: run(1) };
}

/** A deadline around which other days are off than before. */
export interface DeadlineEffect {
  milestone: string;
  lastDay: PlainDate;
  units: number;
  was: Surroundings;
  is: Surroundings;
}

/** The deadlines whose surroundings change, in the order of days. */
export function effectsOnDeadlines(
  deadlines: readonly { milestone: string; lastDay: PlainDate; units: number }[],
  before: WorkingDays,
  after: WorkingDays,
): DeadlineEffect[] {
  return deadlines
    .map((one) => ({ ...one, was: surroundingsOf(one.lastDay, before), is: surroundingsOf(one.lastDay, after) }))
    .filter(
      ({ was, is }) =>
        was.lastDayOff !== is.lastDayOff || was.offBefore !== is.offBefore || was.offAfter !== is.offAfter,
    )
    .sort((a, b) => (a.lastDay < b.lastDay ? -1 : a.lastDay > b.lastDay ? 1 : a.milestone < b.milestone ? -1 : 1));
}

export const yearOf = ({ date }: Pick<Holiday, 'date'>): number => Number(date.slice(0, 4));

function same(a: Holiday, b: Holiday): boolean {
  return (['kind', 'status', 'nameVi', 'nameEn', 'source'] as const).every((key) => a[key] === b[key]);
}
