import type { Cell, Workbook } from 'exceljs';
import type { OutlineForm, SheetLayout } from '../../../forms/index.js';
import { contentOf } from './cell-content.js';
import { valueIn } from './cell-value.js';
import { findTable, textAt } from './find-table.js';
import { inputColumn } from './input-column.js';
import { MARKERS } from './marks.js';
import type { Reading } from './reading.js';
import { isMergedInput, reportStrays, RowNames } from './row-faults.js';

/** The texts of an outline; pieces in further rows of a section are put together. Undefined where there is no table. */
export function readSections(
  workbook: Workbook,
  form: OutlineForm,
  layout: SheetLayout,
  reading: Reading,
): Record<string, string> | undefined {
  const table = findTable(workbook, MARKERS.keys);
  if (!table) return undefined;
  const column = inputColumn(layout, table, 'text', {}, reading);
  if (column === undefined) return {};
  const names = new RowNames(layout.rows);
  const strays: Cell[] = [];
  const sections: Record<string, string> = {};
  for (const row of table.rows) {
    const cell = row.getCell(column);
    const content = contentOf(cell);
    if (content.kind === 'empty') continue;
    const key = textAt(row, table.keyColumn);
    if (!form.sections.some((section) => section.key === key)) strays.push(cell);
    else if (names.isAnothers(row, table.columns.get('label'), key)) {
      reading.fault('workbook-row-moved', { section: key }, {}, row.getCell(table.columns.get('label')!));
    } else if (!isMergedInput(cell, { section: key }, reading)) {
      const read = valueIn(content, { kind: 'text' });
      reading.cameFrom({ section: key }, cell);
      if (read.ok) sections[key] = (sections[key] ?? '') + String(read.value);
      else reading.fault(read.code, { section: key }, read.params, cell);
    }
  }
  reportStrays(strays, reading);
  return sections;
}
