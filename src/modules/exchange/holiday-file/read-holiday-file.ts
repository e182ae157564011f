import { parse } from 'csv-parse/sync';
import { HOLIDAY_COLUMNS, type HolidayColumn, type TypedHoliday } from '../../calendar/index.js';
import { fold } from '../../shared/index.js';
import { contentOf } from '../form-workbook/cell-content.js';
import { openWorkbook, type UnusableFile, WORKBOOK_LIMITS } from '../form-workbook/workbook-file.js';

/** Why a file is not taken whole; the end of a key under `calendar.holiday-file.`. */
export type UnusableHolidays = UnusableFile | 'not-text' | 'not-csv' | 'column-missing' | 'too-many-rows';

/** More than a hundred years of holidays. */
const MOST_ROWS = 2_000;
/** How far from the top the header may have been pushed. */
const SEARCHED = 20;

const TITLES: Record<HolidayColumn, readonly string[]> = {
  date: ['date', 'ngay'],
  kind: ['kind', 'loai'],
  name_vi: ['name_vi', 'ten', 'ten ngay nghi', 'ten tieng viet'],
  name_en: ['name_en', 'ten tieng anh'],
  status: ['status', 'tinh trang', 'trang thai'],
  source: ['source', 'can cu', 'nguon'],
};

interface Row {
  line: number;
  cells: string[];
}

/**
 * The rows of a list of holidays, of a workbook (known by its first bytes) or of CSV with commas or semicolons. Columns are found by
 * what the header calls them. Never throws for a bad file.
 */
export async function readHolidayFile(file: Buffer): Promise<TypedHoliday[] | UnusableHolidays> {
  if (file.length === 0) return 'empty-file';
  if (file.length > WORKBOOK_LIMITS.megabytes * 1024 * 1024) return 'too-large';
  const isBinary = file.subarray(0, 2).toString('latin1') === 'PK' || file[0] === 0xd0;
  const rows = isBinary ? await rowsOfWorkbook(file) : rowsOfText(file);
  if (typeof rows === 'string') return rows;
  const at = rows.slice(0, SEARCHED).findIndex(({ cells }) => columnsOf(cells).has('date'));
  const columns = at < 0 ? new Map<HolidayColumn, number>() : columnsOf(rows[at]!.cells);
  if (HOLIDAY_COLUMNS.some((column) => column !== 'name_en' && !columns.has(column))) return 'column-missing';
  const filled = rows.slice(at + 1).filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  if (filled.length > MOST_ROWS) return 'too-many-rows';
  return filled.map(({ line, cells }) => ({
    line,
    cells: Object.fromEntries(
      HOLIDAY_COLUMNS.map((column) => [column, cells[columns.get(column) ?? -1] ?? '']),
    ) as TypedHoliday['cells'],
  }));
}

function columnsOf(header: readonly string[]): Map<HolidayColumn, number> {
  const found = new Map<HolidayColumn, number>();
  for (const column of HOLIDAY_COLUMNS) {
    const at = header.findIndex((text) => TITLES[column].includes(fold(text.trim())));
    if (at >= 0) found.set(column, at);
  }
  return found;
}

async function rowsOfWorkbook(file: Buffer): Promise<Row[] | UnusableFile> {
  const workbook = await openWorkbook(file);
  if (typeof workbook === 'string') return workbook;
  const [sheet] = workbook.worksheets;
  const rows: Row[] = [];
  for (let line = 1; line <= Math.min(sheet!.rowCount, MOST_ROWS + SEARCHED + 1); line++) {
    const row = sheet!.getRow(line);
    rows.push({
      line,
      cells: Array.from({ length: Math.min(sheet!.columnCount, SEARCHED) }, (_, column) => {
        const content = contentOf(row.getCell(column + 1));
        return content.kind === 'empty' ? '' : content.text;
      }),
    });
  }
  return rows;
}

function rowsOfText(file: Buffer): Row[] | UnusableHolidays {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(file);
  } catch {
    return 'not-text';
  }
  try {
    const [head = ''] = text.split('\n', 1);
    const delimiter = head.includes(';') && !head.includes(',') ? ';' : ',';
    const read = parse(text, { delimiter, bom: true, info: true, relax_column_count: true, skip_empty_lines: true });
    return (read as unknown as { info: { lines: number }; record: string[] }[]).map(({ info, record }) => ({
      line: info.lines,
      cells: record,
    }));
  } catch {
    return 'not-csv';
  }
}
