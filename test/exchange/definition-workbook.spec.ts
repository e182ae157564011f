import { describe, expect, it } from '@jest/globals';
import exceljs from 'exceljs';
import path from 'node:path';
import {
  differencesBetween,
  editsBetween,
  type FormDefinition,
  type IndicatorForm,
  wellShaped,
} from '../../src/forms/index.js';
import { readDefinitionWorkbook } from '../../src/modules/exchange/definition-workbook/read-definition-workbook.js';
import { writeDefinitionWorkbook } from '../../src/modules/exchange/definition-workbook/write-definition-workbook.js';
import { readProfile } from '../../src/modules/profiles/index.js';
import { Messages, packageRoot } from '../../src/modules/shared/index.js';

const messages = Messages.read(path.join(packageRoot, 'config', 'messages'));
const words = (key: string): string => messages.t('vi', `exchange.definition.${key}`);
const { profile } = readProfile(path.join(packageRoot, 'config', 'profiles', 'hanoi-directive'));
const forms = profile!.forms;
const m3 = forms.find((form): form is IndicatorForm => form.key === 'm3-commune')!;
const m4 = forms.find((form) => form.key === 'f-fdi-projects')!;

const written = (form: FormDefinition) => writeDefinitionWorkbook(form, { version: 1 }, words);

/** What somebody does to the file with a spreadsheet. */
async function edited(form: FormDefinition, change: (workbook: exceljs.Workbook) => void) {
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load((await written(form)) as unknown as ArrayBuffer);
  change(workbook);
  return readDefinitionWorkbook(Buffer.from(await workbook.xlsx.writeBuffer()), form, words);
}

/** Column number under a header. */
function columnOf(sheet: exceljs.Worksheet, header: string): number {
  let found = 0;
  sheet.getRow(2).eachCell((cell, column) => {
    if (cell.text === words(`column.${header}`)) found = column;
  });
  return found;
}

describe('a form as a workbook for an admin', () => {
  it.each(forms.map((form) => [form.key, form] as const))('brings %s back as it went out', async (_key, form) => {
    expect(wellShaped(form)).toMatchObject({ ok: true });
    const { definition, faults } = await readDefinitionWorkbook(await written(form), form, words);
    expect(faults).toEqual([]);
    expect(definition).toEqual(form);
    expect(editsBetween(form, definition)).toEqual([]);
  });

  it('shows a line an indicator, with drop-downs where something is chosen', async () => {
    const workbook = new exceljs.Workbook();
    await workbook.xlsx.load((await written(m3)) as unknown as ArrayBuffer);
    const sheet = workbook.getWorksheet('Chỉ tiêu')!;
    expect(sheet.getRow(3).getCell(columnOf(sheet, 'label.vi')).text).toBe(m3.rows[0]!.label.vi);
    expect(sheet.getRow(3).getCell(columnOf(sheet, 'required')).dataValidation.formulae).toEqual(['"Có,Không"']);
    expect(sheet.getColumn(1).hidden).toBe(true);
    expect(workbook.worksheets.filter((one) => one.state === 'visible').map((one) => one.name)).toEqual([
      'Chỉ tiêu',
      'Cột số liệu',
      'Nhóm',
      'Lựa chọn',
      'Hướng dẫn',
    ]);
  });

  it('takes a new name, a bound in Vietnamese notation and a yes as changes of their rows', async () => {
    const { definition, faults } = await edited(m3, (workbook) => {
      const sheet = workbook.getWorksheet('Chỉ tiêu')!;
      sheet.getRow(4).getCell(columnOf(sheet, 'label.vi')).value = 'Tổng thu ngân sách trên địa bàn xã';
      sheet.getRow(4).getCell(columnOf(sheet, 'max')).value = '1.234,5';
      sheet.getRow(3).getCell(columnOf(sheet, 'hidden')).value = 'có';
    });
    expect(faults).toEqual([]);
    expect(differencesBetween(m3, definition).map(({ key, field, to }) => [key, field, to])).toEqual([
      [m3.rows[0]!.key, 'hidden', true],
      [m3.rows[1]!.key, 'label', { ...m3.rows[1]!.label, vi: 'Tổng thu ngân sách trên địa bàn xã' }],
      [m3.rows[1]!.key, 'max', '1234.5'],
    ]);
  });

  it('takes an inserted line for a new indicator, a deleted one as removed, a moved one as moved', async () => {
    const { definition, faults } = await edited(m3, (workbook) => {
      const sheet = workbook.getWorksheet('Chỉ tiêu')!;
      const line: exceljs.CellValue[] = [];
      line[columnOf(sheet, 'label.vi')] = 'Thu từ dịch vụ công';
      line[columnOf(sheet, 'unit.vi')] = 'Tỷ đồng';
      line[columnOf(sheet, 'unit.code')] = 'billion_VND';
      line[columnOf(sheet, 'type')] = 'Số';
      line[columnOf(sheet, 'group')] = 'A';
      line[columnOf(sheet, 'required')] = 'Có';
      line[columnOf(sheet, 'asked')] = 'Có';
      line[columnOf(sheet, 'hidden')] = 'Không';
      line[columnOf(sheet, 'appliesTo')] = 'all';
      sheet.spliceRows(4, 0, line);
      sheet.spliceRows(3 + m3.rows.length, 1);
    });
    expect(faults).toEqual([]);
    expect((definition as IndicatorForm).rows[1]).toMatchObject({
      key: 'thu-tu-dich-vu-cong',
      label: { vi: 'Thu từ dịch vụ công' },
      required: true,
      type: 'number',
    });
    expect(differencesBetween(m3, definition).map(({ sort, key }) => [sort, key])).toEqual([
      ['removed', m3.rows.at(-1)!.key],
      ['added', 'thu-tu-dich-vu-cong'],
    ]);
  });

  it('proposes code, type, unit and group of an inserted line that has only a name, and says so', async () => {
    const { definition, faults, proposed } = await edited(m3, (workbook) => {
      const sheet = workbook.getWorksheet('Chỉ tiêu')!;
      const line: exceljs.CellValue[] = [];
      line[columnOf(sheet, 'label.vi')] = 'Số hộ nghèo';
      sheet.spliceRows(4, 0, line);
    });
    expect(faults).toEqual([]);
    const [first, added] = (definition as IndicatorForm).rows;
    expect(added).toMatchObject({ key: 'so-ho-ngheo', type: 'number', unit: { code: 'unit', vi: 'số' } });
    expect(added).toMatchObject({ group: first!.group, appliesTo: 'all', required: false });
    expect(wellShaped(definition)).toMatchObject({ ok: true });
    expect(proposed).toEqual([
      { name: 'Số hộ nghèo', key: 'so-ho-ngheo', type: 'Số', unit: 'số', group: first!.group },
    ]);
  });

  it.each([
    ['type', 'tỷ đồng', { type: 'money', unit: { code: 'billion_VND', vi: 'tỷ đồng' } }],
    ['type', 'Phần trăm', { type: 'percent', unit: { code: '%', vi: 'phần trăm' } }],
    ['unit.vi', 'PHẦN TRĂM', { type: 'percent', unit: { code: '%', vi: 'PHẦN TRĂM' } }],
    ['unit.vi', 'hộ gia đình', { type: 'number', unit: { code: 'ho-gia-dinh', vi: 'hộ gia đình' } }],
  ])('takes what is written under %s as «%s» in an inserted line', async (column, text, meant) => {
    const { definition, faults } = await edited(m3, (workbook) => {
      const sheet = workbook.getWorksheet('Chỉ tiêu')!;
      const line: exceljs.CellValue[] = [];
      line[columnOf(sheet, 'label.vi')] = 'Chỉ tiêu mới';
      line[columnOf(sheet, column)] = text;
      sheet.spliceRows(4, 0, line);
    });
    expect(faults).toEqual([]);
    expect((definition as IndicatorForm).rows[1]).toMatchObject(meant);
    expect(wellShaped(definition)).toMatchObject({ ok: true });
  });

  it('reads choices a line each, and names that were decomposed as what they are', async () => {
    const { definition, faults } = await edited(m4, (workbook) => {
      const choices = workbook.getWorksheet('Lựa chọn')!;
      choices.getRow(3).getCell(4).value = 'Toàn bộ vốn nước ngoài'.normalize('NFD');
    });
    expect(faults).toEqual([]);
    const [difference] = differencesBetween(m4, definition);
    expect(difference).toMatchObject({ list: 'columns', field: 'choices', effect: 'harmless' });
    expect(JSON.stringify(definition)).toContain('Toàn bộ vốn nước ngoài'.normalize('NFC'));
  });

  it('names sheet and cell of every fault', async () => {
    const { faults } = await edited(m3, (workbook) => {
      const sheet = workbook.getWorksheet('Chỉ tiêu')!;
      sheet.getRow(3).getCell(columnOf(sheet, 'max')).value = 'một trăm';
      sheet.getRow(4).getCell(columnOf(sheet, 'type')).value = 'Chữ';
      sheet.getRow(5).getCell(columnOf(sheet, 'label.vi')).value = '';
      sheet.getRow(6).getCell(columnOf(sheet, 'decimals')).value = { formula: '1+1.5', result: 2.5 };
    });
    expect(faults.map(({ code, cell }) => [code, cell?.sheet, cell?.cell.replace(/[A-Z]+/, '')])).toEqual([
      ['not-a-number', 'Chỉ tiêu', '3'],
      ['not-in-list', 'Chỉ tiêu', '4'],
      ['empty', 'Chỉ tiêu', '5'],
      ['not-whole', 'Chỉ tiêu', '6'],
    ]);
  });

  it('takes nothing of a file with more than five thousand lines, in one sentence', async () => {
    const { definition, faults } = await edited(m3, (workbook) => {
      const sheet = workbook.getWorksheet('Chỉ tiêu')!;
      const name = columnOf(sheet, 'label.vi');
      for (let at = 0; at <= 5000; at += 1) sheet.getRow(20 + at).getCell(name).value = `Chỉ tiêu ${at}`;
    });
    expect(faults.map(({ code, params }) => [code, params])).toEqual([
      ['too-many', { count: String(m3.rows.length + 5001) }],
    ]);
    expect((definition as IndicatorForm).rows).toEqual(m3.rows);
  });

  it('refuses what is no workbook of this form, in one sentence', async () => {
    const codes = async (file: Buffer) =>
      (await readDefinitionWorkbook(file, m3, words)).faults.map(
        ({ code }) => messages.has('vi', `exchange.definition.fault.${code}`) && code,
      );
    expect(await codes(Buffer.from('not a workbook'))).toEqual(['unreadable']);
    expect(await codes(await written(m4))).toEqual(['other-form']);
    const other = new exceljs.Workbook();
    other.addWorksheet('x').addRow(['=1+1']);
    expect(await codes(Buffer.from(await other.xlsx.writeBuffer()))).toEqual(['not-ours']);
  });
});
