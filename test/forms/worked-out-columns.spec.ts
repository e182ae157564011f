import { describe, expect, it } from '@jest/globals';
import exceljs from 'exceljs';
import {
  type Cells,
  computeCells,
  computeRecord,
  faultsOf,
  type Formula,
  type IndicatorForm,
  keptByColumn,
  keptByMeasure,
  type Measure,
  noAnswers,
  type RecordForm,
  totalsOf,
  wellShaped,
} from '../../src/forms/index.js';
import { writeFormWorkbook } from '../../src/modules/exchange/form-workbook/index.js';
import { aRow, MEASURES, RECORDS } from '../arbitraries/sample-forms.js';
import { vietnamese } from '../properties/form-words.js';

const [actual, estimate, plan] = MEASURES as [Measure, Measure, Measure];
const here = (measure: string): Formula => ({ op: 'cell', measure });
const worked = (key: string, computed: Measure['computed']): Measure => ({
  ...{ key, label: { vi: `Cột ${key}` }, year: 0, sort: 'outcome', required: false, asked: false },
  computed,
});
const number = { type: 'number' as const, decimals: 1, min: undefined, max: undefined };
const table = (...measures: Measure[]): IndicatorForm => ({
  ...{ kind: 'indicators', key: 'table', template: 'M3', title: { vi: 'Bảng' }, provenance: 'added' },
  groups: [{ key: 'A', title: { vi: 'Nhóm' } }],
  measures: [actual, estimate, plan, ...measures],
  rows: [
    aRow({ key: 'farming', ...number }),
    aRow({ key: 'trade', ...number }),
    aRow({
      ...{ key: 'all', ...number, required: false },
      computed: {
        op: 'sum',
        of: [
          { op: 'cell', row: 'farming' },
          { op: 'cell', row: 'trade' },
        ],
      },
    }),
  ],
});
const cells = (given: Record<string, Record<string, string>>): Cells =>
  Object.fromEntries(
    Object.entries(given).map(([row, byMeasure]) => [
      row,
      Object.fromEntries(Object.entries(byMeasure).map(([key, value]) => [key, { state: 'value' as const, value }])),
    ]),
  );
const values = (form: IndicatorForm, given: Cells, measure: string) =>
  Object.fromEntries(Object.entries(computeCells(form, given)).map(([row, byKey]) => [row, byKey[measure]]));
const value = (text: string) => ({ state: 'value', value: text });

describe('a column of a table that is worked out', () => {
  it('may be a sum, a share of another row, a mean, or made of other such columns, in every row of figures', () => {
    const both: Formula = { op: 'sum', of: [here('actual'), here('estimate')] };
    const share: Formula = { op: 'share', part: here('plan'), of: [{ op: 'cell', row: 'all', measure: 'plan' }] };
    // It stands before the column that it is made of.
    const left: Formula = { op: 'difference', of: [here('plan'), here('both')] };
    const form = table(worked('left', left), worked('both', both), worked('share', share));
    expect(faultsOf(form)).toEqual([]);
    const given = cells({
      farming: { actual: '1.25', estimate: '2', plan: '30' },
      trade: { actual: '4', estimate: '5', plan: '10' },
    });
    expect(values(form, given, 'both')).toEqual({ farming: value('3.3'), trade: value('9'), all: value('12.3') });
    expect(values(form, given, 'left')).toEqual({ farming: value('26.7'), trade: value('1'), all: value('27.7') });
    expect(values(form, given, 'share')).toEqual({ farming: value('75'), trade: value('25'), all: value('100') });
  });

  it('has two places where it is divided without a hundred, one as a percentage, those of its row otherwise', () => {
    const ratio: Formula = { op: 'ratio', a: here('estimate'), b: here('actual') };
    const mean: Formula = {
      op: 'mean',
      of: [
        { value: here('actual'), weight: { op: 'number', value: '1' } },
        { value: here('plan'), weight: { op: 'number', value: '2' } },
      ],
    };
    const form = table(worked('ratio', ratio), worked('mean', mean), worked('percent', { ...ratio, scale: '100' }));
    const given = cells({ farming: { actual: '3', estimate: '2', plan: '4' } });
    expect(computeCells(form, given)['farming']).toEqual({
      ratio: value('0.67'),
      mean: value('3.67'),
      percent: value('66.7'),
    });
  });

  it('has no figure where a part has none, and none where it would be divided by zero', () => {
    const form = table(worked('share', { op: 'share', part: here('plan'), of: [here('plan'), here('actual')] }));
    expect(computeCells(form, cells({ farming: { plan: '1' }, trade: { plan: '0', actual: '0' } }))).toEqual({
      all: { plan: value('1') },
    });
  });

  it('cannot need itself, in one row or by way of others, and names what is there', () => {
    const codes = (form: IndicatorForm) =>
      faultsOf(form).map(({ code, list, key, params }) => [code, list, key, params['circle'] ?? params['part']]);
    const a = worked('a', { op: 'sum', of: [here('b'), here('plan')] });
    expect(codes(table(a, worked('b', { op: 'difference', of: [here('a'), here('plan')] })))).toEqual([
      ['circle', 'measures', 'a', 'Cột a → Cột b → Cột a'],
    ]);
    const ofAll: Formula = { op: 'cell', row: 'all' };
    expect(codes(table(worked('a', { op: 'sum', of: [here('plan'), ofAll] })))).toEqual([
      ['circle', 'measures', 'a', 'Cột a → Cột a'],
    ]);
    expect(codes(table(worked('a', { op: 'sum', of: [here('plan'), here('gone')] })))).toEqual([
      ['formula-unknown', 'measures', 'a', 'gone'],
    ]);
  });

  it('is kept by the name of its rule where it has one, so that what was published before says the same', () => {
    expect(keptByMeasure({ op: 'growth', a: here('plan'), b: here('actual') })).toEqual({
      ...{ rule: 'growth', a: 'plan', b: 'actual' },
    });
    const sum: Formula = { op: 'sum', of: [here('plan'), here('actual')] };
    expect(keptByMeasure(sum)).toBe(sum);
    const form = table(worked('sum', sum), worked('old', { rule: 'difference', a: 'plan', b: 'actual' }));
    expect(wellShaped(JSON.parse(JSON.stringify(form)))).toEqual({ ok: true, definition: form });
  });
});

describe('a column of a list that is worked out', () => {
  const column = (op: Formula): RecordForm => ({
    ...RECORDS,
    columns: RECORDS.columns.map((one) => (one.key === 'rest' ? { ...one, total: true, computed: op } : one)),
  });
  const of = (key: string): Formula => ({ op: 'column', column: key });

  it('may be any formula over the columns of its line, rounded as it says', () => {
    const line = { total: '10', paid: '2.5' };
    expect(computeRecord(column({ op: 'sum', of: [of('total'), of('paid')] }), line)).toEqual({ rest: '12.5' });
    expect(computeRecord(column({ op: 'growth', a: of('total'), b: of('paid') }), line)).toEqual({ rest: '300' });
    const ratio = column({ op: 'ratio', a: of('paid'), b: of('total'), scale: '1000' });
    expect(computeRecord(ratio, { total: '3', paid: '1' })).toEqual({ rest: '333.3' });
    const exact = { ...ratio, columns: ratio.columns.map((one) => ({ ...one, decimals: 3 })) };
    expect(computeRecord(exact, { total: '3', paid: '1' })).toEqual({ rest: '333.333' });
    expect(totalsOf(ratio, [line, line])).toEqual({ rest: '500' });
    expect(keptByColumn({ op: 'difference', of: [of('total'), of('paid')] })).toEqual({
      ...{ rule: 'difference', parts: ['total', 'paid'] },
    });
  });

  it('names columns of figures, and not itself', () => {
    const codes = (op: Formula) => faultsOf(column(op)).map(({ code, key }) => [code, key]);
    expect(codes({ op: 'sum', of: [of('total'), of('name')] })).toEqual([['not-a-number', 'rest']]);
    expect(codes({ op: 'sum', of: [of('total'), of('rest')] })).toEqual([['circle', 'rest']]);
  });
});

describe('in a worksheet', () => {
  const formulaAt = async (form: IndicatorForm, row: string, measure: string) => {
    const stamp = { planYear: 2028, unit: 'u1', unitName: 'UBND xã Thử', form: form.key, version: 1 };
    const answers = { ...noAnswers(), cells: cells({ farming: { actual: '1', estimate: '2', plan: '4' } }) };
    const book = new exceljs.Workbook();
    await book.xlsx.load((await writeFormWorkbook(form, answers, stamp, vietnamese)) as unknown as ArrayBuffer);
    const [sheet] = book.worksheets;
    const keys = sheet!.getRow(1).values as string[];
    let found: unknown;
    sheet!.eachRow((line) => {
      if (line.getCell(1).value === row) found = line.getCell(keys.indexOf(measure)).value;
    });
    return found;
  };

  it('a worked-out column goes on by itself, but for one that looks at other rows', async () => {
    const mean: Formula = {
      op: 'mean',
      of: [{ value: here('actual'), weight: here('plan') }],
    };
    const share: Formula = { op: 'share', part: here('plan'), of: [{ op: 'cell', row: 'farming', measure: 'plan' }] };
    const form = table(
      worked('less', { op: 'difference', of: [here('plan'), { op: 'sum', of: [here('actual'), here('estimate')] }] }),
      worked('mean', mean),
      worked('share', share),
    );
    expect(await formulaAt(form, 'farming', ':less')).toEqual({
      formula: expect.stringMatching(
        /^IF\(AND\(ISNUMBER\(G\d+\),ISNUMBER\(E\d+\),ISNUMBER\(F\d+\)\),IFERROR\(ROUND\(G\d+-\(E\d+\+F\d+\),1\),""\),""\)$/,
      ),
      result: 1,
    });
    expect(await formulaAt(form, 'farming', ':mean')).toMatchObject({
      formula: expect.stringMatching(/ROUND\(\(E\d+\*G\d+\)\/\(G\d+\),2\)/),
      result: 1,
    });
    // Of its own row it looks at columns only; of another row it holds the figure.
    expect(await formulaAt(form, 'farming', ':share')).toMatchObject({ result: 100 });
    expect(await formulaAt(form, 'trade', ':share')).toBeNull();
  });
});
