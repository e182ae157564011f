import type { ChatStep, IndicatorForm } from '../../forms/index.js';
import type { BaseFigure } from '../units/index.js';

/** What an answer is compared with: the same sort of figure a year earlier, by row and measure. `label` is a message key with its year. */
export type LastValues = Record<string, Record<string, { labelKey: string; year: number; value: string }>>;

/**
 * The last known value for every question: last year's outcome beside an estimate, this year's plan beside next year's;
 * where no earlier plan is known, last year's outcome.
 */
export function lastValues(
  form: IndicatorForm,
  steps: readonly ChatStep[],
  figures: readonly BaseFigure[],
  reportYear: number,
): LastValues {
  const measures = new Map(form.measures.map((measure) => [measure.key, measure]));
  const known = new Map(figures.map((figure) => [`${figure.code} ${figure.year} ${figure.sort}`, figure.value]));
  const last: LastValues = {};
  for (const step of steps) {
    const measure = measures.get(step.measureKey);
    if (!measure) continue;
    const year = reportYear + measure.year - 1;
    const tries = [
      { sort: measure.sort, year },
      { sort: 'outcome', year: reportYear - 1 },
    ] as const;
    for (const { sort, year: of } of tries) {
      const value = known.get(`${step.rowKey} ${of} ${sort}`);
      if (value === undefined) continue;
      (last[step.rowKey] ??= {})[step.measureKey] = {
        labelKey: sort === 'plan' ? 'last-plan' : 'last-actual',
        year: of,
        value,
      };
      break;
    }
  }
  return last;
}
