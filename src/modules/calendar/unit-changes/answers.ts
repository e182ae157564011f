import { z } from 'zod';

const count = z.int();
const named = z.strictObject({ code: z.string(), name: z.string() });

/** What a change does, in the words of the reader. */
export const ToldChange = z.strictObject({
  sort: z.enum(['merge', 'split']),
  from: z.string(),
  decision: z.string(),
  units: z.array(named),
  into: z.array(
    z.strictObject({ code: z.string(), name: z.string(), isNew: z.boolean(), share: z.string().optional() }),
  ),
  ended: z.array(named),
  /** Units that stood under one that ends. */
  moved: z.array(z.strictObject({ name: z.string(), to: z.string() })),
  obligations: z.strictObject({
    stays: count,
    moves: count,
    waived: count,
    /** Begun reports whose obligation is waived: they stay on record. */
    drafts: count,
    added: count,
    /** At most three hundred, in the order of due days. */
    lines: z.array(
      z.strictObject({
        unitName: z.string(),
        title: z.string(),
        dueOn: z.string(),
        begun: z.boolean(),
        does: z.enum(['stays', 'moves', 'waived']),
        toName: z.string().optional(),
      }),
    ),
  }),
  people: z.array(z.strictObject({ name: z.string(), role: z.string(), from: z.string(), to: z.string() })),
  /** Of which figures of the year before the successors can be compared, and of which not. */
  comparisons: z.array(
    z.strictObject({
      name: z.string(),
      year: count,
      restated: count,
      gaps: z.array(
        z.strictObject({
          why: z.enum(['not-additive', 'share-unknown', 'figure-missing']),
          count,
          titles: z.array(z.string()),
        }),
      ),
    }),
  ),
});
export type ToldChange = z.infer<typeof ToldChange>;

/** `GET /api/unit-changes`: the newest first. */
export const ChangesAnswer = z.strictObject({
  today: z.string(),
  changes: z.array(
    z.looseObject({
      id: z.uuid(),
      by: z.string().optional(),
      doneAt: z.string(),
      undoneAt: z.string().nullable(),
      told: ToldChange,
    }),
  ),
});

/** What a change does or did, and the same in words. */
export const ChangeAnswer = z.looseObject({ told: ToldChange });
