import { describe, expect, it } from '@jest/globals';
import exceljs, { type Worksheet } from 'exceljs';
import { type Answers, type FormDefinition, issueText, noAnswers } from '../../src/forms/index.js';
import {
  readFormWorkbook,
  WORKBOOK_LIMITS,
  writeFormWorkbook,
} from '../../src/modules/exchange/form-workbook/index.js';
import { INDICATORS, OUTLINE, RECORDS } from '../arbitraries/sample-forms.js';
import { messages, vietnamese } from '../properties/form-words.js';

const stampOf = (form: FormDefinition) => ({
  planYear: 2028,
  unit: 'u1',
  unitName: 'UBND xã Thử',
  form: form.key,
  version: 2,
});
const value = (given: string | boolean) => ({ state: 'value' as const, value: given });
const withCells = (cells: Answers['cells']): Answers => ({ ...noAnswers(), cells });

/** A written workbook, changed by hand, and read again. */
async function edited(
  form: FormDefinition,
  answers: Answers,
  edit: (sheets: Worksheet[], book: exceljs.Workbook) => void,
) {
  const book = new exceljs.Workbook();
  const file = await writeFormWorkbook(form, answers, stampOf(form), vietnamese);
  await book.xlsx.load(file.buffer.slice(file.byteOffset, file.byteOffset + file.length) as ArrayBuffer);
  edit(book.worksheets, book);
  return readFormWorkbook(Buffer.from(await book.xlsx.writeBuffer()), form, vietnamese);
}

/** The sheet's cell for a row key and a column key, found as a person would: by what stands there. */
function at(sheet: Worksheet, row: string, column: string) {
  let found: { row: number; column: number } = { row: 0, column: 0 };
  sheet.getRow(1).eachCell((cell, number) => cell.value === column && (found = { ...found, column: number }));
  sheet.eachRow((line, number) => line.getCell(1).value === row && (found = { ...found, row: number }));
  return sheet.getRow(found.row).getCell(found.column);
}

const texts = (issues: Parameters<typeof issueText>[0][]) =>
  issues.map((issue) => issueText(issue, 'vi', (key, params) => messages.t('vi', key, params)));

describe('a written form', () => {
  it('holds numbers as numbers, long ones and formulas-to-be as text, and nothing that runs', async () => {
    const answers = withCells({
      poverty: { actual: value('1.5'), estimate: value('2') },
      revenue: { plan: value('123456789012345.678') },
      remarks: { plan: value("=cmd|'/C calc'!A0") },
    });
    await edited(INDICATORS, answers, ([sheet]) => {
      expect(at(sheet!, 'poverty', ':actual').value).toBe(1.5);
      expect(at(sheet!, 'poverty', ':actual').numFmt).toBe('#,##0.0');
      expect(at(sheet!, 'revenue', ':plan').value).toBe('123.456.789.012.345,678');
      expect(at(sheet!, 'remarks', ':plan').value).toBe("=cmd|'/C calc'!A0");
      expect(at(sheet!, 'remarks', ':plan').type).toBe(exceljs.ValueType.String);
      expect(at(sheet!, 'poverty', ':ratio').value).toMatchObject({ result: 133.3 });
      expect(at(sheet!, 'poverty', ':ratio').protection?.locked).not.toBe(false);
      expect(at(sheet!, 'poverty', ':plan').protection).toMatchObject({ locked: false });
    });
  });

  it('looks like an official table', async () => {
    await edited(INDICATORS, noAnswers(), ([sheet, states]) => {
      expect(sheet!.name).toBe('M3');
      expect(states!.name).toBe('Trạng thái');
      expect(sheet!.getCell('B3').value).toBe('HỆ THỐNG CHỈ TIÊU KINH TẾ - XÃ HỘI');
      expect(sheet!.getCell('B3').isMerged).toBe(true);
      expect(sheet!.getCell('B3').font.name).toBe('Times New Roman');
      expect(sheet!.views[0]).toMatchObject({ state: 'frozen', xSplit: 4, ySplit: 6 });
      expect(sheet!.pageSetup).toMatchObject({
        orientation: 'landscape',
        fitToPage: true,
        fitToWidth: 1,
        fitToHeight: 0,
      });
      expect(sheet!.getColumn(1).hidden).toBe(true);
    });
  });
});

describe('a workbook filled in by hand', () => {
  it('may have rows and columns inserted and moved', async () => {
    const answers = withCells({ poverty: { plan: value('3') }, pupils: { plan: value('12') } });
    const read = await edited(INDICATORS, answers, ([sheet]) => {
      sheet!.spliceRows(8, 0, ['', '', 'Ghi chú của xã']);
      sheet!.spliceRows(1, 0, []);
    });
    expect(read).toEqual({ answers, stamp: stampOf(INDICATORS), issues: [] });
  });

  it('is understood in the notations that people use', async () => {
    const read = await edited(INDICATORS, noAnswers(), ([sheet]) => {
      at(sheet!, 'poverty', ':actual').value = '12,5';
      const share = at(sheet!, 'poverty', ':estimate');
      share.value = 0.455;
      share.style = { ...share.style, numFmt: '0.0%' };
      at(sheet!, 'poverty', ':plan').value = { formula: '0.1+0.2', result: 0.1 + 0.2 };
      at(sheet!, 'revenue', ':actual').value = '1.234.567,8';
      at(sheet!, 'revenue', ':estimate').value = '1234.5';
      at(sheet!, 'pupils', ':plan').value = ' 1.234 ';
      at(sheet!, 'strong', ':plan').value = 'không  ĐẠT';
      at(sheet!, 'strong', ':actual').value = true;
      at(sheet!, 'grade', ':plan').value = 'tốt';
      at(sheet!, 'remarks', ':plan').value = 12;
    });
    expect(read.issues).toEqual([]);
    expect(read.answers.cells).toEqual({
      poverty: { actual: value('12.5'), estimate: value('45.5'), plan: value('0.3') },
      revenue: { actual: value('1234567.8'), estimate: value('1234.5') },
      pupils: { plan: value('1234') },
      strong: { plan: value(false), actual: value(true) },
      grade: { plan: value('good') },
      remarks: { plan: value('12') },
    });
  });

  it('takes the marks for answers without a value, the reason typed behind', async () => {
    const read = await edited(INDICATORS, noAnswers(), ([sheet]) => {
      at(sheet!, 'poverty', ':actual').value = 'X';
      at(sheet!, 'poverty', ':estimate').value = '... chờ rà soát';
      at(sheet!, 'poverty', ':plan').value = '…';
      at(sheet!, 'remarks', ':plan').value = 'x là ẩn số';
    });
    expect(read.answers.cells).toEqual({
      poverty: {
        actual: { state: 'not-applicable' },
        estimate: { state: 'not-available', reason: 'chờ rà soát' },
        plan: { state: 'not-available' },
      },
      remarks: { plan: value('x là ẩn số') },
    });
    expect(read.issues.map(({ code, cell }) => ({ code, cell }))).toEqual([
      { code: 'reason-missing', cell: { sheet: 'M3', cell: 'G8' } },
    ]);
  });

  it('is read by its table where table and states disagree, and keeps the remark', async () => {
    const answers = withCells({
      poverty: { plan: { state: 'not-available', reason: 'Chờ họp', expectedOn: '2027-07-01' } },
    });
    const read = await edited(INDICATORS, answers, ([sheet]) => {
      at(sheet!, 'poverty', ':plan').value = 4;
    });
    expect(read.answers.cells).toEqual({ poverty: { plan: { ...value('4'), note: 'Chờ họp' } } });
  });

  it('takes a line of the states sheet by its words where its hidden keys are gone', async () => {
    const answers = withCells({ poverty: { plan: { state: 'not-available', reason: 'Chờ họp' } } });
    const read = await edited(INDICATORS, answers, ([, states]) => {
      for (const cell of ['A5', 'B5']) states!.getCell(cell).value = null;
      states!.getCell('E6').value = 'Không áp dụng';
    });
    expect(read.answers).toEqual(answers);
    expect(texts(read.issues)).toEqual([
      'Trang «Trạng thái», ô E6: Dòng này của trang trạng thái không chỉ rõ chỉ tiêu và cột nào của biểu «Hệ thống chỉ tiêu kinh tế - xã hội»; đồng chí khôi phục các cột ẩn hoặc tải lại biểu.',
    ]);
  });

  it('tells every fault with its cell, and keeps the rest', async () => {
    const read = await edited(INDICATORS, withCells({ pupils: { plan: value('5') } }), ([sheet]) => {
      at(sheet!, 'poverty', ':actual').value = 150;
      at(sheet!, 'poverty', ':estimate').value = 'khoảng mười';
      at(sheet!, 'revenue', ':actual').value = '1.234';
      at(sheet!, 'revenue', ':estimate').value = { error: '#REF!' } as exceljs.CellErrorValue;
      at(sheet!, 'strong', ':plan').value = 'có lẽ';
      at(sheet!, 'grade', ':plan').value = 'Kém';
      sheet!.getCell('F40').value = 'ghi thêm';
    });
    expect(read.answers.cells).toEqual({ poverty: { actual: value('150') }, pupils: { plan: value('5') } });
    expect(read.issues.map(({ code, cell }) => `${code} ${cell?.cell}`).sort()).toEqual([
      'out-of-range E8',
      'workbook-ambiguous-number E9',
      'workbook-error-value F9',
      'workbook-not-a-choice G15',
      'workbook-not-a-number F8',
      'workbook-not-yes-or-no G13',
      'workbook-stray-text F40',
    ]);
    for (const text of texts(read.issues)) expect(text).not.toMatch(/[{}]|forms\./);
  });

  it('tells of rows twice, rows unknown and columns lost', async () => {
    const read = await edited(INDICATORS, withCells({ poverty: { plan: value('3') } }), ([sheet]) => {
      sheet!.getCell('A9').value = 'poverty';
      sheet!.getCell('A12').value = 'nobody';
      sheet!.getCell('G12').value = 5;
      sheet!.getCell('E1').value = null;
      sheet!.getCell('E6').value = 'Đã sửa';
    });
    expect(read.issues.map((issue) => issue.code)).toEqual([
      'workbook-column-lost',
      'workbook-row-twice',
      'workbook-row-unknown',
      'workbook-row-lost',
      'workbook-row-lost',
    ]);
    expect(texts(read.issues)[0]).toContain('Thực hiện năm 2026');
  });

  it('reads lists with empty rows between and days as days', async () => {
    const records = {
      projects: [
        { name: 'Cầu', decided: '2027-01-31', total: '12.5', group: 'a' },
        { name: 'Đường', decided: '1899-05-01' },
      ],
    };
    const read = await edited(RECORDS, { ...noAnswers(), records } as Answers, ([sheet]) => {
      expect(sheet!.getCell('D7').value).toBeInstanceOf(Date);
      sheet!.spliceRows(8, 0, []);
      sheet!.getCell('B11').value = 'Trường';
      sheet!.getCell('D11').value = '5/2/2027';
      sheet!.getCell('D12').value = 'tháng sau';
    });
    expect(read.answers.records['projects']).toEqual([...records.projects, { name: 'Trường', decided: '2027-02-05' }]);
    expect(texts(read.issues)).toEqual([
      'Trang «M4», ô D12: «Ngày quyết định», dòng 4: «tháng sau» không phải là một ngày; đồng chí nhập ngày theo kiểu 29/06/2027.',
    ]);
  });

  it('carries texts longer than a cell', async () => {
    const answers = { ...noAnswers(), sections: { narrative: { context: '😀ắ'.repeat(25_000), economy: 'Ngắn' } } };
    const file = await writeFormWorkbook(OUTLINE, answers, stampOf(OUTLINE), vietnamese);
    expect((await readFormWorkbook(file, OUTLINE, vietnamese)).answers).toEqual(answers);
  });

  it.each([0, 1])('keeps every character whole, wherever the file is cut into pieces (%i)', async (shift) => {
    const context = `${'a'.repeat(shift)}${'𠀀'.repeat(14_000)}`;
    const answers = { ...noAnswers(), sections: { narrative: { context } } };
    const file = await writeFormWorkbook(OUTLINE, answers, stampOf(OUTLINE), vietnamese);
    expect((await readFormWorkbook(file, OUTLINE, vietnamese)).answers).toEqual(answers);
  });
});

describe('a file that is not the form', () => {
  it.each([
    ['words', Buffer.from('Kính gửi các đồng chí')],
    ['a broken zip', Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(200)])],
  ])('is refused when it is %s', async (_name, file) => {
    const read = await readFormWorkbook(file, INDICATORS, vietnamese);
    expect(read).toMatchObject({ answers: noAnswers(), issues: [{ code: 'workbook-unreadable' }] });
    expect(read.stamp).toBeUndefined();
  });

  it('is refused when it is too large or unpacks to too much', async () => {
    const large = Buffer.alloc((WORKBOOK_LIMITS.megabytes + 1) * 1024 * 1024);
    expect((await readFormWorkbook(large, INDICATORS, vietnamese)).issues[0]?.code).toBe('workbook-too-large');
    const bomb = await writeFormWorkbook(INDICATORS, noAnswers(), stampOf(INDICATORS), vietnamese);
    const entry = bomb.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
    bomb.writeUInt32LE(0xfffffff0, entry + 24);
    expect((await readFormWorkbook(bomb, INDICATORS, vietnamese)).issues[0]?.code).toBe('workbook-unpacks-too-large');
  });

  it('is refused with its reason when it is another workbook or another form', async () => {
    const other = new exceljs.Workbook();
    other.addWorksheet('Sheet1').getCell('A1').value = 'Xin chào';
    const read = await readFormWorkbook(Buffer.from(await other.xlsx.writeBuffer()), INDICATORS, vietnamese);
    expect(read.issues.map((issue) => issue.code)).toEqual(['workbook-not-ours']);
    const list = await writeFormWorkbook(RECORDS, noAnswers(), stampOf(RECORDS), vietnamese);
    const wrong = await readFormWorkbook(list, INDICATORS, vietnamese);
    expect(texts(wrong.issues)).toEqual([
      'Tệp này là biểu projects, không phải biểu «Hệ thống chỉ tiêu kinh tế - xã hội»; đồng chí chọn đúng tệp rồi gửi lại.',
    ]);
    const damaged = await edited(INDICATORS, noAnswers(), (_sheets, book) => {
      book.getWorksheet('nhip')!.getCell('B1').value = 'năm sau';
    });
    expect(damaged.issues.map((issue) => issue.code)).toEqual(['workbook-stamp-damaged']);
  });
});
