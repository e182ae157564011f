import { Temporal } from 'temporal-polyfill';

/** A calendar day as `YYYY-MM-DD`. Compare with `<` and `>`: the text order is the calendar order. */
export type PlainDate = string;

/** An instant as ISO 8601 in UTC, `2027-06-22T00:30:00Z`. */
export type Instant = string;

export const plainDate = {
  /** True for a real day in `YYYY-MM-DD`; `2027-02-30` is not one. */
  valid(text: string): boolean {
    if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
    try {
      return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() === text;
    } catch {
      return false;
    }
  },

  /**
   * A real day of the years 1900 to 2199, for days on which something is due or happens: after a year that was mistyped as 9999
   * come days whose texts do not compare.
   */
  ofOurTime(text: string): boolean {
    return plainDate.valid(text) && text >= '1900' && text < '2200';
  },

  /** The day `days` after (before, when negative) `date`. */
  add(date: PlainDate, days: number): PlainDate {
    return Temporal.PlainDate.from(date).add({ days }).toString();
  },

  /** How many days from `from` to `to`; negative when `to` is earlier. */
  daysBetween(from: PlainDate, to: PlainDate): number {
    return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'day' }).days;
  },

  /** 1 = Monday … 7 = Sunday. */
  dayOfWeek(date: PlainDate): number {
    return Temporal.PlainDate.from(date).dayOfWeek;
  },

  /** The day it is at `now` in `timeZone`. */
  today(now: Date, timeZone: string): PlainDate {
    return Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timeZone).toPlainDate().toString();
  },

  /** The instant of `time` (`HH:MM`) on `date` in `timeZone`. */
  at(date: PlainDate, time: string, timeZone: string): Date {
    const zoned = Temporal.PlainDate.from(date).toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(time) });
    return new Date(zoned.epochMilliseconds);
  },

  /** The time of day `HH:MM` it is at `now` in `timeZone`. */
  timeOfDay(now: Date, timeZone: string): string {
    return Temporal.Instant.fromEpochMilliseconds(now.getTime())
      .toZonedDateTimeISO(timeZone)
      .toPlainTime()
      .toString({ smallestUnit: 'minute' });
  },

  /** `29/6/2027`, as Vietnamese documents write a day. */
  vi(date: PlainDate): string {
    const d = Temporal.PlainDate.from(date);
    return `${String(d.day).padStart(2, '0')}/${String(d.month).padStart(2, '0')}/${d.year}`;
  },
};
