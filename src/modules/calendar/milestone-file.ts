import { z } from 'zod';
import { plainDate } from '../shared/index.js';

export const READING = 'calendar/milestones.yaml';

export const SORTS = ['deadline', 'window', 'relative', 'local', 'start', 'period', 'request'] as const;

const text = z.strictObject({ vi: z.string().min(1), en: z.string().min(1) });
const monthDay = z
  .string()
  .regex(/^\d\d-\d\d$/)
  .refine((day) => plainDate.valid(`2027-${day}`), 'is no day of every year');
const yearlyDay = z.strictObject({ day: monthDay, year: z.enum(['report', 'plan']) });

const recipient = z.union([
  z.strictObject({ superior: z.literal(true) }),
  z.strictObject({ unit: z.string() }),
  z.strictObject({ kind: z.string(), below: z.boolean().optional(), beside: z.boolean().optional() }),
  z.strictObject({ body: z.string() }),
  z.strictObject({ concerned: z.literal(true) }),
]);

/** A term counted from an event: `days` after the day on which one of `events` ended. */
const after = z.strictObject({
  events: z.array(z.string()).min(1),
  days: z.int().min(1).max(366),
  count: z.enum(['calendar', 'working']),
  assumed: text.optional(),
});

/** The span that a report's figures are about, and up to which day they are known when it is due. */
const figures = z.strictObject({
  from: monthDay,
  to: monthDay,
  'data-until': monthDay,
  standing: z.enum(['estimate', 'preliminary', 'official']),
  assumed: text.optional(),
});

/** A due day that is another for some of the units that owe. */
const dueOf = z.strictObject({
  unit: z.string().optional(),
  kind: z.string().optional(),
  trait: z.string().optional(),
  day: monthDay,
});

/** One period of a rule. `before` counts its due day back from that of a milestone. */
const period = z.strictObject({
  key: z.string().regex(/^[\w-]+$/),
  title: text,
  opens: yearlyDay,
  due: z.union([yearlyDay, z.strictObject({ before: z.string(), days: z.int().min(0).max(366) })]),
});

const proposal = z.strictObject({
  key: z.string().regex(/^[\w-]+$/),
  assumed: text,
  forms: z.array(z.string()).default([]),
  periods: z.array(period).min(1),
});

const reading = z.strictObject({
  sort: z.enum(SORTS),
  title: text,
  section: z.string().min(1),
  owes: z.string().optional(),
  'owes-level': z.string().optional(),
  recipients: z.array(recipient).nullish(),
  'watched-by': z.string().optional(),
  forms: z.array(z.string()).default([]),
  headline: z.string().optional(),
  'only-led-rows': z.boolean().default(false),
  'signed-document': z.boolean().default(false),
  opens: z.strictObject({ day: z.string().regex(/^\d\d-\d\d$/), assumed: z.literal(true) }).optional(),
  'due-of': z.array(dueOf).default([]),
  after: after.optional(),
  agenda: z.array(text).default([]),
  figures: figures.optional(),
  'set-by': z.array(z.union([z.strictObject({ kind: z.string() }), z.strictObject({ unit: z.string() })])).default([]),
  asks: recipient.optional(),
  proposals: z.array(proposal).default([]),
  feeds: z.string().optional(),
  'usual-days': z.int().min(0).max(60).default(0),
  'waits-on': z.string().optional(),
  'agrees-targets': z.boolean().default(false),
});

export const REMARKS = 'calendar/remarks-vi.yaml';
/** Beside the reading, where a profile has it: by row what is odd about it in Vietnamese, and the title of a row that only says so. */
export const remarksFile = z.record(z.string(), z.strictObject({ title: z.string().optional(), remark: z.string() }));

/** How the product takes one row of the calendar. */
export type Reading = z.output<typeof reading>;

export const readingFile = z.strictObject({
  provenance: z.string().min(1),
  /** Where no text in force names these dates: what admins read beside each. */
  'dates-assumed': text.optional(),
  milestones: z.record(z.string(), reading),
  oddities: z.array(z.string()),
});
export type ReadingFile = z.output<typeof readingFile>;
