import type { Workbook } from 'exceljs';
import type { ConsolidatedInput } from './input.js';
import { LOOKS, Page } from './page.js';

/** «Chưa nộp»: the units whose report is not there yet. */
export function writeNotSubmitted(workbook: Workbook, input: ConsolidatedInput): void {
  const { children, t } = input;
  const sheet = workbook.addWorksheet(t('exchange.sheet.not-submitted'));
  const page = new Page(sheet, [8, 80]);
  const late = children.filter((child) => !child.reported);
  page.heading(input.unitName, [
    t('exchange.not-submitted-title'),
    t('exchange.not-submitted-count', { count: late.length, of: children.length }),
  ]);
  const header = page.header([{ text: t('exchange.column.sequence') }, { text: t('exchange.column.child') }]);
  late.forEach((child, at) => {
    page.line([
      { text: String(at + 1), style: LOOKS.center },
      { text: child.name, style: LOOKS.text },
    ]);
  });
  if (late.length === 0) page.band(t('exchange.all-submitted'));
  page.finish(header, 0);
}
