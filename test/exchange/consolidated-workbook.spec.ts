import { beforeAll, describe, expect, it } from '@jest/globals';
import exceljs, { type Workbook, type Worksheet } from 'exceljs';
import path from 'node:path';
import {
  type ConsolidatedInput,
  writeConsolidatedWorkbook,
} from '../../src/modules/exchange/consolidated-workbook/index.js';
import { completenessText } from '../../src/modules/exchange/consolidated-workbook/words.js';
import { consolidate, unitsOf } from '../../src/modules/rollups/consolidate.js';
import type { ChildFacts, RolledCell } from '../../src/modules/rollups/roll-up.js';
import { Messages, packageRoot } from '../../src/modules/shared/index.js';
import { aChild, aForm, aRow, MEASURES, measureOf } from '../arbitraries/children.js';

const messages = Messages.read(path.join(packageRoot, 'config/messages'));
const vi: ConsolidatedInput['t'] = (key, params) => messages.t('vi', key, params);

const revenue = aRow('revenue', { rule: 'sum' }, 'billion_VND', {
  label: { vi: 'Tổng thu ngân sách', en: 'Budget revenue' },
  unit: { code: 'billion_VND', vi: 'Tỷ đồng' },
  decimals: 2,
});
const poor = aRow('poor-rate', { rule: 'weighted', by: 'households' }, '%', {
  seq: 2,
  label: { vi: 'Tỷ lệ hộ nghèo', en: 'Poverty rate' },
  type: 'percent',
  provenance: 'published:HN-plan',
});
const strong = aRow('strong', { rule: 'mean' }, '%', {
  group: 'B',
  label: { vi: 'Tỷ lệ xã vững mạnh', en: 'Strong communes' },
});
const exports = aRow('exports', { rule: 'sum' }, 'million_USD', { group: 'B', seq: 2, label: { vi: '=Xuất khẩu' } });
const form = {
  ...aForm([revenue, poor, strong, exports]),
  groups: [
    { key: 'A', title: { vi: 'Kinh tế', en: 'Economy' } },
    { key: 'B', title: { vi: 'Chính quyền', en: 'Government' } },
  ],
};
const childForm = aForm([
  { ...revenue, decimals: 3 },
  poor,
  { ...strong, type: 'boolean', decimals: 0, unit: { code: 'boolean', vi: 'Đạt/Không đạt' } },
]);
const measures = [measureOf('estimate-current'), measureOf('plan-next'), measureOf('plan-growth')];

const children: ChildFacts[] = [
  aChild('An', {
    revenue: '1000.125',
    'revenue plan-next': '1200',
    'poor-rate': '2.5',
    'households estimate-current': '100',
    strong: true,
  }),
  aChild('Bình', { revenue: '0.005', 'revenue plan-next': '0', 'poor-rate': '9', strong: false }),
  aChild('Châu', { revenue: 'n/a', 'revenue plan-next': 'n/a', 'poor-rate': 'later' }),
  aChild('Dương', undefined),
];

const input = (more: Partial<ConsolidatedInput> = {}): ConsolidatedInput => ({
  title: 'Tổng hợp chỉ tiêu kế hoạch năm 2028',
  unitName: 'Huyện Thử',
  planYear: 2028,
  reportYear: 2027,
  form,
  measures,
  totals: consolidate(form, measures, children, { form: childForm, unitOf: unitsOf([form, childForm]) }),
  children,
  childForm,
  nameOf: (code) => (code === 'households' ? { vi: 'Số hộ', en: 'Households' } : undefined),
  generatedAt: '08 giờ 00 ngày 02/07/2027',
  standing: 'Số liệu ước tính',
  locale: 'vi',
  t: vi,
  ...more,
});

async function read(given: ConsolidatedInput): Promise<Workbook> {
  const file = await writeConsolidatedWorkbook(given);
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load(file.buffer.slice(file.byteOffset, file.byteOffset + file.length) as ArrayBuffer);
  return workbook;
}

/** The values of a row; a merged cell shows its value once. */
function line(sheet: Worksheet, row: number): unknown[] {
  return Array.from({ length: sheet.columnCount }, (_none, at) => {
    const cell = sheet.getCell(row, at + 1);
    return cell.isMerged && cell.master !== cell ? null : cell.value;
  });
}

function lines(sheet: Worksheet): unknown[][] {
  return Array.from({ length: sheet.rowCount }, (_none, at) => line(sheet, at + 1));
}

describe('the consolidated workbook', () => {
  let workbook: Workbook;
  let summary: Worksheet;
  beforeAll(async () => {
    workbook = await read(input());
    summary = workbook.worksheets[0]!;
  });

  it('has its four sheets', () => {
    expect(workbook.worksheets.map((sheet) => sheet.name)).toEqual(['Tổng hợp', 'Theo đơn vị', 'Chưa nộp', 'Ghi chú']);
  });

  it('tells what the units explained, on a sheet of its own where anybody did', async () => {
    const noted: ChildFacts = {
      ...children[0]!,
      value: (code, measure) =>
        code === 'revenue' && measure === 'estimate-current'
          ? { state: 'value', value: '1000.125', note: '=Bán đấu giá đất' }
          : children[0]!.value(code, measure),
    };
    const explained = await read(input({ children: [noted, ...children.slice(1)] }));
    const sheet = explained.getWorksheet('Giải trình')!;
    expect(
      lines(sheet)
        .at(-1)!
        .filter((value) => value !== null),
    ).toEqual(['Xã An', 'Tổng thu ngân sách', 'Ước thực hiện cả năm 2027', '1.000,125', '=Bán đấu giá đất']);
  });

  it('sums up each indicator with its completeness, cell by cell', () => {
    expect(lines(summary).map((cells) => cells.filter((cell) => cell !== null))).toEqual([
      ['HUYỆN THỬ'],
      ['TỔNG HỢP CHỈ TIÊU KẾ HOẠCH NĂM 2028'],
      ['Năm kế hoạch 2028, năm báo cáo 2027'],
      ['Số liệu ước tính; tổng hợp lúc 08 giờ 00 ngày 02/07/2027'],
      ['Đã nộp báo cáo: 3/4 đơn vị'],
      [],
      [
        'STT',
        'Chỉ tiêu',
        'Đơn vị tính',
        'Ước thực hiện cả năm 2027',
        'Kế hoạch năm 2028',
        'Kế hoạch 2028 tăng so với ước thực hiện 2027 (%)',
      ],
      ['Số liệu', 'Số đơn vị có số liệu', 'Số liệu', 'Số đơn vị có số liệu'],
      ['A. Kinh tế'],
      [
        '1',
        'Tổng thu ngân sách',
        'Tỷ đồng',
        1000.13,
        '2/3 (1 đơn vị không áp dụng), thiếu: Xã Dương',
        1200,
        '2/3 (1 đơn vị không áp dụng), thiếu: Xã Dương',
        20,
      ],
      [
        '2',
        'Tỷ lệ hộ nghèo',
        '%',
        2.5,
        '1/4, thiếu: Xã Bình, Xã Châu, Xã Dương',
        'Chưa đơn vị nào có đủ số liệu (Để trống). 0/4, thiếu: Xã An, Xã Bình, Xã Châu, Xã Dương',
      ],
      ['B. Chính quyền'],
      [
        '1',
        'Tỷ lệ xã vững mạnh',
        '%',
        50,
        '2/4, thiếu: Xã Châu, Xã Dương',
        '0/4, thiếu: Xã An, Xã Bình, Xã Châu, Xã Dương',
      ],
      ['2', '=Xuất khẩu', 'million_USD', 'Cấp dưới không báo cáo chỉ tiêu này'],
    ]);
  });

  it('writes figures as numbers with the decimals of their row, and no formula anywhere', () => {
    expect(summary.getCell('D10').numFmt).toBe('#,##0.00');
    expect(summary.getCell('D11').numFmt).toBe('#,##0.0');
    for (const sheet of workbook.worksheets) {
      sheet.eachRow((row) => row.eachCell((cell) => expect(cell.formula).toBeUndefined()));
    }
  });

  it('shows what each unit answered, states as words', () => {
    const [, sheet] = workbook.worksheets;
    const text = lines(sheet!).map((cells) => cells.filter((cell) => cell !== null));
    expect(text.slice(4)).toEqual([
      ['STT', 'Chỉ tiêu', 'Đơn vị tính', 'Xã An', 'Xã Bình', 'Xã Châu', 'Xã Dương'],
      ['Ước thực hiện cả năm 2027'],
      ['A.1', 'Tổng thu ngân sách', 'Tỷ đồng', 1000.125, 0.005, 'Không áp dụng', 'Chưa nộp'],
      ['A.2', 'Tỷ lệ hộ nghèo', '%', 2.5, 9, 'Chưa có số liệu', 'Chưa nộp'],
      ['B.1', 'Tỷ lệ xã vững mạnh', 'Đạt/Không đạt', 'Đạt', 'Không đạt', 'Để trống', 'Chưa nộp'],
      ['Kế hoạch năm 2028'],
      ['A.1', 'Tổng thu ngân sách', 'Tỷ đồng', 1200, 0, 'Không áp dụng', 'Chưa nộp'],
      ['A.2', 'Tỷ lệ hộ nghèo', '%', 'Để trống', 'Để trống', 'Để trống', 'Chưa nộp'],
      ['B.1', 'Tỷ lệ xã vững mạnh', 'Đạt/Không đạt', 'Để trống', 'Để trống', 'Để trống', 'Chưa nộp'],
    ]);
    expect(sheet!.getCell('D7').numFmt).toBe('#,##0.000');
  });

  it('lists who has not submitted', () => {
    const [, , sheet] = workbook.worksheets;
    expect(lines(sheet!).at(-1)).toEqual(['1', 'Xã Dương']);
    expect(lines(sheet!)).toContainEqual(['1/4 đơn vị chưa nộp', null]);
  });

  it('explains each total', () => {
    const text = lines(workbook.worksheets[3]!).slice(-4);
    expect(text[1]).toEqual([
      'A.2',
      'Tỷ lệ hộ nghèo',
      '%',
      'Trung bình của các đơn vị, quyền số: Số hộ',
      'Tên đã thấy trong văn bản công bố (HN-plan)',
      [
        'Thiếu quyền số: Xã Bình (Ước thực hiện cả năm 2027)',
        'Chưa có số liệu: Xã Châu (Ước thực hiện cả năm 2027)',
        'Chưa đơn vị nào có đủ số liệu (Kế hoạch năm 2028; Kế hoạch 2028 tăng so với ước thực hiện 2027 (%))',
        'Để trống: Xã An, Xã Bình, Xã Châu (Kế hoạch năm 2028)',
      ].join('\n'),
    ]);
    expect(text[3]?.at(-1)).toBe('Cấp dưới không báo cáo chỉ tiêu này');
  });

  it('looks official and prints across, with its header on every page', () => {
    expect(summary.getCell('A2').font).toMatchObject({ name: 'Times New Roman', bold: true });
    expect(summary.getCell('B10').font).toMatchObject({ name: 'Times New Roman', size: 12 });
    expect(summary.getCell('B10').border).toMatchObject({ top: { style: 'thin' }, left: { style: 'thin' } });
    expect(summary.views[0]).toMatchObject({ state: 'frozen', xSplit: 3, ySplit: 8 });
    expect(summary.pageSetup).toMatchObject({
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: '7:8',
    });
  });

  it('is written in English on request', async () => {
    const english = await read(input({ locale: 'en', t: (key, params) => messages.t('en', key, params) }));
    expect(english.worksheets.map((sheet) => sheet.name)).toEqual(['Summary', 'By unit', 'Not submitted', 'Notes']);
    expect(english.worksheets[0]!.getCell('B10').value).toBe('Budget revenue');
  });

  it('says beside a rate without a total why nobody could compute it', async () => {
    const growth = aRow(
      'growth',
      { rule: 'ratio', numerator: 'revenue', denominator: 'revenue', previousYear: true },
      '%',
      { seq: 3, label: { vi: 'Tốc độ tăng thu ngân sách' } },
    );
    const share = aRow(
      'share',
      { rule: 'ratio', numerator: 'revenue', denominator: 'schools', previousYear: false },
      '%',
      { seq: 4 },
    );
    const rows = [revenue, growth, share];
    const zero = [aChild('An', { revenue: '5', 'schools estimate-current': '0' })];
    const below = { form: aForm(rows), unitOf: () => 'billion_VND' };
    const totals = (given: ChildFacts[]) => consolidate(aForm(rows), measures, given, below);
    const beside = async (given: ChildFacts[]) => {
      const made = await read(input({ form: aForm(rows), children: given, totals: totals(given) }));
      return lines(made.worksheets[0]!)
        .filter((cells) => ['2', '3', '4'].includes(String(cells[0])))
        .map((cells) => cells[4]);
    };
    expect(await beside(children)).toEqual([
      'Chưa đơn vị nào có đủ số liệu (Thiếu số liệu năm trước). 0/3 (1 đơn vị không áp dụng), thiếu: Xã An, Xã Bình, Xã Dương',
      'Chưa đơn vị nào có đủ số liệu (Thiếu mẫu số). 0/3 (1 đơn vị không áp dụng), thiếu: Xã An, Xã Bình, Xã Dương',
    ]);
    expect((await beside(zero))[1]).toBe('Tổng của mẫu số hoặc quyền số bằng 0. 1/1');
  });

  it('names the columns in which no unit has a figure instead of showing them unit by unit', async () => {
    const given = [aChild('An', { revenue: '1', 'revenue plan-next': 'n/a' }), aChild('Bình', undefined)];
    const [, sheet] = (await read(input({ children: given }))).worksheets;
    const text = lines(sheet!).map((cells) => cells.filter((cell) => cell !== null));
    expect(text).toContainEqual(['Ước thực hiện cả năm 2027']);
    expect(text).not.toContainEqual(['Kế hoạch năm 2028']);
    expect(text.at(-1)).toEqual(['Không đơn vị nào có số liệu ở cột: Kế hoạch năm 2028.']);
  });

  it('says so when everybody has submitted, and keeps digits that a spreadsheet number would lose', async () => {
    const one = [aChild('An', { revenue: '123456789012345678' })];
    const given = input({
      children: one,
      totals: consolidate(form, MEASURES, one, { form: childForm, unitOf: unitsOf([form]) }),
    });
    const complete = await read(given);
    expect(lines(complete.worksheets[2]!).at(-1)?.[0]).toBe('Tất cả các đơn vị đã nộp báo cáo.');
    expect(complete.worksheets[0]!.getCell('D10').value).toBe('123.456.789.012.345.678');
  });

  it('holds thirty units over several printed pages', async () => {
    const many = Array.from({ length: 30 }, (_none, at) => aChild(String(at), { revenue: '1' }));
    const sheet = (await read(input({ children: many }))).worksheets[1]!;
    expect(sheet.pageSetup).toMatchObject({ fitToWidth: 2, printTitlesColumn: 'A:C' });
    expect(sheet.columnCount).toBe(33);
  });
});

describe('the completeness beside a total', () => {
  const cell = (names: string[], more: Partial<RolledCell> = {}): RolledCell => ({
    value: '1',
    used: 14 - names.length,
    of: 14,
    missing: names.map((name) => ({ unit: name, name, why: 'not-submitted' })),
    notApplicable: 0,
    ...more,
  });

  it.each([
    [[], '14/14'],
    [['A'], '13/14, thiếu: A'],
    [['A', 'B', 'C', 'D', 'E'], '9/14, thiếu: A, B, C, D, E'],
    [['A', 'B', 'C', 'D', 'E', 'F', 'G'], '7/14, thiếu: A, B, C, D, E và 2 đơn vị khác'],
  ])('for %j is %s', (names, text) => {
    expect(completenessText(cell(names), { t: vi })).toBe(text);
  });

  it('gives way to the reason where nothing was to be expected', () => {
    const none = cell([], { value: undefined, reason: 'not-additive' });
    expect(completenessText(none, { t: vi })).toBe('Không tổng hợp từ cấp dưới');
  });

  it('has a text in both languages for every reason and rule', () => {
    const missing = messages
      .keys('vi')
      .filter((key) => key.startsWith('exchange.'))
      .filter((key) => !messages.has('en', key));
    expect(missing).toEqual([]);
    expect(messages.keys('en').filter((key) => key.startsWith('exchange.') && !messages.has('vi', key))).toEqual([]);
  });
});
