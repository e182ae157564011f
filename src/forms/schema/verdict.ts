import { isCalendarDay } from '../answers/calendar-day.js';
import { CANONICAL_LENGTH, CANONICAL_PATTERN, decimalTest } from '../answers/decimal.js';
import { cleanTextTest, TEXT_PATTERN } from '../answers/text.js';
import { UUID } from './vocabulary.js';
import type { JsonSchema } from './value-schema.js';

/** Whether a value is right; `false` may also mean "ask the thorough validator", `true` is certain. */
export type Verdict = (value: unknown) => boolean;

/**
 * A quick judge for schemas as this program generates them. Most answers are right, and to say so needs neither a list of
 * errors nor code made for each row: the tests of one shape are one closure, however many cells have it. It knows exactly
 * the keywords that the generator writes and throws on any other, so that none is ever passed over in silence.
 */
export function verdictOf(schema: JsonSchema): Verdict {
  return new Judge((schema['$defs'] ?? {}) as Record<string, JsonSchema>).of(schema);
}

/** Says nothing about values. */
const ANNOTATIONS = new Set(['$schema', '$defs', 'title', 'description', 'readOnly']);

class Judge {
  private readonly referred = new Map<string, Verdict>();

  constructor(private readonly definitions: Record<string, JsonSchema>) {}

  of(schema: JsonSchema): Verdict {
    const { $ref, ...rest } = schema;
    if (typeof $ref === 'string') {
      only(rest, []);
      return this.referredBy($ref);
    }
    if ('const' in schema) return only(schema, ['const']) && ((value) => value === schema['const']);
    switch (schema['type']) {
      case 'boolean':
        return only(schema, ['type']) && ((value) => typeof value === 'boolean');
      case 'string':
        return textVerdict(schema);
      case 'array':
        return this.list(schema);
      case 'object':
        return 'oneOf' in schema ? this.cell(schema) : this.object(schema);
      default:
        throw new Error(`No verdict on type ${String(schema['type'])}.`);
    }
  }

  private referredBy(reference: string): Verdict {
    let verdict = this.referred.get(reference);
    if (!verdict) {
      verdict = this.of(this.definitions[reference.slice('#/$defs/'.length)]!);
      this.referred.set(reference, verdict);
    }
    return verdict;
  }

  private list(schema: JsonSchema): Verdict {
    only(schema, ['type', 'maxItems', 'items']);
    const most = schema['maxItems'] as number;
    const item = this.of(schema['items'] as JsonSchema);
    return (value) => Array.isArray(value) && value.length <= most && value.every(item);
  }

  private object(schema: JsonSchema): Verdict {
    only(schema, ['type', 'properties', 'required', 'minProperties', 'additionalProperties']);
    if (schema['additionalProperties'] !== false) throw new Error('No verdict on objects with keys of any name.');
    const least = (schema['minProperties'] as number | undefined) ?? 0;
    const required = (schema['required'] as string[] | undefined) ?? [];
    const tests = new Map(
      Object.entries(schema['properties'] as Record<string, JsonSchema>).map(([key, one]) => [key, this.of(one)]),
    );
    return (value) => {
      if (!isObject(value)) return false;
      let keys = 0;
      for (const key in value) {
        const test = tests.get(key);
        if (test === undefined || !test(value[key])) return false;
        keys++;
      }
      if (keys < least) return false;
      for (const key of required) if (value[key] === undefined) return false;
      return true;
    };
  }

  /**
   * A cell: one of the shapes that its state names. This runs for every cell of every answer, so the two parts that nearly
   * all of them have are read by their names; what else there is goes by the shape's own tests.
   */
  private cell(schema: JsonSchema): Verdict {
    only(schema, ['type', 'required', 'discriminator', 'oneOf']);
    const shapes = (schema['oneOf'] as JsonSchema[]).map((one) => {
      const shape = one['$ref'] === undefined ? one : this.definition(one['$ref'] as string);
      return [(shape['properties'] as { state: { const: unknown } }).state.const, shape] as const;
    });
    const ofState = new Map(shapes.map(([state, shape]) => [state, this.of(shape)]));
    const given = (new Map(shapes).get('value')?.['properties'] ?? {}) as Record<string, JsonSchema>;
    const isValue = this.of(given['value']!);
    const besides = new Map(Object.entries(given).map(([key, one]) => [key, this.of(one)]));
    return (cell) => {
      if (!isObject(cell)) return false;
      const { state } = cell;
      if (state !== 'value') return ofState.get(state)?.(cell) === true;
      if (!isValue(cell['value'])) return false;
      for (const key in cell) {
        if (key !== 'state' && key !== 'value' && besides.get(key)?.(cell[key]) !== true) return false;
      }
      return true;
    };
  }

  private definition(reference: string): JsonSchema {
    return this.definitions[reference.slice('#/$defs/'.length)]!;
  }
}

function textVerdict(schema: JsonSchema): Verdict {
  if ('enum' in schema) {
    only(schema, ['type', 'enum']);
    const choices = new Set<unknown>(schema['enum'] as string[]);
    return (value) => choices.has(value);
  }
  if (schema['format'] === 'uuid') {
    only(schema, ['type', 'format']);
    return (value) => typeof value === 'string' && UUID.test(value);
  }
  if (schema['format'] === 'date') {
    only(schema, ['type', 'format', 'x-date-minimum', 'x-date-maximum']);
    const [min, max] = [schema['x-date-minimum'], schema['x-date-maximum']] as (string | undefined)[];
    return (value) =>
      typeof value === 'string' &&
      isCalendarDay(value) &&
      (min === undefined || value >= min) &&
      (max === undefined || value <= max);
  }
  if (schema['pattern'] === CANONICAL_PATTERN && schema['maxLength'] === CANONICAL_LENGTH) {
    only(schema, ['type', 'maxLength', 'pattern', 'x-decimal-minimum', 'x-decimal-maximum', 'x-decimal-places']);
    const holds = decimalTest({
      min: schema['x-decimal-minimum'] as string | undefined,
      max: schema['x-decimal-maximum'] as string | undefined,
      decimals: schema['x-decimal-places'] as number | undefined,
    });
    return (value) => typeof value === 'string' && holds(value);
  }
  if (schema['pattern'] === TEXT_PATTERN && schema['x-nfc'] === true) {
    only(schema, ['type', 'maxLength', 'pattern', 'x-nfc']);
    const holds = cleanTextTest(schema['maxLength'] as number);
    return (value) => typeof value === 'string' && holds(value);
  }
  throw new Error(`No verdict on the text ${JSON.stringify(schema)}.`);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function only(schema: JsonSchema, keywords: string[]): true {
  const other = Object.keys(schema).find((key) => !ANNOTATIONS.has(key) && !keywords.includes(key));
  if (other !== undefined) throw new Error(`No verdict on the keyword ${other}.`);
  return true;
}
