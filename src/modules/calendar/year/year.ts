import { z } from 'zod';

const day = z.string();
const code = z.string();

/** A milestone of one plan year as a page shows it: what the text says, and what stands after everything that moved it. */
export const YearLine = z.strictObject({
  milestone: code,
  round: z.enum(['0', '1', '2', '3', 'reports']),
  sort: z.enum(['deadline', 'window', 'relative', 'local', 'start', 'period', 'request']),
  title: z.string(),
  /** Who owes or holds it, in words; several sorts of units where it is owed by a level. */
  who: z.array(z.string()),
  clause: z.strictObject({ section: z.string(), quote: z.string() }),
  /** Why its dates are assumed, and what is odd about the row. */
  assumed: z.string().optional(),
  oddity: z.string().optional(),
  /** From which day it can be worked on, by the calendar; whether that day is assumed. */
  opensOn: day.optional(),
  opensAssumed: z.boolean(),
  /** The first day too late, by the calendar. */
  calendarDueOn: day.optional(),
  /** So many days after the conference: where no day stands in the calendar. */
  after: z.strictObject({ days: z.number().int(), count: z.enum(['calendar', 'working']) }).optional(),
  /** What stands: due days (exclusive) with how many units have each, the earliest first. */
  dues: z.array(z.strictObject({ dueOn: day, units: z.number().int() })),
  units: z.number().int(),
  settled: z.number().int(),
  /** Due and still open. */
  late: z.number().int(),
});

export const YearAnswer = z.strictObject({
  planYear: z.number().int(),
  today: day,
  /** The cycles that are open, the earliest first. */
  cycles: z.array(z.number().int()),
  lines: z.array(YearLine),
});
export type YearAnswer = z.infer<typeof YearAnswer>;

/** One obligation in the list of a milestone. */
export const OwedByUnit = z.strictObject({
  id: z.uuid(),
  unit: code,
  unitName: z.string(),
  within: z.string().optional(),
  about: z.string().optional(),
  dueOn: day,
  /** The first due day, where another stands. */
  firstDueOn: day.optional(),
  settled: z.enum(['submitted', 'document', 'waived']).optional(),
  closed: z.boolean(),
  /** The due day that stands again once a longer term is taken back, where there is one. */
  dueOnceTakenBack: day.optional(),
});

export const MilestoneAnswer = z.strictObject({ today: day, obligations: z.array(OwedByUnit) });
export type MilestoneAnswer = z.infer<typeof MilestoneAnswer>;
