import { z } from 'zod';

const About = z.object({
  obligation: z.uuid(),
  unit: z.string(),
  unitName: z.string(),
  /** What is owed, in the reader's language. */
  title: z.string(),
  /** The first day too late as it stands. */
  dueOn: z.string(),
});

/** A unit's wish for more time that waits for the signed-in person. */
export const ExtensionWish = About.extend({
  id: z.uuid(),
  askedBy: z.string(),
  askedAt: z.string(),
  /** The first day too late that is wished for. */
  wishedDueOn: z.string(),
  reason: z.string(),
  /** The recipient's own next due day, where the wished day would reach it. */
  passesOwnDue: z.string().optional(),
});
export type ExtensionWish = z.infer<typeof ExtensionWish>;
export const ExtensionWishes = z.object({ requests: z.array(ExtensionWish) });

/** A unit's newest status report that nobody has accepted or returned yet. */
export const StatusToReview = About.extend({
  /** Key of a choice of the form that asked, and its label in the reader's language. */
  state: z.string(),
  stateLabel: z.string(),
  progress: z.number().optional(),
  difficulty: z.string().optional(),
  expectedOn: z.string().optional(),
  /** What admins ask beside that, in the form's order, with explanations of odd answers. */
  more: z.array(z.object({ label: z.string(), value: z.string(), note: z.string().optional() })),
  saidBy: z.string(),
  saidAt: z.string(),
});
export type StatusToReview = z.infer<typeof StatusToReview>;
export const StatusesToReview = z.object({ reports: z.array(StatusToReview) });
