import { z } from 'zod';
import { plainDate } from '../shared/index.js';

const day = z.string().refine(plainDate.valid, { error: 'must be a day as YYYY-MM-DD' });
const id = z.uuid();
const unit = z.string().min(1).max(100);

/** `POST /api/delegations`. */
export const DelegationBody = z.strictObject({
  person: id,
  deputy: id.optional(),
  unit: unit.optional(),
  role: z.enum(['official', 'head', 'supervisor']).optional(),
  firstDay: day,
  lastDay: day,
  decision: z.string().max(100).default(''),
});

/** One of `GET /api/delegations`. */
export const DelegationAnswer = z.strictObject({
  id,
  person: id,
  personName: z.string(),
  deputy: id.optional(),
  deputyName: z.string().optional(),
  unit: unit.optional(),
  unitName: z.string().optional(),
  role: z.enum(['official', 'head', 'supervisor']).optional(),
  firstDay: z.string(),
  lastDay: z.string(),
  decision: z.string(),
  setBy: z.string().optional(),
  endedOn: z.string().optional(),
  standing: z.enum(['ahead', 'in-force', 'over']),
  mayEnd: z.boolean(),
});
