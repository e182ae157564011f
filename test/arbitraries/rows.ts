import fc from 'fast-check';
import type { Row } from '../../src/forms/index.js';
import { arbitraryChoices } from './columns.js';
import { arbitraryKey, arbitraryLabel } from './texts.js';

/** Rows of every type with their breakdown parts, in some of the groups; now and then one that is worked out from another. */
export function arbitraryRows(groups: string[]): fc.Arbitrary<Row[]> {
  const group = fc.constantFrom(...(groups.length > 0 ? groups : ['Z']));
  const own = fc.record({
    code: arbitraryKey(),
    group,
    kind: kindOfRow(),
    label: arbitraryLabel(),
    asking: asking(),
    parts: fc.uniqueArray(arbitraryKey(), { maxLength: 2 }),
  });
  const indicators = fc.uniqueArray(own, { selector: (one) => one.code, minLength: 1, maxLength: 6 });
  return fc.tuple(indicators, fc.boolean()).map(([given, isSummed]) => {
    const rows = given.flatMap(({ code, group, kind, label, asking, parts }, at) => {
      const row: Row = { ...blank(code, group, at + 1), label, ...kind, ...asking };
      return [row, ...parts.map((part): Row => ({ ...row, key: `${code}/${part}`, part, required: false }))];
    });
    return isSummed ? [...rows, sumRow(rows)] : rows;
  });
}

function blank(code: string, group: string, seq: number): Omit<Row, 'type' | 'decimals' | 'unit' | 'label'> {
  return {
    key: code,
    code,
    group,
    seq,
    required: true,
    appliesTo: 'all',
    leadAgency: 'Phòng Thử nghiệm',
    assignedDown: false,
    aggregation: { rule: 'sum' },
    direction: 'neutral',
    help: {},
    provenance: 'reconstructed',
  };
}

/** The key begins with a letter that no generated key begins with. */
function sumRow(rows: Row[]): Row {
  const numeric = rows.find((row) => ['number', 'integer', 'percent', 'money'].includes(row.type));
  const of = numeric ? [{ op: 'cell' as const, row: numeric.key }] : [];
  return {
    ...blank('sum', rows[0]!.group, rows.length + 1),
    label: { vi: 'Tổng' },
    type: 'number',
    decimals: 2,
    unit: { code: 'unit', vi: 'Tỷ đồng' },
    required: false,
    computed: { op: 'sum', of: [...of, { op: 'number', value: '1.5' }] },
  };
}

/** Whether and how a row is asked for. */
function asking(): fc.Arbitrary<Partial<Row>> {
  return fc.oneof(
    { weight: 4, arbitrary: fc.constant<Partial<Row>>({}) },
    fc.constantFrom<Partial<Row>>(
      { hidden: true, required: false },
      { asked: false },
      { ask: { vi: 'Năm {N} có bao nhiêu?' } },
      { jump: '20' },
      { visibleWhen: { op: 'answered', of: { op: 'cell' } } },
    ),
  );
}

type RowKind = Pick<Row, 'type' | 'decimals' | 'unit' | 'min' | 'max' | 'choices'>;

function kindOfRow(): fc.Arbitrary<RowKind> {
  const unit = { code: 'unit', vi: 'Tỷ đồng' };
  const percent = { code: '%', vi: '%' };
  const none = { decimals: 0, unit: { code: 'text', vi: '' } };
  const bounds = fc.constantFrom<Pick<Row, 'min' | 'max'>>(
    {},
    { min: '0' },
    { min: '-100' },
    { max: '1000000' },
    { min: '-1000', max: '1000' },
  );
  const number = fc
    .tuple(fc.constantFrom('number' as const, 'money' as const), fc.integer({ min: 0, max: 18 }), bounds)
    .map(([type, decimals, bounds]): RowKind => ({ type, decimals, unit, ...bounds }));
  return fc.oneof(
    { weight: 3, arbitrary: number },
    bounds.map((bounds): RowKind => ({ type: 'integer', decimals: 0, unit, ...bounds })),
    fc.constant<RowKind>({ type: 'percent', decimals: 1, unit: percent, min: '0', max: '100' }),
    fc.constantFrom<RowKind>(
      { type: 'boolean', decimals: 0, unit: { code: 'boolean', vi: 'Đạt/Không đạt' } },
      { type: 'boolean', decimals: 0, unit: { code: 'boolean', vi: '' } },
    ),
    fc.constantFrom<RowKind>(
      { type: 'text', ...none },
      { type: 'file', ...none },
      { type: 'date', ...none },
      { type: 'date', ...none, min: '2000-01-01' },
      { type: 'date', ...none, min: '1890-02-28', max: '2030-12-31' },
    ),
    arbitraryChoices().map((choices): RowKind => ({ type: 'choice', ...none, choices })),
  );
}
