import type { Formula, Reference } from '../formula/formula.js';

/**
 * A formula with the columns of a worksheet in place of what it names; `columnOf` gives the measure or column of the same row
 * that a reference means. Undefined where it means anything else.
 */
export function overColumns(
  formula: Formula,
  columnOf: (reference: Reference) => string | undefined,
): Formula | undefined {
  let isWhole = true;
  const within = (one: Formula): Formula => {
    switch (one.op) {
      case 'cell':
      case 'column': {
        const column = columnOf(one);
        isWhole &&= column !== undefined;
        return { op: 'column', column: `:${column ?? ''}` };
      }
      case 'number':
        return one;
      case 'sum':
      case 'difference':
        return { ...one, of: one.of.map(within) };
      case 'ratio':
      case 'growth':
        return { ...one, a: within(one.a), b: within(one.b) };
      case 'share':
        return { ...one, part: within(one.part), of: one.of.map(within) };
      case 'mean':
        return { ...one, of: one.of.map(({ value, weight }) => ({ value: within(value), weight: within(weight) })) };
    }
  };
  const whole = within(formula);
  return isWhole ? whole : undefined;
}
