import type { Workbook, Worksheet } from 'exceljs';
import { fold } from '../../shared/index.js';
import { LIST_FIELDS, type ListField, type ListRow } from '../../people/index.js';
import { contentOf } from '../form-workbook/cell-content.js';
import { openWorkbook, type UnusableFile } from '../form-workbook/workbook-file.js';
import { MARKER, MOST_ROWS } from './marks.js';
import type { Words } from './write-people-workbook.js';

/** A fault of the file itself; `code` is the end of a key under `people.list-`. */
export interface CellFault {
  code: 'formula' | 'error-value' | 'merged';
  cell: string;
}

export interface ReadPeople {
  workbook: Workbook;
  sheet: string;
  rows: ListRow[];
  /** Cells that say nothing that could be taken. */
  faults: CellFault[];
  /** Column letters by field, to name a cell. */
  cellOf: (line: number, field: ListField) => string;
}

export type UnusablePeople = UnusableFile | 'no-list' | 'too-many-rows' | 'column-missing';

/** How far from the top the header may have been pushed, and how wide it may be. */
const SEARCHED = 20;
const NEEDED: readonly ListField[] = ['name', 'unit', 'role'];

/**
 * Reads a list of people: our own file by its hidden names, any other by what its header says, whatever columns stand between.
 * What a cell shows is what is read; a formula is not worked out. Never throws for a bad file.
 */
export async function readPeopleWorkbook(file: Buffer, words: readonly Words[]): Promise<ReadPeople | UnusablePeople> {
  const workbook = await openWorkbook(file);
  if (typeof workbook === 'string') return workbook;
  for (const sheet of workbook.worksheets) {
    const head = headOf(sheet, words);
    if (!head) continue;
    if (NEEDED.some((field) => !head.columns.has(field))) return 'column-missing';
    return readRows(workbook, sheet, head);
  }
  return 'no-list';
}

interface Head {
  row: number;
  columns: Map<ListField, number>;
}

function headOf(sheet: Worksheet, words: readonly Words[]): Head | undefined {
  for (let at = 1; at <= Math.min(SEARCHED, sheet.rowCount); at++) {
    const row = sheet.getRow(at);
    const texts = Array.from({ length: SEARCHED }, (_, column) => textOf(row.getCell(column + 1)));
    const marked = texts.includes(MARKER);
    const columns = new Map<ListField, number>();
    for (const field of LIST_FIELDS) {
      const titles = marked ? [field] : words.map((say) => fold(say(`column.${field}`)));
      const column = texts.findIndex((text) => (marked ? titles.includes(text) : titles.includes(fold(text))));
      if (column >= 0) columns.set(field, column + 1);
    }
    // Ours has the header that people see right below.
    if (marked) return { row: at + 1, columns };
    if (columns.size >= NEEDED.length && columns.has('name')) return { row: at, columns };
  }
  return undefined;
}

function readRows(workbook: Workbook, sheet: Worksheet, { row: header, columns }: Head): ReadPeople | UnusablePeople {
  const rows: ListRow[] = [];
  const faults: CellFault[] = [];
  for (let at = header + 1; at <= sheet.rowCount; at++) {
    const row = sheet.getRow(at);
    const typed = Object.fromEntries(LIST_FIELDS.map((field) => [field, ''])) as ListRow['typed'];
    const wrong: CellFault[] = [];
    for (const [field, column] of columns) {
      const cell = row.getCell(column);
      const content = contentOf(cell);
      if (content.kind === 'error' || content.kind === 'formula') {
        wrong.push({ code: content.kind === 'error' ? 'error-value' : 'formula', cell: cell.address });
      } else if (cell.isMerged) wrong.push({ code: 'merged', cell: cell.address });
      typed[field] = content.kind === 'empty' ? '' : content.text.slice(0, 500);
    }
    if (wrong.length === 0 && Object.values(typed).every((text) => text.trim() === '')) continue;
    if (rows.length === MOST_ROWS) return 'too-many-rows';
    faults.push(...wrong);
    rows.push({ line: at, typed });
  }
  return {
    workbook,
    sheet: sheet.name,
    rows,
    faults,
    cellOf: (line, field) => sheet.getRow(line).getCell(columns.get(field) ?? columns.get('name')!).address,
  };
}

function textOf(cell: Parameters<typeof contentOf>[0]): string {
  const content = contentOf(cell);
  return content.kind === 'empty' ? '' : content.text.trim();
}
