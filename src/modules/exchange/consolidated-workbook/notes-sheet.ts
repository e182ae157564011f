import type { Workbook } from 'exceljs';
import type { Row } from '../../../forms/index.js';
import type { ConsolidatedInput } from './input.js';
import { LOOKS, Page } from './page.js';
import { rowHead } from './summary-sheet.js';
import { measureLabel, namesText, provenanceText, reasonText, ruleText } from './words.js';

/** «Ghi chú»: how each row was made, where its name was seen, and why figures are missing. */
export function writeNotes(workbook: Workbook, input: ConsolidatedInput): void {
  const { t } = input;
  const sheet = workbook.addWorksheet(t('exchange.sheet.notes'));
  const page = new Page(sheet, [7, 38, 15, 44, 34, 60]);
  page.heading(input.unitName, [t('exchange.notes-title'), input.title]);
  for (const note of ['completeness', 'rounding', 'comparison']) page.wide(t(`exchange.note.${note}`), LOOKS.note);
  page.wide('', LOOKS.note);
  const header = page.header([
    { text: t('exchange.column.sequence') },
    { text: t('exchange.column.indicator') },
    { text: t('exchange.column.unit') },
    { text: t('exchange.column.rule') },
    { text: t('exchange.column.provenance') },
    { text: t('exchange.column.why') },
  ]);
  for (const row of input.form.rows) {
    page.line([
      ...rowHead(row, input, true),
      { text: ruleText(row, input), style: LOOKS.text },
      { text: provenanceText(row.provenance, input), style: LOOKS.text },
      { text: whyText(row, input), style: LOOKS.text },
    ]);
  }
  page.finish(header, 3);
}

/** One line for each reason with the measures it holds for; who has not submitted stands on a sheet of its own. */
function whyText(row: Row, input: ConsolidatedInput): string {
  const { t } = input;
  const reasons = new Map<string, string[]>();
  for (const measure of input.measures) {
    const cell = input.totals[row.key]?.[measure.key];
    if (!cell) continue;
    const found = cell.reason ? [reasonText(cell.reason, input)] : [];
    if (!measure.computed) {
      const others = Map.groupBy(cell.missing, (one) => one.why);
      others.delete('not-submitted');
      for (const [why, units] of others) {
        const names = namesText(
          units.map((one) => one.name),
          input,
        );
        found.push(t('exchange.why', { why: t(`exchange.missing.${why}`), names }));
      }
    }
    for (const reason of found) reasons.set(reason, [...(reasons.get(reason) ?? []), measureLabel(measure, input)]);
  }
  return [...reasons]
    .map(([reason, labels]) =>
      labels.length === input.measures.length ? reason : t('exchange.why-in', { reason, measures: labels.join('; ') }),
    )
    .join('\n');
}
