import { z } from 'zod';
import { GUARANTEES, MESSAGE_KINDS, MESSAGE_STATES } from '../outbox/index.js';
import { plainDate } from '../shared/index.js';

/** What of the ledger is asked for; `before` is the number that the page before gave. */
export const LedgerQuery = z.strictObject({
  /** Messages to people of this unit, or about it. */
  unit: z.string().max(40).optional(),
  person: z.uuid().optional(),
  /** For which day they were written, in the profile's zone. */
  day: z.string().refine(plainDate.valid, { error: 'must be a day as YYYY-MM-DD' }).optional(),
  state: z.enum(MESSAGE_STATES).optional(),
  kind: z.enum(MESSAGE_KINDS).optional(),
  before: z.coerce.number().int().min(0).optional(),
  most: z.coerce.number().int().min(1).max(200).default(50),
});
export type LedgerQuery = z.infer<typeof LedgerQuery>;

export const LedgerEntry = z.object({
  id: z.uuid(),
  key: z.string(),
  kind: z.enum(MESSAGE_KINDS),
  /** What is promised of its kind; on the web chat everything arrives exactly once. */
  guarantee: z.enum(GUARANTEES),
  state: z.enum(MESSAGE_STATES),
  person: z.object({ id: z.uuid(), name: z.string() }).optional(),
  /** Units of that person. */
  units: z.array(z.string()),
  /** The rungs that a notice carries, and why each was planned, in the reader's language. */
  about: z.array(z.object({ unit: z.string(), milestone: z.string(), rung: z.string(), why: z.string() })),
  channel: z.string().optional(),
  attempts: z.number().int(),
  /** It was sent again, marked, because nobody knew whether the first attempt arrived. */
  again: z.boolean(),
  writtenAt: z.string(),
  notBefore: z.string(),
  sentAt: z.string().optional(),
  readAt: z.string().optional(),
  /** Why it was skipped, refused or is not known to have arrived, in the reader's language. */
  detail: z.string().optional(),
  /** Missing where the reader may not know it. */
  text: z.string().optional(),
});
export type LedgerEntry = z.infer<typeof LedgerEntry>;

export const LedgerPage = z.object({
  entries: z.array(LedgerEntry),
  /** What to give as `before` for the next page; missing on the last one. */
  before: z.number().int().optional(),
});
