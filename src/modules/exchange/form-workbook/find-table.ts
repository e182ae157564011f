import type { Row, Workbook, Worksheet } from 'exceljs';
import { contentOf } from './cell-content.js';
import { MARKERS } from './marks.js';

/** Where a form's table lies in a worksheet, whatever was inserted around it. */
export interface FoundTable {
  sheet: Worksheet;
  /** Column key → column number. */
  columns: Map<string, number>;
  /** Keys that stand above more than one column, as in a copied one. */
  twice: Set<string>;
  keyColumn: number;
  /** The header's row. */
  header: Row;
  /** Rows below the header, top down. */
  rows: Row[];
}

/** How far from the corner the hidden keys may have been pushed by inserted rows and columns. */
const SEARCHED = { rows: 40, columns: 12 };

/** The table whose hidden keys begin with `marker`, on any sheet; undefined where keys or header are gone. */
export function findTable(workbook: Workbook, marker: string): FoundTable | undefined {
  for (const sheet of workbook.worksheets) {
    const corner = findText(sheet, marker, 1, SEARCHED.rows, 1, SEARCHED.columns);
    if (!corner) continue;
    const [keysRow, keyColumn] = corner;
    const header = findText(sheet, MARKERS.header, keysRow + 1, keysRow + SEARCHED.rows, keyColumn, keyColumn);
    if (!header) continue;
    const columns = new Map<string, number>();
    const twice = new Set<string>();
    sheet.getRow(keysRow).eachCell((cell, at) => {
      const content = contentOf(cell);
      if (at === keyColumn || content.kind !== 'text') return;
      if (columns.has(content.text)) twice.add(content.text);
      else columns.set(content.text, at);
    });
    const rows: Row[] = [];
    sheet.eachRow((row, number) => void (number > header[0] && rows.push(row)));
    return { sheet, columns, twice, keyColumn, header: sheet.getRow(header[0]), rows };
  }
  return undefined;
}

/** Names of the sheets on which such a table stands: a copied sheet is a second one. */
export function tablesIn(workbook: Workbook, marker: string): string[] {
  const holds = (sheet: Worksheet) => findText(sheet, marker, 1, SEARCHED.rows, 1, SEARCHED.columns) !== undefined;
  return workbook.worksheets.filter(holds).map((sheet) => sheet.name);
}

function findText(
  sheet: Worksheet,
  text: string,
  fromRow: number,
  toRow: number,
  fromColumn: number,
  toColumn: number,
): [number, number] | undefined {
  for (let row = fromRow; row <= Math.min(toRow, sheet.rowCount); row++) {
    for (let column = fromColumn; column <= toColumn; column++) {
      const content = contentOf(sheet.getRow(row).getCell(column));
      if (content.kind === 'text' && content.text === text) return [row, column];
    }
  }
  return undefined;
}

/** The text of a cell as a person reads it; empty where there is none. */
export function textAt(row: Row, column: number | undefined): string {
  if (column === undefined) return '';
  const content = contentOf(row.getCell(column));
  return content.kind === 'empty' ? '' : content.text;
}
