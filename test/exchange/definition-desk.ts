import exceljs from 'exceljs';
import path from 'node:path';
import type { FormDefinition, IndicatorForm } from '../../src/forms/index.js';
import { readDefinitionWorkbook } from '../../src/modules/exchange/definition-workbook/read-definition-workbook.js';
import { writeDefinitionWorkbook } from '../../src/modules/exchange/definition-workbook/write-definition-workbook.js';
import { readProfile } from '../../src/modules/profiles/index.js';
import { packageRoot } from '../../src/modules/shared/index.js';
import { messages, vietnamese } from '../properties/form-words.js';

/** The forms of the directive as an admin takes them out to a spreadsheet and brings them back, in Vietnamese. */
export const words = (key: string): string => messages.t('vi', `exchange.definition.${key}`);
const { profile } = readProfile(path.join(packageRoot, 'config', 'profiles', 'hanoi-directive'));
const audiences = profile!.rules.audiences.map(({ code, title }) => ({ code, name: title.vi }));
export const terms = { words, audiences, forms: vietnamese, locale: 'vi' as const };
export const forms = profile!.forms;
export const m3 = forms.find((form): form is IndicatorForm => form.key === 'm3-commune')!;
export const m4 = forms.find((form) => form.key === 'f-fdi-projects')!;

export const written = (form: FormDefinition): Promise<Buffer> => writeDefinitionWorkbook(form, { version: 1 }, terms);

export const read = (file: Buffer, form: FormDefinition) => readDefinitionWorkbook(file, form, terms);

export async function opened(file: Buffer): Promise<exceljs.Workbook> {
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load(file as unknown as ArrayBuffer);
  return workbook;
}

/** What somebody does to the file with a spreadsheet. */
export async function edited(form: FormDefinition, change: (workbook: exceljs.Workbook) => void) {
  const workbook = await opened(await written(form));
  change(workbook);
  return read(Buffer.from(await workbook.xlsx.writeBuffer()), form);
}

/** Column number under a header. */
export function columnOf(sheet: exceljs.Worksheet, header: string): number {
  let found = 0;
  sheet.getRow(2).eachCell((cell, column) => {
    if (cell.text === words(`column.${header}`)) found = column;
  });
  return found;
}

/** The cell of a member under a header, by the hidden key of its line. */
export function cellOf(sheet: exceljs.Worksheet, key: string, header: string): exceljs.Cell {
  let line = 0;
  sheet.eachRow((row, number) => {
    if (row.getCell(1).text === key) line = number;
  });
  return sheet.getRow(line).getCell(columnOf(sheet, header));
}

/** The sentences of what was found wrong, each with its cell. */
export const told = (faults: Awaited<ReturnType<typeof read>>['faults']): string[] =>
  faults.map(({ code, params, cell }) =>
    [cell ? `${cell.sheet} ${cell.cell}` : 'tệp', messages.t('vi', `exchange.definition.fault.${code}`, params)].join(
      ': ',
    ),
  );
