import { type Answers, decimal, type FormDefinition, type IndicatorForm, unitFactor } from '../../forms/index.js';
import type { BaseFigure } from '../units/index.js';
import { isWholeYear } from './earlier-measure.js';

/** A submitted report, with the forms in the versions it was answered under. */
export interface Submitted {
  unit: string;
  milestone: string;
  planYear: number;
  forms: readonly FormDefinition[];
  answers: Pick<Answers, 'cells'>;
}

/** How figures that were carried over are known again. */
const CARRIED = 'report ';

const RANK = { estimate: 1, preliminary: 2, official: 3 } as const;
const DECIMAL = /^-?\d+(\.\d+)?$/;

/**
 * The figures that a year's reports leave for the next year to be compared with: every whole-year outcome and plan, in the unit
 * of measure that the form `newest` has now. Of several reports the later counts (`submitted` is in the order of submission),
 * but never an estimate over a figure that is more than that. `unlike` counts figures whose unit of measure can no more be told.
 */
export function comparisonFigures(
  submitted: readonly Submitted[],
  newest: ReadonlyMap<string, FormDefinition>,
): { figures: BaseFigure[]; unlike: number } {
  const figures = new Map<string, BaseFigure>();
  let unlike = 0;
  for (const report of submitted) {
    for (const form of report.forms) {
      if (form.kind !== 'indicators') continue;
      const now = newest.get(form.key);
      for (const figure of figuresOf(report, form)) {
        const row = now?.kind === 'indicators' ? now.rows.find((one) => one.key === figure.code) : undefined;
        const value = row ? inUnit(figure.value, figure.unitOfMeasure, row.unit.code) : figure.value;
        if (value === undefined) {
          unlike += 1;
          continue;
        }
        const { unitOfMeasure: _, ...rest } = figure;
        const key = keyOf(rest);
        const before = figures.get(key);
        if (!before || rankOf(rest) >= rankOf(before)) figures.set(key, { ...rest, value });
      }
    }
  }
  return { figures: [...figures.values()], unlike };
}

/** What carrying does beside the figures on record: what is written, and what stays because it stands on firmer ground. */
export function besideKept(
  figures: readonly BaseFigure[],
  kept: readonly BaseFigure[],
): { added: BaseFigure[]; replaced: BaseFigure[]; stays: BaseFigure[] } {
  const standing = new Map(kept.map((figure) => [keyOf(figure), figure]));
  const sorted = { added: [] as BaseFigure[], replaced: [] as BaseFigure[], stays: [] as BaseFigure[] };
  for (const figure of figures) {
    const before = standing.get(keyOf(figure));
    if (!before) sorted.added.push(figure);
    else if (before.value === figure.value && before.source === figure.source) continue;
    else if (mayReplace(before, figure)) sorted.replaced.push(figure);
    else sorted.stays.push(before);
  }
  return sorted;
}

/** A figure that somebody recorded stays, unless the report's stands on firmer ground; a carried one follows its reports. */
function mayReplace(before: BaseFigure, figure: BaseFigure): boolean {
  if (before.source.startsWith(CARRIED)) return rankOf(figure) >= rankOf(before);
  return figure.sort === 'outcome' && rankOf(figure) > rankOf(before);
}

function figuresOf({ unit, milestone, planYear, answers }: Submitted, form: IndicatorForm) {
  const measures = form.measures.filter((measure) => isWholeYear(measure, form.measures));
  return form.rows.flatMap((row) =>
    measures.flatMap((measure) => {
      const cell = answers.cells[row.key]?.[measure.key];
      if (cell?.state !== 'value' || typeof cell.value !== 'string' || !DECIMAL.test(cell.value)) return [];
      return {
        unit,
        code: row.key,
        year: planYear - 1 + measure.year,
        sort: measure.sort,
        value: cell.value,
        standing: measure.sort === 'plan' ? null : (cell.standing ?? measure.standing ?? 'estimate'),
        source: `${CARRIED}${milestone} of plan year ${planYear}`,
        unitOfMeasure: row.unit.code,
      };
    }),
  );
}

function inUnit(value: string, was: string, is: string): string | undefined {
  if (was === is) return value;
  const factor = unitFactor(was, is);
  return factor === undefined ? undefined : decimal.fromExact(new decimal.Exact(value).times(factor));
}

const keyOf = ({ unit, code, year, sort }: BaseFigure): string => `${unit} ${code} ${year} ${sort}`;

const rankOf = ({ standing }: BaseFigure): number => (standing ? RANK[standing] : 0);
