import type { Decimal } from 'decimal.js';
import { Exact, fromExact, isCanonical } from '../answers/decimal.js';
import type { Comparison, Condition, Formula, Reference } from './formula.js';

/** What stands where a reference points: a canonical decimal, a text, yes or no; undefined where no value is. */
export type Lookup = (reference: Reference) => string | boolean | undefined;

/** The most places that a canonical decimal has. */
const MOST_PLACES = 18;

/**
 * The value of a formula as a canonical decimal, worked out exactly and rounded half up to `decimals` (0 to 18) at the end.
 * Undefined where a part has no number, a divisor is zero or the result is beyond what is kept. Never throws.
 */
export function evaluate(formula: Formula, lookup: Lookup, decimals = MOST_PLACES): string | undefined {
  const value = exact(formula, lookup);
  return value && fromExact(value, decimals);
}

/** Whether a condition holds; undefined where an answer it needs is missing, and then it is not to be judged. */
export function holds(condition: Condition, lookup: Lookup): boolean | undefined {
  switch (condition.op) {
    case 'and':
    case 'or': {
      const decisive = condition.op === 'or';
      const found = condition.of.map((one) => holds(one, lookup));
      if (found.includes(decisive)) return decisive;
      return found.includes(undefined) ? undefined : !decisive;
    }
    case 'compare': {
      const order = orderOf(condition.a, condition.b, lookup);
      return order === undefined ? undefined : compared(order, condition.by);
    }
    case 'is': {
      const value = lookup(condition.of);
      return value === undefined ? undefined : String(value) === String(condition.value);
    }
    case 'answered':
      return lookup(condition.of) !== undefined;
  }
}

/**
 * Negative, zero or positive as the first is less than, equal to or greater than the second; undefined where either has no
 * value. Both are rounded to the places a number can have, so that three thirds are one.
 */
export function orderOf(a: Formula, b: Formula, lookup: Lookup): number | undefined {
  const [left, right] = [exact(a, lookup), exact(b, lookup)];
  return left && right && left.toDecimalPlaces(MOST_PLACES).cmp(right.toDecimalPlaces(MOST_PLACES));
}

function compared(order: number, by: Comparison): boolean {
  switch (by) {
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
    case '=':
      return order === 0;
    case '!=':
      return order !== 0;
    case '>=':
      return order >= 0;
    case '>':
      return order > 0;
  }
}

function exact(formula: Formula, lookup: Lookup): Decimal | undefined {
  switch (formula.op) {
    case 'cell':
    case 'column':
      return numberOf(lookup(formula));
    case 'number':
      return numberOf(formula.value);
    case 'sum':
      return folded(formula.of, lookup, (sum, one) => sum.plus(one));
    case 'difference':
      return folded(formula.of, lookup, (left, one) => left.minus(one));
    case 'ratio':
      return quotient(exact(formula.a, lookup)?.times(formula.scale ?? '1'), exact(formula.b, lookup));
    case 'growth':
      return quotient(exact(formula.a, lookup)?.times(100), exact(formula.b, lookup))?.minus(100);
    case 'share':
      return quotient(
        exact(formula.part, lookup)?.times(100),
        folded(formula.of, lookup, (sum, one) => sum.plus(one)),
      );
    case 'mean':
      return mean(formula.of, lookup);
  }
}

function mean(of: readonly { value: Formula; weight: Formula }[], lookup: Lookup): Decimal | undefined {
  let [sum, weights] = [new Exact(0), new Exact(0)];
  for (const { value, weight } of of) {
    const [v, w] = [exact(value, lookup), exact(weight, lookup)];
    if (!v || !w) return undefined;
    sum = sum.plus(v.times(w));
    weights = weights.plus(w);
  }
  return quotient(sum, weights);
}

function folded(
  of: readonly Formula[],
  lookup: Lookup,
  join: (a: Decimal, b: Decimal) => Decimal,
): Decimal | undefined {
  const values = of.map((one) => exact(one, lookup));
  const [first, ...rest] = values;
  if (!first) return undefined;
  return rest.reduce<Decimal | undefined>((joined, one) => joined && one && join(joined, one), first);
}

function quotient(a: Decimal | undefined, b: Decimal | undefined): Decimal | undefined {
  return a && b && !b.isZero() ? a.div(b) : undefined;
}

function numberOf(value: string | boolean | undefined): Decimal | undefined {
  return typeof value === 'string' && isCanonical(value) ? new Exact(value) : undefined;
}
