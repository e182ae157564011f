import { decimalsOfComputed } from '../formula/decimals.js';
import { isNumeric } from '../catalog/indicator.js';
import type { IndicatorForm, Measure, Row } from '../definition/definition.js';
import { fillYears } from '../definition/years.js';
import {
  computedCellSchema,
  notApplicableSchema,
  notAvailableSchema,
  valueCellSchema,
  workedOutSchema,
} from './cell-schema.js';
import type { SchemaOptions } from './schema-options.js';
import type { JsonSchema } from './value-schema.js';
import { decimalSchema, rowValueSchema } from './value-schema.js';

/**
 * Object rowKey → object measureKey → cell. Cells of one shape are described once in `$defs`: a form of 116 rows has a
 * dozen shapes, and compiles and validates accordingly faster.
 */
export function indicatorSchema(form: IndicatorForm, options: SchemaOptions): JsonSchema {
  const shapes = new Shapes(options);
  // What explains a worked-out figure stands at its place.
  const all = options.computed !== false || options.notes === true;
  const measures = form.measures.filter((measure) => all || !measure.computed);
  const asked = form.rows.filter((row) => all || !row.computed);
  const rows = asked.map((row) => [row.key, rowSchema(row, measures, shapes, options)] as const);
  return {
    type: 'object',
    properties: Object.fromEntries(rows),
    additionalProperties: false,
    $defs: shapes.definitions(),
  };
}

function rowSchema(row: Row, measures: Measure[], shapes: Shapes, options: SchemaOptions): JsonSchema {
  const cells = measures
    .filter((measure) => !measure.computed || isNumeric(row))
    .map((measure) => [measure.key, measureSchema(row, measure, shapes, options)] as const);
  return {
    type: 'object',
    title: row.label.vi,
    ...(row.help.meaning ? { description: row.help.meaning.vi } : {}),
    properties: Object.fromEntries(cells),
    minProperties: 1,
    additionalProperties: false,
  };
}

function measureSchema(row: Row, measure: Measure, shapes: Shapes, options: SchemaOptions): JsonSchema {
  const title = fillYears(measure.label.vi, options.reportYear);
  if (!measure.computed && !row.computed) {
    return { title, $ref: shapes.refTo(rowValueSchema(row), measure.sort === 'outcome') };
  }
  if (options.computed === false) return { title, $ref: '#/$defs/worked-out' };
  const value = decimalSchema({ decimals: measure.computed ? decimalsOfComputed(row, measure) : row.decimals });
  return { title, ...computedCellSchema(value, options.notes === true, options.words) };
}

/** The distinct cell shapes of a form, numbered in the order they first occur, so that the same form gives the same schema. */
class Shapes {
  private readonly keys = new Map<string, string>();
  private readonly schemas: JsonSchema = {};

  constructor(private readonly options: SchemaOptions) {}

  refTo(value: JsonSchema, standing: boolean): string {
    const shape = JSON.stringify([value, standing]);
    let key = this.keys.get(shape);
    if (key === undefined) {
      key = `cell-${this.keys.size + 1}`;
      this.keys.set(shape, key);
      this.schemas[key] = {
        type: 'object',
        required: ['state'],
        discriminator: { propertyName: 'state' },
        oneOf: [
          valueCellSchema(value, standing, this.options.words),
          { $ref: '#/$defs/not-applicable' },
          { $ref: '#/$defs/not-available' },
        ],
      };
    }
    return `#/$defs/${key}`;
  }

  definitions(): JsonSchema {
    return {
      'not-applicable': notApplicableSchema(this.options.words),
      'not-available': notAvailableSchema(this.options.words),
      ...(this.options.notes ? { 'worked-out': workedOutSchema(this.options.words) } : {}),
      ...this.schemas,
    };
  }
}
