import type { Row } from './forms';

type Aggregation = Row['aggregation'];

/** How a row is rolled up, as one chooses it: a growth is a ratio against the year before. */
export type RollUp = 'none' | 'sum' | 'mean' | 'weighted' | 'ratio' | 'growth';

export const rollUpOf = (aggregation: Aggregation): RollUp =>
  aggregation.rule === 'ratio' && aggregation.previousYear ? 'growth' : aggregation.rule;

/** The rows that a way of rolling up names. */
export function sidesOf(aggregation: Aggregation): Partial<Record<Side, string>> {
  if (aggregation.rule === 'weighted') return { by: aggregation.by };
  if (aggregation.rule !== 'ratio') return {};
  return { numerator: aggregation.numerator, denominator: aggregation.denominator };
}

export type Side = 'by' | 'numerator' | 'denominator';

/** Another way of rolling up: what was named before stays named, else it begins with `first`. */
export function rolledUp(before: Aggregation, rollUp: RollUp, first: string): Aggregation {
  const { by, numerator, denominator } = sidesOf(before);
  switch (rollUp) {
    case 'weighted':
      return { rule: 'weighted', by: by ?? denominator ?? first };
    case 'ratio':
    case 'growth':
      return {
        rule: 'ratio',
        numerator: numerator ?? first,
        denominator: denominator ?? by ?? first,
        previousYear: rollUp === 'growth',
      };
    default:
      return { rule: rollUp };
  }
}
