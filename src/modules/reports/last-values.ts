import type { IndicatorForm } from '../../forms/index.js';
import type { BaseFigure } from '../units/index.js';

/** What an answer is compared with: the same sort of figure a year earlier, by row and measure. `label` is a message key with its year. */
export type LastValues = Record<string, Record<string, { labelKey: string; year: number; value: string }>>;

/**
 * The last known value for every cell: last year's outcome beside an estimate, this year's plan beside next year's; where no
 * earlier plan is known, last year's outcome.
 */
export function lastValues(form: IndicatorForm, figures: readonly BaseFigure[], reportYear: number): LastValues {
  const known = new Map(figures.map((figure) => [`${figure.code} ${figure.year} ${figure.sort}`, figure.value]));
  const last: LastValues = {};
  for (const row of form.rows) {
    for (const measure of form.measures.filter((one) => !one.computed)) {
      const tries = [
        { sort: measure.sort, year: reportYear + measure.year - 1 },
        { sort: 'outcome', year: reportYear - 1 },
      ] as const;
      for (const { sort, year } of tries) {
        const value = known.get(`${row.key} ${year} ${sort}`);
        if (value === undefined) continue;
        const labelKey = sort === 'plan' ? 'last-plan' : 'last-actual';
        (last[row.key] ??= {})[measure.key] = { labelKey, year, value };
        break;
      }
    }
  }
  return last;
}
