import { z } from 'zod';
import { plainDate } from '../../shared/index.js';
import { planYearField, reasonField } from '../fields.js';

const code = z.string().min(1).max(100);
const key = z.string().regex(/^[\w-]{1,40}$/);
const yearlyDay = z.strictObject({
  monthDay: z.string().refine((day) => plainDate.valid(`2027-${day}`), { error: 'must be a day MM-DD' }),
  yearOf: z.enum(['report-year', 'plan-year']),
});
const title = z.strictObject({ vi: z.string().trim().min(1).max(200), en: z.string().trim().max(200).optional() });

/** A local rule as it comes in, by request or from a file; whether it is sound is judged beside the calendar. */
export const ruleFields = {
  milestone: code,
  setBy: code,
  key,
  fromPlanYear: planYearField,
  toPlanYear: planYearField.optional(),
  units: z.array(code).min(1).max(1000).optional(),
  forms: z.array(code).max(20),
  periods: z
    .array(z.strictObject({ key, title, opens: yearlyDay, due: yearlyDay }))
    .min(1)
    .max(60),
  decision: reasonField,
};

/** A file that holds one rule. */
export const ruleFile = z.strictObject(ruleFields);
