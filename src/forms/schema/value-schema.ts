import { CANONICAL_LENGTH, CANONICAL_PATTERN } from '../answers/decimal.js';
import type { Choice, Column, Question, Row } from '../definition/definition.js';
import { LIMITS } from './limits.js';
import { TEXT_PATTERN } from '../answers/text.js';

export type JsonSchema = Record<string, unknown>;

/** A decimal string within inclusive bounds; the bounds are keywords of our own and annotations to other validators. */
export function decimalSchema(limits: { decimals?: number; min?: string; max?: string }): JsonSchema {
  return {
    type: 'string',
    maxLength: CANONICAL_LENGTH,
    pattern: CANONICAL_PATTERN,
    ...(limits.min === undefined ? {} : { 'x-decimal-minimum': limits.min }),
    ...(limits.max === undefined ? {} : { 'x-decimal-maximum': limits.max }),
    ...(limits.decimals === undefined ? {} : { 'x-decimal-places': limits.decimals }),
  };
}

/** A day within inclusive bounds. */
function daySchema({ min, max }: { min?: string; max?: string }): JsonSchema {
  return {
    type: 'string',
    format: 'date',
    ...(min === undefined ? {} : { 'x-date-minimum': min }),
    ...(max === undefined ? {} : { 'x-date-maximum': max }),
  };
}

/** A text that every store keeps unchanged; the pattern asks for at least one character. */
export function textSchema(maxLength: number): JsonSchema {
  return { type: 'string', maxLength, pattern: TEXT_PATTERN, 'x-nfc': true };
}

function choiceSchema(choices: Choice[]): JsonSchema {
  return { type: 'string', enum: choices.map((choice) => choice.key) };
}

/** What the value of a row's answer may be. */
export function rowValueSchema(row: Row): JsonSchema {
  switch (row.type) {
    case 'boolean':
      return { type: 'boolean' };
    case 'choice':
      return row.choices?.length ? choiceSchema(row.choices) : textSchema(LIMITS.value);
    case 'text':
      return textSchema(LIMITS.value);
    case 'integer':
      return decimalSchema({ decimals: 0, min: row.min, max: row.max });
    case 'date':
      return daySchema(row);
    case 'file':
      return { type: 'string', format: 'uuid' };
    case 'number':
    case 'percent':
    case 'money':
      return decimalSchema({ decimals: row.decimals, min: row.min, max: row.max });
  }
}

/** What a column of a record row may hold; a choice column without listed choices takes any text. */
export function columnSchema(column: Column | Question): JsonSchema {
  const { decimals, min, max } = column;
  switch (column.type) {
    case 'date':
      return daySchema(column);
    case 'boolean':
      return { type: 'string', enum: ['true', 'false'] };
    case 'choice':
      return column.choices?.length ? choiceSchema(column.choices) : textSchema(LIMITS.column);
    case 'text':
      return textSchema(LIMITS.column);
    case 'integer':
      return decimalSchema({ decimals: 0, min, max });
    case 'number':
    case 'percent':
    case 'money':
      return decimalSchema({ decimals, min, max });
  }
}
