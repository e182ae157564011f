import type { Workbook } from 'exceljs';
import type { OutlineForm } from '../../../forms/index.js';
import { contentOf } from './cell-content.js';
import { findTable, textAt } from './find-table.js';
import { MARKERS } from './marks.js';
import type { Reading } from './reading.js';

/** The texts of an outline; pieces in further rows of a section are put together. Undefined where there is no table. */
export function readSections(
  workbook: Workbook,
  form: OutlineForm,
  reading: Reading,
): Record<string, string> | undefined {
  const table = findTable(workbook, MARKERS.keys);
  const column = table?.columns.get(':text');
  if (!table || column === undefined) return undefined;
  const sections: Record<string, string> = {};
  for (const row of table.rows) {
    const cell = row.getCell(column);
    const content = contentOf(cell);
    if (content.kind === 'empty') continue;
    const key = textAt(row, table.keyColumn);
    const given = { given: { vi: content.text.slice(0, 200) } };
    if (content.kind === 'error') reading.fault('workbook-error-value', { section: key }, given, cell);
    else if (!form.sections.some((section) => section.key === key))
      reading.fault('workbook-stray-text', {}, given, cell);
    else {
      reading.cameFrom({ section: key }, cell);
      sections[key] = (sections[key] ?? '') + content.text;
    }
  }
  return sections;
}
