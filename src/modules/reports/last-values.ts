import type { IndicatorForm, Measure } from '../../forms/index.js';
import type { Past, PastGap, Restated } from '../units/index.js';

/**
 * What an answer is compared with: the same sort of figure a year earlier. `labelKey` is a message key with its year; `restated`
 * tells of what it was made where the unit is newer than the figure.
 */
export interface LastValue {
  labelKey: string;
  year: number;
  value: string;
  restated?: Restated;
}

/** Last values by row and measure. */
export type LastValues = Record<string, Record<string, LastValue>>;

/** Why a cell has nothing to be compared with, by row and measure, where units of before are the reason. */
export type LastGaps = Record<string, Record<string, PastGap>>;

/**
 * The last known value for every cell: last year's outcome beside an estimate, this year's plan beside next year's; where no
 * earlier plan is known, last year's outcome.
 */
export function lastValues(form: IndicatorForm, { figures }: Pick<Past, 'figures'>, reportYear: number): LastValues {
  const known = new Map(figures.map((figure) => [`${figure.code} ${figure.year} ${figure.sort}`, figure]));
  const last: LastValues = {};
  for (const row of form.rows) {
    for (const measure of form.measures.filter((one) => !one.computed)) {
      for (const { sort, year } of comparedWith(measure, reportYear)) {
        const figure = known.get(`${row.key} ${year} ${sort}`);
        if (figure === undefined) continue;
        const labelKey = sort === 'plan' ? 'last-plan' : 'last-actual';
        (last[row.key] ??= {})[measure.key] = {
          labelKey,
          year,
          value: figure.value,
          ...(figure.restated ? { restated: figure.restated } : {}),
        };
        break;
      }
    }
  }
  return last;
}

/** Cells without a last value because of the units of before. */
export function lastGaps(form: IndicatorForm, past: Past, reportYear: number): LastGaps {
  if (past.gaps.length === 0) return {};
  const last = lastValues(form, past, reportYear);
  const known = new Map(past.gaps.map((gap) => [`${gap.code} ${gap.year} ${gap.sort}`, gap]));
  const gaps: LastGaps = {};
  for (const row of form.rows) {
    for (const measure of form.measures.filter((one) => !one.computed)) {
      if (last[row.key]?.[measure.key]) continue;
      const [gap] = comparedWith(measure, reportYear).flatMap(
        ({ sort, year }) => known.get(`${row.key} ${year} ${sort}`) ?? [],
      );
      if (gap) (gaps[row.key] ??= {})[measure.key] = gap;
    }
  }
  return gaps;
}

/** Which figures are looked for, the best first. */
const comparedWith = ({ sort, year }: Measure, reportYear: number) =>
  [
    { sort, year: reportYear + year - 1 },
    { sort: 'outcome', year: reportYear - 1 },
  ] as const;
