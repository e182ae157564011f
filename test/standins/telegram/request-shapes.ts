import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { readFileSync } from 'node:fs';
import { badRequest } from './refusal.js';

interface Shapes {
  methods: Record<string, { $ref: string }>;
  $defs: Record<string, object>;
}

const file = new URL('./schemas/requests.json', import.meta.url);
const { methods, $defs }: Shapes = JSON.parse(readFileSync(file, 'utf8'));
// A form's fields are all text: there "1" stands for 1.
const readers = { json: reader(false), form: reader(true) };

/**
 * Throws where `params` have not the shape that the published types give the method: an unknown parameter too, which
 * Telegram would silently ignore.
 */
export function checkShape(method: string, params: object | null | undefined, from: 'json' | 'form'): void {
  const validate = readers[from].get(method);
  // Methods of which no shape is kept have no parameters: one that has some needs its schema first.
  if (!validate && Object.keys(params ?? {}).length > 0) throw badRequest(`no shape of ${method} is known`);
  if (!validate || validate(params)) return;
  const faults = validate.errors!.map(({ instancePath, message, params: about }) => {
    const unknown = (about as { additionalProperty?: string }).additionalProperty;
    return `${instancePath || method} ${message}${unknown === undefined ? '' : ` (${unknown})`}`;
  });
  throw badRequest(`not the shape of ${method}: ${faults.join('; ')}`);
}

function reader(coerceTypes: boolean): Map<string, ValidateFunction> {
  const ajv = new Ajv2020({ coerceTypes, allErrors: true, strict: false });
  return new Map(Object.entries(methods).map(([name, shape]) => [name, ajv.compile({ ...shape, $defs })]));
}
