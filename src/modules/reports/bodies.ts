import { z } from 'zod';
import { plainDate } from '../shared/index.js';

const key = z.string().min(1).max(100);
const day = z.string().refine(plainDate.valid, { error: 'must be a day as YYYY-MM-DD' });
const words = z.string().max(2000);
/** A column or question, or its explanation under `why:` and its key. */
const member = z.string().min(1).max(110);

const Cell = z.discriminatedUnion('state', [
  z.strictObject({
    state: z.literal('value'),
    value: z.union([z.string().max(10_000), z.boolean()]),
    standing: z.enum(['estimate', 'preliminary', 'official']).optional(),
    note: words.optional(),
  }),
  z.strictObject({ state: z.literal('worked-out'), note: words }),
  z.strictObject({ state: z.literal('not-applicable'), reason: words.optional() }),
  z.strictObject({ state: z.literal('not-available'), reason: words, expectedOn: day.optional() }),
]);

/** A change of answers; what is wrong inside is told by the form, this only bounds the shape. */
export const AnswersBody = z.strictObject({
  cells: z.record(key, z.record(key, Cell.nullable())).optional(),
  /** How many lines a list takes says its form, in a sentence of its own. */
  records: z.record(key, z.array(z.record(member, z.string().max(10_000))).max(50_000)).optional(),
  sections: z.record(key, z.record(member, z.string().max(100_000))).optional(),
  /** The revision the writer saw; another's change in between is then refused. */
  revision: z.number().int().min(0).optional(),
});

export const DocumentBody = z.strictObject({
  number: z.string().min(1).max(100),
  signedOn: day,
  signer: z.string().min(1).max(200),
  recipients: z.string().min(1).max(2000),
  file: z.strictObject({ name: z.string().min(1).max(200), base64: z.base64().max(14_000_000) }).optional(),
});
