import { describe, expect, it } from '@jest/globals';
import { aRow, MEASURES } from '../../../test/arbitraries/sample-forms.js';
import { type Cell, noAnswers, type RecordRow } from '../answers/cell.js';
import { noteKey } from '../answers/note.js';
import type { Check, Column, IndicatorForm, RecordForm, Row, ShortForm } from '../definition/definition.js';
import { checkAnswers } from './checks.js';
import type { Condition, Formula } from './formula.js';

const cell = (row?: string, measure?: string): Formula => ({
  op: 'cell',
  ...(row ? { row } : {}),
  ...(measure ? { measure } : {}),
});
const atMost = (a: Formula, b: Formula): Condition => ({ op: 'compare', a, by: '<=', b });
const value = (given: string, note?: string): Cell => ({ state: 'value', value: given, ...(note ? { note } : {}) });

const number = (key: string, more: Partial<Row> = {}): Row =>
  aRow({ key, type: 'number', min: undefined, max: undefined, ...more });

const form = (checks: Check[], rows: Row[] = [number('girls'), number('boys'), number('children')]): IndicatorForm => ({
  kind: 'indicators',
  key: 'school',
  template: 'M3',
  title: { vi: 'Trường học' },
  provenance: 'added',
  groups: [{ key: 'A', title: { vi: 'Học sinh' } }],
  measures: MEASURES,
  rows,
  checks,
});

const check = (more: Partial<Check>): Check => ({
  key: 'sum',
  level: 'hard',
  row: 'girls',
  holds: atMost({ op: 'sum', of: [cell('girls'), cell('boys')] }, cell('children')),
  message: { vi: 'Nam và nữ cộng lại phải không quá tổng số.', en: 'Girls and boys are more than all. ' },
  ...more,
});

const found = (definition: IndicatorForm, cells: Record<string, Record<string, Cell>>) => {
  const { refused, warned } = checkAnswers(definition, { ...noAnswers(), cells }, 2026);
  const places = (issues: typeof refused) =>
    issues.map(({ code, path }) => `${code} ${path.row ?? ''} ${path.measure ?? ''}`.trim());
  return { refused: places(refused), warned: places(warned) };
};

const PUPILS = { girls: { plan: value('30') }, boys: { plan: value('25.5') }, children: { plan: value('50') } };

describe('a check in a table', () => {
  it('refuses where it is hard and broken, and shows the figures in both notations', () => {
    const [issue] = checkAnswers(form([check({})]), { ...noAnswers(), cells: PUPILS }, 2026).refused;
    expect(issue).toMatchObject({
      code: 'check-broken',
      path: { form: 'school', row: 'girls', measure: 'plan' },
      label: { vi: 'Chỉ tiêu girls' },
      params: {
        column: { vi: 'Kế hoạch năm 2027' },
        message: { vi: 'Nam và nữ cộng lại phải không quá tổng số', en: 'Girls and boys are more than all' },
        trace: { vi: ' (30 + 25,5 = 55,5 > 50)', en: ' (30 + 25.5 = 55.5 > 50)' },
      },
    });
  });

  it('warns where it is soft, until the cell it points at is explained', () => {
    const soft = form([check({ level: 'soft' })]);
    expect(found(soft, PUPILS)).toEqual({ refused: [], warned: ['check-odd girls plan'] });
    const explained = { ...PUPILS, girls: { plan: value('30', 'học sinh nơi khác đến') } };
    expect(found(soft, explained)).toEqual({ refused: [], warned: [] });
    const elsewhere = { ...PUPILS, boys: { plan: value('25.5', 'học sinh nơi khác đến') } };
    expect(found(soft, elsewhere).warned).toEqual(['check-odd girls plan']);
  });

  it('stays broken where it is hard, whatever the note says', () => {
    const explained = { ...PUPILS, girls: { plan: value('30', 'học sinh nơi khác đến') } };
    expect(found(form([check({})]), explained).refused).toEqual(['check-broken girls plan']);
  });

  it('is made in the columns it names, else in those that are asked for', () => {
    const all = Object.fromEntries(
      Object.entries(PUPILS).map(([row, { plan }]) => [row, { actual: plan, estimate: plan, plan }]),
    );
    expect(found(form([check({})]), all).refused).toHaveLength(3);
    expect(found(form([check({ measures: ['estimate'] })]), all).refused).toEqual(['check-broken girls estimate']);
  });

  it('is made in every numeric row where it names none', () => {
    const rows = [number('girls'), number('boys'), aRow({ key: 'remarks', type: 'text' })];
    const positive = check({ row: undefined, holds: atMost({ op: 'number', value: '0' }, cell()) });
    const cells = { girls: { plan: value('-1') }, boys: { plan: value('-2') }, remarks: { plan: value('-3') } };
    expect(found(form([positive], rows), cells).refused).toEqual(['check-broken girls plan', 'check-broken boys plan']);
  });

  it('is not made while an answer is missing', () => {
    expect(found(form([check({})]), { girls: PUPILS.girls, children: PUPILS.children }).refused).toEqual([]);
  });

  it('may ask for an answer that is missing, where the others make it necessary', () => {
    const whenAny: Condition = {
      op: 'or',
      of: [
        atMost(cell('children'), { op: 'number', value: '0' }),
        { op: 'answered', of: { op: 'cell', row: 'girls' } },
      ],
    };
    const asks = form([check({ holds: whenAny, level: 'soft' })]);
    expect(found(asks, { children: { plan: value('50') } }).warned).toEqual(['check-odd girls plan']);
    expect(found(asks, { children: { plan: value('0') } }).warned).toEqual([]);
    const unknown: Cell = { state: 'not-available', reason: 'chưa điều tra' };
    expect(found(asks, { children: { plan: value('50') }, girls: { plan: unknown } }).warned).toEqual([]);
  });

  it('looks at what is worked out, and asks at its cell', () => {
    const both: Formula = { op: 'sum', of: [cell('girls'), cell('boys')] };
    const rows = [number('girls'), number('boys'), number('both', { computed: both, required: false })];
    const most = check({ row: 'both', level: 'soft', holds: atMost(cell(), { op: 'number', value: '50' }) });
    expect(found(form([most], rows), PUPILS).warned).toEqual(['check-odd both plan']);
    const explained = { ...PUPILS, both: { plan: { state: 'worked-out', note: 'thêm một lớp' } as const } };
    expect(found(form([most], rows), explained).warned).toEqual([]);
    const growth = check({ measures: ['growth'], holds: atMost(cell(), { op: 'number', value: '10' }) });
    const doubled = { girls: { actual: value('10'), estimate: value('20') } };
    expect(found(form([growth]), doubled).refused).toEqual(['check-broken girls growth']);
  });

  it('is not made in a row that is not asked', () => {
    const rows = (more: Partial<Row>) => [number('girls', more), number('boys'), number('children')];
    expect(found(form([check({})], rows({ hidden: true })), PUPILS).refused).toEqual([]);
    const many = atMost({ op: 'number', value: '100' }, cell('children'));
    expect(found(form([check({})], rows({ visibleWhen: many })), PUPILS).refused).toEqual([]);
  });
});

describe('a jump', () => {
  const rows = [number('girls', { jump: '20' })];
  const jumps = (years: Record<string, Cell>) => found(form([], rows), { girls: years }).warned;

  it('is told by more than the percentage of the row, up or down', () => {
    expect(jumps({ actual: value('100'), estimate: value('120') })).toEqual([]);
    expect(jumps({ actual: value('100'), estimate: value('120.1') })).toEqual(['jump girls estimate']);
    expect(jumps({ actual: value('100'), estimate: value('79.9') })).toEqual(['jump girls estimate']);
    expect(jumps({ actual: value('-100'), estimate: value('-119') })).toEqual([]);
  });

  it('compares each figure with the outcome of the year before', () => {
    expect(jumps({ actual: value('10'), estimate: value('100'), plan: value('110') })).toEqual(['jump girls estimate']);
    expect(jumps({ actual: value('100'), estimate: value('100'), plan: value('150') })).toEqual(['jump girls plan']);
  });

  it('says both figures and the change with its sign', () => {
    const cells = { girls: { actual: value('1200'), estimate: value('900') } };
    const [issue] = checkAnswers(form([], rows), { ...noAnswers(), cells }, 2026).warned;
    expect(issue?.params).toMatchObject({
      before: { vi: '1.200', en: '1,200' },
      now: { vi: '900', en: '900' },
      percent: { vi: '-25', en: '-25' },
    });
    const loss = { girls: { actual: value('-100'), estimate: value('-50') } };
    const [less] = checkAnswers(form([], rows), { ...noAnswers(), cells: loss }, 2026).warned;
    expect(less?.params['percent']).toEqual({ vi: '+50', en: '+50' });
  });

  it('is explained by the note of the figure, and is none from zero or from nothing', () => {
    expect(jumps({ actual: value('100'), estimate: value('200', 'sáp nhập') })).toEqual([]);
    expect(jumps({ actual: value('0'), estimate: value('200') })).toEqual([]);
    expect(jumps({ actual: { state: 'not-applicable' }, estimate: value('200') })).toEqual([]);
  });

  it('takes the figure that was reported earlier where the form does not ask for it', () => {
    const cells = { girls: { actual: value('300') } };
    const answers = { ...noAnswers(), cells };
    expect(checkAnswers(form([], rows), answers, 2026).warned).toEqual([]);
    const { warned } = checkAnswers(form([], rows), answers, 2026, () => '100');
    expect(warned.map((issue) => issue.path.measure)).toEqual(['actual']);
  });
});

describe('a check in a list and in a short form', () => {
  const spent = {
    key: 'spent',
    label: { vi: 'Đã giải ngân' },
    type: 'number',
    required: true,
    provenance: '',
  } as const;
  const total = { ...spent, key: 'total', label: { vi: 'Tổng mức' } };
  const within: Check = {
    key: 'within',
    level: 'hard',
    column: 'spent',
    holds: atMost({ op: 'column', column: 'spent' }, { op: 'column', column: 'total' }),
    message: { vi: 'giải ngân quá tổng mức' },
  };
  const head = { template: 'M4', title: { vi: 'Dự án' }, provenance: '' };

  it('is made line by line and names the line', () => {
    const list: RecordForm = { ...head, kind: 'records', key: 'projects', columns: [spent, total], checks: [within] };
    const lines: RecordRow[] = [{ spent: '1', total: '2' }, { spent: '3', total: '2' }, { spent: '9' }];
    const { refused } = checkAnswers(list, { ...noAnswers(), records: { projects: lines } });
    expect(refused).toMatchObject([
      {
        code: 'check-broken-in-list',
        path: { form: 'projects', index: 1, column: 'spent' },
        label: { vi: 'Đã giải ngân' },
        params: { line: { vi: '2' }, trace: { vi: ' (3 > 2)' } },
      },
    ]);
  });

  it('is explained beside its column where it is soft, line by line', () => {
    const checks: Check[] = [{ ...within, level: 'soft' }];
    const list: RecordForm = { ...head, kind: 'records', key: 'projects', columns: [spent, total], checks };
    const lines: RecordRow[] = [
      { spent: '3', total: '2', [noteKey('spent')]: 'ứng trước vốn' },
      { spent: '4', total: '2', [noteKey('total')]: 'đã điều chỉnh' },
    ];
    const { warned } = checkAnswers(list, { ...noAnswers(), records: { projects: lines } });
    expect(warned).toMatchObject([{ code: 'check-odd-in-list', path: { index: 1, column: 'spent' } }]);
  });

  it('asks at the column that is worked out, and at the line where it names no column', () => {
    const computed = { rule: 'difference' as const, parts: ['total', 'spent'] };
    const rest: Column = { ...spent, key: 'rest', required: false, computed };
    const least = { op: 'number', value: '0' } as const;
    const holds: Condition = { op: 'compare', a: { op: 'column', column: 'rest' }, by: '>=', b: least };
    const checks = (column?: string): Check[] => [
      { ...within, level: 'soft', holds, ...(column ? { column } : { column: undefined }) },
    ];
    const warned = (column: string | undefined, line: RecordRow) => {
      const columns = [spent, total, rest];
      const list: RecordForm = {
        ...head,
        kind: 'records',
        key: 'projects',
        columns: [...columns],
        checks: checks(column),
      };
      return checkAnswers(list, { ...noAnswers(), records: { projects: [line] } }).warned.map(
        (one) => one.path.column ?? 'line',
      );
    };
    expect(warned('rest', { spent: '3', total: '2' })).toEqual(['rest']);
    expect(warned('rest', { spent: '3', total: '2', [noteKey('rest')]: 'ứng trước' })).toEqual([]);
    expect(warned(undefined, { spent: '3', total: '2' })).toEqual(['line']);
    expect(warned(undefined, { spent: '3', total: '2', [noteKey()]: 'ứng trước' })).toEqual([]);
  });

  it('points at a question, and is explained beside it where it is soft', () => {
    const soft: Check = { ...within, level: 'soft' };
    const short: ShortForm = { ...head, kind: 'short', key: 'status', questions: [spent, total], checks: [soft] };
    const answers = { ...noAnswers(), sections: { status: { spent: '3', total: '2' } } };
    expect(checkAnswers(short, answers)).toMatchObject({
      refused: [],
      warned: [{ code: 'check-odd-in-short', path: { form: 'status', section: 'spent' } }],
    });
    const explained = { status: { ...answers.sections.status, [noteKey('spent')]: 'ứng trước' } };
    expect(checkAnswers(short, { ...noAnswers(), sections: explained }).warned).toEqual([]);
  });
});
