import { z } from 'zod';
import { plainDate } from '../shared/index.js';
import { auditKinds } from './audit-kinds.js';

const day = z.string().refine(plainDate.valid, { error: 'must be a day as YYYY-MM-DD' });

/** What of the trail is asked for; `before` is the number that the page before gave. */
export const AuditQuery = z.strictObject({
  /** What was done about this unit or one below it, or by its people. */
  unit: z.string().min(1).max(40).optional(),
  kind: z.enum(auditKinds).optional(),
  /** Days in the profile's zone, both included. */
  from: day.optional(),
  to: day.optional(),
  before: z.coerce.number().int().min(1).optional(),
  most: z.coerce.number().int().min(1).max(200).default(50),
});
export type AuditQuery = z.infer<typeof AuditQuery>;

export const AuditEntry = z.strictObject({
  id: z.number().int(),
  at: z.string(),
  /** Missing where the product itself did it, or the shell. */
  actor: z.strictObject({ id: z.uuid(), name: z.string() }).optional(),
  kind: z.enum(auditKinds),
  /** What was done, in words. */
  action: z.string(),
  /** What it was done to, in words: a milestone and unit, a person, a form. */
  subject: z.string(),
  /** The reason or decision that was given. */
  why: z.string().optional(),
  /** How many due days or obligations it touched, where it says so. */
  count: z.number().int().optional(),
});
export type AuditEntry = z.infer<typeof AuditEntry>;

export const AuditPage = z.strictObject({
  entries: z.array(AuditEntry),
  /** What to give as `before` for the next page; missing on the last one. */
  before: z.number().int().optional(),
});
export type AuditPage = z.infer<typeof AuditPage>;
