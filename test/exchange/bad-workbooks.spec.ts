import { beforeAll, describe, expect, it } from '@jest/globals';
import type { CellValue, Workbook, Worksheet } from 'exceljs';
import exceljs from 'exceljs';
import fc from 'fast-check';
import { type Answers, type FormDefinition, issueText, noAnswers } from '../../src/forms/index.js';
import { readFormWorkbook, writeFormWorkbook } from '../../src/modules/exchange/form-workbook/index.js';
import { INDICATORS, RECORDS } from '../arbitraries/sample-forms.js';
import { messages, vietnamese } from '../properties/form-words.js';
import { at, opened, saved } from './workbook-desk.js';
import { packed, type Parts, partsOf, rewritten } from './zip-parts.js';

const value = (given: string | boolean) => ({ state: 'value' as const, value: given });
const ANSWERS: Answers = {
  ...noAnswers(),
  cells: { poverty: { plan: value('3') }, revenue: { plan: value('1234.5') }, remarks: { plan: value('Đã rà soát') } },
};

const written = (form: FormDefinition = INDICATORS, answers = ANSWERS) =>
  writeFormWorkbook(
    form,
    answers,
    { planYear: 2028, unit: 'u1', unitName: 'UBND xã Thử', form: form.key, version: 2 },
    vietnamese,
  );

async function read(file: Buffer, form: FormDefinition = INDICATORS) {
  const { answers, issues } = await readFormWorkbook(file, form, vietnamese);
  const texts = issues.map((issue) => issueText(issue, 'vi', (key, params) => messages.t('vi', key, params)));
  // Every sentence is written, in both languages, with all its blanks filled.
  for (const issue of issues) {
    const english = issueText(issue, 'en', (key, params) => messages.t('en', key, params));
    for (const text of [...texts, english]) expect(text).not.toMatch(/[{}]|forms\./);
  }
  return { answers, codes: issues.map((issue) => issue.code), cells: issues.map((issue) => issue.cell?.cell), texts };
}

/** What somebody does to the file with a spreadsheet. */
async function edited(
  edit: (sheet: Worksheet, book: Workbook) => void,
  form: FormDefinition = INDICATORS,
  answers = ANSWERS,
) {
  const book = await opened(await written(form, answers));
  edit(book.worksheets[0]!, book);
  return read(await saved(book), form);
}

describe('a file that cannot be taken', () => {
  let parts: Parts;
  beforeAll(async () => {
    parts = await partsOf(await written());
  });
  const SHEET = 'xl/worksheets/sheet1.xml';
  const withPart = (name: string, content = 'x') => packed(new Map(parts).set(name, Buffer.from(content)));
  const compound = (text: string) =>
    Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(504), Buffer.from(text, 'utf16le')]);

  it('is a file like any other before it is spoilt', async () => {
    expect(await read(packed(parts))).toEqual({ answers: ANSWERS, codes: [], cells: [], texts: [] });
  });

  it.each<[string, () => Buffer, string, RegExp]>([
    ['empty', () => Buffer.alloc(0), 'empty-file', /^Tệp gửi lên không có nội dung/],
    ['no zip', () => Buffer.from('Kính gửi các đồng chí'), 'unreadable', /^Không đọc được tệp này/],
    [
      'a zip of something else',
      () => packed(new Map([['thư.txt', Buffer.from('x')]])),
      'unreadable',
      /^Không đọc được/,
    ],
    ['larger than 20 MB', () => Buffer.alloc(20 * 1024 * 1024 + 1), 'too-large', /20 MB/],
    ['cut off', () => packed(parts).subarray(0, 5000), 'unreadable', /^Không đọc được/],
    ['with a password', () => compound('EncryptedPackage'), 'encrypted', /bỏ mật khẩu/],
    ['of Excel 97', () => compound('Workbook'), 'old-format', /\.xls\).*\.xlsx/],
    ['with macros', () => withPart('xl/vbaProject.bin'), 'macros', /chứa macro/],
    ['with macros of Excel 4', () => withPart('xl/macrosheets/sheet1.xml', '<a/>'), 'macros', /chứa macro/],
    [
      'an .xlsm renamed',
      () =>
        packed(rewritten(parts, '[Content_Types].xml', (xml) => xml.replace('sheet.main', 'sheet.macroEnabled.main'))),
      'macros',
      /chứa macro/,
    ],
    ['fed by another file', () => withPart('xl/externalLinks/externalLink1.xml', '<a/>'), 'external-links', /ngắt/],
    ['fed by a data source', () => withPart('xl/connections.xml', '<a/>'), 'external-links', /ngắt/],
    [
      'with entities that multiply',
      () => {
        const entities = '<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>';
        return packed(rewritten(parts, SHEET, (xml) => xml.replace('<worksheet', `${entities}<worksheet`)));
      },
      'unreadable',
      /^Không đọc được/,
    ],
    [
      'without its texts',
      () => packed(new Map([...parts].filter(([name]) => name !== 'xl/sharedStrings.xml'))),
      'damaged',
      /hỏng một phần/,
    ],
    [
      'with half of its texts',
      () => packed(rewritten(parts, 'xl/sharedStrings.xml', (xml) => xml.slice(0, xml.length / 2))),
      'damaged',
      /hỏng một phần/,
    ],
    [
      'with a text less than it counts',
      () =>
        packed(
          rewritten(parts, 'xl/sharedStrings.xml', (xml) => xml.replace(/<si>(?:(?!<si>).)*<\/si><\/sst>/s, '</sst>')),
        ),
      'damaged',
      /hỏng một phần/,
    ],
    [
      'with more cells than any form has',
      () =>
        packed(rewritten(parts, SHEET, (xml) => xml.replace('</sheetData>', `${'<c />'.repeat(800_000)}</sheetData>`))),
      'too-many-cells',
      /quá nhiều ô/,
    ],
  ])('is told when it is %s', async (_name, file, code, text) => {
    const told = await read(file());
    expect(told).toMatchObject({ answers: noAnswers(), codes: [`workbook-${code}`] });
    expect(told.texts[0]).toMatch(text);
  });

  it('is read although its drawings are none that the reader knows', async () => {
    const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
    const link = (target: string) =>
      Buffer.from(
        `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
          `<Relationship Id="rId1" Type="${relations}/drawing" Target="${target}"/></Relationships>`,
      );
    const drawn = rewritten(parts, SHEET, (xml) => xml.replace('</worksheet>', '<drawing r:id="rId1"/></worksheet>'));
    // A picture whose drawing is not in the file makes the reader of workbooks give up.
    drawn.set('xl/worksheets/_rels/sheet1.xml.rels', link('../drawings/drawing1.xml'));
    expect(await read(packed(drawn))).toMatchObject({ answers: ANSWERS, codes: [] });
  });

  it('never unpacks more than is allowed, whatever its directory announces', async () => {
    const bomb = new Map(parts).set('xl/media/image1.png', Buffer.alloc(70 * 1024 * 1024));
    const claims: Record<string, number>[] = [{}, { 'xl/media/image1.png': 10 }];
    for (const announced of claims) {
      expect((await read(packed(bomb, announced))).codes).toEqual(['workbook-unpacks-too-large']);
    }
    // A smaller lie is no bomb, but not what was announced either.
    const lie = new Map(parts).set('xl/media/image1.png', Buffer.alloc(1000));
    expect((await read(packed(lie, { 'xl/media/image1.png': 10 }))).codes).toEqual(['workbook-unreadable']);
  });

  it('is refused or read as it was where a byte of it has changed on the way', async () => {
    const file = packed(parts);
    await fc.assert(
      fc.asyncProperty(fc.nat(file.length - 1), fc.integer({ min: 1, max: 255 }), async (at, by) => {
        const spoilt = Buffer.from(file);
        spoilt[at] = spoilt[at]! ^ by;
        const { codes, answers } = await read(spoilt);
        expect(answers).toEqual(codes.length > 0 ? noAnswers() : ANSWERS);
      }),
      { numRuns: 150 },
    );
  }, 60_000);
});

describe('a workbook that was rearranged', () => {
  it('is read wherever its columns were moved together with their keys', async () => {
    const told = await edited((sheet) => {
      const moved = sheet.getColumn(7).values as CellValue[];
      sheet.spliceColumns(7, 1);
      sheet.spliceColumns(5, 0, moved.slice(1));
    });
    expect(told).toMatchObject({ answers: ANSWERS, codes: [] });
  });

  it('is read by the header where a hidden key is gone', async () => {
    const told = await edited((sheet) => (at(sheet, 'nhip-keys', ':plan').value = null));
    expect(told).toMatchObject({ answers: ANSWERS, codes: [] });
  });

  it('is asked about where headers and keys disagree', async () => {
    const told = await edited((sheet) => {
      const [plan, estimate] = [at(sheet, 'nhip-header', ':plan'), at(sheet, 'nhip-header', ':estimate')];
      [plan.value, estimate.value] = [estimate.value, plan.value];
    });
    expect(told.codes).toEqual(['workbook-column-moved', 'workbook-column-moved']);
    expect(told.texts[1]).toContain('Kế hoạch năm 2028');
    expect(told.answers.cells).toEqual({});
  });

  it('is asked about where a column is there twice or not at all', async () => {
    const twice = await edited((sheet) => (sheet.getCell('K1').value = ':plan'));
    expect(twice.codes).toEqual(['workbook-column-twice']);
    const lost = await edited((sheet) => {
      at(sheet, 'nhip-header', ':plan').value = 'Kế hoạch';
      at(sheet, 'nhip-keys', ':plan').value = null;
    });
    expect(lost.codes).toEqual(['workbook-column-lost']);
  });

  it('is asked about where rows were sorted away from their hidden keys, or deleted', async () => {
    const sorted = await edited((sheet) => {
      const [one, other] = [at(sheet, 'poverty', 'label'), at(sheet, 'revenue', 'label')];
      [one.value, other.value] = [other.value, one.value];
    });
    expect(sorted.codes).toEqual(['workbook-row-moved', 'workbook-row-moved']);
    expect(sorted.answers.cells).toEqual({ remarks: ANSWERS.cells['remarks'] });
    const deleted = await edited((sheet) => sheet.spliceRows(Number(at(sheet, 'revenue', 'label').row), 1));
    expect(deleted.codes).toContain('workbook-row-lost');
    expect(deleted.answers.cells).toEqual({ poverty: ANSWERS.cells['poverty'], remarks: ANSWERS.cells['remarks'] });
  });

  it('may have other sheets, but not lose its own or have it twice', async () => {
    const more = await edited((_sheet, book) => {
      book.addWorksheet('Nháp').getCell('B2').value = 'x';
    });
    expect(more).toMatchObject({ answers: ANSWERS, codes: [] });
    const lost = await edited((sheet, book) => book.removeWorksheet(sheet.id));
    expect(lost.texts[0]).toMatch(/^Tệp không còn trang «M3»/);
    const twice = await edited((sheet, book) => {
      const copy = book.addWorksheet('M3 (2)');
      sheet.eachRow((row, number) => (copy.getRow(number).values = row.values));
    });
    expect(twice).toMatchObject({ answers: noAnswers(), codes: ['workbook-table-twice'] });
    expect(twice.texts[0]).toContain('«M3», «M3 (2)»');
  });

  it('says whose figure is unclear where input cells are merged', async () => {
    const told = await edited((sheet) => {
      const { row } = at(sheet, 'poverty', ':plan');
      sheet.mergeCells(Number(row), 6, Number(row), 7);
      sheet.getRow(Number(row)).getCell(6).value = 4;
    });
    expect(told.codes).toEqual(['workbook-merged', 'workbook-merged']);
    expect(told.texts[1]).toMatch(/ô G8: «.*»: ô này đang gộp với ô F8/);
    expect(told.answers.cells['poverty']).toBeUndefined();
  });

  it('may have empty rows at will; many filled ones outside the form are one fault', async () => {
    const told = await edited((sheet) => {
      for (let row = 100; row < 10_100; row++) sheet.getRow(row).getCell(7).value = row;
    });
    expect(told).toMatchObject({ answers: ANSWERS, codes: ['workbook-stray-rows'], cells: ['G100'] });
    expect(told.texts[0]).toContain('10000 ô');
    const formatted = await edited((sheet) => {
      for (let row = 100; row < 10_100; row++) sheet.getRow(row).getCell(7).numFmt = '0.00';
    });
    expect(formatted).toMatchObject({ answers: ANSWERS, codes: [] });
    const long = await edited(
      (sheet) => {
        for (let row = 7; row < 10_007; row++) sheet.getRow(row).getCell(2).value = 'Cầu';
      },
      RECORDS,
      noAnswers(),
    );
    expect(long.codes).toContain('too-many-records');
  });
});

describe('a cell filled in otherwise than expected', () => {
  const plan = (row: string, given: CellValue) => edited((sheet) => void (at(sheet, row, ':plan').value = given));

  it.each<[string, CellValue, string]>([
    ['a sum', { formula: '1+1', result: 2 }, '2'],
    ['a copied formula', { sharedFormula: 'G9', formula: 'A1', result: 2.5 } as CellValue, '2.5'],
    ['noise of binary fractions', { formula: '0.1+0.2', result: 0.1 + 0.2 }, '0.3'],
    ['Vietnamese notation', '1.234,5', '1234.5'],
    ['English notation that can mean one thing only', '1,234.5', '1234.5'],
    ['a number behind an apostrophe', '2.5', '2.5'],
  ])('is taken when it is %s', async (_name, given, expected) => {
    const told = await plan('revenue', given);
    expect(told.codes).toEqual([]);
    expect(told.answers.cells['revenue']).toEqual({ plan: value(expected) });
  });

  it.each<[string, string, CellValue, string]>([
    ['a formula that gives a text', 'revenue', { formula: '"1"&"2"', result: '12' }, 'formula'],
    ['a formula that no program has computed', 'revenue', { formula: 'A1' } as CellValue, 'formula'],
    ['a formula in a text', 'remarks', { formula: "cmd|'/C calc'!A0", result: 'x' }, 'formula'],
    ['a formula that failed', 'revenue', { formula: '1/0', result: { error: '#DIV/0!' } } as CellValue, 'error-value'],
    ['an ambiguous point', 'revenue', '1.234', 'ambiguous-number'],
  ])('is told when it is %s', async (_name, row, given, code) => {
    const told = await plan(row, given);
    expect(told.codes).toEqual([`workbook-${code}`]);
    expect(told.cells[0]).toMatch(/^G\d+$/);
    expect(told.answers.cells[row]).toBeUndefined();
  });

  it('is told when a day stands where a number is asked', async () => {
    const told = await edited((sheet) => {
      const cell = at(sheet, 'revenue', ':plan');
      cell.value = new Date('2027-06-29');
      cell.numFmt = 'dd/mm/yyyy';
    });
    expect(told.codes).toEqual(['workbook-not-a-number']);
    expect(told.texts[0]).toContain('«29/06/2027»');
  });

  it.each(["=cmd|'/C calc'!A0", '+SUM(A1:A9)', '@x', '-2+3', '=HYPERLINK("http://x")'])(
    'keeps the text %s a text, in and out',
    async (text) => {
      const told = await plan('remarks', text);
      expect(told.answers.cells['remarks']).toEqual({ plan: value(text) });
      const cell = at((await opened(await written(INDICATORS, told.answers))).worksheets[0]!, 'remarks', ':plan');
      expect([cell.type, cell.value, cell.formula]).toEqual([exceljs.ValueType.String, text, undefined]);
      expect(cell.numFmt).toBe('@');
    },
  );

  it('is the same word with its accents composed or not', async () => {
    const told = await edited((sheet) => {
      at(sheet, 'remarks', ':plan').value = 'Nguyễn Thị Ước'.normalize('NFD');
      at(sheet, 'grade', ':plan').value = 'Tốt'.normalize('NFD');
      const label = at(sheet, 'poverty', 'label');
      label.value = label.text.normalize('NFD');
    });
    expect(told.codes).toEqual([]);
    expect(told.answers.cells).toMatchObject({
      remarks: { plan: value('Nguyễn Thị Ước') },
      grade: { plan: value('good') },
    });
  });

  it.each([false, true])('is the same day in a file that counts from 1904: %s', async (date1904) => {
    const given = { ...noAnswers(), records: { projects: [{ name: 'Cầu', decided: '2027-02-28' }] } } as Answers;
    const told = await edited((_sheet, book) => (book.properties.date1904 = date1904), RECORDS, given);
    expect(told).toMatchObject({ answers: given, codes: [] });
  });
});
