import type { Workbook } from 'exceljs';
import type { RecordForm, RecordRow, SheetLayout } from '../../../forms/index.js';
import { contentOf } from './cell-content.js';
import { valueIn } from './cell-value.js';
import { findTable, textAt } from './find-table.js';
import { inputColumn } from './input-column.js';
import { MARKERS } from './marks.js';
import type { Reading } from './reading.js';
import { isMergedInput } from './row-faults.js';

/** The records of a list in the order of their rows, empty rows passed over; undefined where there is no table. */
export function readRecords(
  workbook: Workbook,
  form: RecordForm,
  layout: SheetLayout,
  reading: Reading,
): RecordRow[] | undefined {
  const table = findTable(workbook, MARKERS.keys);
  if (!table) return undefined;
  const formats = new Map(layout.recordRow!.cells.map((cell) => [cell.column, cell.format]));
  const inputs = form.columns
    .filter((column) => !column.computed)
    .flatMap((column) => {
      const at = inputColumn(layout, table, column.key, { column: column.key }, reading);
      const format = formats.get(`:${column.key}`);
      return at === undefined || !format ? [] : [{ key: column.key, at, format }];
    });

  const others = form.columns.flatMap(({ key }): [string, number][] => {
    const at = table.columns.get(`:${key}`);
    return at === undefined ? [] : [[key, at]];
  });
  const records: RecordRow[] = [];
  for (const row of table.rows) {
    if (textAt(row, table.keyColumn) === MARKERS.total) continue;
    const filled = inputs
      .map((input) => ({ ...input, cell: row.getCell(input.at), content: contentOf(row.getCell(input.at)) }))
      .filter(({ content }) => content.kind !== 'empty');
    if (filled.length === 0) continue;
    const index = records.length;
    const record: RecordRow = {};
    for (const { key, format, cell, content } of filled) {
      if (content.kind === 'empty' || isMergedInput(cell, { index, column: key }, reading)) continue;
      reading.cameFrom({ index, column: key }, cell);
      const read = valueIn(content, format);
      if (read.ok) record[key] = String(read.value);
      else reading.fault(read.code, { index, column: key }, read.params, cell);
    }
    // A row in which nothing could be read is told by its faults alone; it must not shift the rows after it.
    if (Object.keys(record).length === 0) continue;
    records.push(record);
    // A check may point at a cell that nobody fills in, or at the line.
    for (const [column, at] of others) reading.remember({ index, column }, row.getCell(at));
    reading.remember({ index }, filled[0]!.cell);
  }
  return records;
}
