import { decimal, isNumeric, type Measure, type Row, unitScale } from '../../forms/index.js';
import { type ChildFacts, type MissingWhy, type RollUpContext, type Share, shareOf } from './child-share.js';
import { earlierMeasure } from './earlier-measure.js';

type Exact = InstanceType<typeof decimal.Exact>;

export type { ChildFacts, MissingWhy, RollUpContext } from './child-share.js';

/** Why a total has no value. */
export type NoValue =
  | 'not-additive'
  | 'not-reported-below'
  | 'no-earlier-year'
  | 'unknown-unit'
  | 'nothing-reported'
  | 'nothing-usable'
  | 'not-applicable'
  | 'zero-denominator'
  | 'too-large'
  /** A comparison of two totals that are not made of the same units. */
  | 'different-units'
  /** A comparison one side of which has no value, or of zero. */
  | 'not-comparable';

export interface RolledCell {
  /** Canonical decimal string, rounded half up to the row's decimals; absent where there is none. */
  value?: string;
  reason?: NoValue;
  /** Units whose figures are in the value. */
  used: number;
  /** Units from which a figure could be expected: all but those to which the indicator does not apply. */
  of: number;
  /** Units that could be expected but are not in the value. */
  missing: { unit: string; name: string; why: MissingWhy }[];
  notApplicable: number;
}

export type RollUpRow = Pick<Row, 'key' | 'aggregation' | 'type' | 'decimals' | 'unit'>;

/** A total about which nothing is expected from below. */
export function noRollUp(reason: NoValue): RolledCell {
  return { reason, used: 0, of: 0, missing: [], notApplicable: 0 };
}

/**
 * One figure of the unit above from those of the units below, by the row's rule: exact, rounded once at the end. Rates that
 * are ratios and growth are computed anew from their parts, never averaged; a unit that lacks a part or a weight is named in
 * `missing`, never guessed.
 */
export function rollUp(
  row: RollUpRow,
  measure: Measure,
  children: readonly ChildFacts[],
  context: RollUpContext,
): RolledCell {
  const hindrance = hindranceOf(row, measure, context);
  if (hindrance) return noRollUp(hindrance);
  const cell: RolledCell = { used: 0, of: 0, missing: [], notApplicable: 0 };
  const shares: Exclude<Share, 'not-applicable' | { why: MissingWhy }>[] = [];
  for (const child of children) {
    const share = shareOf(row, measure, child, context);
    if (share === 'not-applicable') cell.notApplicable += 1;
    else if ('why' in share) cell.missing.push({ unit: child.unit, name: child.name, why: share.why });
    else shares.push(share);
  }
  cell.used = shares.length;
  cell.of = children.length - cell.notApplicable;
  if (shares.length === 0) return { ...cell, reason: whyNothing(cell) };
  const zero = new decimal.Exact(0);
  const amount = shares.reduce((sum, share) => sum.plus(share.amount), zero);
  const weight = shares.reduce((sum, share) => sum.plus(share.weight), zero);
  return { ...cell, ...result(row, amount, weight) };
}

function hindranceOf({ aggregation, type }: RollUpRow, measure: Measure, context: RollUpContext): NoValue | undefined {
  // A row of yes and no may stand above yeses and noes: the mean of them is a share.
  if (aggregation.rule === 'none' || !(isNumeric({ type }) || type === 'boolean')) return 'not-additive';
  if (aggregation.rule !== 'ratio') return undefined;
  const { numerator, denominator, previousYear } = aggregation;
  if (previousYear && !earlierMeasure(measure, context.measures)) return 'no-earlier-year';
  const isKnown = [numerator, denominator].every((code) => context.unitOf(code) !== undefined);
  return numerator === denominator || isKnown ? undefined : 'unknown-unit';
}

function whyNothing({ of, missing, notApplicable }: RolledCell): NoValue {
  if (of === 0 && notApplicable > 0) return 'not-applicable';
  return missing.every((one) => one.why === 'not-submitted') ? 'nothing-reported' : 'nothing-usable';
}

function result(row: RollUpRow, amount: Exact, weight: Exact): Pick<RolledCell, 'value' | 'reason'> {
  const { aggregation } = row;
  if (aggregation.rule === 'sum') return rounded(amount, row.decimals);
  if (weight.isZero()) return { reason: 'zero-denominator' };
  if (aggregation.rule !== 'ratio') return rounded(amount.div(weight), row.decimals);
  // Scaled before it is divided, so that the only step that cannot be exact is the last.
  const above = aggregation.previousYear ? amount.minus(weight) : amount;
  return rounded(above.div(unitScale(row.unit.code).times(weight)), row.decimals);
}

function rounded(value: Exact, decimals: number): Pick<RolledCell, 'value' | 'reason'> {
  const text = decimal.fromExact(value, decimals);
  return text === undefined ? { reason: 'too-large' } : { value: text };
}
