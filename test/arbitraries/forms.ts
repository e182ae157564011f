import fc from 'fast-check';
import type {
  ComparedMeasures,
  FormDefinition,
  Formula,
  IndicatorForm,
  Measure,
  OutlineForm,
  RecordForm,
  Section,
  ShortForm,
} from '../../src/forms/index.js';
import { STANDINGS } from './answers.js';
import { arbitraryColumn, arbitraryQuestion } from './columns.js';
import { arbitraryRows } from './rows.js';
import { arbitraryKey, arbitraryLabel } from './texts.js';

export { arbitraryAnswers, arbitraryDecimal } from './answers.js';

/** Any form that an admin could publish. */
export function arbitraryForm(): fc.Arbitrary<FormDefinition> {
  return fc.oneof(
    { weight: 3, arbitrary: arbitraryIndicatorForm() },
    arbitraryRecordForm(),
    arbitraryOutlineForm(),
    arbitraryShortForm(),
  );
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
        rows: arbitraryRows(groups),
      }),
    );
}

export function arbitraryRecordForm(): fc.Arbitrary<RecordForm> {
  const columns = fc.uniqueArray(arbitraryColumn(), { selector: (one) => one.key, minLength: 1, maxLength: 8 });
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
      hidden: fc.boolean(),
      provenance: fc.constant('reconstructed'),
    },
    { requiredKeys: ['key', 'depth', 'title', 'provenance'] },
  );
  const sections = fc.uniqueArray(section, { selector: (one) => one.key, minLength: 1, maxLength: 6 });
  return fc
    .record({ base: base(), sections })
    .map(({ base, sections }) => ({ ...base, kind: 'outline' as const, sections }));
}

/** Questions with the wording that the bot uses, where they have one. */
export function arbitraryShortForm(): fc.Arbitrary<ShortForm> {
  const question = fc
    .tuple(arbitraryQuestion(), fc.option(arbitraryLabel(), { nil: undefined }))
    .map(([one, ask]) => (ask ? { ...one, ask } : one));
  const questions = fc.uniqueArray(question, { selector: (one) => one.key, minLength: 1, maxLength: 6 });
  return fc
    .record({ base: base(), questions })
    .map(({ base, questions }) => ({ ...base, kind: 'short' as const, questions }));
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
    standingAsked: fc.boolean(),
  });
  const rule = fc.constantFrom(
    ...(['percent-of', 'growth', 'difference'] as const),
    ...(['sum', 'ratio', 'share', 'mean'] as const),
  );
  return fc
    .tuple(
      fc.uniqueArray(entered, { selector: (one) => one.key, minLength: 1, maxLength: 4 }),
      fc.array(rule, { maxLength: 2 }),
    )
    .map(([given, rules]) => [
      ...given.map((one): Measure =>
        one.sort === 'plan' ? { ...one, standing: undefined, standingAsked: false } : one,
      ),
      ...rules.map((rule, at): Measure => {
        const computed = workedOut(rule, given[0]!.key, given.at(-1)!.key);
        const label = { vi: `So sánh ${at + 1}` };
        return { key: `c${at}`, label, year: 0, sort: 'outcome', required: false, asked: false, computed };
      }),
    ]);
}

/** Two measures compared by a rule that has a name, or made into a figure by any other operation. */
function workedOut(
  rule: ComparedMeasures['rule'] | 'sum' | 'ratio' | 'share' | 'mean',
  a: string,
  b: string,
): ComparedMeasures | Formula {
  const [first, second]: Formula[] = [
    { op: 'cell', measure: a },
    { op: 'cell', measure: b },
  ];
  switch (rule) {
    case 'sum':
      return { op: 'sum', of: [first!, second!] };
    case 'ratio':
      return { op: 'ratio', a: first!, b: second!, scale: '1000' };
    case 'share':
      return { op: 'share', part: first!, of: [first!, second!] };
    case 'mean':
      return { op: 'mean', of: [{ value: first!, weight: second! }] };
    default:
      return { rule, a, b };
  }
}

function constants<T extends object>(values: T): { [K in keyof T]: fc.Arbitrary<T[K]> } {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, fc.constant(value)])) as never;
}
