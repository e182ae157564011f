import type { Cell, Row } from 'exceljs';
import type { SheetRow } from '../../../forms/index.js';
import { contentOf } from './cell-content.js';
import { spelt } from './cell-value.js';
import type { Reading } from './reading.js';

/** Of more stray cells than this only the first is told, with how many there are. */
const MOST_STRAYS = 20;

/** Whether a cell is merged with others: whose answer stands in it cannot be known. Says so where somebody typed there. */
export function isMergedInput(cell: Cell, path: object, reading: Reading): boolean {
  if (!cell.isMerged) return false;
  if (contentOf(cell.master).kind !== 'empty') {
    reading.fault('workbook-merged', path, { with: { vi: cell.master.address } }, cell);
  }
  return true;
}

/** Nothing a person typed is passed over silently: cells with content in rows that are not of the form. */
export function reportStrays(strays: readonly Cell[], reading: Reading): void {
  const [first] = strays;
  if (first && strays.length > MOST_STRAYS) {
    reading.fault('workbook-stray-rows', {}, { count: { vi: String(strays.length) } }, first);
    return;
  }
  for (const cell of strays) {
    const content = contentOf(cell);
    const given = { vi: content.kind === 'empty' ? '' : content.text.slice(0, 200) };
    reading.fault('workbook-stray-text', {}, { given }, cell);
  }
}

/**
 * Whether a row carries the name of another row than its hidden key says, as after sorting a part of the columns. A name
 * that was merely reworded is nobody else's.
 */
export class RowNames {
  private readonly names = new Map<string, Set<string>>();

  constructor(rows: readonly SheetRow[]) {
    for (const row of rows) {
      if (row.key === '') continue;
      const name = nameOf(row);
      this.names.set(name, (this.names.get(name) ?? new Set()).add(row.key));
    }
  }

  isAnothers(row: Row, labelColumn: number | undefined, key: string): boolean {
    if (labelColumn === undefined) return false;
    const content = contentOf(row.getCell(labelColumn));
    const named = content.kind === 'empty' ? undefined : this.names.get(spelt(content.text));
    return named !== undefined && !named.has(key);
  }
}

function nameOf(row: SheetRow): string {
  return spelt(row.cells.find((cell) => cell.column === 'label')?.text ?? '');
}
