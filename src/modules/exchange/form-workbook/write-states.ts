import type { Row, Worksheet } from 'exceljs';
import {
  type Cell,
  type Cells,
  type CellFormat,
  DATE_FORMAT,
  remarkOf,
  type SheetColumn,
  type SheetLayout,
  type StatesColumn,
  type StatesLayout,
} from '../../../forms/index.js';
import { escaped, written } from './cell-text.js';
import { MARKERS, markIn } from './marks.js';
import { heightOf } from './row-height.js';
import { CellStyles, setUpPrinting, STYLES } from './sheet-style.js';

/** Writes what the table cannot show: states with their reasons, days, notes, and standings other than the column's. */
export function writeStates(sheet: Worksheet, layout: SheetLayout, states: StatesLayout, cells: Cells): void {
  states.columns.forEach((column, at) => {
    const written = sheet.getColumn(at + 1);
    written.width = column.width;
    written.hidden = column.hidden;
  });
  writeHeading(sheet, states);
  const styles = new CellStyles();
  for (const line of linesOf(layout, cells)) {
    const row = sheet.addRow([]);
    states.columns.forEach((column, at) => writeCell(row, at + 1, column, states, line, styles));
    const shown = states.columns.filter((column) => !column.hidden);
    row.height = heightOf(shown.map(({ key, width }) => ({ text: contentFor(key, states, line).text ?? '', width })));
  }
  sheet.views = [{ state: 'frozen', ySplit: 4, showGridLines: false, zoomScale: 100 }];
  setUpPrinting(sheet, 4);
}

function writeHeading(sheet: Worksheet, states: StatesLayout): void {
  const keys = sheet.addRow(states.columns.map((column) => (column.key === 'row' ? MARKERS.states : column.key)));
  keys.hidden = true;
  const title = sheet.addRow(['', '', states.title]);
  const hint = sheet.addRow(['', '', states.hint]);
  title.getCell(3).style = STYLES.title;
  hint.getCell(3).style = STYLES.legend;
  hint.height = 36;
  for (const row of [title, hint]) sheet.mergeCells(row.number, 3, row.number, states.columns.length);
  const header = sheet.addRow(states.columns.map((column) => (column.key === 'row' ? MARKERS.header : column.header)));
  header.height = 36;
  states.columns.forEach((_column, at) => (header.getCell(at + 1).style = STYLES.header));
}

interface Line {
  row: string;
  measure: string;
  label: string;
  column: string;
  cell: Cell;
}

function linesOf(layout: SheetLayout, cells: Cells): Line[] {
  const headers = new Map(layout.columns.map((column) => [column.key, column.header]));
  return layout.rows.flatMap((row) => {
    const label = row.cells.find((cell) => cell.column === 'label')?.text ?? '';
    const formats = new Map(row.cells.map((cell) => [cell.column, cell.format]));
    return Object.entries(cells[row.key] ?? {})
      .filter(([measure, cell]) => isOutOfTheOrdinary(cell, formats.get(`:${measure}`)))
      .map(([measure, cell]) => ({ row: row.key, measure, label, column: headers.get(`:${measure}`) ?? '', cell }));
  });
}

/** Whether the table alone would not bring the cell back: only a bare value, written as no mark, would. */
function isOutOfTheOrdinary(cell: Cell, format: CellFormat | undefined): boolean {
  if (cell.state !== 'value' || cell.standing !== undefined || cell.note !== undefined) return true;
  return format !== undefined && markIn(written(cell.value, format).text, format) !== undefined;
}

const ROW = { kind: 'row', indent: 0 } as const;

function writeCell(
  row: Row,
  at: number,
  column: StatesLayout['columns'][number],
  states: StatesLayout,
  line: Line,
  styles: CellStyles,
): void {
  const target = row.getCell(at);
  const { text, day } = contentFor(column.key, states, line);
  let numFmt = column.key === 'expectedOn' ? DATE_FORMAT : '@';
  if (day !== undefined) ({ value: target.value, numFmt } = written(day, { kind: 'date' }));
  else if (text) target.value = escaped(text);
  const look: SheetColumn = { ...column, role: 'input', align: column.key === 'expectedOn' ? 'center' : 'left' };
  target.style = styles.of(ROW, look, { role: 'input' }, numFmt);
  const choices = column.key === 'state' ? states.states : column.key === 'standing' ? states.standings : [];
  if (choices.length === 0) return;
  const list = choices.map((choice) => choice.text).join(',');
  target.dataValidation = { type: 'list', allowBlank: true, formulae: [`"${list}"`], showErrorMessage: false };
}

function contentFor(column: StatesColumn, states: StatesLayout, line: Line): { text?: string; day?: string } {
  const { cell } = line;
  switch (column) {
    case 'row':
    case 'measure':
    case 'label':
    case 'column':
      return { text: line[column] };
    case 'state':
      return { text: states.states.find((state) => state.key === cell.state)?.text };
    case 'standing':
      return { text: states.standings.find((one) => cell.state === 'value' && one.key === cell.standing)?.text };
    case 'remark':
      return { text: remarkOf(cell) };
    case 'expectedOn':
      return { day: cell.state === 'not-available' ? cell.expectedOn : undefined };
  }
}
