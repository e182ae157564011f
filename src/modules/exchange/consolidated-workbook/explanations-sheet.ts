import type { Workbook } from 'exceljs';
import { formatEn, formatVi } from '../../../forms/index.js';
import { inLocale } from '../../shared/index.js';
import type { ConsolidatedInput } from './input.js';
import { LOOKS, Page } from './page.js';
import { measureLabel } from './words.js';

/**
 * «Giải trình»: what the units below wrote beside their figures, the reasons that checks asked for among them, for whoever
 * receives the reports. There is no such sheet where nobody wrote anything.
 */
export function writeExplanations(workbook: Workbook, input: ConsolidatedInput): void {
  const { t, locale } = input;
  const lines = explained(input);
  if (lines.length === 0) return;
  const page = new Page(workbook.addWorksheet(t('exchange.sheet.explanations')), [30, 44, 26, 14, 60]);
  page.heading(input.unitName, [t('exchange.explanations-title'), input.title]);
  const header = page.header([
    { text: t('exchange.column.child') },
    { text: t('exchange.column.indicator') },
    { text: t('exchange.column.measure') },
    { text: t('exchange.column.value') },
    { text: t('exchange.column.explanation') },
  ]);
  for (const { child, row, measure, value, note } of lines) {
    page.line([
      { text: child, style: LOOKS.text },
      { text: inLocale(row.label, locale), style: LOOKS.text },
      { text: measureLabel(measure, input), style: LOOKS.text },
      { text: locale === 'en' ? formatEn(value) : formatVi(value), style: LOOKS.center },
      { text: note, style: LOOKS.text },
    ]);
  }
  page.finish(header, 0);
}

function explained({ children, childForm }: ConsolidatedInput) {
  return children
    .filter((child) => child.reported)
    .flatMap((child) =>
      childForm.rows.flatMap((row) =>
        childForm.measures.flatMap((measure) => {
          const isWorkedOut = row.computed !== undefined || measure.computed !== undefined;
          const cell = isWorkedOut ? child.workedOut?.(row.key, measure.key) : child.value(row.key, measure.key);
          if (cell?.state !== 'value' || cell.note === undefined || typeof cell.value !== 'string') return [];
          return [{ child: child.name, row, measure, value: cell.value, note: cell.note }];
        }),
      ),
    );
}
