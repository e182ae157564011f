import type { Workbook } from 'exceljs';
import { decimalsOfComputed, type Measure, type Row } from '../../../forms/index.js';
import type { NoValue } from '../../rollups/index.js';
import { written } from '../form-workbook/cell-text.js';
import type { ConsolidatedInput } from './input.js';
import { LOOKS, Page } from './page.js';
import { completenessText, isCounted, labelOf, measureLabel, noTotalText, reasonText } from './words.js';

const WIDTHS = { seq: 6, label: 38, unit: 15, value: 13, completeness: 25, computed: 12 };

/** «Tổng hợp»: each indicator with its total in every measure, and beside it how many units are in it and who is missing. */
export function writeSummary(workbook: Workbook, input: ConsolidatedInput): void {
  const { form, measures, t } = input;
  const columns = measures.flatMap((one) => (one.computed ? [WIDTHS.computed] : [WIDTHS.value, WIDTHS.completeness]));
  const sheet = workbook.addWorksheet(t('exchange.sheet.summary'));
  const page = new Page(sheet, [WIDTHS.seq, WIDTHS.label, WIDTHS.unit, ...columns]);
  const submitted = input.children.filter((child) => child.reported).length;
  page.heading(input.unitName, [
    input.title,
    t('exchange.years', { planYear: input.planYear, reportYear: input.reportYear }),
    t('exchange.made', { standing: input.standing, generatedAt: input.generatedAt }),
    t('exchange.submitted', { submitted, of: input.children.length }),
  ]);
  const header = page.header([
    { text: t('exchange.column.sequence') },
    { text: t('exchange.column.indicator') },
    { text: t('exchange.column.unit') },
    ...measures.map((measure) => ({
      text: measureLabel(measure, input),
      ...(measure.computed ? {} : { parts: [t('exchange.column.value'), t('exchange.column.completeness')] }),
    })),
  ]);
  const grouped = Map.groupBy(form.rows, (row) => row.group);
  for (const [key, rows] of grouped) {
    const group = form.groups.find((one) => one.key === key);
    if (group) page.band(`${group.key}. ${labelOf(group.title, input)}`);
    for (const row of rows) {
      const nothing = nothingExpected(row, input);
      page.line([
        ...rowHead(row, input),
        ...(nothing === undefined
          ? measures.flatMap((one) => totalCells(row, one, input))
          : [{ text: reasonText(nothing, input), style: LOOKS.word, span: columns.length }]),
      ]);
    }
  }
  page.finish(header, 3);
}

/** Number, name and unit of measure, as every table of the workbook begins; with the group where no band names it. */
export function rowHead(row: Row, input: ConsolidatedInput, withGroup = false) {
  const number = withGroup ? `${row.group}.${row.seq}` : String(row.seq);
  return [
    { text: row.part ? '' : number, style: LOOKS.center },
    { text: labelOf(row.label, input), style: row.part ? LOOKS.part : LOOKS.text },
    { text: row.unit.vi, style: LOOKS.center },
  ];
}

/** The one reason why a row has no total in any measure, where units below could not have given one. */
function nothingExpected(row: Row, { measures, totals }: ConsolidatedInput): NoValue | undefined {
  const reasons = new Set(measures.map((one) => totals[row.key]?.[one.key]?.reason));
  const [reason] = reasons;
  return reasons.size === 1 && reason && !isCounted(reason) ? reason : undefined;
}

function totalCells(row: Row, measure: Measure, input: ConsolidatedInput) {
  const cell = input.totals[row.key]?.[measure.key];
  const decimals = measure.computed ? decimalsOfComputed(row, measure) : row.decimals;
  const value = cell?.value === undefined ? undefined : written(cell.value, { kind: 'number', decimals });
  if (measure.computed) {
    // Where one side has no total, that total says why.
    const isOfBoth = cell?.reason === 'different-units' || cell?.reason === 'not-comparable';
    const why = isOfBoth ? reasonText(cell.reason!, input) : '';
    return [value ?? { text: why, style: LOOKS.word }];
  }
  return [
    value ?? { text: '', style: LOOKS.word },
    { text: cell ? (noTotalText(row, cell, input) ?? completenessText(cell, input)) : '', style: LOOKS.small },
  ];
}
