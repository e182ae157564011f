import { z } from 'zod';
import { plainDate } from '../shared/index.js';

/** Another notice took its place or it was pointless; or nobody could be told. */
export const PASSED_OVER_STATES = ['superseded', 'unreached'] as const;

/** Which notices without a message are asked for; `before` is the key that the page before gave. */
export const PassedOverQuery = z.strictObject({
  /** About this unit. */
  unit: z.string().max(40).optional(),
  /** The day on which it would have gone. */
  day: z.string().refine(plainDate.valid, { error: 'must be a day as YYYY-MM-DD' }).optional(),
  state: z.enum(PASSED_OVER_STATES).optional(),
  before: z.string().max(300).optional(),
  most: z.coerce.number().int().min(1).max(200).default(50),
});
export type PassedOverQuery = z.infer<typeof PassedOverQuery>;

export const PassedOver = z.object({
  key: z.string(),
  state: z.enum(PASSED_OVER_STATES),
  /** What it was about: unit and milestone by their names. */
  unit: z.string(),
  title: z.string().optional(),
  /** The rung by its name, and to whom it would have gone. */
  rung: z.string(),
  audience: z.object({ unit: z.string(), role: z.string() }),
  on: z.string(),
  /** Why, in the reader's language. */
  why: z.string(),
});
export type PassedOver = z.infer<typeof PassedOver>;

export const PassedOverPage = z.object({
  notices: z.array(PassedOver),
  /** What to give as `before` for the next page; missing on the last one. */
  before: z.string().optional(),
});
export type PassedOverPage = z.infer<typeof PassedOverPage>;
