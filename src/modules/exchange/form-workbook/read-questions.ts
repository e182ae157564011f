import type { Cell, Workbook } from 'exceljs';
import type { SheetLayout, ShortForm } from '../../../forms/index.js';
import { contentOf } from './cell-content.js';
import { valueIn } from './cell-value.js';
import { findTable, textAt } from './find-table.js';
import { inputColumn } from './input-column.js';
import { MARKERS } from './marks.js';
import type { Reading } from './reading.js';
import { isMergedInput, reportStrays, RowNames } from './row-faults.js';

/** The answers of a short form, each read as its question asks. Undefined where there is no table. */
export function readQuestions(
  workbook: Workbook,
  form: ShortForm,
  layout: SheetLayout,
  reading: Reading,
): Record<string, string> | undefined {
  const table = findTable(workbook, MARKERS.keys);
  if (!table) return undefined;
  const column = inputColumn(layout, table, 'text', {}, reading);
  if (column === undefined) return {};
  const names = new RowNames(layout.rows);
  const strays: Cell[] = [];
  const answers: Record<string, string> = {};
  const seen = new Set<string>();
  for (const row of table.rows) {
    const cell = row.getCell(column);
    const content = contentOf(cell);
    const key = textAt(row, table.keyColumn);
    // A check may point at a question that was left open.
    if (content.kind === 'empty' && key !== '') reading.remember({ section: key }, cell);
    if (content.kind === 'empty') continue;
    const format = layout.rows.find((one) => one.key === key)?.cells.find((one) => one.column === ':text')?.format;
    if (!format || !form.questions.some((question) => question.key === key)) {
      strays.push(cell);
      continue;
    }
    if (names.isAnothers(row, table.columns.get('label'), key)) {
      reading.fault('workbook-row-moved', { section: key }, {}, row.getCell(table.columns.get('label')!));
      continue;
    }
    if (seen.has(key)) {
      reading.fault('workbook-row-twice', { section: key }, {}, row.getCell(table.keyColumn));
      continue;
    }
    seen.add(key);
    if (isMergedInput(cell, { section: key }, reading)) continue;
    const read = valueIn(content, format);
    if (read.ok) {
      reading.cameFrom({ section: key }, cell);
      answers[key] = String(read.value);
    } else reading.fault(read.code, { section: key }, read.params, cell);
  }
  reportStrays(strays, reading);
  return answers;
}
