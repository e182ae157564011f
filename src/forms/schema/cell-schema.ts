import type { FormWords } from '../definition/words.js';
import { LIMITS } from './limits.js';
import type { JsonSchema } from './value-schema.js';
import { textSchema } from './value-schema.js';

/** Words for what a person sees; a schema used only to validate goes without. */
const titled = (schema: JsonSchema, title: string | undefined): JsonSchema => (title ? { title, ...schema } : schema);

/** A cell with a value. `standing` is whether its measure has one: a plan is neither estimated nor official. */
export function valueCellSchema(value: JsonSchema, standing: boolean, words?: FormWords): JsonSchema {
  const standings = { type: 'string', enum: ['estimate', 'preliminary', 'official'] };
  return titled(
    {
      type: 'object',
      properties: {
        state: titled({ const: 'value' }, words?.('state')),
        value: titled(value, words?.('value')),
        ...(standing ? { standing: titled(standings, words?.('standing')) } : {}),
        note: titled(textSchema(LIMITS.remark), words?.('note')),
      },
      required: ['state', 'value'],
      additionalProperties: false,
    },
    words?.('state-value'),
  );
}

export function notApplicableSchema(words?: FormWords): JsonSchema {
  return titled(
    {
      type: 'object',
      properties: {
        state: titled({ const: 'not-applicable' }, words?.('state')),
        reason: titled(textSchema(LIMITS.remark), words?.('reason')),
      },
      required: ['state'],
      additionalProperties: false,
    },
    words?.('state-not-applicable'),
  );
}

export function notAvailableSchema(words?: FormWords): JsonSchema {
  return titled(
    {
      type: 'object',
      properties: {
        state: titled({ const: 'not-available' }, words?.('state')),
        reason: titled(textSchema(LIMITS.remark), words?.('reason')),
        expectedOn: titled({ type: 'string', format: 'date' }, words?.('expected-on')),
      },
      required: ['state', 'reason'],
      additionalProperties: false,
    },
    words?.('state-not-available'),
  );
}

/** A cell that the product fills in: a value; with `notes` also what is kept of it, its explanation. */
export function computedCellSchema(value: JsonSchema, notes: boolean, words?: FormWords): JsonSchema {
  return {
    type: 'object',
    readOnly: true,
    properties: {
      state: titled(notes ? { type: 'string', enum: ['value', 'worked-out'] } : { const: 'value' }, words?.('state')),
      value: titled(value, words?.('value')),
      ...(notes ? { note: titled(textSchema(LIMITS.remark), words?.('note')) } : {}),
    },
    required: notes ? ['state'] : ['state', 'value'],
    additionalProperties: false,
  };
}

/** What is given of a cell that the product fills in. */
export function workedOutSchema(words?: FormWords): JsonSchema {
  return {
    type: 'object',
    properties: {
      state: titled({ const: 'worked-out' }, words?.('state')),
      note: titled(textSchema(LIMITS.remark), words?.('note')),
    },
    required: ['state', 'note'],
    additionalProperties: false,
  };
}
