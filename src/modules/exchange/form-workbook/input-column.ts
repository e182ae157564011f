import type { SheetLayout } from '../../../forms/index.js';
import { spelt } from './cell-value.js';
import { type FoundTable, textAt } from './find-table.js';
import type { Reading } from './reading.js';

/**
 * The number of the column that holds the answers of `key`: by its hidden key wherever it was moved, else by its header
 * where only one column has it. A column that is gone, twice there, or stands under the header of another is reported, so
 * that its answers are neither taken for empty nor for those of another.
 */
export function inputColumn(
  layout: SheetLayout,
  table: FoundTable,
  key: string,
  path: { measure: string } | { column: string } | object,
  reading: Reading,
): number | undefined {
  const planned = layout.columns.find((one) => one.key === `:${key}`);
  const header = planned?.header ?? key;
  const fault = (code: string) => {
    reading.fault(code, path, { column: { vi: header } });
    return undefined;
  };
  if (table.twice.has(`:${key}`)) return fault('workbook-column-twice');
  const at = table.columns.get(`:${key}`);
  const own = spelt(header);
  const others = layout.columns.filter((one) => one !== planned && one.header !== '').map((one) => spelt(one.header));
  if (at !== undefined) {
    const shown = spelt(textAt(table.header, at));
    return shown !== own && others.includes(shown) ? fault('workbook-column-moved') : at;
  }
  const keyed = new Set(table.columns.values());
  const alike: number[] = [];
  table.header.eachCell((cell, column) => {
    if (!keyed.has(column) && spelt(cell.text) === own) alike.push(column);
  });
  return alike.length === 1 && !others.includes(own) ? alike[0] : fault('workbook-column-lost');
}
