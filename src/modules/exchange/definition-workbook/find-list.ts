import type { Row, Workbook, Worksheet } from 'exceljs';
import { contentOf } from '../form-workbook/cell-content.js';
import { fold, type Words } from './field.js';
import { MARKER } from './marks.js';

export interface FoundLine {
  /** The hidden key; empty on a line that was inserted. */
  key: string;
  row: Row;
}

/** Where one list of a definition stands in the file, whatever was inserted or moved around it. */
export interface FoundList {
  sheet: string;
  /** Field name → column number. */
  columns: Map<string, number>;
  /** Lines with any content, top down. */
  lines: FoundLine[];
}

/** How far from the top the names may have been pushed by inserted rows. */
const SEARCHED = 20;

export function findList(workbook: Workbook, list: string, words: Words): FoundList | undefined {
  for (const sheet of workbook.worksheets) {
    const at = markerIn(sheet, `${MARKER}:${list}`);
    if (!at) continue;
    const columns = new Map<string, number>();
    const header = new Map<string, number>();
    sheet.getRow(at.row).eachCell((cell, column) => {
      if (column !== at.column) columns.set(textOf(cell), column);
    });
    sheet.getRow(at.row + 1).eachCell((cell, column) => header.set(fold(textOf(cell)), column));
    // A column that was moved by its header alone is found by that.
    for (const name of [...columns.keys()]) {
      const titled = header.get(fold(words(`column.${name}`)));
      if (titled !== undefined) columns.set(name, titled);
    }
    const lines: FoundLine[] = [];
    sheet.eachRow((row, number) => {
      if (number <= at.row + 1) return;
      const filled = [...columns.values()].some((column) => textIn(row, column).trim() !== '');
      if (filled) lines.push({ key: textIn(row, at.column), row });
    });
    return { sheet: sheet.name, columns, lines };
  }
  return undefined;
}

/** The text of a cell; a formula is never worked out, only its last result is read. */
export function textIn(row: Row, column: number | undefined): string {
  return column === undefined ? '' : textOf(row.getCell(column));
}

function textOf(cell: Parameters<typeof contentOf>[0]): string {
  const content = contentOf(cell);
  if (content.kind === 'empty') return '';
  // As it would be typed here, with a decimal comma: a point would separate thousands.
  return content.kind === 'number' ? (content.value ?? content.text).replace('.', ',') : content.text;
}

function markerIn(sheet: Worksheet, marker: string): { row: number; column: number } | undefined {
  for (let row = 1; row <= Math.min(SEARCHED, sheet.rowCount); row++) {
    for (let column = 1; column <= SEARCHED; column++) {
      if (textOf(sheet.getRow(row).getCell(column)) === marker) return { row, column };
    }
  }
  return undefined;
}
