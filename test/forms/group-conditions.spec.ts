import { describe, expect, it } from '@jest/globals';
import {
  type Answers,
  chatSteps,
  checkAnswers,
  completeness,
  type Condition,
  faultsOf,
  type IndicatorForm,
  noAnswers,
  viewOf,
  wellShaped,
} from '../../src/forms/index.js';
import { aRow, INDICATORS, MEASURES } from '../arbitraries/sample-forms.js';

const hasMarket: Condition = { op: 'is', of: { op: 'cell', row: 'market' }, value: true };
const form: IndicatorForm = {
  ...INDICATORS,
  measures: MEASURES.filter(({ key }) => key === 'plan'),
  groups: [
    { key: 'A', title: { vi: 'Chung' } },
    { key: 'B', title: { vi: 'Chợ' }, visibleWhen: hasMarket },
  ],
  rows: [
    aRow({ key: 'market', type: 'boolean', unit: { code: 'yes-no', vi: 'Có/Không' }, min: undefined, max: undefined }),
    aRow({ key: 'stalls', group: 'B', label: { vi: 'Số sạp' } }),
    aRow({
      key: 'rent',
      group: 'B',
      visibleWhen: { op: 'compare', a: { op: 'cell', row: 'stalls' }, by: '>', b: { op: 'number', value: '10' } },
    }),
  ],
  checks: [
    {
      ...{ key: 'some', level: 'hard', row: 'stalls', message: { vi: 'Ít sạp' } },
      holds: { op: 'compare', a: { op: 'cell', row: 'stalls' }, by: '>=', b: { op: 'number', value: '5' } },
    },
  ],
};
const view = viewOf(form, { traits: [] });

const answers = (given: Record<string, string | boolean>): Answers => ({
  ...noAnswers(),
  cells: Object.fromEntries(
    Object.entries(given).map(([row, value]) => [row, { plan: { state: 'value' as const, value } }]),
  ),
});
const missing = (given: Record<string, string | boolean>) =>
  completeness(view, answers(given)).missing.map(({ row }) => row);
const refused = (given: Record<string, string | boolean>) =>
  checkAnswers(view, answers(given)).refused.map(({ path }) => path.row);

describe('a group that waits for a condition', () => {
  it('asks its rows only where the condition holds, and each of them what it says for itself', () => {
    expect(missing({})).toEqual(['market']);
    expect(missing({ market: false })).toEqual([]);
    expect(missing({ market: true })).toEqual(['stalls']);
    expect(missing({ market: true, stalls: '11' })).toEqual(['rent']);
    expect(chatSteps(view, answers({ market: false }).cells).map(({ rowKey }) => rowKey)).toEqual(['market']);
    expect(chatSteps(view, answers({ market: true }).cells).map(({ rowKey }) => rowKey)).toEqual(['market', 'stalls']);
  });

  it('is not checked where it is not asked, though it was answered before', () => {
    expect(refused({ market: true, stalls: '3' })).toEqual(['stalls']);
    expect(refused({ market: false, stalls: '3' })).toEqual([]);
  });

  it('has faults of its own: what is not there, and rows that would wait for themselves', () => {
    expect(faultsOf(form)).toEqual([]);
    const waiting = (visibleWhen: Condition): IndicatorForm => ({
      ...form,
      groups: form.groups.map((group) => (group.key === 'B' ? { ...group, visibleWhen } : group)),
    });
    expect(faultsOf(waiting({ op: 'answered', of: { op: 'cell', row: 'none' } }))).toMatchObject([
      { code: 'formula-unknown', list: 'groups', key: 'B', field: 'visibleWhen', params: { name: 'Chợ' } },
    ]);
    expect(faultsOf(waiting({ op: 'answered', of: { op: 'cell', row: 'stalls' } }))).toMatchObject([
      { code: 'circle-waiting', params: { circle: 'Số sạp → Số sạp' } },
    ]);
  });
});

describe('a group that is hidden', () => {
  const sum: Condition = { op: 'answered', of: { op: 'cell', row: 'total' } };
  const hidden: IndicatorForm = {
    ...form,
    groups: form.groups.map((group) => (group.key === 'B' ? { ...group, hidden: true } : group)),
  };

  it('is left out with all its rows, whose answers stay in the form', () => {
    const seen = viewOf(hidden, { traits: [] });
    expect([seen.groups.map(({ key }) => key), seen.rows.map(({ key }) => key)]).toEqual([['A'], ['market']]);
    expect(hidden.rows.map(({ key }) => key)).toEqual(['market', 'stalls', 'rent']);
    expect(wellShaped(hidden)).toEqual({ ok: true, definition: hidden });
  });

  it('may hold nothing that is worked out for rows that are asked', () => {
    const total = aRow({
      ...{ key: 'total', group: 'B', label: { vi: 'Tổng' }, required: false },
      computed: { op: 'sum', of: [{ op: 'cell', row: 'stalls' }] },
    });
    const groups = form.groups.map(({ visibleWhen: _, ...group }) => group);
    const shown: IndicatorForm = {
      ...form,
      groups,
      rows: [...form.rows.map((row) => (row.key === 'market' ? { ...row, visibleWhen: sum } : row)), total],
    };
    const needing: IndicatorForm = {
      ...shown,
      groups: groups.map((group) => (group.key === 'B' ? { ...group, hidden: true } : group)),
    };
    expect(faultsOf(shown).filter(({ code }) => code === 'formula-hidden')).toEqual([]);
    expect(faultsOf(needing)).toMatchObject([{ code: 'formula-hidden', key: 'market' }]);
  });
});
