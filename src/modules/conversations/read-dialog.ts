import { z } from 'zod';
import { type Dialog, DIALOG_VERSION, newDialog, type Pending, PURPOSES } from './dialog.js';

const text = z.string().max(4000);
const id = z.string().max(100);
const value = z.union([text, z.boolean()]);
const cell = z.discriminatedUnion('state', [
  z.object({
    state: z.literal('value'),
    value,
    standing: z.enum(['estimate', 'preliminary', 'official']).optional(),
    note: text.optional(),
  }),
  z.object({ state: z.literal('not-applicable'), reason: text.optional() }),
  z.object({ state: z.literal('not-available'), reason: text, expectedOn: id.optional() }),
]);
const valueCell = cell.options[0];

const pending: z.ZodType<Pending> = z.discriminatedUnion('sort', [
  z.object({ sort: z.literal('confirm'), value, typed: text }),
  z.object({ sort: z.literal('choose'), options: z.array(value), typed: text }),
  z.object({ sort: z.literal('no-data'), typed: text }),
  z.object({ sort: z.literal('standing'), cell: valueCell, typed: text }),
  z.object({ sort: z.literal('explain'), cell: valueCell, typed: text }),
  z.object({ sort: z.literal('change'), cell: cell.optional(), typed: text, by: text.optional() }),
  z.object({
    sort: z.literal('columns'),
    given: z.array(z.object({ rowKey: id, typed: text })).min(1),
    typed: text,
  }),
]);

const waiting = z.object({
  rowKey: id,
  measure: id,
  typed: text.optional(),
  pending: pending.optional(),
  again: z.boolean().optional(),
});
const question = {
  obligation: id,
  rowKey: id,
  measure: id,
  pending: pending.optional(),
  queue: z.array(waiting).optional(),
};
const draft = z.object({
  state: id.optional(),
  progress: z.number().optional(),
  difficulty: text.optional(),
  expectedOn: id.optional(),
  own: z.record(z.string(), text).optional(),
  notes: z.record(z.string(), text).optional(),
  passed: z.array(id).optional(),
  fromLine: z.boolean().optional(),
});

const place = z.discriminatedUnion('at', [
  z.object({ at: z.literal('idle') }),
  z.object({ at: z.literal('confirm-link'), code: id }),
  z.object({
    at: z.literal('choose'),
    purpose: z.enum(PURPOSES),
    obligations: z.array(id),
    typed: text.optional(),
  }),
  z.object({ at: z.literal('fill'), ...question }),
  z.object({ at: z.literal('summary'), obligation: id }),
  z.object({
    at: z.literal('status'),
    obligation: id,
    slot: z.enum(['state', 'likely', 'progress', 'difficulty', 'expected', 'own', 'why', 'confirm']),
    question: id.optional(),
    pending: pending.optional(),
    draft,
  }),
  z.object({
    at: z.literal('extension'),
    obligation: id,
    step: z.enum(['day', 'reason', 'confirm']),
    lastDay: id.optional(),
    reason: text.optional(),
  }),
  z.object({ at: z.literal('decide'), obligation: id, step: z.enum(['choice', 'reason']) }),
  z.object({
    at: z.literal('correct'),
    obligation: id,
    rowKey: id.optional(),
    measure: id.optional(),
    cell: cell.optional(),
    pending: pending.optional(),
  }),
  z.object({ at: z.literal('workbook'), obligation: id, forms: z.array(id) }),
  z.object({
    at: z.literal('apply'),
    obligation: id,
    event: text,
    revision: z.number().int(),
    count: z.number().int(),
  }),
  z.object({
    at: z.literal('place-file'),
    event: text,
    name: text,
    choices: z.array(z.object({ obligation: id, rowKey: id, measure: id })),
  }),
  z.object({ at: z.literal('group'), units: z.array(id) }),
  z.object({ at: z.literal('late'), obligations: z.array(id) }),
  z.object({
    at: z.literal('late-act'),
    act: z.enum(['promise', 'extend', 'waive', 'return', 'ask']),
    obligation: id,
    list: z.array(id),
    day: id.optional(),
    words: text.optional(),
  }),
  z.object({ at: z.literal('late-hand'), obligation: id, list: z.array(id) }),
  z.object({
    at: z.literal('delegate'),
    step: z.enum(['deputy', 'days', 'decision', 'confirm']),
    deputy: id.optional(),
    unit: id.optional(),
    firstDay: id.optional(),
    lastDay: id.optional(),
    decision: text.optional(),
  }),
  z.object({ at: z.literal('ask'), obligation: id, rowKey: id.optional() }),
  z.object({
    at: z.literal('difficulty'),
    unit: id.optional(),
    obligation: id.optional(),
    rowKey: id.optional(),
    typed: text.optional(),
  }),
]);

const left = z.object(question);
const seen = z.object({ obligation: id, revision: z.number().int() });

/** The frame of every version so far; what does not fit inside is left out, not refused. */
const kept = z.object({
  place: place.optional().catch(undefined),
  prompt: z.number().int().nonnegative().catch(0),
  promptedAt: z.iso.datetime().optional().catch(undefined),
  askedBy: text.optional().catch(undefined),
  // One text in dialogs of before.
  said: z
    .array(text)
    .or(text.transform((one) => [one]))
    .optional()
    .catch(undefined),
  since: z.number().int().nonnegative().optional().catch(undefined),
  left: left.optional().catch(undefined),
  seen: seen.optional().catch(undefined),
});

/** A place that this program does not know, but in which a form was being filled. */
const anyQuestion = z.object({ place: z.object({ obligation: id, rowKey: id, measure: id }) });

export interface ReadDialog {
  dialog: Dialog;
  /** True where the place could not be kept: the person is told, and nothing that was answered is lost. */
  lostPlace: boolean;
}

/**
 * The dialog of a row as an older, this or a newer program kept it. A place of an unknown shape becomes the idle one, and
 * the form that was being filled is what "tiếp tục" goes back to. Never throws, whatever `state` is.
 */
export function readDialog(state: unknown): ReadDialog {
  if (state === undefined || state === null) return { dialog: newDialog(), lostPlace: false };
  const read = kept.safeParse(state);
  if (!read.success) return { dialog: newDialog(), lostPlace: true };
  const { place: known, ...rest } = read.data;
  if (known) return { dialog: { v: DIALOG_VERSION, ...rest, place: known } as Dialog, lostPlace: false };
  const filling = anyQuestion.safeParse(state).data?.place;
  return {
    // Buttons and texts of before belong to a question that is gone.
    dialog: {
      v: DIALOG_VERSION,
      place: { at: 'idle' },
      prompt: rest.prompt + 1,
      left: filling ?? rest.left,
    },
    lostPlace: true,
  };
}
