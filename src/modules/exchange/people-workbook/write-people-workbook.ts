import exceljs, { type Worksheet } from 'exceljs';
import { sheetNameOf } from '../../../forms/index.js';
import { LIST_FIELDS, type ListField } from '../../people/index.js';
import { escaped } from '../form-workbook/cell-text.js';
import { heightOf } from '../form-workbook/row-height.js';
import { setUpPrinting, STYLES } from '../form-workbook/sheet-style.js';
import { workbookBytes } from '../form-workbook/workbook-bytes.js';
import { HEADER_ROW, MARKER, NAMES_ROW, SPARE_ROWS } from './marks.js';

/** The texts under `people.workbook.`. */
export type Words = (key: string) => string;

/** What a list is written from: rows as somebody would type them, and what the drop-downs offer. */
export interface PeopleSheet {
  rows: readonly Partial<Record<ListField, string>>[];
  /** Units that may be named, as they are found again, with their codes. */
  units: readonly { code: string; name: string }[];
  roles: readonly string[];
  yes: string;
}

const WIDTHS: Record<ListField, number> = {
  code: 14,
  name: 28,
  title: 28,
  phone: 18,
  email: 32,
  unit: 44,
  role: 22,
  leaves: 14,
};

/**
 * A list of people as an .xlsx file: guidance, the list itself with drop-downs, and the units that may be named. Telephone
 * numbers are texts, so that no program takes away their first zero.
 */
export async function writePeopleWorkbook(of: PeopleSheet, words: Words): Promise<Buffer> {
  const workbook = new exceljs.Workbook();
  const list = workbook.addWorksheet(sheetNameOf(words('sheet.list')));
  const units = workbook.addWorksheet(sheetNameOf(words('sheet.units')));
  writeGuide(workbook.addWorksheet(sheetNameOf(words('sheet.guide'))), words);
  writeUnits(units, of.units, words);
  writeList(list, of, `'${units.name.replaceAll("'", "''")}'!$A$2:$A$${of.units.length + 1}`, words);
  return workbookBytes(workbook);
}

function writeList(sheet: Worksheet, of: PeopleSheet, unitRange: string, words: Words): void {
  sheet.columns = [{ width: 4, hidden: true }, ...LIST_FIELDS.map((field) => ({ width: WIDTHS[field] }))];
  sheet.getRow(NAMES_ROW).values = [MARKER, ...LIST_FIELDS];
  sheet.getRow(NAMES_ROW).hidden = true;
  const header = sheet.getRow(HEADER_ROW);
  header.values = ['', ...LIST_FIELDS.map((field) => words(`column.${field}`))];
  header.height = 34;
  header.eachCell((cell, at) => {
    if (at > 1) cell.style = STYLES.header;
  });
  for (const row of of.rows) sheet.addRow(['', ...LIST_FIELDS.map((field) => escaped(row[field] ?? ''))]);
  const last = HEADER_ROW + of.rows.length + SPARE_ROWS;
  const look = { ...STYLES.legend, font: { ...STYLES.legend.font, italic: false }, numFmt: '@' };
  for (let at = HEADER_ROW + 1; at <= last; at++) {
    const row = sheet.getRow(at);
    for (const [place, field] of LIST_FIELDS.entries()) {
      const cell = row.getCell(place + 2);
      cell.style = look;
      const offered = field === 'role' ? of.roles : field === 'leaves' ? [of.yes] : undefined;
      if (offered) cell.dataValidation = choice(`"${offered.join(',')}"`, words);
      // Units may be typed otherwise, too: the reader finds them, or asks.
      if (field === 'unit' && of.units.length > 0) {
        cell.dataValidation = { type: 'list', allowBlank: true, showErrorMessage: false, formulae: [unitRange] };
      }
    }
  }
  sheet.views = [{ state: 'frozen', xSplit: 3, ySplit: HEADER_ROW }];
  setUpPrinting(sheet, HEADER_ROW);
}

function choice(formula: string, words: Words) {
  return {
    type: 'list' as const,
    allowBlank: true,
    showErrorMessage: true,
    formulae: [formula],
    errorTitle: words('choose-title'),
    error: words('choose'),
  };
}

function writeUnits(sheet: Worksheet, units: PeopleSheet['units'], words: Words): void {
  sheet.columns = [{ width: 60 }, { width: 20 }];
  sheet.addRow([words('column.unit'), words('column.unit-code')]).eachCell((cell) => (cell.style = STYLES.header));
  for (const { name, code } of units) sheet.addRow([escaped(name), escaped(code)]);
  sheet.views = [{ state: 'frozen', ySplit: 1 }];
}

function writeGuide(sheet: Worksheet, words: Words): void {
  sheet.columns = [{ width: 6 }, { width: 110 }];
  sheet.addRow(['', words('guide-title')]).getCell(2).style = STYLES.title;
  for (let at = 1; at <= 8; at++) {
    const text = words(`guide.${at}`);
    const row = sheet.addRow([at, text]);
    row.getCell(2).style = { ...STYLES.legend, font: { ...STYLES.legend.font, size: 12, italic: false } };
    row.height = heightOf([{ text, width: 110 }]);
  }
  setUpPrinting(sheet);
}
