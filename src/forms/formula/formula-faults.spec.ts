import { describe, expect, it } from '@jest/globals';
import { aRow, MEASURES } from '../../../test/arbitraries/sample-forms.js';
import { messages } from '../../../test/properties/form-words.js';
import type { Check, FormDefinition, IndicatorForm, RecordForm, Row, ShortForm } from '../definition/definition.js';
import { formulaFaults } from './formula-faults.js';
import type { Condition, Formula } from './formula.js';

const cell = (row?: string, measure?: string): Formula & { op: 'cell' } => ({
  op: 'cell',
  ...(row === undefined ? {} : { row }),
  ...(measure === undefined ? {} : { measure }),
});
const n = (value: string): Formula => ({ op: 'number', value });
const sum = (...of: Formula[]): Formula => ({ op: 'sum', of });

const row = (key: string, more: Partial<Row> = {}): Row =>
  aRow({ key, type: 'number', min: undefined, max: undefined, label: { vi: `Dòng ${key}` }, required: false, ...more });

const table = (rows: Row[], checks?: Check[]): IndicatorForm => ({
  kind: 'indicators',
  key: 'f',
  template: 'M3',
  title: { vi: 'Biểu' },
  provenance: 'added',
  groups: [{ key: 'A', title: { vi: 'Nhóm' } }],
  measures: MEASURES,
  rows,
  ...(checks ? { checks } : {}),
});

const ROWS = [
  row('a'),
  row('b'),
  row('text', { type: 'text' }),
  row('open', { type: 'boolean' }),
  row('on', { type: 'date' }),
  row('sort', { type: 'choice', choices: [{ key: 'big', label: { vi: 'Lớn' } }] }),
];

/** The codes of what is found, once it is known that each has its sentence in both languages. */
function codes(form: FormDefinition): string[] {
  return formulaFaults(form).map(({ code, params }) => {
    for (const locale of ['vi', 'en'] as const) {
      const text = messages.t(locale, `definitions.fault.${code}`, params);
      expect(text).not.toMatch(/definitions\.|undefined|\{/);
    }
    return code;
  });
}

const ofFormula = (computed: Formula, others = ROWS): string[] => codes(table([...others, row('c', { computed })]));
const ofCondition = (visibleWhen: Condition): string[] => codes(table([...ROWS, row('c', { visibleWhen })]));

describe('the formula of a row', () => {
  it('may name rows and columns of the table, and other rows that are worked out', () => {
    const half: Formula = { op: 'ratio', a: cell('c'), b: n('2') };
    const grows: Formula = { op: 'growth', a: cell('a', 'estimate'), b: cell('a', 'ratio') };
    expect(
      codes(table([...ROWS, row('half', { computed: half }), row('c', { computed: sum(cell('a'), grows) })])),
    ).toEqual([]);
  });

  it.each<[string, Formula]>([
    ['a row', sum(cell('a'), cell('nowhere'))],
    ['a column', cell('a', 'nowhere')],
    ['a column of a list', { op: 'column', column: 'a' }],
  ])('names %s that the form does not have', (_name, formula) => {
    expect(ofFormula(formula)).toEqual(['formula-unknown']);
  });

  it('reckons with numbers only', () => {
    expect(ofFormula(sum(cell('a'), cell('text')))).toEqual(['not-a-number']);
    expect(codes(table([row('a'), row('c', { type: 'text', computed: cell('a') })]))).toEqual(['computed-type']);
  });

  it.each<[string, Formula]>([
    ['a ratio', { op: 'ratio', a: cell('a'), b: n('0') }],
    ['a growth', { op: 'growth', a: cell('a'), b: { op: 'difference', of: [n('5'), n('5')] } }],
    ['a share', sum({ op: 'share', part: cell('a'), of: [n('0')] })],
    ['a mean', { op: 'mean', of: [{ value: cell('a'), weight: n('0') }] }],
  ])('never divides by a zero that is written down: %s', (_name, formula) => {
    expect(ofFormula(formula)).toEqual(['divides-by-zero']);
  });

  it('nests eight deep at most and has two hundred parts at most', () => {
    const nested = (depth: number): Formula => (depth === 1 ? cell('a') : sum(nested(depth - 1)));
    expect([ofFormula(nested(8)), ofFormula(nested(9))]).toEqual([[], ['formula-too-large']]);
    const wide = (size: number): Formula => sum(...Array.from({ length: size - 1 }, () => cell('a')));
    expect([ofFormula(wide(200)), ofFormula(wide(201))]).toEqual([[], ['formula-too-large']]);
  });

  it('is not worked out from a row that is worked out and hidden', () => {
    const hidden = row('hidden', { computed: cell('a'), hidden: true });
    expect(ofFormula(cell('hidden'), [...ROWS, hidden])).toEqual(['formula-hidden']);
    expect(ofFormula(cell('b'), [row('a'), row('b', { hidden: true })])).toEqual([]);
  });

  it('says one thing once, however often it is wrong', () => {
    expect(ofFormula(sum(cell('nowhere'), cell('nowhere')))).toEqual(['formula-unknown']);
  });

  it('goes in no circle, which is told by the names of its rows', () => {
    const rows = [row('a', { computed: cell('b') }), row('b', { computed: sum(cell('c')) }), row('c')];
    expect(codes(table(rows))).toEqual([]);
    const [fault] = formulaFaults(table([...rows.slice(0, 2), row('c', { computed: cell('a') })]));
    expect(fault).toEqual({
      code: 'circle',
      list: 'rows',
      key: 'a',
      field: 'computed',
      params: { name: 'Dòng a', circle: 'Dòng a → Dòng b → Dòng c → Dòng a' },
    });
    expect(codes(table([row('a', { computed: cell(undefined, 'actual') })]))).toEqual(['circle']);
  });
});

describe('a condition', () => {
  it.each<[string, Condition]>([
    ['a number with a number', { op: 'compare', a: cell('a'), by: '>', b: n('1') }],
    ['yes', { op: 'is', of: cell('open'), value: true }],
    ['a day', { op: 'is', of: cell('on'), value: '2027-06-29' }],
    ['a choice', { op: 'is', of: cell('sort'), value: 'big' }],
    ['a text', { op: 'is', of: cell('text'), value: 'gì cũng được' }],
  ])('may compare %s', (_name, condition) => {
    expect(ofCondition(condition)).toEqual([]);
  });

  it.each<[string, Condition, string]>([
    ['a text with a number', { op: 'compare', a: cell('text'), by: '>', b: n('1') }, 'not-a-number'],
    ['yes or no with a word', { op: 'is', of: cell('open'), value: 'có' }, 'wrong-value'],
    ['a number with a word', { op: 'is', of: cell('a'), value: 'mười' }, 'wrong-value'],
    ['a day that is none', { op: 'is', of: cell('on'), value: '2027-02-30' }, 'wrong-value'],
    ['a choice that is not offered', { op: 'is', of: cell('sort'), value: 'small' }, 'unknown-choice'],
    ['a row that is not there', { op: 'answered', of: cell('nowhere') }, 'formula-unknown'],
  ])('does not compare %s', (_name, condition, code) => {
    expect(ofCondition(condition)).toEqual([code]);
    expect(ofCondition({ op: 'and', of: [condition, condition] })).toEqual([code]);
  });

  it('does not wait for itself, nor for what waits for it', () => {
    const answered = (key?: string): Condition => ({ op: 'answered', of: cell(key) });
    expect(ofCondition(answered())).toEqual(['circle-waiting']);
    const waiting = (a: Condition, b: Condition) =>
      codes(table([row('a', { visibleWhen: a }), row('b', { visibleWhen: b }), row('c')]));
    expect(waiting(answered('b'), answered('a'))).toEqual(['circle-waiting']);
    expect(waiting(answered('c'), answered('a'))).toEqual([]);
    const either: Condition = { op: 'or', of: [answered('b'), answered('c')] };
    expect(waiting(either, answered('a'))).toEqual([]);
  });

  it('does not wait for a sum that it is part of', () => {
    const total = row('total', { computed: sum(cell('a'), cell('b')) });
    const late = row('b', { visibleWhen: { op: 'compare', a: cell('total'), by: '>', b: n('0') } });
    expect(codes(table([row('a'), late, total]))).toEqual(['circle-waiting']);
  });
});

describe('a check', () => {
  const check = (more: Partial<Check>): Check => ({
    key: 'k',
    level: 'hard',
    holds: { op: 'compare', a: cell(), by: '>=', b: n('0') },
    message: { vi: 'không được âm' },
    ...more,
  });

  it('points at a row and columns that are there', () => {
    expect(codes(table(ROWS, [check({}), check({ row: 'a', measures: ['plan', 'growth'] })]))).toEqual([]);
    expect(codes(table(ROWS, [check({ row: 'nowhere' })]))).toEqual(['formula-unknown']);
    expect(codes(table(ROWS, [check({ measures: ['nowhere'] })]))).toEqual(['formula-unknown']);
  });

  it('means by its own cell the row it stands in', () => {
    expect(codes(table(ROWS, [check({ row: 'text' })]))).toEqual(['not-a-number']);
  });

  it('of a list or a short form looks at columns, not at cells', () => {
    const column = { key: 'a', label: { vi: 'Cột' }, type: 'number', required: true, provenance: '' } as const;
    const head = { key: 'f', template: 'M4', title: { vi: 'Biểu' }, provenance: '' };
    const right = check({
      column: 'a',
      holds: { op: 'compare', a: { op: 'column', column: 'a' }, by: '>', b: n('0') },
    });
    const forms = (one: Check): [RecordForm, ShortForm] => [
      { ...head, kind: 'records', columns: [column], checks: [one] },
      { ...head, kind: 'short', questions: [column], checks: [one] },
    ];
    expect(forms(right).map(codes)).toEqual([[], []]);
    expect(forms(check({ column: 'a' })).map(codes)).toEqual([['formula-unknown'], ['formula-unknown']]);
    expect(forms({ ...right, column: 'nowhere' }).map(codes)).toEqual([['formula-unknown'], ['formula-unknown']]);
  });
});

describe('the change that must be explained', () => {
  it('is for numbers and never negative', () => {
    expect(codes(table([row('a', { jump: '20' })]))).toEqual([]);
    expect(codes(table([row('a', { jump: '-20' })]))).toEqual(['jump-misplaced']);
    expect(codes(table([row('a', { type: 'text', jump: '20' })]))).toEqual(['jump-misplaced']);
  });
});
