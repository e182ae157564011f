import fc from 'fast-check';
import type {
  Answers,
  Cell,
  Choice,
  Column,
  FormDefinition,
  IndicatorForm,
  Measure,
  OutlineForm,
  RecordForm,
  RecordRow,
  Row,
  Section,
  Standing,
} from '../../src/forms/index.js';
import { decimal, noAnswers } from '../../src/forms/index.js';
import { arbitraryDay, arbitraryKey, arbitraryLabel, arbitraryText } from './texts.js';

const STANDINGS: Standing[] = ['estimate', 'preliminary', 'official'];

/** Any form that an admin could publish. */
export function arbitraryForm(): fc.Arbitrary<FormDefinition> {
  return fc.oneof({ weight: 3, arbitrary: arbitraryIndicatorForm() }, arbitraryRecordForm(), arbitraryOutlineForm());
}

/** Answers of one form in stored (canonical) spelling, with every answer state, inside the form's bounds. */
export function arbitraryAnswers(form: FormDefinition): fc.Arbitrary<Answers> {
  if (form.kind === 'indicators') return cellsOf(form).map((cells) => ({ ...noAnswers(), cells }));
  if (form.kind === 'records') {
    return fc
      .array(recordOf(form), { maxLength: 5 })
      .map((records) => ({ ...noAnswers(), records: records.length > 0 ? { [form.key]: records } : {} }));
  }
  return partial(form.sections.map((section) => [section.key, arbitraryText(400)])).map((texts) => ({
    ...noAnswers(),
    sections: Object.keys(texts).length > 0 ? { [form.key]: texts } : {},
  }));
}

export function arbitraryIndicatorForm(): fc.Arbitrary<IndicatorForm> {
  return fc
    .record({ base: base(), measures: measures(), groups: fc.uniqueArray(arbitraryKey(), { maxLength: 3 }) })
    .chain(({ base, measures, groups }) =>
      fc.record({
        ...constants(base),
        kind: fc.constant('indicators' as const),
        groups: fc.constant(groups.map((key) => ({ key, title: { vi: `Nhóm ${key}` } }))),
        measures: fc.constant(measures),
        rows: rows(groups),
      }),
    );
}

export function arbitraryRecordForm(): fc.Arbitrary<RecordForm> {
  const columns = fc.uniqueArray(column(), { selector: (one) => one.key, minLength: 1, maxLength: 8 });
  return fc
    .record({ base: base(), columns })
    .map(({ base, columns }) => ({ ...base, kind: 'records' as const, columns }))
    .filter((form) => form.columns.some((one) => !one.computed));
}

export function arbitraryOutlineForm(): fc.Arbitrary<OutlineForm> {
  const section: fc.Arbitrary<Section> = fc.record(
    {
      key: arbitraryKey(),
      depth: fc.constantFrom(1 as const, 2 as const),
      title: arbitraryLabel(),
      guidance: arbitraryLabel(),
      required: fc.boolean(),
      provenance: fc.constant('reconstructed'),
    },
    { requiredKeys: ['key', 'depth', 'title', 'provenance'] },
  );
  const sections = fc.uniqueArray(section, { selector: (one) => one.key, minLength: 1, maxLength: 6 });
  return fc
    .record({ base: base(), sections })
    .map(({ base, sections }) => ({ ...base, kind: 'outline' as const, sections }));
}

/** A canonical decimal with at most `decimals` places, between the bounds where given. */
export function arbitraryDecimal(limits: { decimals?: number; min?: string; max?: string } = {}): fc.Arbitrary<string> {
  const decimals = limits.decimals ?? 18;
  const digits = (most: number) => fc.string({ unit: fc.constantFrom(...'0123456789'), maxLength: most });
  const free = fc
    .tuple(fc.boolean(), fc.oneof(digits(4), digits(18)), digits(decimals))
    .map(([negative, whole, fraction]) => {
      return decimal.canonical(`${negative ? '-' : ''}${whole || '0'}.${fraction || '0'}`) ?? '0';
    });
  const edges = fc.constantFrom('0', ...[limits.min, limits.max].filter((edge) => edge !== undefined));
  return fc
    .oneof({ weight: 1, arbitrary: edges }, { weight: 5, arbitrary: free })
    .map((value) => within(value, limits));
}

/** A number outside the bounds is brought inside by its last digits, so that generated answers stay varied. */
function within(value: string, { min, max }: { min?: string; max?: string }): string {
  if (min !== undefined && decimal.compare(value, min) < 0)
    return value.startsWith('-') ? within(value.slice(1), { min, max }) : min;
  if (max !== undefined && decimal.compare(value, max) > 0) return max;
  return value;
}

function base() {
  return fc.record({
    key: arbitraryKey(),
    template: fc.constantFrom('M1', 'M2', 'M3', 'M4', 'F/G [thử]'),
    title: arbitraryLabel(),
    provenance: fc.constant('reconstructed'),
  });
}

function measures(): fc.Arbitrary<Measure[]> {
  const entered = fc.record({
    key: arbitraryKey(),
    label: fc.constantFrom({ vi: 'Thực hiện năm {N-1}' }, { vi: 'Kế hoạch năm {N+1}', en: 'Plan {N+1}' }),
    year: fc.constantFrom(-1 as const, 0 as const, 1 as const),
    sort: fc.constantFrom('plan' as const, 'outcome' as const),
    standing: fc.option(fc.constantFrom(...STANDINGS), { nil: undefined }),
    required: fc.boolean(),
    asked: fc.boolean(),
  });
  const rule = fc.constantFrom('percent-of' as const, 'growth' as const, 'difference' as const);
  return fc
    .tuple(
      fc.uniqueArray(entered, { selector: (one) => one.key, minLength: 1, maxLength: 4 }),
      fc.array(rule, { maxLength: 2 }),
    )
    .map(([given, rules]) => [
      ...given.map((one): Measure => (one.sort === 'plan' ? { ...one, standing: undefined } : one)),
      ...rules.map((rule, at): Measure => {
        const computed = { rule, a: given[0]!.key, b: given.at(-1)!.key };
        const label = { vi: `So sánh ${at + 1}` };
        return { key: `c${at}`, label, year: 0, sort: 'outcome', required: false, asked: false, computed };
      }),
    ]);
}

function rows(groups: string[]): fc.Arbitrary<Row[]> {
  const group = fc.constantFrom(...(groups.length > 0 ? groups : ['Z']));
  const own = fc.tuple(
    arbitraryKey(),
    group,
    kindOfRow(),
    arbitraryLabel(),
    fc.uniqueArray(arbitraryKey(), { maxLength: 2 }),
  );
  return fc.uniqueArray(own, { selector: ([key]) => key, minLength: 1, maxLength: 6 }).map((indicators) =>
    indicators.flatMap(([code, group, kind, label, parts], at) => {
      const row: Row = {
        key: code,
        code,
        group,
        seq: at + 1,
        label,
        required: true,
        appliesTo: 'all',
        leadAgency: 'Phòng Thử nghiệm',
        assignedDown: false,
        aggregation: { rule: 'sum' },
        direction: 'neutral',
        help: {},
        provenance: 'reconstructed',
        ...kind,
      };
      return [row, ...parts.map((part): Row => ({ ...row, key: `${code}/${part}`, part, required: false }))];
    }),
  );
}

type RowKind = Pick<Row, 'type' | 'decimals' | 'unit' | 'min' | 'max' | 'choices'>;

function kindOfRow(): fc.Arbitrary<RowKind> {
  const unit = { code: 'unit', vi: 'Tỷ đồng' };
  const percent = { code: '%', vi: '%' };
  const bounds = fc.constantFrom<Pick<Row, 'min' | 'max'>>(
    {},
    { min: '0' },
    { min: '-100' },
    { max: '1000000' },
    { min: '-1000', max: '1000' },
  );
  const number = fc
    .tuple(fc.integer({ min: 0, max: 18 }), bounds)
    .map(([decimals, bounds]): RowKind => ({ type: 'number', decimals, unit, ...bounds }));
  return fc.oneof(
    { weight: 3, arbitrary: number },
    bounds.map((bounds): RowKind => ({ type: 'integer', decimals: 0, unit, ...bounds })),
    fc.constant<RowKind>({ type: 'percent', decimals: 1, unit: percent, min: '0', max: '100' }),
    fc.constantFrom<RowKind>(
      { type: 'boolean', decimals: 0, unit: { code: 'boolean', vi: 'Đạt/Không đạt' } },
      { type: 'boolean', decimals: 0, unit: { code: 'boolean', vi: '' } },
    ),
    fc.constant<RowKind>({ type: 'text', decimals: 0, unit: { code: 'text', vi: '' } }),
    choices().map((choices): RowKind => ({ type: 'choice', decimals: 0, unit: { code: 'choice', vi: '' }, choices })),
  );
}

function choices(): fc.Arbitrary<Choice[]> {
  const choice = fc.record({ key: arbitraryKey(), label: arbitraryLabel() });
  return fc.uniqueArray(choice, { selector: (one) => one.key, minLength: 1, maxLength: 4 });
}

function column(): fc.Arbitrary<Column> {
  const given: fc.Arbitrary<Column> = fc.record(
    {
      key: arbitraryKey(),
      label: arbitraryLabel(),
      type: fc.constantFrom(
        'text' as const,
        'integer' as const,
        'number' as const,
        'percent' as const,
        'date' as const,
      ),
      required: fc.boolean(),
      provenance: fc.constant('reconstructed'),
    },
    { requiredKeys: ['key', 'label', 'type', 'required', 'provenance'] },
  );
  const computed = given.map((one): Column => ({
    ...one,
    type: 'number',
    computed: { rule: 'difference', parts: ['ka', 'kb'] },
  }));
  const choice = fc.tuple(given, choices()).map(([one, choices]): Column => ({ ...one, type: 'choice', choices }));
  return fc.oneof(
    { weight: 5, arbitrary: given },
    { weight: 1, arbitrary: computed },
    { weight: 2, arbitrary: choice },
  );
}

function cellsOf(form: IndicatorForm): fc.Arbitrary<Answers['cells']> {
  const measures = form.measures.filter((measure) => !measure.computed);
  const ofRow = (row: Row) => partial(measures.map((measure) => [measure.key, cellOf(row, measure)]));
  return partial(form.rows.map((row) => [row.key, ofRow(row)])).map((cells) =>
    Object.fromEntries(Object.entries(cells).filter(([, cells]) => Object.keys(cells).length > 0)),
  );
}

function cellOf(row: Row, measure: Measure): fc.Arbitrary<Cell> {
  const remark = arbitraryText(80);
  const standings = STANDINGS.filter((standing) => standing !== measure.standing);
  const standing: { standing?: fc.Arbitrary<Standing> } =
    measure.sort === 'plan' ? {} : { standing: fc.constantFrom(...standings) };
  const value = fc.record(
    { state: fc.constant('value' as const), value: valueOf(row), note: remark, ...standing },
    { requiredKeys: ['state', 'value'] },
  ) as fc.Arbitrary<Cell>;
  const notApplicable: fc.Arbitrary<Cell> = fc.record(
    { state: fc.constant('not-applicable' as const), reason: remark },
    { requiredKeys: ['state'] },
  );
  const notAvailable: fc.Arbitrary<Cell> = fc.record(
    { state: fc.constant('not-available' as const), reason: remark, expectedOn: arbitraryDay() },
    { requiredKeys: ['state', 'reason'] },
  );
  return fc.oneof({ weight: 4, arbitrary: value }, notApplicable, notAvailable);
}

function valueOf(row: Row): fc.Arbitrary<string | boolean> {
  if (row.type === 'boolean') return fc.boolean();
  if (row.type === 'text') return arbitraryText();
  if (row.type === 'choice') return fc.constantFrom(...row.choices!.map((choice) => choice.key));
  return arbitraryDecimal({ decimals: row.decimals, min: row.min, max: row.max });
}

function recordOf(form: RecordForm): fc.Arbitrary<RecordRow> {
  const columns = form.columns.filter((column) => !column.computed);
  return partial(columns.map((column) => [column.key, columnValue(column)])).filter(
    (row) => Object.keys(row).length > 0,
  );
}

function columnValue(column: Column): fc.Arbitrary<string> {
  if (column.type === 'text') return arbitraryText();
  if (column.type === 'date') return arbitraryDay();
  if (column.type === 'choice') return fc.constantFrom(...column.choices!.map((choice) => choice.key));
  return arbitraryDecimal(column.type === 'integer' ? { decimals: 0 } : {});
}

/** An object with some of the entries. */
function partial<T>(entries: [string, fc.Arbitrary<T>][]): fc.Arbitrary<Record<string, T>> {
  return fc.record(Object.fromEntries(entries), { requiredKeys: [] }) as fc.Arbitrary<Record<string, T>>;
}

function constants<T extends object>(values: T): { [K in keyof T]: fc.Arbitrary<T[K]> } {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, fc.constant(value)])) as never;
}
