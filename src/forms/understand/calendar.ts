import { Temporal } from 'temporal-polyfill';

/** Day, month and year as numbers; the day may not exist. */
export interface DayParts {
  day: number;
  month: number;
  year: number;
}

/** The ISO day, or undefined when the calendar has no such day: nothing rolls over to the next month. */
export function isoDay({ day, month, year }: DayParts): string | undefined {
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' }).toString();
  } catch {
    return undefined;
  }
}

/** `text` where it is an ISO day of the calendar. */
export function asIsoDay(text: string): string | undefined {
  const parts = /^([0-9]{4})-([0-9]{2})-([0-9]{2})$/.exec(text);
  return parts ? isoDay({ year: Number(parts[1]), month: Number(parts[2]), day: Number(parts[3]) }) : undefined;
}

/** The day `days` after an ISO day. */
export function addDays(day: string, days: number): string {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}

/** The day `months` after an ISO day, at most the last one of its month. */
export function addMonths(day: string, months: number): string {
  return Temporal.PlainDate.from(day).add({ months }).toString();
}

/** Day, month, year and weekday (1 = Monday … 7 = Sunday) of an ISO day. */
export function partsOf(day: string): DayParts & { weekday: number } {
  const date = Temporal.PlainDate.from(day);
  return { day: date.day, month: date.month, year: date.year, weekday: date.dayOfWeek };
}

/** The last day of a month that may be counted beyond a year: month 13 is January of the next. */
export function lastOfMonth(year: number, month: number): string {
  return addDays(firstOfMonth(year, month + 1), -1);
}

export function firstOfMonth(year: number, month: number): string {
  const months = year * 12 + (month - 1);
  return isoDay({ day: 1, month: (months % 12) + 1, year: Math.floor(months / 12) })!;
}

/** Leap days recur within eight years. */
const FARTHEST = 8;

/** The last such day on or before `today` and the next on or after it; none when no year has it. */
export function aroundToday(day: number, month: number, today: string): { last?: string; next?: string } {
  const { year } = partsOf(today);
  const days = Array.from({ length: 2 * FARTHEST + 1 }, (_, at) => isoDay({ day, month, year: year - FARTHEST + at }));
  const real = days.filter((one) => one !== undefined);
  return { last: real.filter((one) => one <= today).at(-1), next: real.find((one) => one >= today) };
}
