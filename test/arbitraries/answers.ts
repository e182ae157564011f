import fc from 'fast-check';
import type {
  Answers,
  Cell,
  Column,
  FormDefinition,
  IndicatorForm,
  Measure,
  Question,
  RecordForm,
  RecordRow,
  Row,
  Standing,
} from '../../src/forms/index.js';
import { decimal, noAnswers } from '../../src/forms/index.js';
import { arbitraryDay, arbitraryText } from './texts.js';

export const STANDINGS: Standing[] = ['estimate', 'preliminary', 'official'];

/** Answers of one form in stored (canonical) spelling, with every answer state, inside the form's bounds. */
export function arbitraryAnswers(form: FormDefinition): fc.Arbitrary<Answers> {
  if (form.kind === 'indicators') return cellsOf(form).map((cells) => ({ ...noAnswers(), cells }));
  if (form.kind === 'records') {
    return fc
      .array(recordOf(form), { maxLength: 5 })
      .map((records) => ({ ...noAnswers(), records: records.length > 0 ? { [form.key]: records } : {} }));
  }
  const texts =
    form.kind === 'short'
      ? partial(form.questions.map((question) => [question.key, columnValue(question)]))
      : partial(form.sections.map((section) => [section.key, arbitraryText(400)]));
  return texts.map((given) => ({
    ...noAnswers(),
    sections: Object.keys(given).length > 0 ? { [form.key]: given } : {},
  }));
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

function cellsOf(form: IndicatorForm): fc.Arbitrary<Answers['cells']> {
  const measures = form.measures.filter((measure) => !measure.computed);
  const ofRow = (row: Row) => partial(measures.map((measure) => [measure.key, cellOf(row, measure)]));
  const rows = form.rows.filter((row) => !row.computed);
  return partial(rows.map((row) => [row.key, ofRow(row)])).map((cells) =>
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
  switch (row.type) {
    case 'boolean':
      return fc.boolean();
    case 'text':
      return arbitraryText();
    case 'choice':
      return row.choices?.length ? fc.constantFrom(...row.choices.map((choice) => choice.key)) : arbitraryText();
    case 'date':
      return dayWithin(row);
    case 'file':
      return fc.uuid();
    case 'number':
    case 'integer':
    case 'percent':
    case 'money':
      return arbitraryDecimal({ decimals: row.decimals, min: row.min, max: row.max });
  }
}

/** A day outside the bounds becomes the bound. */
function dayWithin({ min, max }: { min?: string; max?: string }): fc.Arbitrary<string> {
  return arbitraryDay().map((day) => {
    if (min !== undefined && day < min) return min;
    return max !== undefined && day > max ? max : day;
  });
}

function recordOf(form: RecordForm): fc.Arbitrary<RecordRow> {
  const columns = form.columns.filter((column) => !column.computed);
  return partial(columns.map((column) => [column.key, columnValue(column)])).filter(
    (row) => Object.keys(row).length > 0,
  );
}

function columnValue(column: Column | Question): fc.Arbitrary<string> {
  const { choices, decimals, min, max } = column;
  switch (column.type) {
    case 'text':
      return arbitraryText();
    case 'date':
      return dayWithin(column);
    case 'boolean':
      return fc.constantFrom('true', 'false');
    case 'choice':
      return choices?.length ? fc.constantFrom(...choices.map((choice) => choice.key)) : arbitraryText();
    case 'integer':
      return arbitraryDecimal({ decimals: 0, min, max });
    case 'number':
    case 'percent':
    case 'money':
      return arbitraryDecimal({ decimals, min, max });
  }
}

/** An object with some of the entries. */
function partial<T>(entries: [string, fc.Arbitrary<T>][]): fc.Arbitrary<Record<string, T>> {
  return fc.record(Object.fromEntries(entries), { requiredKeys: [] }) as fc.Arbitrary<Record<string, T>>;
}
