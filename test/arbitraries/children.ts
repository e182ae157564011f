import type { Aggregation, Cell, IndicatorForm, Measure, Row } from '../../src/forms/index.js';
import type { ChildFacts } from '../../src/modules/rollups/child-share.js';

const outcome = (key: string, year: Measure['year'], required: boolean): Measure => ({
  key,
  label: { vi: key },
  year,
  sort: 'outcome',
  required,
  asked: required,
});

/** The columns of a planning form: a year that is over, a plan, half a year, a whole year, the next plan, two comparisons. */
export const MEASURES: Measure[] = [
  { ...outcome('actual-previous', -1, false), label: { vi: 'Thực hiện năm {N-1}', en: 'Actual {N-1}' } },
  { ...outcome('plan-current', 0, false), sort: 'plan', label: { vi: 'Kế hoạch năm {N}', en: 'Plan {N}' } },
  { ...outcome('first-half', 0, false), label: { vi: '6 tháng đầu năm {N}', en: 'First six months of {N}' } },
  {
    ...outcome('estimate-current', 0, true),
    standing: 'estimate',
    label: { vi: 'Ước thực hiện cả năm {N}', en: 'Estimate of the whole year {N}' },
  },
  { ...outcome('plan-next', 1, true), sort: 'plan', label: { vi: 'Kế hoạch năm {N+1}', en: 'Plan {N+1}' } },
  {
    ...outcome('estimate-vs-plan', 0, false),
    label: { vi: 'Ước thực hiện {N} so với kế hoạch {N} (%)', en: 'Estimate {N} against plan {N} (%)' },
    computed: { rule: 'percent-of', a: 'estimate-current', b: 'plan-current' },
  },
  {
    ...outcome('plan-growth', 1, false),
    sort: 'plan',
    label: { vi: 'Kế hoạch {N+1} tăng so với ước thực hiện {N} (%)', en: 'Growth of plan {N+1} on estimate {N} (%)' },
    computed: { rule: 'growth', a: 'plan-next', b: 'estimate-current' },
  },
];

export const measureOf = (key: string): Measure => MEASURES.find((measure) => measure.key === key)!;

export function aRow(key: string, aggregation: Aggregation, unitCode: string, more: Partial<Row> = {}): Row {
  return {
    key,
    code: key,
    group: 'A',
    seq: 1,
    label: { vi: key },
    unit: { code: unitCode, vi: unitCode },
    type: 'number',
    decimals: 1,
    required: true,
    appliesTo: 'all',
    leadAgency: '',
    assignedDown: false,
    aggregation,
    direction: 'up',
    help: {},
    provenance: 'reconstructed',
    ...more,
  };
}

export function aForm(rows: Row[], measures = MEASURES): IndicatorForm {
  return {
    kind: 'indicators',
    key: 'm3-any',
    template: 'M3',
    title: { vi: 'M3', en: 'M3' },
    provenance: 'reconstructed',
    groups: [{ key: 'A', title: { vi: 'Kinh tế', en: 'Economy' } }],
    measures,
    rows,
  };
}

/** An answer as specs write it: a number, yes or no, `'n/a'`, or `'later'` for a figure that is not available yet. */
export type Said = string | boolean;

const cell = (said: Said): Cell =>
  said === 'n/a'
    ? { state: 'not-applicable' }
    : said === 'later'
      ? { state: 'not-available', reason: 'chờ số liệu' }
      : { state: 'value', value: said };

/** A unit below; `said` by `code measure` (or by code alone for `estimate-current`), `base` by `code year`. */
export function aChild(
  unit: string,
  said: Record<string, Said> | undefined,
  base: Record<string, string> = {},
): ChildFacts {
  const cells = new Map(
    Object.entries(said ?? {}).map(([key, one]) => [key.includes(' ') ? key : `${key} estimate-current`, cell(one)]),
  );
  return {
    unit,
    name: `Xã ${unit}`,
    reported: said !== undefined,
    value: (code, measure) => cells.get(`${code} ${measure}`),
    base: (code, year) => base[`${code} ${year}`],
  };
}
