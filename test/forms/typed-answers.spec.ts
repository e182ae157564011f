import { describe, expect, it } from '@jest/globals';
import exceljs, { type Worksheet } from 'exceljs';
import fc from 'fast-check';
import {
  type Answers,
  chatSteps,
  compileForm,
  decimal,
  type FormDefinition,
  issueText,
  jsonSchemaOf,
  noAnswers,
  type RecordRow,
  sheetLayout,
  totalsOf,
  uiSchemaOf,
  viewOf,
} from '../../src/forms/index.js';
import { readFormWorkbook, writeFormWorkbook } from '../../src/modules/exchange/form-workbook/index.js';
import { arbitraryDecimal } from '../arbitraries/answers.js';
import { COSTS, QUICK, TYPED } from '../arbitraries/typed-forms.js';
import { messages, vietnamese } from '../properties/form-words.js';

const FILE = '7b0e9d52-5d52-4a3e-9f0c-0d2c9a5b1e77';
const value = (given: string) => ({ state: 'value' as const, value: given });
const say = (key: string, params: Record<string, string>) => messages.t('vi', key, params);
const textsOf = (form: FormDefinition, part: unknown) =>
  compileForm(form)
    .validate(part, 2027)
    .map((issue) => issueText(issue, 'vi', say));

describe('answers of every type', () => {
  it('are taken as they are meant', () => {
    const cells = {
      own: { estimate: value('12.5') },
      opened: { plan: value('2020-01-01') },
      proof: { plan: value(FILE) },
      former: { plan: value('3') },
    };
    expect(textsOf(TYPED, cells)).toEqual([]);
    expect(textsOf(COSTS, [{ paid: '-1.25', share: '100', settled: 'false', old: 'x' }])).toEqual([]);
    expect(textsOf(QUICK, { stuck: 'true', why: 'Thiếu vốn', progress: '80', 'done-on': '2027-01-01' })).toEqual([]);
  });

  it.each<[FormDefinition, unknown, string]>([
    [TYPED, { own: { plan: value('1.005') } }, 'có quá 2 chữ số thập phân'],
    [TYPED, { opened: { plan: value('2019-12-31') } }, '«Dòng opened», cột Kế hoạch năm 2028: ngày phải từ 01/01/2020'],
    [TYPED, { opened: { plan: value('2028-01-01') } }, 'ngày phải đến hết 31/12/2027'],
    [TYPED, { opened: { plan: value('2027-02-30') } }, 'cần một ngày có thật'],
    [TYPED, { proof: { plan: value('anh.jpg') } }, 'chưa có tệp nào được tải lên'],
    [TYPED, { all: { plan: value('1') } }, 'do hệ thống tự tính'],
    [COSTS, [{ name: 'a' }, { share: '101' }], '«Tỷ lệ», dòng 2: 101 nằm ngoài khoảng'],
    [COSTS, [{ share: '1.25' }], '«Tỷ lệ», dòng 1: 1,25 có quá 1 chữ số'],
    [COSTS, [{ settled: 'yes' }], '«Đã quyết toán», dòng 1: câu trả lời phải là có hoặc không'],
    [QUICK, { progress: '80.5' }, '«Tiến độ năm 2027»: 80,5 không phải số nguyên'],
    [QUICK, { progress: 'nhiều' }, '«Tiến độ năm 2027»: cần một con số'],
    [QUICK, { progress: '-1' }, '«Tiến độ năm 2027»: -1 nằm ngoài khoảng'],
    [QUICK, { 'done-on': '2026-12-31' }, '«Ngày xong»: ngày phải từ 01/01/2027'],
    [QUICK, { stuck: 'có' }, '«Có vướng mắc»: câu trả lời phải là có hoặc không'],
    [QUICK, { other: 'x' }, 'biểu không có mục mang mã «other»'],
  ])('are refused with a sentence that names the place: %#', (form, part, found) => {
    expect(textsOf(form, part)).toEqual([expect.stringContaining(found)]);
  });
});

describe('what is asked', () => {
  it('leaves out what is hidden, and groups of nothing else', () => {
    const view = viewOf(TYPED, { traits: [] });
    expect(view.rows.map((row) => row.key)).toEqual(['own', 'passed-on', 'all', 'opened', 'proof']);
    expect(view.groups.map((group) => group.key)).toEqual(['A']);
    expect(viewOf(COSTS, { traits: [] }).columns.map((one) => one.key)).toEqual(['paid', 'name', 'share', 'settled']);
  });

  it('is asked in a chat in the words of the admin, files too, without computed rows and rows for the page', () => {
    const steps = chatSteps(TYPED);
    expect([...new Set(steps.map((step) => step.rowKey))]).toEqual(['own', 'opened', 'proof']);
    expect(steps[0]).toMatchObject({ ask: { vi: 'Thu năm {N} là bao nhiêu?' }, standingAsked: true });
  });

  it('is asked of a short form question by question, those that wait once their condition holds', () => {
    const keys = (line?: Record<string, string>) => chatSteps(QUICK, undefined, line).map((step) => step.rowKey);
    expect(keys()).toEqual(['stuck', 'why', 'progress', 'done-on']);
    expect(keys({})).toEqual(['stuck', 'progress', 'done-on']);
    expect(keys({ stuck: 'true' })).toContain('why');
    expect(keys({ stuck: 'false' })).not.toContain('why');
  });

  it('stands in the schemas of the page: computed rows and files closed, standings asked, bounds and help', () => {
    expect(uiSchemaOf(TYPED, { words: vietnamese })).toMatchObject({
      own: { estimate: { 'ui:options': { standingAsked: true } } },
      all: { estimate: { 'ui:readonly': true } },
      proof: { plan: { value: { 'ui:readonly': true } } },
      opened: { plan: { value: { 'ui:widget': 'date' } } },
    });
    expect(jsonSchemaOf(TYPED)).toMatchObject({ properties: { all: { properties: { plan: { readOnly: true } } } } });
    expect(uiSchemaOf(QUICK, { words: vietnamese })).toMatchObject({
      'ui:order': ['stuck', 'why', 'progress', 'done-on'],
      stuck: { 'ui:widget': 'radio', 'ui:enumNames': ['Có', 'Không'] },
      progress: { 'ui:options': { unit: '%' }, 'ui:help': 'Cách tính: Ước theo khối lượng' },
    });
    expect(jsonSchemaOf(QUICK, { reportYear: 2027 })).toMatchObject({
      properties: { progress: { title: 'Tiến độ năm 2027' }, 'done-on': { 'x-date-minimum': '2027-01-01' } },
    });
    expect(jsonSchemaOf(COSTS)).toMatchObject({ items: { properties: { share: { description: 'Phần đã chi' } } } });
  });
});

describe('the sums of a list', () => {
  it('are exact, over the figures that are there', () => {
    fc.assert(
      fc.property(fc.array(arbitraryDecimal(), { maxLength: 6 }), (figures) => {
        const exact = figures.reduce((sum, figure) => sum.plus(figure), new decimal.Exact(0)).toFixed();
        const records = [{ name: 'Không có số' }, ...figures.map((paid) => ({ paid }))];
        const expected = figures.length > 0 ? decimal.canonical(exact) : undefined;
        expect(totalsOf(COSTS, records)).toEqual(expected === undefined ? {} : { paid: expected });
      }),
    );
  });

  it('stand in a line below it, under the columns that have one', () => {
    const layout = sheetLayout(COSTS, { report: 2027 }, vietnamese);
    expect(layout.totalRow!.cells.map((cell) => cell.text ?? (cell.total ? 'Σ' : ''))).toEqual([
      'Σ',
      'Tổng cộng',
      '',
      '',
      '',
    ]);
    expect(sheetLayout({ ...COSTS, columns: COSTS.columns.slice(1) }, { report: 2027 }, vietnamese)).not.toHaveProperty(
      'totalRow',
    );
  });
});

describe('a workbook of such answers', () => {
  const stampOf = (form: FormDefinition) => ({
    planYear: 2028,
    unit: 'u1',
    unitName: 'Xã Thử',
    form: form.key,
    version: 1,
  });

  /** Written, changed by hand, read again. */
  async function edited(form: FormDefinition, answers: Answers, edit: (sheet: Worksheet) => void) {
    const file = await writeFormWorkbook(form, answers, stampOf(form), vietnamese);
    const book = new exceljs.Workbook();
    await book.xlsx.load(file.buffer.slice(file.byteOffset, file.byteOffset + file.length) as ArrayBuffer);
    edit(book.worksheets[0]!);
    return readFormWorkbook(Buffer.from(await book.xlsx.writeBuffer()), form, vietnamese);
  }

  /** The row of a sheet that has `text` in its hidden key column. */
  function rowOf(sheet: Worksheet, text: string) {
    let found = 0;
    sheet.eachRow((row, at) => void (row.getCell(1).value === text && (found = at)));
    return sheet.getRow(found);
  }

  it('adds up what is typed, by a formula that is no answer', async () => {
    const costs: RecordRow[] = [{ paid: '1.5', name: 'Cầu' }, { paid: '2.25' }];
    const read = await edited(COSTS, { ...noAnswers(), records: { costs } }, (sheet) => {
      const total = rowOf(sheet, 'nhip-total');
      expect(total.getCell(2).value).toEqual({ formula: `SUM(B7:B${total.number - 1})`, result: 3.75 });
      expect(total.getCell(2).protection?.locked).not.toBe(false);
      expect(total.getCell(3).value).toBe('Tổng cộng');
      sheet.getCell('B9').value = 10;
      sheet.getCell(`C${total.number + 1}`).value = 'Dưới dòng tổng';
    });
    expect(read.issues).toEqual([]);
    expect(read.answers.records['costs']).toEqual([...costs, { paid: '10' }, { name: 'Dưới dòng tổng' }]);
  });

  it('writes a sum too long for a spreadsheet out in full', async () => {
    const records = { costs: [{ paid: '123456789012345.25' }, { paid: '1' }] };
    await edited(COSTS, { ...noAnswers(), records }, (sheet) => {
      expect(rowOf(sheet, 'nhip-total').getCell(2).value).toBe('123.456.789.012.346,25');
    });
  });

  it('shows computed rows as locked figures, whatever is written over them', async () => {
    const cells = { own: { plan: value('1.5') }, 'passed-on': { plan: value('2') }, proof: { plan: value(FILE) } };
    const read = await edited(TYPED, { ...noAnswers(), cells }, (sheet) => {
      const plan = (sheet.getRow(1).values as string[]).indexOf(':plan');
      const computed = rowOf(sheet, 'all').getCell(plan);
      expect(computed.value).toBe(3.5);
      expect(computed.protection?.locked).not.toBe(false);
      expect(rowOf(sheet, 'proof').getCell(plan).protection?.locked).not.toBe(false);
      computed.value = 'nhiều';
    });
    expect(read).toEqual({ answers: { ...noAnswers(), cells }, stamp: stampOf(TYPED), issues: [] });
  });

  it('takes the answers of a short form as people type them, and names the line of a wrong one', async () => {
    const read = await edited(QUICK, noAnswers(), (sheet) => {
      rowOf(sheet, 'stuck').getCell(3).value = 'CÓ';
      rowOf(sheet, 'progress').getCell(3).value = '80';
      rowOf(sheet, 'done-on').getCell(3).value = 'hôm nào';
      expect(rowOf(sheet, 'progress').getCell(4).value).toBe('Cách tính: Ước theo khối lượng');
    });
    expect(read.answers.sections).toEqual({ quick: { stuck: 'true', progress: '80' } });
    expect(read.issues.map((issue) => issueText(issue, 'vi', say))).toEqual([
      'Trang «N», ô C10: «Ngày xong»: «hôm nào» không phải là một ngày; đồng chí nhập ngày theo kiểu 29/06/2027.',
    ]);
  });
});
