import type { IndicatorForm, RecordForm, Row, ShortForm } from '../../src/forms/index.js';
import { INDICATORS } from './sample-forms.js';

const row = (given: Partial<Row> & Pick<Row, 'key' | 'type'>): Row => ({
  ...INDICATORS.rows[0]!,
  code: given.key,
  label: { vi: `Dòng ${given.key}` },
  unit: { code: 'none', vi: '' },
  decimals: 0,
  min: undefined,
  max: undefined,
  ...given,
});

const money = { type: 'money' as const, decimals: 2, unit: { code: 'million_VND', vi: 'Triệu đồng' } };

/** A table with a row of every type that is no plain figure, one worked out, one hidden, one that the bot leaves out. */
export const TYPED: IndicatorForm = {
  ...INDICATORS,
  key: 'typed',
  groups: [
    { key: 'A', title: { vi: 'Nhóm A' } },
    { key: 'Z', title: { vi: 'Nhóm chỉ có dòng ẩn' } },
  ],
  measures: INDICATORS.measures.map((one) => (one.key === 'estimate' ? { ...one, standingAsked: true } : one)),
  rows: [
    row({ key: 'own', ...money, ask: { vi: 'Thu năm {N} là bao nhiêu?' } }),
    row({ key: 'passed-on', ...money, asked: false }),
    row({
      key: 'all',
      ...money,
      required: false,
      computed: {
        op: 'sum',
        of: [
          { op: 'cell', row: 'own' },
          { op: 'cell', row: 'passed-on' },
        ],
      },
    }),
    row({ key: 'opened', type: 'date', min: '2020-01-01', max: '2027-12-31' }),
    row({ key: 'proof', type: 'file' }),
    row({ key: 'former', type: 'number', group: 'Z', hidden: true, required: false }),
  ],
};

/** A list whose money is added up. */
export const COSTS: RecordForm = {
  kind: 'records',
  key: 'costs',
  template: 'M4',
  title: { vi: 'Danh mục chi' },
  provenance: 'reconstructed',
  columns: [
    { key: 'paid', label: { vi: 'Đã chi' }, type: 'money', required: true, total: true, provenance: 'reconstructed' },
    { key: 'name', label: { vi: 'Tên' }, type: 'text', required: true, provenance: 'reconstructed' },
    {
      key: 'share',
      label: { vi: 'Tỷ lệ' },
      type: 'percent',
      required: false,
      decimals: 1,
      min: '0',
      max: '100',
      help: { meaning: { vi: 'Phần đã chi' } },
      provenance: 'reconstructed',
    },
    { key: 'settled', label: { vi: 'Đã quyết toán' }, type: 'boolean', required: false, provenance: 'reconstructed' },
    { key: 'old', label: { vi: 'Cột cũ' }, type: 'text', required: false, hidden: true, provenance: 'reconstructed' },
  ],
};

/** A few questions, one of them asked only after a yes. */
export const QUICK: ShortForm = {
  kind: 'short',
  key: 'quick',
  template: 'N',
  title: { vi: 'Báo cáo nhanh năm {N}' },
  provenance: 'reconstructed',
  questions: [
    {
      key: 'stuck',
      label: { vi: 'Có vướng mắc' },
      ask: { vi: 'Có vướng mắc gì không?' },
      type: 'boolean',
      required: true,
      provenance: 'reconstructed',
    },
    {
      key: 'why',
      label: { vi: 'Vướng mắc gì' },
      type: 'text',
      required: true,
      visibleWhen: { op: 'is', of: { op: 'column', column: 'stuck' }, value: true },
      provenance: 'reconstructed',
    },
    {
      key: 'progress',
      label: { vi: 'Tiến độ năm {N}' },
      type: 'percent',
      decimals: 0,
      min: '0',
      max: '100',
      required: false,
      help: { method: { vi: 'Ước theo khối lượng' } },
      provenance: 'reconstructed',
    },
    {
      key: 'done-on',
      label: { vi: 'Ngày xong' },
      type: 'date',
      min: '2027-01-01',
      required: false,
      provenance: 'reconstructed',
    },
  ],
};
