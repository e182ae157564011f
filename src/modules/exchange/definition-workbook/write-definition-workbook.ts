import exceljs, { type Worksheet } from 'exceljs';
import { decimal, type FormDefinition, sheetNameOf } from '../../../forms/index.js';
import { escaped } from '../form-workbook/cell-text.js';
import { heightOf } from '../form-workbook/row-height.js';
import { setUpPrinting, STYLES } from '../form-workbook/sheet-style.js';
import { workbookBytes } from '../form-workbook/workbook-bytes.js';
import { CHOOSING, choicesOf, type Field, type Terms, type Words } from './field.js';
import { type ListSheet, listSheets } from './list-sheet.js';
import { CHOICE_COLUMNS, HEADER_ROW, MARKER, NAMES_ROW } from './marks.js';
import { writeStamp } from './stamp.js';

/** Rows below the last one that have drop-downs too, for what is added. */
const SPARE_ROWS = 200;

/**
 * A definition as an .xlsx file for somebody who knows a spreadsheet: one line an indicator (column, section, question), drop-
 * downs for what is chosen, a sheet of choices and one of guidance. `readDefinitionWorkbook` reads it back. `terms` must be
 * those that will read it.
 */
export async function writeDefinitionWorkbook(
  definition: FormDefinition,
  from: { version: number; draft?: number },
  terms: Terms,
): Promise<Buffer> {
  const { words } = terms;
  const workbook = new exceljs.Workbook();
  const sheets = listSheets(definition);
  for (const one of sheets)
    writeList(workbook.addWorksheet(sheetNameOf(words(`sheet.${one.list}`))), one, definition, terms);
  if (sheets.some((one) => CHOOSING.includes(one.list))) {
    writeChoices(workbook.addWorksheet(sheetNameOf(words('sheet.choices'))), definition, sheets[0]!, words);
  }
  const guide = Array.from({ length: 10 }, (_, at) => ({ name: String(at + 1), text: words(`guide.${at + 1}`) }));
  writeLines(workbook.addWorksheet(sheetNameOf(words('sheet.guide'))), guide, words('guide-title'));
  writeStamp(workbook, definition, from);
  return workbookBytes(workbook);
}

function writeList(sheet: Worksheet, one: ListSheet, definition: FormDefinition, terms: Terms): void {
  const { words } = terms;
  const members = one.members(definition);
  head(sheet, `${MARKER}:${one.list}`, [
    { name: 'key', width: 24, header: words('column.key') },
    ...one.fields.map((field) => ({ name: field.name, width: field.width, header: words(`column.${field.name}`) })),
  ]);
  for (const member of members) {
    const values = one.fields.map((field) => valueOf(field, field.write(member, terms, definition)));
    sheet.addRow([escaped(member.key), escaped(member.key), ...values]);
  }
  const last = HEADER_ROW + members.length + SPARE_ROWS;
  for (const [at, field] of one.fields.entries()) offer(sheet, at + 3, last, field, definition, terms);
  finish(sheet, HEADER_ROW + members.length);
}

/** A number a spreadsheet keeps exactly as a number, all else as text. */
function valueOf(field: Field, text: string): string | number {
  const number = field.numeric ? text.replaceAll('.', '').replace(',', '.') : '';
  return decimal.isCanonical(number) && decimal.significantDigits(number) <= 15 ? Number(number) : escaped(text);
}

/** Column A holds what tells a line again when its cells were changed; it is hidden. */
function head(sheet: Worksheet, marker: string, columns: { name: string; width: number; header: string }[]): void {
  sheet.columns = [{ width: 4, hidden: true }, ...columns.map(({ width }) => ({ width }))];
  sheet.getRow(NAMES_ROW).values = [marker, ...columns.map(({ name }) => name)];
  sheet.getRow(NAMES_ROW).hidden = true;
  sheet.getRow(HEADER_ROW).values = ['', ...columns.map(({ header }) => header)];
  sheet.getRow(HEADER_ROW).eachCell((cell, at) => {
    if (at > 1) cell.style = STYLES.header;
  });
  sheet.views = [{ state: 'frozen', xSplit: 3, ySplit: HEADER_ROW }];
  setUpPrinting(sheet, HEADER_ROW);
  // A3: a line has twenty cells.
  sheet.pageSetup.paperSize = 8 as never;
}

function offer(
  sheet: Worksheet,
  column: number,
  last: number,
  field: Field,
  definition: FormDefinition,
  terms: Terms,
): void {
  const options = field.options?.(terms, definition) ?? [];
  const list = options.join(',');
  // A drop-down written into the cell itself holds at most 255 characters, and none of its texts a comma.
  if (options.length === 0 || list.length > 255 || options.some((option) => /[",]/.test(option))) return;
  for (let row = HEADER_ROW + 1; row <= last; row++) {
    sheet.getRow(row).getCell(column).dataValidation = {
      type: 'list',
      allowBlank: true,
      formulae: [`"${list}"`],
      showErrorMessage: true,
      errorTitle: terms.words('fault-title'),
      error: terms.words('fault.not-in-list'),
    };
  }
}

function writeChoices(sheet: Worksheet, definition: FormDefinition, of: ListSheet, words: Words): void {
  head(
    sheet,
    `${MARKER}:choices`,
    CHOICE_COLUMNS.map((name) => ({
      name,
      width: name.startsWith('label') ? 40 : 24,
      header: words(`column.${name}`),
    })),
  );
  let lines = 0;
  for (const member of of.members(definition)) {
    for (const choice of choicesOf(member)) {
      sheet.addRow(['', member.key, choice.key, choice.label.vi, choice.label.en ?? ''].map(escaped));
      lines += 1;
    }
  }
  finish(sheet, HEADER_ROW + lines);
}

function writeLines(sheet: Worksheet, lines: readonly { name: string; text: string }[], title: string): void {
  sheet.columns = [{ width: 40 }, { width: 110 }];
  sheet.addRow([escaped(title)]).getCell(1).style = { font: { name: 'Times New Roman', size: 14, bold: true } };
  for (const { name, text } of lines) sheet.addRow([escaped(name), escaped(text)]);
  finish(sheet, lines.length + 1);
}

/** Texts wrap; not every program fits the rows to them, so their heights are set. */
function finish(sheet: Worksheet, last: number): void {
  for (let at = 1; at <= last; at++) {
    const row = sheet.getRow(at);
    if (at === NAMES_ROW && row.hidden) continue;
    const isHeader = at === HEADER_ROW && sheet.getRow(NAMES_ROW).hidden;
    const texts: { text: string; width: number }[] = [];
    row.eachCell((cell, column) => {
      texts.push({
        text: column === 1 && sheet.getColumn(1).hidden ? '' : cell.text,
        width: sheet.getColumn(column).width ?? 10,
      });
      if (isHeader) return;
      cell.style = {
        ...cell.style,
        font: cell.font ?? FONT,
        alignment: { vertical: 'top', wrapText: true },
        ...(typeof cell.value === 'number' ? {} : { numFmt: '@' }),
      };
    });
    row.height = heightOf(texts);
  }
}

const FONT = { name: 'Times New Roman', size: 12 };
