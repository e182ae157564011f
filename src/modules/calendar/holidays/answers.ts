import { z } from 'zod';

const day = z.string();
const count = z.int();

export const HolidayBody = z.strictObject({
  date: day,
  kind: z.enum(['off', 'swap-off', 'work']),
  nameVi: z.string(),
  nameEn: z.string(),
  status: z.enum(['decreed', 'assumed']),
  source: z.string(),
});

/** `GET /api/calendar/holidays`. */
export const HolidaysAnswer = z.strictObject({
  today: day,
  /** In the order of days. */
  days: z.array(HolidayBody),
  /** The newest first. */
  imports: z.array(
    z.strictObject({
      id: z.uuid(),
      years: z.array(count),
      fileName: z.string(),
      by: z.string().optional(),
      at: z.string(),
      undoneAt: z.string().optional(),
    }),
  ),
  /** What the profile does with a last day that is off. */
  due: z.enum(['none', 'next', 'previous']),
});

export const TakenBackAnswer = z.strictObject({
  years: z.array(count),
  /** How many days of these years stand again. */
  days: count,
  dueDays: count,
  applied: z.boolean(),
});

const around = z.strictObject({ lastDayOff: z.boolean(), offBefore: count, offAfter: count });

/** What a file of holidays would change, or what is wrong in it. */
export const HolidayImportAnswer = z.strictObject({
  years: z.array(count),
  added: z.array(HolidayBody),
  removed: z.array(HolidayBody),
  changed: z.array(z.strictObject({ was: HolidayBody, is: HolidayBody })),
  /** Deadlines around which other days are off than before. */
  deadlines: z.array(
    z.strictObject({ milestone: z.string(), title: z.string(), lastDay: day, units: count, was: around, is: around }),
  ),
  /** Due days that move, by milestone and day. */
  dueDays: count,
  moves: z.array(z.strictObject({ title: z.string(), from: day, to: day, units: count })),
  /** Due days that somebody moved by hand, to `from`, and that the new days would put on `to`; whether they follow as well. */
  byHand: z.array(z.strictObject({ title: z.string(), from: day, to: day, units: count })),
  overHand: z.boolean(),
  /** The same as the dry run's edit takes it: what it makes of the notices is asked there. */
  edit: z.strictObject({
    days: z.array(
      z.strictObject({ date: day, kind: z.enum(['off', 'swap-off', 'work']), status: z.enum(['decreed', 'assumed']) }),
    ),
    years: z.array(count),
    dues: z.array(z.strictObject({ obligation: z.uuid(), dueOn: day })),
  }),
  /** What is wrong, by line; with any fault nothing else is told. */
  faults: z.array(z.strictObject({ line: count, text: z.string() })),
  /** What is sent back to apply it as it was shown. */
  digest: z.string(),
  applied: z.boolean(),
});
export type HolidayImportAnswer = z.infer<typeof HolidayImportAnswer>;
