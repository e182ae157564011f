import exceljs, { type Cell, type Row, type Workbook, type Worksheet } from 'exceljs';
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
  /** Headers that stand over two columns: nobody knows which is meant. */
  twice: string[];
}

/** How far from the top the names may have been pushed by inserted rows. */
const SEARCHED = 20;

/** Every sheet of the list; a sheet that was copied stands there twice. */
export function findLists(workbook: Workbook, list: string, words: Words): FoundList[] {
  return workbook.worksheets.flatMap((sheet) => {
    const at = markerIn(sheet, `${MARKER}:${list}`);
    if (!at) return [];
    const columns = new Map<string, number>();
    const header = new Map<string, number>();
    const twice = new Set<string>();
    sheet.getRow(at.row).eachCell((cell, column) => {
      if (column !== at.column) columns.set(textOf(cell), column);
    });
    sheet.getRow(at.row + 1).eachCell((cell, column) => {
      if (cell.isMerged && cell.master !== cell) return;
      const title = textOf(cell).trim();
      if (title !== '' && header.has(fold(title))) twice.add(title);
      header.set(fold(title), column);
    });
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
    const own = new Set([...columns.keys()].map((name) => fold(words(`column.${name}`))));
    return [{ sheet: sheet.name, columns, lines, twice: [...twice].filter((title) => own.has(fold(title))) }];
  });
}

/**
 * Why a cell is not to be read: its text is another cell's, or a formula's. Figures of formulas are taken as they stand, but
 * for a cell of `rules`: whoever writes a formula there means the formula, not the figure that it has just now.
 */
export function unusable(
  cell: Cell,
  rules = false,
): { code: 'merged' | 'formula' | 'formula-of-rule' | 'error-value'; with: string } | undefined {
  if (cell.isMerged && cell.master !== cell) return { code: 'merged', with: cell.master.address };
  if (rules && cell.type === exceljs.ValueType.Formula) return { code: 'formula-of-rule', with: '' };
  const { kind } = contentOf(cell);
  if (kind === 'formula') return { code: 'formula', with: '' };
  return kind === 'error' ? { code: 'error-value', with: '' } : undefined;
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
