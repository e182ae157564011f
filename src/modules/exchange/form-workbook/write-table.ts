import type { Worksheet } from 'exceljs';
import type { CellFormat, SheetCell, SheetLayout } from '../../../forms/index.js';
import { emptyFormat, escaped, written } from './cell-text.js';
import { computedFormula } from './computed-formula.js';
import { MARKERS } from './marks.js';
import { heightOf } from './row-height.js';
import { CellStyles, NOTE_FONT, setUpPrinting, STYLES } from './sheet-style.js';
import type { TableContent, TableRow } from './table-rows.js';
import { totalFormula } from './total-formula.js';

/** Rows above the table: hidden keys, letterhead, title lines, an empty one; then the header. */
const LETTERHEAD_ROW = 2;

/** Writes the table of a form: hidden keys, letterhead, title, header, rows, legend. */
export function writeTable(sheet: Worksheet, layout: SheetLayout, rows: TableRow[]): void {
  const headerRow = LETTERHEAD_ROW + layout.title.length + 2;
  layout.columns.forEach((column, at) => {
    const written = sheet.getColumn(at + 1);
    written.width = column.width;
    written.hidden = column.hidden;
  });
  writeKeys(sheet, layout);
  writeHeading(sheet, layout);
  writeHeader(sheet, layout, headerRow);
  writeRows(sheet, layout, rows, headerRow);
  writeLegend(sheet, layout, headerRow + rows.length + 2);
  const frozenColumns = layout.columns.findIndex((column) => column.role !== 'locked');
  sheet.views = [
    { state: 'frozen', xSplit: Math.max(frozenColumns, 1), ySplit: headerRow, showGridLines: false, zoomScale: 100 },
  ];
  setUpPrinting(sheet, headerRow);
}

function writeKeys(sheet: Worksheet, layout: SheetLayout): void {
  const row = sheet.getRow(1);
  row.hidden = true;
  layout.columns.forEach((column, at) => {
    const cell = row.getCell(at + 1);
    cell.value = column.key === 'key' ? MARKERS.keys : column.key;
    cell.style = STYLES.key;
  });
}

/** Left the unit, right the number of the form; below the title over the whole width. */
function writeHeading(sheet: Worksheet, layout: SheetLayout): void {
  const last = layout.columns.length;
  const split = Math.min(Math.max(2, Math.ceil(last / 2)), last);
  const left = sheet.getCell(LETTERHEAD_ROW, 2);
  left.value = escaped(layout.letterhead.left);
  left.style = STYLES.letterhead('left');
  if (split < last) {
    const right = sheet.getCell(LETTERHEAD_ROW, split + 1);
    right.value = escaped(layout.letterhead.right);
    right.style = STYLES.letterhead('right');
    merge(sheet, LETTERHEAD_ROW, 2, split);
    merge(sheet, LETTERHEAD_ROW, split + 1, last);
  }
  layout.title.forEach((line, at) => {
    const row = LETTERHEAD_ROW + 1 + at;
    const cell = sheet.getCell(row, 2);
    cell.value = escaped(at === 0 ? line.toLocaleUpperCase('vi') : line);
    cell.style = at === 0 ? STYLES.title : STYLES.subtitle;
    merge(sheet, row, 2, last);
    if (at === 0) sheet.getRow(row).height = heightOf([{ text: line, width: widthOf(layout) * 0.7 }], 22);
  });
}

function merge(sheet: Worksheet, row: number, from: number, to: number): void {
  if (to > from) sheet.mergeCells(row, from, row, to);
}

function widthOf(layout: SheetLayout): number {
  return layout.columns.filter((column) => !column.hidden).reduce((width, column) => width + column.width, 0);
}

function writeHeader(sheet: Worksheet, layout: SheetLayout, headerRow: number): void {
  const row = sheet.getRow(headerRow);
  const shown = layout.columns.filter((column) => !column.hidden);
  row.height = Math.max(36, heightOf(shown.map(({ header, width }) => ({ text: header, width: width * 0.85 }))));
  layout.columns.forEach((column, at) => {
    const cell = row.getCell(at + 1);
    cell.value = column.key === 'key' ? MARKERS.header : escaped(column.header);
    cell.style = STYLES.header;
  });
}

function writeRows(sheet: Worksheet, layout: SheetLayout, rows: TableRow[], headerRow: number): void {
  const styles = new CellStyles();
  rows.forEach(({ row, contents, notes }, at) => {
    const line = sheet.getRow(headerRow + 1 + at);
    const cells = new Map(row.cells.map((cell) => [cell.column, cell]));
    const texts: { text: string; width: number }[] = [];
    layout.columns.forEach((column, index) => {
      const planned: SheetCell = cells.get(column.key) ?? { column: column.key, role: 'locked' };
      const target = line.getCell(index + 1);
      const format = planned.format;
      let numFmt = format ? emptyFormat(format) : '';
      const content = contents.get(column.key);
      const range = { column: index + 1, from: headerRow + 1, to: line.number - 1 };
      const sum = planned.total && totalFormula(column.key, range, rows.slice(0, at), content);
      if (row === layout.totalRow && column.key === 'key') target.value = MARKERS.total;
      else if (planned.text) target.value = escaped(planned.text);
      else if (format && planned.computed) {
        const formula = computedFormula(planned, line.number, layout, contents);
        if (formula) target.value = formula;
        else if (content && 'computed' in content)
          ({ value: target.value, numFmt } = written(content.computed, format));
      } else if (sum) target.value = sum;
      else if (format && content) {
        const shown = shownAs(content, format);
        target.value = shown.value;
        numFmt = shown.numFmt;
      }
      target.style = styles.of(row, column, planned, numFmt);
      addDropDown(target, planned);
      const note = notes?.get(column.key);
      if (note !== undefined) target.note = { texts: [{ font: NOTE_FONT, text: note }], editAs: 'oneCells' };
      if (!column.hidden && typeof target.value === 'string') texts.push({ text: target.value, width: column.width });
    });
    line.height = heightOf(texts);
  });
}

function shownAs(content: TableContent, format: CellFormat) {
  if ('mark' in content) return { value: content.mark, numFmt: emptyFormat(format) };
  return written('value' in content ? content.value : content.computed, format);
}

/** A list to choose from where it fits the file format: at most 255 characters, no commas or quotes. */
function addDropDown(target: import('exceljs').Cell, { role, format }: SheetCell): void {
  if (role !== 'input' || !format) return;
  const texts =
    format.kind === 'yes-no'
      ? [format.yes, format.no]
      : format.kind === 'choice'
        ? format.choices.map((one) => one.text)
        : [];
  const list = texts.join(',');
  if (texts.length === 0 || list.length > 255 || texts.some((text) => /[",\n]/.test(text))) return;
  // No refusal: the marks for answers without a value may be typed here too, and the reader checks everything.
  target.dataValidation = { type: 'list', allowBlank: true, formulae: [`"${list}"`], showErrorMessage: false };
}

function writeLegend(sheet: Worksheet, layout: SheetLayout, firstRow: number): void {
  layout.legend.forEach((line, at) => {
    const cell = sheet.getCell(firstRow + at, 2);
    cell.value = escaped(line);
    cell.style = STYLES.legend;
    merge(sheet, firstRow + at, 2, layout.columns.length);
    sheet.getRow(firstRow + at).height = heightOf([{ text: line, width: widthOf(layout) }], 16);
  });
}
