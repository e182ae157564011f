import { describe, expect, it } from '@jest/globals';
import exceljs from 'exceljs';
import { differencesBetween, editsBetween, faultsOf, type IndicatorForm, wellShaped } from '../../src/forms/index.js';
import { newFaults, shapeFault } from '../../src/modules/exchange/definition-workbook/place-faults.js';
import { readDefinitionWorkbook } from '../../src/modules/exchange/definition-workbook/read-definition-workbook.js';
import { writeDefinitionWorkbook } from '../../src/modules/exchange/definition-workbook/write-definition-workbook.js';
import { messages } from '../properties/form-words.js';
import { columnOf, edited, forms, m3, m4, terms, written } from './definition-desk.js';

describe('a form as a workbook for an admin', () => {
  it.each(forms.map((form) => [form.key, form] as const))('brings %s back as it went out', async (_key, form) => {
    expect(wellShaped(form)).toMatchObject({ ok: true });
    const { definition, faults } = await readDefinitionWorkbook(await written(form), form, terms);
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
      'Kiểm tra',
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
    ['unit.vi', 'hộ gia đình', { type: 'number', unit: { code: 'household', vi: 'hộ gia đình' } }],
    ['unit.vi', 'chuyến phà', { type: 'number', unit: { code: 'chuyen-pha', vi: 'chuyến phà' } }],
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

  it('takes lines with the code of an indicator and of a part for what it is split into', async () => {
    const whole = m3.rows.find((row) => row.part === undefined && row.aggregation.rule === 'sum')!;
    const at = 4 + m3.rows.indexOf(whole);
    const { definition, faults, proposed } = await edited(m3, (workbook) => {
      const sheet = workbook.getWorksheet('Chỉ tiêu')!;
      const lines = ['Thu nội địa', 'Thu khác'].map((name, n) => {
        const line: exceljs.CellValue[] = [];
        line[columnOf(sheet, 'key')] = `${whole.code}/phan-${n + 1}`;
        line[columnOf(sheet, 'label.vi')] = name;
        return line;
      });
      sheet.spliceRows(at, 0, ...lines);
    });
    expect(faults).toEqual([]);
    const rows = (definition as IndicatorForm).rows;
    expect(rows.slice(rows.findIndex(({ key }) => key === whole.key) + 1).slice(0, 2)).toMatchObject(
      ['Thu nội địa', 'Thu khác'].map((name, n) => {
        const { code, unit, type, decimals, group } = whole;
        const part = `phan-${n + 1}`;
        const like = { code, unit, type, decimals, group, aggregation: { rule: 'sum' } };
        return { key: `${code}/${part}`, part, label: { vi: name }, required: false, ...like };
      }),
    );
    expect(proposed.map(({ unit }) => unit)).toEqual([whole.unit.vi, whole.unit.vi]);
    expect(wellShaped(definition)).toMatchObject({ ok: true });
    expect(faultsOf(definition)).toEqual([]);
    expect(differencesBetween(m3, definition).map(({ sort, effect }) => [sort, effect])).toEqual([
      ['added', 'harmless'],
      ['added', 'harmless'],
    ]);
  });

  it('takes bounds of a date as people write days, as date cells, and names what is no day', async () => {
    const dated: IndicatorForm = {
      ...m3,
      rows: m3.rows.map((row, at) => (at === 0 ? { ...row, type: 'date', min: '2027-01-15', max: undefined } : row)),
    };
    const withMax = (value: exceljs.CellValue) =>
      edited(dated, (workbook) => {
        const sheet = workbook.getWorksheet('Chỉ tiêu')!;
        const cell = sheet.getRow(3).getCell(columnOf(sheet, 'max'));
        cell.value = value;
        // As a spreadsheet formats the cell in which a day is typed.
        if (value instanceof Date) cell.numFmt = 'dd/mm/yyyy';
      });
    const untouched = await edited(dated, () => {});
    expect([untouched.faults, differencesBetween(dated, untouched.definition)]).toEqual([[], []]);
    for (const value of ['01/07/2027', '1/7/2027', '2027-07-01', new Date('2027-07-01T00:00:00Z')]) {
      const { definition, faults } = await withMax(value);
      expect([value, faults]).toEqual([value, []]);
      expect((definition as IndicatorForm).rows[0]).toMatchObject({ min: '2027-01-15', max: '2027-07-01' });
    }
    for (const value of ['31/02/2027', 'tháng bảy', 1234]) {
      expect((await withMax(value)).faults).toMatchObject([{ code: 'not-a-day', cell: { sheet: 'Chỉ tiêu' } }]);
    }
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

  it('offers the sorts of units that a row applies to in words, reads words and codes, and no others', async () => {
    const { definition, faults } = await edited(m3, (workbook) => {
      const sheet = workbook.getWorksheet('Chỉ tiêu')!;
      const column = columnOf(sheet, 'appliesTo');
      const [first, second, third] = [3, 4, 5].map((row) => sheet.getRow(row).getCell(column));
      expect(first!.text).toBe('Mọi đơn vị');
      expect(first!.dataValidation.formulae).toEqual(['"Mọi đơn vị,Nông thôn,Đô thị"']);
      first!.value = 'nông thôn';
      second!.value = 'urban-unit';
      third!.value = 'xã';
    });
    expect((definition as IndicatorForm).rows.slice(0, 2).map((row) => row.appliesTo)).toEqual([
      'rural-unit',
      'urban-unit',
    ]);
    expect(faults.map(({ code, params, cell }) => [code, params['text'], cell?.cell.replace(/[A-Z]+/, '')])).toEqual([
      ['applies-to', 'xã', '5'],
    ]);
    expect(faults[0]!.params['audiences']).toBe('Mọi đơn vị, Nông thôn, Đô thị');
    const other = { ...terms, audiences: [{ code: 'coastal', name: 'Ven biển' }] };
    const file = await writeDefinitionWorkbook(
      { ...m3, rows: m3.rows.map((row) => ({ ...row, appliesTo: 'coastal' })) },
      { version: 1 },
      other,
    );
    const workbook = new exceljs.Workbook();
    await workbook.xlsx.load(file as unknown as ArrayBuffer);
    const sheet = workbook.getWorksheet('Chỉ tiêu')!;
    const cell = sheet.getRow(3).getCell(columnOf(sheet, 'appliesTo'));
    expect([cell.text, cell.dataValidation.formulae]).toEqual(['Ven biển', ['"Mọi đơn vị,Ven biển"']]);
  });

  it.each([
    ['label.vi', 'a'.repeat(30_000), 'unusable'],
    ['decimals', 99, 'decimals'],
    ['group', 'nhóm lạ', 'unknown-group'],
  ])('names the cell of a %s that no form can have', async (column, value, code) => {
    const read = await edited(m3, (workbook) => {
      const sheet = workbook.getWorksheet('Chỉ tiêu')!;
      sheet.getRow(4).getCell(columnOf(sheet, column)).value = value;
    });
    const shaped = wellShaped(read.definition);
    const fault = shapeFault(read, shaped.ok ? '' : shaped.place);
    expect([fault.code, fault.cell?.sheet, fault.cell?.cell.replace(/[A-Z]+/, '')]).toEqual([code, 'Chỉ tiêu', '4']);
    expect(messages.has('vi', `exchange.definition.fault.${code}`)).toBe(true);
  });

  it('names the cells of what no form can be asked with, and not what was wrong before', async () => {
    const before: IndicatorForm = { ...m3, rows: m3.rows.map((row, at) => (at === 0 ? { ...row, group: 'Y' } : row)) };
    const { definition, cellOf } = await edited(before, (workbook) => {
      const sheet = workbook.getWorksheet('Chỉ tiêu')!;
      const set = (row: number, name: string, value: string | number) => {
        sheet.getRow(row).getCell(columnOf(sheet, name)).value = value;
      };
      set(4, 'group', 'Z');
      set(5, 'decimals', 9);
      set(6, 'min', 10);
      set(6, 'max', 1);
    });
    const found = newFaults(before, definition, (form) => faultsOf(form));
    expect(found.map(({ code, list, key, field }) => [code, cellOf(list!, key!, field!)?.cell.slice(-1)])).toEqual([
      ['unknown-group', '4'],
      ['decimals', '5'],
      ['bounds-turned', '6'],
    ]);
  });

  it('takes a group by its name', async () => {
    const other = m3.groups.at(-1)!;
    const { definition, faults } = await edited(m3, (workbook) => {
      const sheet = workbook.getWorksheet('Chỉ tiêu')!;
      sheet.getRow(3).getCell(columnOf(sheet, 'group')).value = other.title.vi;
    });
    expect(faults).toEqual([]);
    expect((definition as IndicatorForm).rows[0]!.group).toBe(other.key);
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
      (await readDefinitionWorkbook(file, m3, terms)).faults.map(
        ({ code }) => messages.has('vi', `exchange.definition.fault.${code}`) && code,
      );
    expect(await codes(Buffer.from('not a workbook'))).toEqual(['unreadable']);
    expect(await codes(await written(m4))).toEqual(['other-form']);
    const other = new exceljs.Workbook();
    other.addWorksheet('x').addRow(['=1+1']);
    expect(await codes(Buffer.from(await other.xlsx.writeBuffer()))).toEqual(['not-ours']);
  });
});
