import { z } from 'zod';
import { key, number, words } from './words.js';

const MOST_PARTS = 200;
/** Formulas nest by two levels of JSON an operation; nobody writes deeper ones by hand. */
const MOST_LEVELS = 24;

const reference = z.discriminatedUnion('op', [
  z.strictObject({ op: z.literal('cell'), row: key.optional(), measure: key.optional() }),
  z.strictObject({ op: z.literal('column'), column: key }),
]);

const parts = <T extends z.ZodType>(one: T) => z.array(one).min(1).max(MOST_PARTS);

/** A formula of the closed set; that it names what is there is for `formulaFaults` to say. */
export const formula: z.ZodType<unknown> = z.lazy(() =>
  z.discriminatedUnion('op', [
    reference,
    z.strictObject({ op: z.literal('number'), value: number }),
    z.strictObject({ op: z.literal('sum'), of: parts(formula) }),
    z.strictObject({ op: z.literal('difference'), of: parts(formula) }),
    z.strictObject({ op: z.literal('ratio'), a: formula, b: formula, scale: z.enum(['1', '100', '1000']).optional() }),
    z.strictObject({ op: z.literal('growth'), a: formula, b: formula }),
    z.strictObject({ op: z.literal('share'), part: formula, of: parts(formula) }),
    z.strictObject({ op: z.literal('mean'), of: parts(z.strictObject({ value: formula, weight: formula })) }),
  ]),
);

/** A condition of the closed set. */
export const condition: z.ZodType<unknown> = z.lazy(() =>
  z.discriminatedUnion('op', [
    z.strictObject({ op: z.enum(['and', 'or']), of: parts(condition) }),
    z.strictObject({ op: z.literal('compare'), a: formula, by: z.enum(['<', '<=', '=', '!=', '>=', '>']), b: formula }),
    z.strictObject({ op: z.literal('is'), of: reference, value: z.union([words, z.boolean()]) }),
    z.strictObject({ op: z.literal('answered'), of: reference }),
  ]),
);

/** Whether JSON nests deeper than any definition does; asked before it is walked through by recursion. */
export function tooDeep(given: unknown): boolean {
  let level: unknown[] = [given];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > MOST_LEVELS) return true;
    level = level.flatMap((one): unknown[] => (typeof one === 'object' && one !== null ? Object.values(one) : []));
  }
  return false;
}
