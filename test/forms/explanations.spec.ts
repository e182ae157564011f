import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  type Answers,
  carryAnswers,
  type Check,
  checkAnswers,
  compileForm,
  type FormDefinition,
  isNoteKey,
  jsonSchemaOf,
  LIMITS,
  noAnswers,
  normalise,
  noteKey,
  partOf,
  type RecordForm,
  uiSchemaOf,
} from '../../src/forms/index.js';
import { INDICATORS, RECORDS } from '../arbitraries/sample-forms.js';

const codes = (form: FormDefinition, part: unknown) =>
  compileForm(form)
    .validate(part)
    .map((issue) => issue.code);
const given = (form: FormDefinition, part: unknown) => {
  const kept = normalise(form, part);
  expect(codes(form, kept)).toEqual([]);
  return kept;
};
const SHORT: FormDefinition = {
  ...RECORDS,
  kind: 'short',
  key: 'brief',
  questions: RECORDS.columns.slice(0, 3),
  checks: [],
};

describe('an explanation', () => {
  it('stands beside a column, a question, a line and a worked-out figure, and is kept as any text is', () => {
    expect(given(RECORDS, [{ name: 'Cầu', [noteKey('rest')]: ' chờ vốn ', [noteKey()]: 'mới' }])).toEqual([
      { name: 'Cầu', [noteKey('rest')]: 'chờ vốn', [noteKey()]: 'mới' },
    ]);
    expect(given(SHORT, { [noteKey('name')]: 'đổi tên ' })).toEqual({ [noteKey('name')]: 'đổi tên' });
    const noted = { poverty: { ratio: { state: 'worked-out', note: ' sáp nhập ', value: '5' } } };
    expect(given(INDICATORS, noted)).toEqual({ poverty: { ratio: { state: 'worked-out', note: 'sáp nhập' } } });
  });

  it('is nothing without words, and keeps no line that answers nothing', () => {
    expect(given(RECORDS, [{ [noteKey('name')]: 'chờ' }, { name: 'Cầu', [noteKey('name')]: ' ' }])).toEqual([
      { name: 'Cầu' },
    ]);
    expect(given(INDICATORS, { poverty: { ratio: { state: 'worked-out', note: ' ' } } })).toEqual({});
  });

  it('is refused where it is too long, with the name of what it explains, or explains nothing of the form', () => {
    const long = 'a'.repeat(LIMITS.remark + 1);
    const [issue] = compileForm(RECORDS).validate([{ name: 'Cầu', [noteKey('total')]: long }]);
    expect(issue).toMatchObject({ code: 'text-too-long', path: { index: 0, column: 'total' } });
    expect(codes(RECORDS, [{ name: 'Cầu', [noteKey()]: long }])).toEqual(['text-too-long']);
    expect(codes(RECORDS, [{ name: 'Cầu', [noteKey('other')]: 'x' }])).toEqual(['unknown-column']);
    expect(codes(INDICATORS, { poverty: { ratio: { state: 'worked-out', note: long } } })).toEqual(['text-too-long']);
    expect(codes(INDICATORS, { poverty: { plan: { state: 'worked-out', note: 'x' } } })).toEqual(['unknown-state']);
  });

  it('is described to whoever asks for it, and drawn as no field of its own', () => {
    expect(jsonSchemaOf(RECORDS)).not.toHaveProperty(['items', 'properties', noteKey('name')]);
    expect(jsonSchemaOf(RECORDS, { notes: true })).toHaveProperty(['items', 'properties', noteKey('name')]);
    expect(uiSchemaOf(RECORDS, { notes: true })).toMatchObject({
      items: { [noteKey('name')]: { 'ui:widget': 'hidden' } },
    });
  });

  it('goes on with its answer into a later version, and away with it', () => {
    const lines = [
      { name: 'Cầu', start: '2027', [noteKey('start')]: 'chậm', [noteKey('rest')]: 'thừa', [noteKey()]: 'mới' },
    ];
    const before: Answers = { ...noAnswers(), records: { [RECORDS.key]: lines } };
    const after: RecordForm = {
      ...RECORDS,
      columns: RECORDS.columns.flatMap((one) => {
        if (one.key === 'rest') return [];
        return one.key === 'start' ? [{ ...one, key: 'begin' }] : [one];
      }),
    };
    const carries = [{ list: 'columns', do: 'rename', from: 'start', to: 'begin' } as const];
    const { answers, lost } = carryAnswers(before, RECORDS, after, carries);
    expect(partOf(after, answers)).toEqual([
      { name: 'Cầu', begin: '2027', [noteKey('begin')]: 'chậm', [noteKey()]: 'mới' },
    ]);
    expect(lost).toEqual([]);
    const cells: Answers['cells'] = { poverty: { ratio: { state: 'worked-out', note: 'sáp nhập' } } };
    const noted = { ...noAnswers(), cells };
    expect(carryAnswers(noted, INDICATORS, INDICATORS, []).answers.cells).toEqual(cells);
    const without = { ...INDICATORS, measures: INDICATORS.measures.filter(({ key }) => key !== 'ratio') };
    expect(carryAnswers(noted, INDICATORS, without, [])).toMatchObject({ answers: { cells: {} }, lost: [] });
  });
});

describe('the explanations of a list', () => {
  const within: Check = {
    key: 'within',
    level: 'soft',
    column: 'spent',
    holds: { op: 'compare', a: { op: 'column', column: 'spent' }, by: '<=', b: { op: 'column', column: 'total' } },
    message: { vi: 'giải ngân quá tổng mức' },
  };
  const money = { type: 'number', required: false, provenance: '' } as const;
  const list: RecordForm = {
    ...RECORDS,
    columns: [
      { ...money, key: 'spent', label: { vi: 'Giải ngân' } },
      { ...money, key: 'total', label: { vi: 'Tổng mức' } },
    ],
    checks: [within],
  };
  const figure = fc.integer({ min: 0, max: 4 }).map(String);
  const line = fc.record(
    { spent: figure, total: figure, [noteKey('spent')]: fc.constant('vì ứng trước') },
    { requiredKeys: [] },
  );
  const arbitraryLines = fc.array(line as fc.Arbitrary<Record<string, string>>, { maxLength: 6 });
  const asked = (lines: Record<string, string>[]) =>
    checkAnswers(list, { ...noAnswers(), records: { [list.key]: lines } }).warned.map((issue) => issue.path.index);

  it('stay with their lines, however these are moved, added and removed', () => {
    fc.assert(
      fc.property(arbitraryLines, fc.array(fc.nat(5)), (lines, order) => {
        const moved = order.flatMap((at) => (lines[at] ? [lines[at]] : []));
        const open = new Set(asked(lines).map((at) => lines[at!]));
        expect(asked(moved)).toEqual(moved.flatMap((one, at) => (open.has(one) ? [at] : [])));
      }),
    );
  });

  it('are asked for exactly where a line breaks the check and says nothing', () => {
    fc.assert(
      fc.property(arbitraryLines, (lines) => {
        const explained = lines.map((one) => ({ ...one, [noteKey('spent')]: 'vì ứng trước' }));
        expect(asked(explained)).toEqual([]);
        const silent = lines.map((one) => Object.fromEntries(Object.entries(one).filter(([key]) => !isNoteKey(key))));
        const broken = silent.flatMap((one, at) => (Number(one['spent']) > Number(one['total']) ? [at] : []));
        expect(asked(silent)).toEqual(broken);
      }),
    );
  });
});
