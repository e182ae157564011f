import { describe, expect, it } from '@jest/globals';
import {
  type Cells,
  chatSteps,
  checkAnswers,
  completeness,
  type Condition,
  faultsOf,
  type IndicatorForm,
  noAnswers,
  wellShaped,
} from '../../src/forms/index.js';
import { aRow, MEASURES } from '../arbitraries/sample-forms.js';

/** The plan is asked only of what was estimated above ten. */
const form = (visibleWhen: Condition = overTen()): IndicatorForm => ({
  ...{ kind: 'indicators', key: 'table', template: 'M3', title: { vi: 'Bảng' }, provenance: 'added' },
  groups: [{ key: 'A', title: { vi: 'Nhóm' } }],
  measures: MEASURES.filter(({ key }) => key === 'estimate' || key === 'plan').map((one) =>
    one.key === 'plan' ? { ...one, visibleWhen } : one,
  ),
  rows: [aRow({ key: 'rice' }), aRow({ key: 'fish' })],
  checks: [
    {
      ...{ key: 'some', level: 'hard', measures: ['plan'], message: { vi: 'Thấp' } },
      holds: { op: 'compare', a: { op: 'cell' }, by: '>=', b: { op: 'number', value: '5' } },
    },
  ],
});
function overTen(): Condition {
  return { op: 'compare', a: { op: 'cell', measure: 'estimate' }, by: '>', b: { op: 'number', value: '10' } };
}
const cells = (given: Record<string, string>): Cells => {
  const all: Cells = {};
  for (const [place, value] of Object.entries(given)) {
    const [row, measure] = place.split(' ') as [string, string];
    all[row] = { ...all[row], [measure]: { state: 'value', value } };
  }
  return all;
};
const missing = (given: Record<string, string>) =>
  completeness(form(), { ...noAnswers(), cells: cells(given) }).missing.map(({ row, measure }) => `${row} ${measure}`);

describe('a measure that waits for a condition', () => {
  it('is asked in each row where the condition holds there, and missed nowhere else', () => {
    expect(missing({})).toEqual(['rice estimate', 'fish estimate']);
    expect(missing({ 'rice estimate': '11', 'fish estimate': '9' })).toEqual(['rice plan']);
    const steps = (given: Record<string, string>) =>
      chatSteps(form(), cells(given)).map(({ rowKey, measureKey }) => `${rowKey} ${measureKey}`);
    expect(steps({ 'fish estimate': '11' })).toEqual(['rice estimate', 'fish estimate', 'fish plan']);
  });

  it('is not checked where it is not asked, though it was answered before', () => {
    const refused = (estimate: string) =>
      checkAnswers(form(), { ...noAnswers(), cells: cells({ 'rice estimate': estimate, 'rice plan': '3' }) }).refused;
    expect(refused('11')).toHaveLength(1);
    expect(refused('9')).toEqual([]);
  });

  it('names what is there, and neither waits for itself nor for what waits for it', () => {
    const codes = (given: IndicatorForm) =>
      faultsOf(given).map(({ code, list, key, field, params }) => [code, list, key, field, params['circle']]);
    expect(codes(form())).toEqual([]);
    expect(wellShaped(form())).toMatchObject({ ok: true });
    const answered = (measure?: string, row?: string) =>
      form({ op: 'answered', of: { op: 'cell', ...(row ? { row } : {}), ...(measure ? { measure } : {}) } });
    expect(codes(answered('gone'))).toEqual([['formula-unknown', 'measures', 'plan', 'visibleWhen', undefined]]);
    const itself = 'Kế hoạch năm N+1 → Kế hoạch năm N+1';
    expect(codes(answered())).toEqual([['circle-waiting', 'measures', 'plan', 'visibleWhen', itself]]);
    expect(codes(answered(undefined, 'rice'))).toEqual([['circle-waiting', 'measures', 'plan', 'visibleWhen', itself]]);
    const waiting = form();
    const [rice, fish] = waiting.rows;
    const mutual: IndicatorForm = {
      ...form({ op: 'answered', of: { op: 'cell', row: 'fish', measure: 'estimate' } }),
      rows: [rice!, { ...fish!, visibleWhen: { op: 'answered', of: { op: 'cell', row: 'rice', measure: 'plan' } } }],
    };
    const [, estimate, plan] = MEASURES.map(({ label }) => label.vi.replace(/[{}]/g, ''));
    const circle = `Chỉ tiêu rice (${plan}) → Chỉ tiêu fish (${estimate}) → Chỉ tiêu rice (${plan})`;
    expect(codes(mutual)).toEqual([['circle-waiting', 'rows', 'rice', 'visibleWhen', circle]]);
  });
});
