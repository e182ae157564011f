import { beforeAll, describe, expect, it } from '@jest/globals';
import exceljs, { type CellValue, type Workbook, type Worksheet } from 'exceljs';
import { differencesBetween, editsBetween, type IndicatorForm, type Row } from '../../src/forms/index.js';
import { messages } from '../properties/form-words.js';
import { cellOf, columnOf, edited, m3, m4, opened, read, told, written } from './definition-desk.js';
import { packed, type Parts, partsOf, rewritten } from './zip-parts.js';

const [first, second, third] = m3.rows as [Row, Row, Row];
const rowsOf = (workbook: Workbook): Worksheet => workbook.getWorksheet('Chỉ tiêu')!;
const withRows = (change: (sheet: Worksheet, workbook: Workbook) => void, form: IndicatorForm = m3) =>
  edited(form, (workbook) => change(rowsOf(workbook), workbook));

/** A file of which nothing is taken: what is told of it, in both languages without blanks left open. */
async function refused(file: Buffer): Promise<string[]> {
  const { definition, faults } = await read(file, m3);
  expect(editsBetween(m3, definition)).toEqual([]);
  for (const { code, params } of faults) {
    expect(messages.t('en', `exchange.definition.fault.${code}`, params)).not.toMatch(/[{}]|exchange\./);
  }
  return told(faults);
}

describe('a file that is no workbook of a form', () => {
  let parts: Parts;
  beforeAll(async () => {
    parts = await partsOf(await written(m3));
  });
  const SHEET = 'xl/worksheets/sheet1.xml';
  const withPart = (name: string, content = 'x') => packed(new Map(parts).set(name, Buffer.from(content)));
  const compound = (text: string) =>
    Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(504), Buffer.from(text, 'utf16le')]);

  it('is one before it is spoilt', async () => {
    expect(await refused(packed(parts))).toEqual([]);
  });

  it.each<[string, () => Buffer, RegExp]>([
    ['empty', () => Buffer.alloc(0), /không có nội dung/],
    ['a letter', () => Buffer.from('Kính gửi các đồng chí'), /Không đọc được tệp/],
    ['cut off', () => packed(parts).subarray(0, 5000), /Không đọc được tệp/],
    ['larger than 20 MB', () => Buffer.alloc(20 * 1024 * 1024 + 1), /20 MB/],
    ['with a password', () => compound('EncryptedPackage'), /mật khẩu/],
    ['of Excel 97', () => compound('Workbook'), /\.xls\).*\.xlsx/],
    ['with macros', () => withPart('xl/vbaProject.bin'), /macro/],
    [
      'an .xlsm renamed',
      () =>
        packed(rewritten(parts, '[Content_Types].xml', (xml) => xml.replace('sheet.main', 'sheet.macroEnabled.main'))),
      /macro/,
    ],
    ['fed by another file', () => withPart('xl/externalLinks/externalLink1.xml', '<a/>'), /ngắt liên kết/],
    [
      'with entities that multiply',
      () =>
        packed(rewritten(parts, SHEET, (xml) => xml.replace('<worksheet', '<!DOCTYPE a [<!ENTITY a "a">]><worksheet'))),
      /Không đọc được tệp/,
    ],
    [
      'without its texts',
      () => packed(new Map([...parts].filter(([name]) => name !== 'xl/sharedStrings.xml'))),
      /hỏng một phần/,
    ],
    [
      'with more cells than any form has',
      () =>
        packed(rewritten(parts, SHEET, (xml) => xml.replace('</sheetData>', `${'<c />'.repeat(800_000)}</sheetData>`))),
      /quá nhiều ô/,
    ],
    ['a bomb', () => packed(new Map(parts).set('xl/media/image1.png', Buffer.alloc(70 * 1024 * 1024))), /quá lớn/],
    [
      'a bomb that announces ten bytes',
      () =>
        packed(new Map(parts).set('xl/media/image1.png', Buffer.alloc(70 * 1024 * 1024)), {
          'xl/media/image1.png': 10,
        }),
      /quá lớn/,
    ],
  ])('is told in one sentence when it is %s', async (_name, file, sentence) => {
    expect(await refused(file())).toEqual([expect.stringMatching(sentence)]);
  });

  it('is told when what it says it was does not unpack, and is read against the draft', async () => {
    const workbook = await opened(await written(m3));
    workbook.getWorksheet('nhip-definition')!.eachRow((row) => {
      if (row.getCell(1).text === 'definition') row.getCell(2).value = 'AAAA';
    });
    expect(await refused(Buffer.from(await workbook.xlsx.writeBuffer()))).toEqual([]);
  });
});

describe('a workbook of a form that was rearranged', () => {
  it('is read wherever its columns were moved, with or without their hidden names', async () => {
    for (const from of [1, 2]) {
      const { definition, faults } = await withRows((sheet) => {
        const [min, note] = [columnOf(sheet, 'min'), columnOf(sheet, 'note')];
        for (let row = from; row <= 2 + m3.rows.length; row++) {
          const [a, b] = [sheet.getRow(row).getCell(min), sheet.getRow(row).getCell(note)];
          [a.value, b.value] = [b.value, a.value];
        }
      });
      expect([from, faults, editsBetween(m3, definition)]).toEqual([from, [], []]);
    }
  });

  it('is told of where rows were sorted away from their hidden codes', async () => {
    const { faults } = await withRows((sheet) => {
      const [a, b] = [sheet.getRow(3), sheet.getRow(4)];
      for (let column = 2; column <= sheet.columnCount; column++) {
        const [one, other] = [a.getCell(column), b.getCell(column)];
        [one.value, other.value] = [other.value, one.value];
      }
    });
    expect(told(faults)).toEqual([
      expect.stringMatching(`^Chỉ tiêu B3: Dòng này là của mã «${first.key}» nhưng cột «Mã» ghi «${second.key}»`),
      expect.stringMatching(`^Chỉ tiêu B4: Dòng này là của mã «${second.key}» nhưng cột «Mã» ghi «${first.key}»`),
    ]);
  });

  it('does not let the code of a line be written anew', async () => {
    const { faults } = await withRows(
      (sheet) => void (sheet.getRow(3).getCell(columnOf(sheet, 'key')).value = 'ma-moi'),
    );
    expect(told(faults)).toEqual([expect.stringMatching(/^Chỉ tiêu B3: Mã «.*» .* không đổi được thành «ma-moi»/)]);
  });

  it('is told of where a column or a sheet stands there twice, or a sheet is gone', async () => {
    const twice = await withRows((sheet) => {
      const min = columnOf(sheet, 'min');
      sheet.getColumn(60).values = sheet.getColumn(min).values as CellValue[];
    });
    expect(told(twice.faults)).toEqual(['tệp: Trang «Chỉ tiêu» có hai cột «Cận dưới». Đề nghị xóa cột thừa.']);
    const copied = await withRows((sheet, workbook) => {
      const copy = workbook.addWorksheet('Chỉ tiêu (2)');
      sheet.eachRow((row, number) => (copy.getRow(number).values = row.values));
    });
    expect(told(copied.faults)).toEqual([expect.stringContaining('«Chỉ tiêu», «Chỉ tiêu (2)»')]);
    const gone = await withRows((_sheet, workbook) => workbook.removeWorksheet('Lựa chọn'));
    expect(told(gone.faults)).toEqual([expect.stringContaining('thiếu trang «Lựa chọn»')]);
  });

  it('may have other sheets, renamed ones, and names of sheets and headers that were decomposed', async () => {
    const { definition, faults } = await withRows((sheet, workbook) => {
      workbook.addWorksheet('Nháp').getCell('B2').value = 'x';
      sheet.name = 'Danh mục';
      sheet.getRow(2).eachCell((cell) => (cell.value = cell.text.normalize('NFD')));
    });
    expect([faults, editsBetween(m3, definition)]).toEqual([[], []]);
  });

  it('says whose text is unclear where cells are merged', async () => {
    const { faults } = await withRows((sheet) => {
      const label = columnOf(sheet, 'label.vi');
      sheet.mergeCells(3, label, 4, label);
      const note = columnOf(sheet, 'help.meaning.vi');
      sheet.mergeCells(5, note, 5, note + 1);
    });
    expect(told(faults)).toEqual([
      expect.stringMatching(/^Chỉ tiêu C4: Ô này đang gộp với ô C3/),
      expect.stringMatching(/^Chỉ tiêu [A-Z]+5: Ô này đang gộp với ô [A-Z]+5/),
    ]);
  });
});

describe('a cell of a form filled in otherwise than expected', () => {
  const put = (field: string, value: CellValue, form: IndicatorForm = m3) =>
    withRows((sheet) => void (cellOf(sheet, first.key, field).value = value), form);
  const changed = async (field: string, value: CellValue) => {
    const { definition, faults } = await put(field, value);
    expect(faults).toEqual([]);
    return differencesBetween(m3, definition).map(({ to }) => to);
  };

  it.each<[string, CellValue, string]>([
    ['a number that is text', '12,5', '12.5'],
    ['a number that is text in English notation', '1,234,567.5', '1234567.5'],
    ['a figure of a formula', { formula: '1+1', result: 2 }, '2'],
    ['noise of binary fractions', 0.1 + 0.2, '0.3'],
  ])('takes %s as a bound', async (_name, value, bound) => {
    expect(await changed('max', value)).toEqual([bound]);
  });

  it.each<[string, CellValue, RegExp]>([
    ['max', { formula: '"1"&"2"', result: '12' }, /công thức của Excel/],
    ['max', { formula: 'A1' } as CellValue, /công thức của Excel/],
    ['max', { formula: '1/0', result: { error: '#DIV/0!' } } as CellValue, /lỗi của Excel/],
    ['max', '1.234', /chưa rõ dấu chấm là dấu nghìn hay dấu thập phân/],
    ['max', 'khoảng 5', /không phải là số/],
    ['label.vi', { formula: "cmd|' /C calc'!A0", result: 'Tên' }, /công thức của Excel/],
    ['help.method.vi', { sharedFormula: 'C3', formula: 'A1', result: 'x' } as CellValue, /công thức của Excel/],
    ['note', { error: '#REF!' } as CellValue, /lỗi của Excel/],
  ])('tells of %s when it is %j', async (field, value, sentence) => {
    const { faults } = await put(field, value);
    expect(told(faults)).toEqual([expect.stringMatching(sentence)]);
    expect(faults[0]!.cell).toMatchObject({ sheet: 'Chỉ tiêu', cell: expect.stringMatching(/^[A-Z]+3$/) });
  });

  it.each(["=cmd|' /C calc'!A0", '+SUM(A1:A9)', '@x', '-2+3', '=HYPERLINK("http://x")'])(
    'keeps the text %s a text, in and out',
    async (text) => {
      const { definition, faults } = await put('note', text);
      expect(faults).toEqual([]);
      expect((definition as IndicatorForm).rows[0]!.note).toBe(text);
      const cell = cellOf(rowsOf(await opened(await written(definition))), first.key, 'note');
      expect([cell.type, cell.value, cell.formula, cell.numFmt]).toEqual([
        ...[exceljs.ValueType.String, text, undefined, '@'],
      ]);
    },
  );

  it('is the same word with its accents composed or not, in names, lists and conditions', async () => {
    const over: Row['visibleWhen'] = { op: 'answered', of: { op: 'cell', row: second.key } };
    const form: IndicatorForm = {
      ...m3,
      rows: m3.rows.map((row) => (row === third ? { ...row, visibleWhen: over } : row)),
    };
    const { definition, faults } = await withRows((sheet) => {
      sheet.eachRow((row, number) => {
        if (number > 2)
          row.eachCell((cell) => typeof cell.value === 'string' && (cell.value = cell.value.normalize('NFD')));
      });
    }, form);
    expect([faults, editsBetween(form, definition)]).toEqual([[], []]);
    expect(await changed('label.vi', 'Hồ Ước'.normalize('NFD'))).toEqual([{ ...first.label, vi: 'Hồ Ước' }]);
  });

  it.each([false, true])('is the same day in a file that counts from 1904: %s', async (date1904) => {
    const dated: IndicatorForm = {
      ...m3,
      rows: m3.rows.map((row) => (row === first ? { ...row, type: 'date', min: '2027-01-15', max: undefined } : row)),
    };
    const { definition, faults } = await withRows((sheet, workbook) => {
      workbook.properties.date1904 = date1904;
      const cell = cellOf(sheet, first.key, 'max');
      cell.value = new Date('2027-07-01T00:00:00Z');
      cell.numFmt = 'dd/mm/yyyy';
    }, dated);
    expect(faults).toEqual([]);
    expect((definition as IndicatorForm).rows[0]).toMatchObject({ min: '2027-01-15', max: '2027-07-01' });
  });

  it('is told of on the sheet of choices too', async () => {
    const { faults } = await edited(m4, (workbook) => {
      const sheet = workbook.getWorksheet('Lựa chọn')!;
      sheet.getRow(3).getCell(4).value = { formula: 'A1&"x"', result: 'x' };
      sheet.mergeCells(4, 4, 5, 4);
    });
    expect(told(faults)).toEqual([
      expect.stringMatching(/^Lựa chọn D3: .*công thức của Excel/),
      expect.stringMatching(/^Lựa chọn D5: Ô này đang gộp với ô D4/),
    ]);
  });
});

describe('a form of five thousand rows', () => {
  const large: IndicatorForm = {
    ...m3,
    rows: Array.from({ length: 5000 }, (_, at) => ({
      ...first,
      ...{ key: `row-${at}`, code: `row-${at}`, seq: at + 1, label: { vi: `Chỉ tiêu số ${at}` } },
      ...(at % 2
        ? { visibleWhen: { op: 'answered' as const, of: { op: 'cell' as const, row: `row-${at - 1}` } } }
        : {}),
    })),
  };

  it('comes back as it went out', async () => {
    const { definition, faults } = await read(await written(large), large);
    expect([faults, editsBetween(large, definition)]).toEqual([[], []]);
  }, 120_000);
});
