import { z } from 'zod';
import type { FormDefinition } from '../definition/definition.js';
import type { Item, ListName } from './edit.js';
import { condition, formula, tooDeep } from './formula-shape.js';
import { bound, key, number, text, words } from './words.js';

/** The most members one list may have. */
export const MOST_MEMBERS = 5000;

const unitCode = words.max(100);
const help = z.strictObject({ meaning: text.optional(), method: text.optional(), legalBasis: text.optional() });
const choices = z.array(z.strictObject({ key, label: text })).max(1000);

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
  unit: z.strictObject({ code: unitCode, vi: words }),
  type: z.enum(['number', 'integer', 'percent', 'money', 'date', 'boolean', 'text', 'choice', 'file']),
  decimals: z.int().min(0).max(18),
  min: bound.optional(),
  max: bound.optional(),
  choices: choices.optional(),
  required: z.boolean(),
  appliesTo: words.min(1).max(100),
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
  provenance: words,
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
  visibleWhen: condition.optional(),
  computed: z
    .union([z.strictObject({ rule: z.enum(['percent-of', 'growth', 'difference']), a: key, b: key }), formula])
    .optional(),
});

const line = {
  key,
  label: text,
  type: z.enum(['text', 'integer', 'number', 'percent', 'money', 'date', 'choice', 'boolean']),
  unitCode: unitCode.optional(),
  required: z.boolean(),
  decimals: z.int().min(0).max(18).optional(),
  min: bound.optional(),
  max: bound.optional(),
  help: help.optional(),
  hidden: z.boolean().optional(),
  visibleWhen: condition.optional(),
  choices: choices.optional(),
  provenance: words,
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
  groups: z.strictObject({ key, title: text, hidden: z.boolean().optional(), visibleWhen: condition.optional() }),
  rows: row,
  measures: measure,
  columns: z.strictObject({
    ...line,
    total: z.boolean().optional(),
    computed: z
      .union([
        z.strictObject({ rule: z.enum(['percent-of', 'difference']), parts: z.array(key).min(2).max(100) }),
        formula,
      ])
      .optional(),
  }),
  sections: z.strictObject({
    key,
    depth: z.union([z.literal(1), z.literal(2)]),
    title: text,
    guidance: text.optional(),
    hidden: z.boolean().optional(),
    visibleWhen: condition.optional(),
    required: z.boolean().optional(),
    provenance: words,
  }),
  questions: z.strictObject({ ...line, ask: text.optional() }),
  checks: check,
} satisfies Record<ListName, z.ZodType>;

const list = <L extends ListName>(name: L) => z.array(MEMBERS[name]).max(MOST_MEMBERS);
const head = { key, template: words.min(1), title: text, provenance: words, checks: list('checks').optional() };

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
const HEAD = { template: head.template, title: head.title, provenance: words };

export type WellShaped = { ok: true; definition: FormDefinition } | { ok: false; place: string };

/** Any JSON as a definition, texts in NFC and trimmed; else the place of the first thing that is not in order. */
export function wellShaped(given: unknown): WellShaped {
  if (tooDeep(given)) return { ok: false, place: '…' };
  const read = DEFINITION.safeParse(given);
  if (read.success) return { ok: true, definition: withoutEmptyChecks(read.data as FormDefinition) };
  return { ok: false, place: read.error.issues[0]?.path.map(String).join('.') || '…' };
}

/** A form that checks nothing has no list of checks, so that equal forms are equal as data. */
function withoutEmptyChecks({ checks, ...form }: FormDefinition): FormDefinition {
  return checks?.length ? ({ ...form, checks } as FormDefinition) : (form as FormDefinition);
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
