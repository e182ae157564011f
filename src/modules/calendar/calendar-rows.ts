import { z } from 'zod';
import { plainDate, type DataFolder, type Line } from '../shared/index.js';

/** The facts of the directive, and what the product adds from other sentences of it, in the same columns. */
export const CALENDAR = 'calendar/calendar.csv';
export const FURTHER = 'calendar/further.csv';

const day = z
  .string()
  .refine((text) => text === '' || plainDate.valid(`2027-${text}`), 'must be a day MM-DD that every year has')
  .transform((text) => text || undefined);

const calendarRow = z.strictObject({
  id: z.string().min(1),
  round: z.enum(['0', '1', '2', '3', 'reports']),
  kind: z.enum(['deadline', 'window', 'relative', 'local-rule', 'start', 'period', 'oddity']),
  actor_level: z.string(),
  actor: z.string(),
  recipient: z.string(),
  what: z.string().min(1),
  start: day,
  due: day,
  strict: z.string().regex(/^(|on|from|before|within|set-locally|relative:\+\d+d)$/),
  last_allowed_day: day,
  year: z.enum(['', 'R', 'P', 'X']),
  clause: z.string().min(1),
  oddity: z.string(),
});

/** One row of the calendar: a dated act, a term, a rule, or something odd about the text. */
export type CalendarRow = z.output<typeof calendarRow>;

/** Where a row stands. */
export interface PlacedRow extends Line<CalendarRow> {
  file: string;
}

/** Reads calendar.csv, then further.csv where the profile has one; ids are told apart over both. */
export function readCalendarRows(folder: DataFolder): PlacedRow[] {
  const files = [CALENDAR, ...(folder.has(FURTHER) ? [FURTHER] : [])];
  const placed = files.flatMap((file) => folder.csv(file, calendarRow).map((line) => ({ ...line, file })));
  const seen = new Set<string>();
  for (const { file, line, value } of placed) {
    if (seen.has(value.id)) folder.fault(file, line, `id "${value.id}" stands twice`);
    seen.add(value.id);
    if (!value.due || !value.last_allowed_day) continue;
    const last = value.strict === 'before' ? shift(value.due, -1) : value.due;
    if (last !== value.last_allowed_day) {
      folder.fault(
        file,
        line,
        `last_allowed_day is ${value.last_allowed_day}, "${value.strict} ${value.due}" gives ${last}`,
      );
    }
  }
  return placed;
}

/** `monthDay` moved by days inside one year; 28 February is followed by 1 March. */
export function shift(monthDay: string, days: number): string {
  return plainDate.add(`2027-${monthDay}`, days).slice(5);
}
