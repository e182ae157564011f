import fc from 'fast-check';
import type { Choice, Column, Question } from '../../src/forms/index.js';
import { arbitraryKey, arbitraryLabel } from './texts.js';

/** Columns of every type; now and then a computed one. */
export function arbitraryColumn(): fc.Arbitrary<Column> {
  const computed = arbitraryQuestion().map(({ key, label, required, provenance }): Column => ({
    key,
    label,
    required,
    provenance,
    type: 'number',
    computed: { rule: 'difference', parts: ['ka', 'kb'] },
  }));
  const given = fc.oneof({ weight: 7, arbitrary: arbitraryQuestion() }, { weight: 1, arbitrary: computed });
  return fc.tuple(given, fc.boolean()).map(([column, isTotalled]): Column => {
    const isFigure = ['integer', 'number', 'money'].includes(column.type);
    return isFigure && isTotalled ? { ...column, total: true } : column;
  });
}

/** What a column and a question have in common. */
export function arbitraryQuestion(): fc.Arbitrary<Question> {
  const head = fc.record(
    {
      key: arbitraryKey(),
      label: arbitraryLabel(),
      required: fc.boolean(),
      provenance: fc.constant('reconstructed'),
      hidden: fc.boolean(),
      help: fc.record({ meaning: arbitraryLabel() }, { requiredKeys: [] }),
    },
    { requiredKeys: ['key', 'label', 'required', 'provenance'] },
  );
  return fc.tuple(head, kindOfColumn()).map(([head, kind]) => ({ ...head, ...kind }));
}

export function arbitraryChoices(): fc.Arbitrary<Choice[]> {
  const choice = fc.record({ key: arbitraryKey(), label: arbitraryLabel() });
  return fc.uniqueArray(choice, { selector: (one) => one.key, minLength: 1, maxLength: 4 });
}

type ColumnKind = Pick<Column, 'type' | 'decimals' | 'min' | 'max' | 'unitCode' | 'choices'>;

function kindOfColumn(): fc.Arbitrary<ColumnKind> {
  const bounds = fc.constantFrom<Pick<Column, 'min' | 'max'>>({}, { min: '0' }, { max: '9' }, { min: '-5', max: '5' });
  const places = fc.constantFrom<Pick<Column, 'decimals'>>({}, { decimals: 0 }, { decimals: 3 });
  const number = fc
    .tuple(fc.constantFrom('number' as const, 'percent' as const, 'money' as const), bounds, places)
    .map(([type, bounds, places]): ColumnKind => ({ type, ...bounds, ...places }));
  return fc.oneof(
    number,
    bounds.map((bounds): ColumnKind => ({ type: 'integer', ...bounds })),
    fc.constantFrom<ColumnKind>(
      { type: 'text' },
      { type: 'boolean' },
      { type: 'integer', unitCode: 'year' },
      { type: 'date' },
      { type: 'date', min: '2000-01-01', max: '2030-12-31' },
    ),
    arbitraryChoices().map((choices): ColumnKind => ({ type: 'choice', choices })),
  );
}
