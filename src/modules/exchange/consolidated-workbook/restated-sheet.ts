import type { Workbook } from 'exceljs';
import { formatEn, formatVi, type Measure, type Row } from '../../../forms/index.js';
import { isWholeYear } from '../../rollups/index.js';
import { inLocale } from '../../shared/index.js';
import { gapText, restatedText } from '../../units/index.js';
import type { ConsolidatedInput } from './input.js';
import { LOOKS, Page } from './page.js';
import { measureLabel, namesText } from './words.js';

/**
 * «Tính lại»: figures of years before units were merged or split, each with what it was made of; then, unit by unit, why others
 * cannot be compared. There is no such sheet where the units stood.
 */
export function writeRestated(workbook: Workbook, input: ConsolidatedInput): void {
  const { t, locale } = input;
  const lines = [...remade(input), ...notComparable(input)];
  if (lines.length === 0) return;
  const page = new Page(workbook.addWorksheet(t('exchange.sheet.restated')), [30, 44, 26, 14, 70]);
  page.heading(input.unitName, [t('exchange.restated-title'), input.title]);
  const header = page.header([
    { text: t('exchange.column.child') },
    { text: t('exchange.column.indicator') },
    { text: t('exchange.column.measure') },
    { text: t('exchange.column.value') },
    { text: t('exchange.column.restated') },
  ]);
  for (const { child, row, measure, value, how } of lines) {
    page.line([
      { text: child, style: LOOKS.text },
      { text: row, style: LOOKS.text },
      { text: measure, style: LOOKS.text },
      { text: value === undefined ? '' : locale === 'en' ? formatEn(value) : formatVi(value), style: LOOKS.center },
      { text: how, style: LOOKS.text },
    ]);
  }
  page.finish(header, 0);
}

interface RestatedLine {
  child: string;
  row: string;
  measure: string;
  value?: string;
  how: string;
}

function remade(input: ConsolidatedInput): RestatedLine[] {
  const { t, locale, restated } = input;
  return (restated?.figures ?? []).flatMap((figure) => {
    const place = placeOf(figure, input);
    if (!place || !figure.restated) return [];
    return [
      {
        child: nameOf(figure.unit, input),
        row: inLocale(place.row.label, locale),
        measure: measureLabel(place.measure, input),
        value: figure.value,
        how: restatedText(t, locale, figure.restated),
      },
    ];
  });
}

/** One line for a unit, a column and a reason, with the indicators that it holds for. */
function notComparable(input: ConsolidatedInput): RestatedLine[] {
  const { t, locale, restated } = input;
  const groups = new Map<string, RestatedLine & { rows: string[] }>();
  for (const gap of restated?.gaps ?? []) {
    const place = placeOf(gap, input);
    if (!place) continue;
    const how = gapText(t, gap);
    const measure = measureLabel(place.measure, input);
    const key = JSON.stringify([gap.unit, measure, how]);
    const group = groups.get(key) ?? { child: nameOf(gap.unit, input), row: '', measure, how, rows: [] };
    group.rows.push(inLocale(place.row.label, locale));
    groups.set(key, group);
  }
  return [...groups.values()].map(({ rows, ...line }) => ({ ...line, row: namesText(rows, input) }));
}

/** The row and the whole-year column in which a figure on record stands, if this form has them. */
function placeOf(
  { code, year, sort }: { code: string; year: number; sort: 'plan' | 'outcome' },
  { childForm, reportYear }: ConsolidatedInput,
): { row: Row; measure: Measure } | undefined {
  const row = childForm.rows.find((one) => one.key === code);
  const measure = childForm.measures.find(
    (one) => one.sort === sort && reportYear + one.year === year && !one.asked && isWholeYear(one, childForm.measures),
  );
  return row && measure ? { row, measure } : undefined;
}

const nameOf = (unit: string, { children }: ConsolidatedInput): string =>
  children.find((child) => child.unit === unit)?.name ?? unit;
