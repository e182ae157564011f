import { type Cell, decimal, type Measure, type Row, unitScale } from '../../forms/index.js';
import { earlierMeasure, isWholeYear } from './earlier-measure.js';

type Exact = InstanceType<typeof decimal.Exact>;

/** What one unit below brings along. Figures are decimal strings in the unit of their code. */
export interface ChildFacts {
  unit: string;
  name: string;
  /** Its report is submitted; a draft does not count. */
  reported: boolean;
  /** Its answer in a row (an indicator's code, or `code/part`) and a measure. */
  value(code: string, measure: string): Cell | undefined;
  /** What its form works out in a row and a measure, with what was explained about it. */
  workedOut?(code: string, measure: string): Cell | undefined;
  /** An outcome on record, `yearOffset` years from the report year. */
  base(code: string, yearOffset: number): string | undefined;
  /** Whether the row is asked of this unit; all rows are where this is absent. */
  asks?(code: string): boolean;
}

/** Why a unit's figure is not in the total. */
export type MissingWhy =
  | 'not-submitted'
  | 'not-answered'
  | 'not-available'
  | 'not-a-number'
  | 'no-weight'
  | 'no-numerator'
  | 'no-denominator'
  | 'no-earlier-year';

/** What a unit adds to the numerator (`amount`) and the denominator (`weight`), or why it adds nothing. */
export type Share = { amount: Exact; weight: Exact } | { why: MissingWhy } | 'not-applicable';

export interface RollUpContext {
  /** The measures of the form, to find a measure's year before and other figures of its year. */
  measures: readonly Measure[];
  /** The unit code in which an indicator or base is counted, in base figures and in reports alike. */
  unitOf(code: string): string | undefined;
}

type RolledRow = Pick<Row, 'key' | 'aggregation'>;
type Found = Exact | 'not-applicable' | undefined;

const ONE = new decimal.Exact(1);

/** What `child` adds to `row` in `measure`. */
export function shareOf(row: RolledRow, measure: Measure, child: ChildFacts, context: RollUpContext): Share {
  if (child.asks && !child.asks(row.key)) return 'not-applicable';
  if (!child.reported) return { why: 'not-submitted' };
  const own = child.value(row.key, measure.key);
  if (own?.state === 'not-applicable') return 'not-applicable';
  const { aggregation } = row;
  // A ratio is made of its parts even where the unit left its own rate open.
  if (aggregation.rule === 'ratio') return ratioShare(aggregation, measure, child, context);
  if (own === undefined || own.state === 'worked-out') return { why: 'not-answered' };
  if (own.state === 'not-available') return { why: 'not-available' };
  // The share of those that say yes, in percent, is the mean of hundreds and zeros; yeses do not add up to a sum.
  const amount = aggregation.rule === 'sum' && typeof own.value === 'boolean' ? undefined : numberOf(own.value);
  if (amount === undefined) return { why: 'not-a-number' };
  if (aggregation.rule !== 'weighted') return { amount, weight: ONE };
  const weight = figureOfYear(aggregation.by, measure, child, context);
  // Without the thing that weighs (no villages, so no share of them) the unit has no part in the mean.
  if (weight === 'not-applicable') return 'not-applicable';
  if (weight === undefined || weight.isNegative()) return { why: 'no-weight' };
  return { amount: amount.times(weight), weight };
}

function ratioShare(
  { numerator, denominator, previousYear }: { numerator: string; denominator: string; previousYear: boolean },
  measure: Measure,
  child: ChildFacts,
  context: RollUpContext,
): Share {
  // What is on record is the outcome of a whole year: no plan and no part of a year may be filled up with it.
  const isOutcome = measure.sort === 'outcome' && isWholeYear(measure, context.measures);
  const above =
    reported(numerator, measure.key, child) ?? (isOutcome ? recorded(numerator, measure.year, child) : undefined);
  const below = previousYear
    ? earlierFigure(denominator, measure, child, context)
    : (reported(denominator, measure.key, child) ?? recorded(denominator, measure.year, child));
  if (above === 'not-applicable' || below === 'not-applicable') return 'not-applicable';
  if (above === undefined) return { why: 'no-numerator' };
  if (below === undefined) return { why: previousYear ? 'no-earlier-year' : 'no-denominator' };
  if (numerator === denominator) return { amount: above, weight: below };
  return { amount: inBaseUnits(numerator, above, context), weight: inBaseUnits(denominator, below, context) };
}

function earlierFigure(code: string, measure: Measure, child: ChildFacts, { measures }: RollUpContext): Found {
  const earlier = earlierMeasure(measure, measures);
  if (!earlier) return undefined;
  const own = earlier.key === undefined ? undefined : reported(code, earlier.key, child);
  return own ?? (isWholeYear(measure, measures) ? recorded(code, measure.year - 1, child) : undefined);
}

/**
 * A weight: what was reported in the same column, else in another whole-year column of that year, else what is on record.
 * The weights of a year still to come are known to nobody: a plan is weighed with the newest figure there is.
 */
function figureOfYear(code: string, measure: Measure, child: ChildFacts, { measures }: RollUpContext): Found {
  const oldest = measure.sort === 'plan' ? Math.min(...measures.map((one) => one.year)) : measure.year;
  for (let year = measure.year; year >= oldest; year -= 1) {
    const columns = measures.filter((one) => one.year === year && isWholeYear(one, measures));
    for (const { key } of year === measure.year ? [measure, ...columns] : columns) {
      const found = reported(code, key, child);
      if (found !== undefined) return found;
    }
    const known = recorded(code, year, child);
    if (known !== undefined) return known;
  }
  return undefined;
}

function reported(code: string, measure: string, child: ChildFacts): Found {
  const cell = child.value(code, measure);
  if (cell?.state === 'not-applicable') return 'not-applicable';
  return cell?.state === 'value' && typeof cell.value === 'string' ? numberOf(cell.value) : undefined;
}

function recorded(code: string, year: number, child: ChildFacts): Exact | undefined {
  const figure = child.base(code, year);
  return figure === undefined ? undefined : numberOf(figure);
}

function inBaseUnits(code: string, figure: Exact, context: RollUpContext): Exact {
  return figure.times(unitScale(context.unitOf(code) ?? ''));
}

function numberOf(value: string | boolean): Exact | undefined {
  if (typeof value === 'boolean') return new decimal.Exact(value ? 100 : 0);
  return decimal.isCanonical(value) ? new decimal.Exact(value) : undefined;
}
