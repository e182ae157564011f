import { z } from 'zod';
import { HALVES } from './conference.js';

/** A window that the signed-in person may plan, for one unit that holds it. Days inclusive. */
export const HeldWindow = z.object({
  planYear: z.number().int(),
  milestone: z.string(),
  title: z.string(),
  heldBy: z.string(),
  heldByName: z.string(),
  first: z.string(),
  last: z.string(),
  /** Points that are discussed. */
  agenda: z.array(z.string()),
  /** Units that are heard, and how many of them have a conference. */
  units: z.number().int(),
  arranged: z.number().int(),
  /** Who may chair: heads and supervisors of the holder and of the bodies that work for it. */
  chairs: z.array(z.object({ id: z.uuid(), name: z.string() })),
});
export type HeldWindow = z.infer<typeof HeldWindow>;

export const HeldWindows = z.object({
  /** Open cycles, the earliest first. */
  planYears: z.array(z.number().int()),
  windows: z.array(HeldWindow),
});

/** A conference as the page shows it. */
export const ConferenceLine = z.object({
  id: z.uuid(),
  planYear: z.number().int(),
  milestone: z.string(),
  title: z.string(),
  unit: z.string(),
  unitName: z.string(),
  heldBy: z.string(),
  heldByName: z.string(),
  chair: z.uuid(),
  chairName: z.string(),
  room: z.string(),
  day: z.string(),
  half: z.enum(HALVES),
  note: z.string(),
  state: z.enum(['planned', 'held', 'cancelled']),
  version: z.number().int(),
  /** Whether the reader may move it, call it off, write its minutes. */
  mayAct: z.boolean(),
  /** The conclusion notice that its holder owes, once it was held. */
  conclusion: z
    .object({ obligation: z.uuid(), owedBy: z.string(), dueOn: z.string(), settled: z.boolean(), late: z.boolean() })
    .optional(),
});
export type ConferenceLine = z.infer<typeof ConferenceLine>;
export const ConferenceLines = z.object({ conferences: z.array(ConferenceLine) });
