import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  type Check,
  type Condition,
  differencesBetween,
  editsBetween,
  faultsOf,
  type Formula,
  type IndicatorForm,
  type Measure,
  type OutlineForm,
  type RecordForm,
  type Row,
  wellShaped,
} from '../../src/forms/index.js';
import { arbitraryCondition, arbitraryTable } from '../arbitraries/formulas.js';
import { RECORDS } from '../arbitraries/sample-forms.js';
import { cellOf, columnOf, edited, forms, m3, opened, read, told, written } from './definition-desk.js';

const [first, second, third] = m3.rows as [Row, Row, Row];
const cell = (row: Row): Formula => ({ op: 'cell', row: row.key });
const over: Condition = { op: 'compare', a: cell(second), by: '>', b: { op: 'number', value: '1000.5' } };
const CHECK: Check = {
  key: 'falls',
  level: 'soft',
  row: first.key,
  measures: [m3.measures[0]!.key],
  holds: { op: 'and', of: [over, { op: 'answered', of: { op: 'cell', row: third.key } }] },
  message: { vi: 'Thu giảm', en: 'Revenue falls' },
};
const ruled: IndicatorForm = {
  ...m3,
  rows: m3.rows.map((row) => {
    if (row === first) return { ...row, visibleWhen: over, ask: { vi: 'Bao nhiêu?', en: 'How much?' } };
    if (row !== third) return row;
    return { ...row, required: false, computed: { op: 'ratio', a: cell(first), b: cell(second), scale: '100' } };
  }),
  checks: [CHECK],
};
const named = ({ label }: Row): string => `dòng «${label.vi}»`;
const changes = (form: IndicatorForm, after: Parameters<typeof differencesBetween>[1]) =>
  differencesBetween(form, after).map(({ sort, list, key, field, to }) => [sort, list, key, field, to]);

describe('formulas, conditions and checks in the workbook of a form', () => {
  it('stand in words beside their rows and on a sheet of checks', async () => {
    const workbook = await opened(await written(ruled));
    const rows = workbook.getWorksheet('Chỉ tiêu')!;
    const checks = workbook.getWorksheet('Kiểm tra')!;
    expect(cellOf(rows, third.key, 'computed').text).toBe(`${named(first)} / ${named(second)} × 100`);
    expect(cellOf(rows, first.key, 'visibleWhen').text).toBe(`${named(second)} > 1.000,5`);
    expect(cellOf(rows, first.key, 'ask.en').text).toBe('How much?');
    const shown = ['message.vi', 'message.en', 'level', 'row', 'holds'].map((one) => cellOf(checks, 'falls', one).text);
    expect(shown).toEqual([
      'Thu giảm',
      'Revenue falls',
      'Không đúng thì hỏi lý do',
      first.label.vi,
      `${named(second)} > 1.000,5 và ${named(third)} đã có số liệu`,
    ]);
  });

  it('come back as they went out, whatever they say', async () => {
    const twice = (form: IndicatorForm): IndicatorForm => ({
      ...form,
      // Two rows of one name: the words name them by their codes.
      rows: form.rows.map((row, at) => (at < 2 ? { ...row, label: { vi: 'Cùng tên' } } : row)),
    });
    const arbitrary = fc
      .tuple(arbitraryTable(), arbitraryCondition(), arbitraryCondition())
      .map(([form, when, holds]): IndicatorForm => ({
        ...twice(form),
        rows: twice(form).rows.map((row, at) => (at === 0 ? { ...row, visibleWhen: when } : row)),
        checks: [{ ...CHECK, row: form.rows[0]!.key, measures: [form.measures[0]!.key], holds }],
      }));
    await fc.assert(
      fc.asyncProperty(arbitrary, async (form) => {
        const { definition, faults } = await read(await written(form), form);
        expect(faults).toEqual([]);
        expect(editsBetween(form, definition)).toEqual([]);
      }),
      { numRuns: 12 },
    );
  }, 120_000);

  it('are read where they are written by hand, with names of rows that are new or renamed in the same file', async () => {
    const { definition, faults } = await edited(ruled, (workbook) => {
      const sheet = workbook.getWorksheet('Chỉ tiêu')!;
      cellOf(sheet, second.key, 'label.vi').value = 'Thu mới';
      cellOf(sheet, third.key, 'computed').value = '= dòng «Thu mới» - dòng «Chi mới» - 1.000,5';
      cellOf(sheet, first.key, 'visibleWhen').value = null;
      cellOf(sheet, second.key, 'visibleWhen').value = 'dòng «Chi mới» đã có số liệu';
      const line = sheet.getRow(3 + m3.rows.length);
      line.getCell(columnOf(sheet, 'label.vi')).value = 'Chi mới';
      line.getCell(columnOf(sheet, 'unit.vi')).value = 'Tỷ đồng';
    });
    expect(faults).toEqual([]);
    expect(wellShaped(definition)).toMatchObject({ ok: true });
    expect(faultsOf(definition)).toEqual([]);
    const spent = (definition as IndicatorForm).rows.at(-1)!;
    expect(spent.key).toBe('chi-moi');
    expect(changes(ruled, definition).filter(([, , , field]) => field !== undefined)).toEqual([
      ['changed', 'rows', first.key, 'visibleWhen', null],
      ['changed', 'rows', second.key, 'label', expect.objectContaining({ vi: 'Thu mới' })],
      ['changed', 'rows', second.key, 'visibleWhen', { op: 'answered', of: { op: 'cell', row: 'chi-moi' } }],
      [
        ...['changed', 'rows', third.key, 'computed'],
        { op: 'difference', of: [cell(second), cell(spent), { op: 'number', value: '1000.5' }] },
      ],
    ]);
  });

  it('are read with the signs that people write by hand', async () => {
    const { definition, faults } = await edited(m3, (workbook) => {
      cellOf(workbook.getWorksheet('Chỉ tiêu')!, third.key, 'computed').value =
        `dòng "${first.label.vi}" : dòng "${second.label.vi}" x 100`;
    });
    expect(faults).toEqual([]);
    expect((definition as IndicatorForm).rows[2]!.computed).toEqual({
      ...{ op: 'ratio', a: cell(first), b: cell(second), scale: '100' },
    });
  });

  it('are told of where they are formulas of the spreadsheet, whatever figure those have', async () => {
    const { faults } = await edited(ruled, (workbook) => {
      const sheet = workbook.getWorksheet('Chỉ tiêu')!;
      cellOf(sheet, third.key, 'computed').value = { formula: 'E3/E4*100', result: 5 };
      cellOf(sheet, first.key, 'visibleWhen').value = { formula: 'E4>1', result: true };
      cellOf(sheet, second.key, 'max').value = { formula: '2*50', result: 100 };
    });
    expect(told(faults)).toEqual([
      expect.stringMatching(/^Chỉ tiêu [A-Z]+3: Ô này là một công thức của Excel, biểu không tính theo được/),
      expect.stringMatching(/^Chỉ tiêu [A-Z]+5: Ô này là một công thức của Excel, biểu không tính theo được/),
    ]);
  });

  it('may be added, changed and removed as lines of the sheet of checks', async () => {
    const { definition, faults } = await edited(ruled, (workbook) => {
      const sheet = workbook.getWorksheet('Kiểm tra')!;
      cellOf(sheet, 'falls', 'level').value = 'bắt buộc đúng';
      cellOf(sheet, 'falls', 'row').value = second.key;
      cellOf(sheet, 'falls', 'measures').value = null;
      const line = sheet.getRow(4);
      line.getCell(columnOf(sheet, 'message.vi')).value = 'Chưa có dân số';
      line.getCell(columnOf(sheet, 'holds')).value = `${named(first)} ≥ 0`;
    });
    expect(faults).toEqual([]);
    expect(definition.checks).toEqual([
      { key: 'falls', level: 'hard', row: second.key, holds: CHECK.holds, message: CHECK.message },
      {
        ...{ key: 'chua-co-dan-so', level: 'soft', message: { vi: 'Chưa có dân số' } },
        holds: { op: 'compare', a: cell(first), by: '>=', b: { op: 'number', value: '0' } },
      },
    ]);
    const gone = await edited(ruled, (workbook) => workbook.getWorksheet('Kiểm tra')!.spliceRows(3, 1));
    expect([gone.faults, gone.definition]).toEqual([[], { ...ruled, checks: undefined }]);
    expect(changes(ruled, gone.definition)).toEqual([['removed', 'checks', 'falls', undefined, undefined]]);
  });

  it('are told of with their cell where they are not understood, and nothing is taken', async () => {
    const { faults } = await edited(ruled, (workbook) => {
      const sheet = workbook.getWorksheet('Chỉ tiêu')!;
      cellOf(sheet, first.key, 'computed').value = 'SUM(E3:E9)';
      cellOf(sheet, second.key, 'computed').value = 'dòng «Thu nhập» + 1';
      cellOf(sheet, third.key, 'computed').value = `${named(first)} × ${named(second)}`;
      cellOf(sheet, first.key, 'visibleWhen').value = `${named(second)} > 5 và`;
      cellOf(workbook.getWorksheet('Kiểm tra')!, 'falls', 'holds').value = null;
      cellOf(workbook.getWorksheet('Kiểm tra')!, 'falls', 'row').value = 'Thu nhập';
      const measures = workbook.getWorksheet('Cột số liệu')!;
      cellOf(measures, m3.measures[0]!.key, 'computed').value = `cột «Thu nhập» + 1`;
    });
    expect(told(faults).map((one) => one.replace(/\. Đề nghị.*/, ''))).toEqual([
      expect.stringMatching(/^Chỉ tiêu [A-Z]+3: Không hiểu từ chỗ «SUM\(E3:E9\)»$/),
      expect.stringMatching(/^Chỉ tiêu [A-Z]+3: Không hiểu nội dung ô này$/),
      expect.stringMatching(/^Chỉ tiêu [A-Z]+4: Biểu không có gì tên «Thu nhập»$/),
      expect.stringMatching(/^Chỉ tiêu [A-Z]+5: Không hiểu nội dung ô này$/),
      expect.stringMatching(/^Cột số liệu [A-Z]+3: Biểu không có gì tên «Thu nhập»$/),
      expect.stringMatching(/^Kiểm tra [A-Z]+3: Biểu không có gì tên «Thu nhập»$/),
      expect.stringMatching(/^Kiểm tra [A-Z]+3: Ô này không được để trống\.$/),
    ]);
  });

  it('work for measures and columns of lists by any formula, and a measure may wait for a condition', async () => {
    const [a, b, c] = m3.measures.filter(({ computed }) => !computed) as [Measure, Measure, Measure];
    const called = ({ label }: Measure): string => `cột «${label.vi}»`;
    const worked = m3.measures.find(({ computed }) => computed)!;
    const { definition, faults } = await edited(m3, (workbook) => {
      const sheet = workbook.getWorksheet('Cột số liệu')!;
      cellOf(sheet, worked.key, 'computed').value = `${called(a)} + ${called(b)}`;
      cellOf(sheet, c.key, 'visibleWhen').value = `${called(a)} > 10`;
    });
    expect(faults).toEqual([]);
    const here = ({ key }: Measure) => ({ op: 'cell', measure: key });
    expect((definition as IndicatorForm).measures.find(({ key }) => key === worked.key)!.computed).toEqual({
      ...{ op: 'sum', of: [here(a), here(b)] },
    });
    expect((definition as IndicatorForm).measures.find(({ key }) => key === c.key)!.visibleWhen).toEqual({
      ...{ op: 'compare', a: here(a), by: '>', b: { op: 'number', value: '10' } },
    });
    expect(faultsOf(definition)).toEqual([]);

    const [total, paid] = RECORDS.columns.filter(({ type, computed }) => type === 'number' && !computed);
    const list = await edited(RECORDS, (workbook) => {
      cellOf(workbook.getWorksheet('Cột')!, 'rest', 'computed').value = `«${total!.label.vi}» / «${paid!.label.vi}»`;
    });
    const column = (key: string) => ({ op: 'column', column: key });
    expect(list.faults).toEqual([]);
    expect((list.definition as RecordForm).columns.find(({ key }) => key === 'rest')!.computed).toMatchObject({
      ...{ op: 'ratio', a: column(total!.key), b: column(paid!.key) },
    });
  });

  it('work for lists and outlines too: computed columns, conditions, guidance in English', async () => {
    const [a, b] = RECORDS.columns.filter(({ type }) => type !== 'text' && type !== 'choice');
    const list: RecordForm = {
      ...RECORDS,
      columns: RECORDS.columns.map((one) =>
        one === b ? { ...one, visibleWhen: { op: 'answered', of: { op: 'column', column: a!.key } } } : one,
      ),
      checks: [
        {
          ...{ key: 'named', level: 'hard', column: a!.key, message: { vi: 'Thiếu' } },
          holds: { op: 'answered', of: { op: 'column', column: b!.key } },
        },
      ],
    };
    const back = await edited(list, (workbook) => {
      const sheet = workbook.getWorksheet('Cột')!;
      expect(cellOf(sheet, b!.key, 'visibleWhen').text).toBe(`«${a!.label.vi}» đã có số liệu`);
      cellOf(sheet, b!.key, 'visibleWhen').value = `«${a!.label.vi}» = 5`;
    });
    expect(back.faults).toEqual([]);
    expect(differencesBetween(list, back.definition).map(({ field }) => field)).toEqual(['visibleWhen']);

    const outline = forms.find((form): form is OutlineForm => form.kind === 'outline')!;
    const { definition } = await edited(outline, (workbook) => {
      cellOf(workbook.getWorksheet('Mục')!, outline.sections[0]!.key, 'guidance.en').value = 'One page at most.';
    });
    expect((definition as OutlineForm).sections[0]!.guidance).toMatchObject({ en: 'One page at most.' });
  });
});
