import { z } from 'zod';
import { ladderFile } from './read-ladder.js';

const count = z.int();

/** A draft of the ladder, with what keeps it from being applied. */
export const DraftAnswer = z.strictObject({
  ladder: ladderFile,
  basedOn: z.int(),
  revision: z.int(),
  changedBy: z.string(),
  changedAt: z.string(),
  faults: z.array(z.strictObject({ row: z.string(), field: z.string().optional(), reason: z.string() })),
});

/** `GET /api/ladder`. */
export const LadderAnswer = z.strictObject({
  today: z.string(),
  channels: z.array(z.string()),
  ladder: ladderFile,
  version: z.int(),
  versions: z.array(
    z.strictObject({
      version: z.int(),
      origin: z.enum(['profile', 'admin']),
      note: z.string(),
      at: z.string(),
      by: z.string().optional(),
    }),
  ),
  draft: DraftAnswer.optional(),
});

/** The new version, and how many messages of today were planned anew. */
export const AppliedAnswer = z.strictObject({ version: z.int(), replanned: count });

export const PreviewAnswer = z.strictObject({ text: z.string(), obligation: z.string() });

const Line = z.strictObject({
  key: z.string(),
  unit: z.string(),
  unitName: z.string(),
  milestone: z.string(),
  title: z.string(),
  rung: z.string(),
  rungTitle: z.string(),
  sort: z.enum(['opening', 'reminder', 'last-day', 'overdue', 'escalation', 'no-contact']),
  audience: z.strictObject({ unit: z.string(), role: z.string() }),
  audienceName: z.string(),
  people: count,
  at: z.string(),
  why: z.string(),
});
const Counts = z.strictObject({ reminders: count, escalations: count });

/** What a dry run gives; with an edit also the difference it makes. */
export const DryRunAnswerBody = z.strictObject({
  notices: count,
  messages: count,
  unreachable: count,
  days: z.array(z.strictObject({ on: z.string(), people: count, messages: count })),
  people: z.array(
    z.strictObject({
      person: z.string(),
      name: z.string(),
      channel: z.string().optional(),
      messages: count,
      notices: count,
    }),
  ),
  channels: z.array(
    z.strictObject({
      channel: z.string().optional(),
      messages: count,
      people: count,
      peak: z.strictObject({ hour: z.string(), messages: count, seconds: z.number().optional() }),
    }),
  ),
  peak: z.strictObject({ hour: z.string(), messages: count, seconds: z.record(z.string(), z.number()) }).optional(),
  lines: z.array(Line),
  difference: z
    .strictObject({
      sentence: z.string(),
      moved: Counts,
      added: Counts,
      cancelled: Counts,
      lines: z.array(
        z.strictObject({
          change: z.enum(['moved', 'added', 'cancelled']),
          notice: Line,
          before: z.string().optional(),
        }),
      ),
    })
    .optional(),
});
