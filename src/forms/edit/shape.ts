import { z } from 'zod';
import { isCalendarDay } from '../answers/calendar-day.js';
import { isCanonical } from '../answers/decimal.js';
import type { FormDefinition } from '../definition/definition.js';
import type { Item, ListName } from './edit.js';

/** The most members one list may have. */
export const MOST_MEMBERS = 5000;
const MOST_TEXT = 2000;
const MOST_DEPTH = 12;

const words = z
  .string()
  .max(MOST_TEXT)
  .overwrite((text) => text.normalize('NFC').trim());
const text = z.strictObject({ vi: words, en: words.optional() });
const key = z
  .string()
  .max(100)
  .regex(/^[a-zA-Z0-9]+([-_/.][a-zA-Z0-9]+)*$/)
  .refine((one) => !(one in Object.prototype));
const number = z.string().refine(isCanonical);
const bound = z.string().refine((one) => isCanonical(one) || isCalendarDay(one));
const provenance = z.string().max(MOST_TEXT);
const help = z.strictObject({ meaning: text.optional(), method: text.optional(), legalBasis: text.optional() });
const choices = z.array(z.strictObject({ key, label: text })).max(1000);

const reference = z.discriminatedUnion('op', [
  z.strictObject({ op: z.literal('cell'), row: key.optional(), measure: key.optional() }),
  z.strictObject({ op: z.literal('column'), column: key }),
]);
const formula: z.ZodType<unknown> = z.lazy(() =>
  z.union([
    reference,
    z.discriminatedUnion('op', [
      z.strictObject({ op: z.literal('number'), value: number }),
      z.strictObject({ op: z.literal('sum'), of: z.array(formula).min(1).max(200) }),
      z.strictObject({ op: z.literal('difference'), of: z.array(formula).min(1).max(200) }),
      z.strictObject({
        op: z.literal('ratio'),
        a: formula,
        b: formula,
        scale: z.enum(['1', '100', '1000']).optional(),
      }),
      z.strictObject({ op: z.literal('growth'), a: formula, b: formula }),
      z.strictObject({ op: z.literal('share'), part: formula, of: z.array(formula).min(1).max(200) }),
      z.strictObject({
        op: z.literal('mean'),
        of: z
          .array(z.strictObject({ value: formula, weight: formula }))
          .min(1)
          .max(200),
      }),
    ]),
  ]),
);
const condition: z.ZodType<unknown> = z.lazy(() =>
  z.discriminatedUnion('op', [
    z.strictObject({ op: z.enum(['and', 'or']), of: z.array(condition).min(1).max(50) }),
    z.strictObject({ op: z.literal('compare'), a: formula, by: z.enum(['<', '<=', '=', '!=', '>=', '>']), b: formula }),
    z.strictObject({ op: z.literal('is'), of: reference, value: z.union([z.string().max(MOST_TEXT), z.boolean()]) }),
    z.strictObject({ op: z.literal('answered'), of: reference }),
  ]),
);

const aggregation = z.discriminatedUnion('rule', [
  z.strictObject({ rule: z.literal('sum') }),
  z.strictObject({ rule: z.literal('mean') }),
  z.strictObject({ rule: z.literal('none') }),
  z.strictObject({ rule: z.literal('weighted'), by: key }),
  z.strictObject({ rule: z.literal('ratio'), numerator: key, denominator: key, previousYear: z.boolean() }),
]);

const row = z.strictObject({
  key,
  code: key,
  part: key.optional(),
  group: key,
  seq: z.int().min(0).max(100_000),
  label: text,
  unit: z.strictObject({ code: z.string().max(100), vi: words }),
  type: z.enum(['number', 'integer', 'percent', 'money', 'date', 'boolean', 'text', 'choice', 'file']),
  decimals: z.int().min(0).max(18),
  min: bound.optional(),
  max: bound.optional(),
  choices: choices.optional(),
  required: z.boolean(),
  appliesTo: z.string().max(100),
  leadAgency: words,
  nationalCode: words.optional(),
  assignedDown: z.boolean(),
  aggregation,
  direction: z.enum(['up', 'down', 'neutral']),
  help,
  hidden: z.boolean().optional(),
  ask: text.optional(),
  asked: z.boolean().optional(),
  visibleWhen: condition.optional(),
  computed: formula.optional(),
  jump: number.optional(),
  provenance,
  note: words.optional(),
});

const measure = z.strictObject({
  key,
  label: text,
  year: z.union([z.literal(-1), z.literal(0), z.literal(1)]),
  sort: z.enum(['plan', 'outcome']),
  standing: z.enum(['estimate', 'preliminary', 'official']).optional(),
  required: z.boolean(),
  asked: z.boolean(),
  standingAsked: z.boolean().optional(),
  computed: z.strictObject({ rule: z.enum(['percent-of', 'growth', 'difference']), a: key, b: key }).optional(),
});

const line = {
  key,
  label: text,
  type: z.enum(['text', 'integer', 'number', 'percent', 'money', 'date', 'choice', 'boolean']),
  unitCode: z.string().max(100).optional(),
  required: z.boolean(),
  decimals: z.int().min(0).max(18).optional(),
  min: bound.optional(),
  max: bound.optional(),
  help: help.optional(),
  hidden: z.boolean().optional(),
  visibleWhen: condition.optional(),
  choices: choices.optional(),
  provenance,
  note: words.optional(),
};

const check = z.strictObject({
  key,
  level: z.enum(['hard', 'soft']),
  row: key.optional(),
  measures: z.array(key).max(100).optional(),
  column: key.optional(),
  holds: condition,
  message: text,
});

/** What one member of each list may look like. */
const MEMBERS = {
  groups: z.strictObject({ key, title: text }),
  rows: row,
  measures: measure,
  columns: z.strictObject({
    ...line,
    total: z.boolean().optional(),
    computed: z
      .strictObject({ rule: z.enum(['percent-of', 'difference']), parts: z.array(key).min(2).max(100) })
      .optional(),
  }),
  sections: z.strictObject({
    key,
    depth: z.union([z.literal(1), z.literal(2)]),
    title: text,
    guidance: text.optional(),
    hidden: z.boolean().optional(),
    required: z.boolean().optional(),
    provenance,
  }),
  questions: z.strictObject({ ...line, ask: text.optional() }),
  checks: check,
} satisfies Record<ListName, z.ZodType>;

const list = <L extends ListName>(name: L) => z.array(MEMBERS[name]).max(MOST_MEMBERS);
const head = { key, template: words.min(1), title: text, provenance, checks: list('checks').optional() };

const DEFINITION = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('indicators'),
    ...head,
    groups: list('groups'),
    measures: list('measures'),
    rows: list('rows'),
  }),
  z.strictObject({ kind: z.literal('records'), ...head, columns: list('columns') }),
  z.strictObject({ kind: z.literal('outline'), ...head, sections: list('sections') }),
  z.strictObject({ kind: z.literal('short'), ...head, questions: list('questions') }),
]);

/** Fields of the form itself that an edit may set. */
const HEAD = { template: head.template, title: head.title, provenance };

export type WellShaped = { ok: true; definition: FormDefinition } | { ok: false; place: string };

/** Any JSON as a definition, texts in NFC and trimmed; else the place of the first thing that is not in order. */
export function wellShaped(given: unknown): WellShaped {
  if (tooDeep(given)) return { ok: false, place: '…' };
  const read = DEFINITION.safeParse(given);
  if (read.success) return { ok: true, definition: read.data as FormDefinition };
  return { ok: false, place: read.error.issues[0]?.path.map(String).join('.') || '…' };
}

/** The same for one member of a list; undefined where it is not in order. */
export function shapedMember(name: ListName, given: unknown): Item | undefined {
  if (tooDeep(given)) return undefined;
  const read = MEMBERS[name].safeParse(given);
  return read.success ? (read.data as unknown as Item) : undefined;
}

/** The same for a field of the form itself. */
export function shapedHead(field: string, given: unknown): { value: unknown } | undefined {
  if (!Object.hasOwn(HEAD, field)) return undefined;
  const read = HEAD[field as keyof typeof HEAD].safeParse(given);
  return read.success ? { value: read.data } : undefined;
}

/** Formulas nest; what nests deeper than anybody writes by hand is not walked through. */
function tooDeep(given: unknown): boolean {
  let level: unknown[] = [given];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > 2 * MOST_DEPTH) return true;
    level = level.flatMap((one): unknown[] => (typeof one === 'object' && one !== null ? Object.values(one) : []));
  }
  return false;
}
