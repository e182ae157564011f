import type { Workbook } from 'exceljs';
import type { SheetLayout, ShortForm } from '../../../forms/index.js';
import { contentOf } from './cell-content.js';
import { valueIn } from './cell-value.js';
import { findTable, textAt } from './find-table.js';
import { MARKERS } from './marks.js';
import type { Reading } from './reading.js';

/** The answers of a short form, each read as its question asks. Undefined where there is no table. */
export function readQuestions(
  workbook: Workbook,
  form: ShortForm,
  layout: SheetLayout,
  reading: Reading,
): Record<string, string> | undefined {
  const table = findTable(workbook, MARKERS.keys);
  const column = table?.columns.get(':text');
  if (!table || column === undefined) return undefined;
  const answers: Record<string, string> = {};
  for (const row of table.rows) {
    const cell = row.getCell(column);
    const content = contentOf(cell);
    if (content.kind === 'empty') continue;
    const key = textAt(row, table.keyColumn);
    const format = layout.rows.find((one) => one.key === key)?.cells.find((one) => one.column === ':text')?.format;
    if (!format || !form.questions.some((question) => question.key === key)) {
      reading.fault('workbook-stray-text', {}, { given: { vi: content.text.slice(0, 200) } }, cell);
      continue;
    }
    const read = valueIn(content, format);
    if (read.ok) {
      reading.cameFrom({ section: key }, cell);
      answers[key] = String(read.value);
    } else reading.fault(read.code, { section: key }, read.params, cell);
  }
  return answers;
}
