import { describe, expect, it } from '@jest/globals';
import exceljs, { type Worksheet } from 'exceljs';
import { type Answers, type FormDefinition, noAnswers, noteKey } from '../../src/forms/index.js';
import { readFormWorkbook, writeFormWorkbook } from '../../src/modules/exchange/form-workbook/index.js';
import { INDICATORS, RECORDS } from '../arbitraries/sample-forms.js';
import { vietnamese } from '../properties/form-words.js';

const value = (given: string) => ({ state: 'value' as const, value: given });

async function edited(
  form: FormDefinition,
  answers: Answers,
  edit: (...sheets: Worksheet[]) => void = () => undefined,
) {
  const stamp = { planYear: 2028, unit: 'u1', unitName: 'UBND xã Thử', form: form.key, version: 1 };
  const file = await writeFormWorkbook(form, answers, stamp, vietnamese);
  const book = new exceljs.Workbook();
  await book.xlsx.load(file.buffer.slice(file.byteOffset, file.byteOffset + file.length) as ArrayBuffer);
  edit(...book.worksheets);
  return readFormWorkbook(Buffer.from(await book.xlsx.writeBuffer()), form, vietnamese);
}

describe('the explanation of a worked-out figure', () => {
  const figures = { actual: value('1.5'), estimate: value('3') };

  it('goes out beside the states and comes back', async () => {
    const ratio = { state: 'worked-out' as const, note: 'sáp nhập xã' };
    const answers: Answers = { ...noAnswers(), cells: { poverty: { ...figures, ratio } } };
    const read = await edited(INDICATORS, answers, (_table, states) => {
      const line = states!.getRow(5);
      expect([line.getCell(1).value, line.getCell(2).value, line.getCell(7).value]).toEqual([
        'poverty',
        'ratio',
        'sáp nhập xã',
      ]);
    });
    expect(read).toMatchObject({ answers, issues: [] });
  });

  it('may be given there by the names of indicator and column', async () => {
    const answers: Answers = { ...noAnswers(), cells: { poverty: figures } };
    const read = await edited(INDICATORS, answers, (_table, states) => {
      const line = states!.getRow(5);
      [line.getCell(3).value, line.getCell(4).value] = ['Tỷ lệ hộ nghèo', 'Ước 2027 so với 2026 (%)'];
      line.getCell(7).value = 'chuẩn nghèo mới';
    });
    expect(read.issues).toEqual([]);
    expect(read.answers.cells['poverty']).toEqual({
      ...figures,
      ratio: { state: 'worked-out', note: 'chuẩn nghèo mới' },
    });
  });
});

describe('the explanation of a column', () => {
  it('stands as a note at its cell, and is no answer of the file', async () => {
    const lines = [{ name: 'Cầu', start: '2027', [noteKey('start')]: 'chờ mặt bằng', [noteKey()]: 'dự án mới' }];
    const read = await edited(RECORDS, { ...noAnswers(), records: { [RECORDS.key]: lines } }, (table) => {
      const notes = new Map<string, string>();
      table!.eachRow((row) =>
        row.eachCell(({ text, note }) => {
          if (note)
            notes.set(text, typeof note === 'string' ? note : (note.texts ?? []).map((one) => one.text).join(''));
        }),
      );
      expect(Object.fromEntries(notes)).toEqual({ Cầu: 'dự án mới', '2027': 'chờ mặt bằng' });
    });
    expect(read.answers.records[RECORDS.key]).toEqual([{ name: 'Cầu', start: '2027' }]);
    expect(read.issues).toEqual([]);
  });
});
