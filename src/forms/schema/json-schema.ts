import { noteKeysOf } from '../answers/note.js';
import type { Column, FormDefinition, OutlineForm, Question, RecordForm, ShortForm } from '../definition/definition.js';
import { fillYears } from '../definition/years.js';
import { indicatorSchema } from './indicator-schema.js';
import { LIMITS } from './limits.js';
import type { SchemaOptions } from './schema-options.js';
import type { JsonSchema } from './value-schema.js';
import { columnSchema, textSchema } from './value-schema.js';

/**
 * The JSON Schema 2020-12 of the answers of one form: indicators → object of rows → object of measures → cell; records →
 * array of rows; outline → object of texts; short → object of typed texts. An empty answer is absent, so nothing is required: drafts may be partial, and
 * `completeness` tells at submission what is missing. It has no `$id`: many versions may live in one process.
 */
export function jsonSchemaOf(definition: FormDefinition, options: SchemaOptions = {}): JsonSchema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: fillYears(definition.title.vi, options.reportYear),
    ...bodyOf(definition, options),
  };
}

function bodyOf(definition: FormDefinition, options: SchemaOptions): JsonSchema {
  if (definition.kind === 'indicators') return indicatorSchema(definition, options);
  if (definition.kind === 'short') return shortSchema(definition, options);
  return definition.kind === 'records' ? recordSchema(definition, options) : outlineSchema(definition, options);
}

function recordSchema(form: RecordForm, options: SchemaOptions): JsonSchema {
  const columns = form.columns
    .filter((column) => options.computed !== false || !column.computed)
    .map((column) => {
      const readOnly = column.computed ? { readOnly: true } : {};
      return [column.key, { ...named(column, options), ...readOnly, ...columnSchema(column) }] as const;
    });
  return {
    type: 'array',
    maxItems: LIMITS.records,
    items: {
      type: 'object',
      properties: { ...Object.fromEntries(columns), ...notesOf(form.columns, options) },
      minProperties: 1,
      additionalProperties: false,
    },
  };
}

function shortSchema(form: ShortForm, options: SchemaOptions): JsonSchema {
  const questions = form.questions.map((question) => {
    return [question.key, { ...named(question, options), ...columnSchema(question) }] as const;
  });
  const properties = { ...Object.fromEntries(questions), ...notesOf(form.questions, options) };
  return { type: 'object', properties, additionalProperties: false };
}

/** The explanations beside the answers of a line; any may be explained, whatever a check asks today. */
function notesOf(members: readonly (Column | Question)[], options: SchemaOptions): Record<string, JsonSchema> {
  if (!options.notes) return {};
  const words = options.words?.('note');
  const note = { ...(words ? { title: words } : {}), ...textSchema(LIMITS.remark) };
  return Object.fromEntries(noteKeysOf(members).map((key) => [key, note]));
}

function named({ label, help }: Column | Question, options: SchemaOptions): JsonSchema {
  const title = fillYears(label.vi, options.reportYear);
  return { title, ...(help?.meaning ? { description: help.meaning.vi } : {}) };
}

function outlineSchema(form: OutlineForm, options: SchemaOptions): JsonSchema {
  const sections = form.sections.map((section) => {
    const description = section.guidance && fillYears(section.guidance.vi, options.reportYear);
    const title = fillYears(section.title.vi, options.reportYear);
    return [section.key, { title, ...(description ? { description } : {}), ...textSchema(LIMITS.section) }] as const;
  });
  return { type: 'object', properties: Object.fromEntries(sections), additionalProperties: false };
}
