import { comparisonOf, type Measure } from '../../forms/index.js';

/**
 * The measure that holds the same figure a year earlier: the one that a growth column of the form compares with, else the
 * outcome of the whole year before. `key` is absent where the form has no such column and only figures on record can help;
 * undefined where a comparison would be wrong: part of a year has no year before it.
 */
export function earlierMeasure(measure: Measure, measures: readonly Measure[]): { key?: string } | undefined {
  const compared = comparedBy(measure.key, measures);
  if (compared?.year === measure.year - 1) return { key: compared.key };
  if (!isWholeYear(measure, measures)) return undefined;
  const earlier = measures.find(
    (one) =>
      one.sort === 'outcome' &&
      one.year === measure.year - 1 &&
      isWholeYear(one, measures) &&
      !belongsToPartOfYear(one, measures),
  );
  return earlier ? { key: earlier.key } : {};
}

/** A plan, or the one outcome that is required of its year, or its only one: others cover a part of the year. */
export function isWholeYear(measure: Measure, measures: readonly Measure[]): boolean {
  if (measure.computed) return false;
  if (measure.sort === 'plan') return true;
  const outcomes = measures.filter((one) => one.sort === 'outcome' && one.year === measure.year && !one.computed);
  const required = outcomes.filter((one) => one.required);
  const whole = required.length > 0 ? required : outcomes;
  return whole.length === 1 && whole[0]?.key === measure.key;
}

function comparedBy(key: string, measures: readonly Measure[]): Measure | undefined {
  const growth = measures.map(comparisonOf).find((one) => one?.rule === 'growth' && one.a === key);
  return measures.find((one) => one.key === growth?.b);
}

/** Such as the same period of last year: it stands there to be compared with a part of this year. */
function belongsToPartOfYear(measure: Measure, measures: readonly Measure[]): boolean {
  return measures.map(comparisonOf).some((compared) => {
    const later = measures.find((other) => other.key === compared?.a);
    return (
      compared?.rule === 'growth' && compared.b === measure.key && later !== undefined && !isWholeYear(later, measures)
    );
  });
}
