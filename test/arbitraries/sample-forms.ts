import type { Cells, IndicatorForm, Measure, OutlineForm, RecordForm, Row } from '../../src/forms/index.js';

/** A row of a sample form: a percentage from 0 to 100 with one decimal unless said otherwise. */
export function aRow(row: Partial<Row> & { key: string }): Row {
  return {
    code: row.key.split('/')[0]!,
    group: 'A',
    seq: 1,
    label: { vi: `Chỉ tiêu ${row.key}`, en: `Indicator ${row.key}` },
    unit: { code: '%', vi: '%' },
    type: 'percent',
    decimals: 1,
    min: '0',
    max: '100',
    required: row.part === undefined,
    appliesTo: 'all',
    leadAgency: 'Phòng Thống kê',
    assignedDown: true,
    aggregation: { rule: 'none' },
    direction: 'up',
    help: {},
    provenance: 'reconstructed',
    ...row,
  };
}

const unbounded = { min: undefined, max: undefined };

export const MEASURES: Measure[] = [
  {
    key: 'actual',
    label: { vi: 'Thực hiện năm {N-1}', en: 'Actual {N-1}' },
    year: -1,
    sort: 'outcome',
    standing: 'official',
    required: true,
    asked: false,
  },
  {
    key: 'estimate',
    label: { vi: 'Ước thực hiện năm {N}', en: 'Estimate {N}' },
    year: 0,
    sort: 'outcome',
    standing: 'estimate',
    required: true,
    asked: true,
  },
  {
    key: 'plan',
    label: { vi: 'Kế hoạch năm {N+1}', en: 'Plan {N+1}' },
    year: 1,
    sort: 'plan',
    required: true,
    asked: true,
  },
  {
    key: 'ratio',
    label: { vi: 'Ước {N} so với {N-1} (%)' },
    year: 0,
    sort: 'outcome',
    required: false,
    asked: false,
    computed: { rule: 'percent-of', a: 'estimate', b: 'actual' },
  },
  {
    key: 'growth',
    label: { vi: 'Tăng trưởng (%)' },
    year: 0,
    sort: 'outcome',
    required: false,
    asked: false,
    computed: { rule: 'growth', a: 'estimate', b: 'actual' },
  },
  {
    key: 'step',
    label: { vi: 'Chênh lệch' },
    year: 1,
    sort: 'plan',
    required: false,
    asked: false,
    computed: { rule: 'difference', a: 'plan', b: 'estimate' },
  },
];

/** One row of every type, a breakdown, two groups, and rows for rural units and for one department. */
export const INDICATORS: IndicatorForm = {
  kind: 'indicators',
  key: 'sample',
  template: 'M3',
  title: { vi: 'Hệ thống chỉ tiêu kinh tế - xã hội', en: 'Socio-economic indicators' },
  provenance: 'reconstructed',
  groups: [
    { key: 'A', title: { vi: 'Kinh tế' } },
    { key: 'B', title: { vi: 'Xã hội' } },
  ],
  measures: MEASURES,
  rows: [
    aRow({ key: 'poverty', label: { vi: 'Tỷ lệ hộ nghèo', en: 'Poverty rate' } }),
    aRow({
      key: 'revenue',
      seq: 2,
      type: 'number',
      decimals: 3,
      unit: { code: 'billion_VND', vi: 'Tỷ đồng' },
      min: '0',
      max: undefined,
    }),
    aRow({
      key: 'revenue/land',
      seq: 2,
      part: 'land',
      label: { vi: 'Thu từ đất' },
      type: 'number',
      decimals: 3,
      unit: { code: 'billion_VND', vi: 'Tỷ đồng' },
      ...unbounded,
    }),
    aRow({
      key: 'pupils',
      seq: 3,
      group: 'B',
      type: 'integer',
      decimals: 0,
      unit: { code: 'pupil', vi: 'Học sinh' },
      min: '0',
      max: undefined,
    }),
    aRow({
      key: 'strong',
      seq: 4,
      group: 'B',
      type: 'boolean',
      decimals: 0,
      unit: { code: 'boolean', vi: 'Đạt/Không đạt' },
      ...unbounded,
    }),
    aRow({
      key: 'remarks',
      seq: 5,
      group: 'B',
      type: 'text',
      decimals: 0,
      unit: { code: 'text', vi: '' },
      ...unbounded,
      required: false,
    }),
    aRow({
      key: 'grade',
      seq: 6,
      group: 'B',
      type: 'choice',
      decimals: 0,
      unit: { code: 'choice', vi: '' },
      ...unbounded,
      appliesTo: 'rural-unit',
      leadAgency: 'Phòng Nông nghiệp',
      choices: [
        { key: 'good', label: { vi: 'Tốt' } },
        { key: 'fair', label: { vi: 'Khá' } },
      ],
    }),
  ],
};

export const RECORDS: RecordForm = {
  kind: 'records',
  key: 'projects',
  template: 'M4',
  title: { vi: 'Danh mục dự án' },
  provenance: 'reconstructed',
  columns: [
    {
      key: 'name',
      label: { vi: 'Tên dự án', en: 'Project' },
      type: 'text',
      required: true,
      provenance: 'reconstructed',
    },
    {
      key: 'start',
      label: { vi: 'Năm khởi công' },
      type: 'integer',
      unitCode: 'year',
      required: true,
      provenance: 'reconstructed',
    },
    { key: 'decided', label: { vi: 'Ngày quyết định' }, type: 'date', required: false, provenance: 'reconstructed' },
    { key: 'total', label: { vi: 'Tổng mức đầu tư' }, type: 'number', required: true, provenance: 'reconstructed' },
    { key: 'paid', label: { vi: 'Đã bố trí' }, type: 'number', required: false, provenance: 'reconstructed' },
    {
      key: 'rest',
      label: { vi: 'Còn lại' },
      type: 'number',
      required: false,
      computed: { rule: 'difference', parts: ['total', 'paid'] },
      provenance: 'reconstructed',
    },
    {
      key: 'group',
      label: { vi: 'Nhóm' },
      type: 'choice',
      required: true,
      choices: [
        { key: 'a', label: { vi: 'Nhóm A' } },
        { key: 'b', label: { vi: 'Nhóm B' } },
      ],
      provenance: 'reconstructed',
    },
  ],
};

export const OUTLINE: OutlineForm = {
  kind: 'outline',
  key: 'narrative',
  template: 'M1',
  title: { vi: 'Báo cáo thuyết minh' },
  provenance: 'reconstructed',
  sections: [
    { key: 'context', depth: 1, title: { vi: 'Đánh giá năm {N}' }, required: true, provenance: 'reconstructed' },
    {
      key: 'economy',
      depth: 2,
      title: { vi: 'Kinh tế' },
      guidance: { vi: 'Nêu kết quả nổi bật' },
      provenance: 'reconstructed',
    },
  ],
};

/** A row of any number. */
export const aNumber = (key: string, more: Partial<Row> = {}): Row => aRow({ key, type: 'number', ...more });

/** A table of these rows that asks for the plan alone. */
export const planTable = (...rows: Row[]): IndicatorForm => ({
  kind: 'indicators',
  key: 'f',
  template: 'M3',
  title: { vi: 'Biểu' },
  provenance: 'added',
  groups: [{ key: 'A', title: { vi: 'Nhóm' } }],
  measures: MEASURES.filter((measure) => measure.key === 'plan'),
  rows,
});

/** What such a table was answered, by row. */
export const planCells = (values: Record<string, string>): Cells =>
  Object.fromEntries(Object.entries(values).map(([row, value]) => [row, { plan: { state: 'value' as const, value } }]));
