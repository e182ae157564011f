import { z } from 'zod';
import { dayField, planYearField } from '../fields.js';

const code = z.string().min(1).max(100);

/** An event as it comes in by request; whether it makes sense is judged beside the calendar. */
export const eventFields = {
  planYear: planYearField,
  milestone: code,
  unit: code,
  heldBy: code,
  endedOn: dayField,
  occasion: z.string().min(1).max(200).optional(),
  note: z.string().max(1000).optional(),
};
