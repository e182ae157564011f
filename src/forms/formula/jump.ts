import type { Cells } from '../answers/cell.js';
import { Exact, formatEn, formatVi, fromExact, isCanonical } from '../answers/decimal.js';
import type { IndicatorForm, LocalText, Measure, Row } from '../definition/definition.js';
import type { Finding } from './finding.js';

/** The figure a year before, as a canonical decimal, for cells that the form itself does not ask for. */
export type EarlierFigure = (row: string, measure: string) => string | undefined;

/** How far a figure is from the year before, where that is further than the row lets pass without a word. */
export function jumpOf(
  form: IndicatorForm,
  cells: Cells,
  row: Row,
  measure: Measure,
  earlier: EarlierFigure | undefined,
): Finding | undefined {
  const now = numberIn(cells, row.key, measure.key);
  const before = yearBefore(form, cells, row, measure) ?? earlier?.(row.key, measure.key);
  if (now === undefined || before === undefined || !isCanonical(before) || before === '0') return undefined;
  const change = new Exact(now).minus(before).times(100).div(new Exact(before).abs());
  if (change.abs().lte(row.jump!)) return undefined;
  const size = fromExact(change.abs(), 1) ?? row.jump!;
  const sign = change.isNegative() ? '-' : '+';
  const percent = { vi: `${sign}${formatVi(size)}`, en: `${sign}${formatEn(size)}` };
  return { level: 'soft', code: 'jump', params: { before: number(before), now: number(now), percent } };
}

/** The outcome of the same row a year before; of several columns the one that must be answered. */
function yearBefore(form: IndicatorForm, cells: Cells, row: Row, measure: Measure): string | undefined {
  const candidates = form.measures.filter(
    (one) => one.year === measure.year - 1 && one.sort === 'outcome' && !one.computed,
  );
  const wanted = candidates.find((one) => one.required) ?? candidates[0];
  return wanted && numberIn(cells, row.key, wanted.key);
}

function numberIn(cells: Cells, row: string, measure: string): string | undefined {
  const cell = cells[row]?.[measure];
  return cell?.state === 'value' && typeof cell.value === 'string' && isCanonical(cell.value) ? cell.value : undefined;
}

const number = (value: string): LocalText => ({ vi: formatVi(value), en: formatEn(value) });
