import { z } from 'zod';
import { dayField } from '../fields.js';
import { ruleFields } from './rule-fields.js';

const code = z.string();
const count = z.int();
const unit = z.strictObject({ code, name: z.string() });
const clause = z.strictObject({ section: z.string(), quote: z.string() });
const period = ruleFields.periods.element;

/** `GET /api/calendar/rules`. */
export const RulesAnswer = z.strictObject({
  today: z.string(),
  /** Open plan years, the earliest first. */
  cycles: z.array(count),
  rules: z.array(
    z.strictObject({
      id: z.uuid(),
      ...ruleFields,
      setByName: z.string(),
      /** Name of the milestone. */
      title: z.string(),
      /** What it made, and how much of that is settled. */
      owed: count,
      settled: count,
      /** Whether the reader may correct and withdraw it. */
      mayChange: z.boolean(),
    }),
  ),
  /** What the reader may set, for each unit that the reader may set it for. */
  settable: z.array(
    z.strictObject({
      milestone: code,
      title: z.string(),
      clause,
      forms: z.array(z.strictObject({ key: code, title: z.string() })),
      proposals: z.array(
        z.strictObject({ key: code, assumed: z.string(), forms: z.array(code), periods: z.array(period) }),
      ),
      unit: code,
      unitName: z.string(),
      units: z.array(unit),
    }),
  ),
});
export type RulesAnswer = z.infer<typeof RulesAnswer>;

const owed = z.strictObject({
  title: z.string(),
  dueOn: z.string(),
  settled: z.enum(['submitted', 'document', 'waived']).optional(),
});

/** `GET /api/calendar/events`. */
export const EventsAnswer = z.strictObject({
  planYear: count,
  today: z.string(),
  cycles: z.array(count),
  events: z.array(
    z.strictObject({
      id: z.uuid(),
      planYear: count,
      milestone: code,
      title: z.string(),
      occasion: z.string(),
      unit: code,
      unitName: z.string(),
      heldBy: code,
      heldByName: z.string(),
      endedOn: dayField,
      note: z.string(),
      /** What follows from it, as it stands. */
      follows: z.array(owed),
      mayChange: z.boolean(),
    }),
  ),
  /** Windows whose events begin a term, with who has none recorded yet, for each unit that the reader may act for. */
  windows: z.array(
    z.strictObject({
      milestone: code,
      title: z.string(),
      clause,
      from: z.string().optional(),
      to: z.string().optional(),
      terms: z.array(z.strictObject({ title: z.string(), days: count, count: z.enum(['calendar', 'working']) })),
      holders: z.array(
        z.strictObject({
          code,
          name: z.string(),
          /** All units that it can be about. */
          units: z.array(unit),
          /** Those of which nothing is recorded. */
          awaited: z.array(unit),
        }),
      ),
    }),
  ),
});
export type EventsAnswer = z.infer<typeof EventsAnswer>;
