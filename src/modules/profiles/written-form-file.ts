import { z } from 'zod';
import { type Check, type Column, type Condition, conditionShape, type Help } from '../../forms/index.js';
import { text } from './profile-file.js';

/** A key of forms and their parts. */
export const key = z.string().regex(/^[a-zA-Z0-9]+([-_][a-zA-Z0-9]+)*$/, 'must be made of letters, digits, - and _');

export const filled = z.string().min(1);

/** What answers must meet; that it names what is there is looked at once the form is made. */
export const checks = z
  .array(
    z.strictObject({
      key,
      level: z.enum(['hard', 'soft']),
      row: filled.optional(),
      measures: z.array(key).min(1).optional(),
      column: key.optional(),
      holds: conditionShape,
      message: text,
    }),
  )
  .min(1)
  .transform((list) => list as Check[])
  .optional();

const help = z
  .strictObject({ meaning: text.optional(), method: text.optional(), 'legal-basis': text.optional() })
  .transform(({ 'legal-basis': legalBasis, ...rest }): Help => ({ ...rest, ...(legalBasis ? { legalBasis } : {}) }));

const types: z.ZodType<Column['type']> = z.enum([
  'text',
  'integer',
  'number',
  'percent',
  'money',
  'date',
  'choice',
  'boolean',
]);

const line = {
  key,
  label: text,
  type: types,
  'unit-code': z.string().optional(),
  required: z.boolean(),
  decimals: z.int().min(0).max(6).optional(),
  min: z.string().optional(),
  max: z.string().optional(),
  help: help.optional(),
  hidden: z.boolean().optional(),
  'visible-when': conditionShape.optional(),
  choices: z
    .array(z.strictObject({ key, label: text }))
    .min(1)
    .optional(),
  provenance: filled,
  note: z.string().optional(),
};

/** The file writes names of several words with hyphens. */
function named<T extends { 'unit-code'?: string; 'visible-when'?: unknown }>({
  'unit-code': unitCode,
  'visible-when': visibleWhen,
  ...rest
}: T): Omit<T, 'unit-code' | 'visible-when'> & { unitCode?: string; visibleWhen?: Condition } {
  return {
    ...rest,
    ...(unitCode ? { unitCode } : {}),
    ...(visibleWhen ? { visibleWhen: visibleWhen as Condition } : {}),
  };
}

const column = z
  .strictObject({
    ...line,
    total: z.boolean().optional(),
    computed: z
      .strictObject({ rule: z.enum(['percent-of', 'difference']), parts: z.array(z.string()).min(2) })
      .optional(),
  })
  .transform(named);

const question = z.strictObject({ ...line, ask: text.optional() }).transform(named);

const section = z.strictObject({
  key,
  depth: z.union([z.literal(1), z.literal(2)]),
  title: text,
  guidance: text.optional(),
  hidden: z.boolean().optional(),
  required: z.boolean().optional(),
  provenance: filled,
});

const head = { key, template: filled, title: text, provenance: filled, checks };

/** A form that has a file of its own, `forms/<key>.yaml`: a list, an outline or a few questions. */
export const writtenForm = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('records'), ...head, columns: z.array(column).min(1) }),
  z.strictObject({ kind: z.literal('outline'), ...head, sections: z.array(section).min(1) }),
  z.strictObject({ kind: z.literal('short'), ...head, questions: z.array(question).min(1) }),
]);
