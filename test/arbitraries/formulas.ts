import fc from 'fast-check';
import type { Cell, Cells, Condition, Formula, IndicatorForm, Reference, Row } from '../../src/forms/index.js';
import { arbitraryDecimal } from './forms.js';
import { aRow, MEASURES } from './sample-forms.js';

const KEYS = ['r0', 'r1', 'r2', 'r3', 'r4', 'r5'];

/** References to cells of a table, now and then to what is not there or to a column of a list. */
export function arbitraryReference(): fc.Arbitrary<Reference> {
  const row = fc.constantFrom(...KEYS, 'none');
  const measure = fc.constantFrom('actual', 'estimate', 'plan', 'ratio', 'none');
  const cell = fc.record({ op: fc.constant('cell' as const), row, measure }, { requiredKeys: ['op'] });
  const column = fc.record({ op: fc.constant('column' as const), column: fc.constantFrom('a', 'b') });
  return fc.oneof({ weight: 5, arbitrary: cell }, column);
}

/** Any formula of the closed set over the references given. */
export function arbitraryFormula(reference: fc.Arbitrary<Reference> = arbitraryReference()): fc.Arbitrary<Formula> {
  return fc.letrec<{ formula: Formula }>((tie) => {
    const of = fc.array(tie('formula'), { minLength: 1, maxLength: 3 });
    const weighed = fc.record({ value: tie('formula'), weight: tie('formula') });
    return {
      formula: fc.oneof(
        { maxDepth: 4, depthSize: 'small' },
        reference,
        fc.record({ op: fc.constant('number' as const), value: arbitraryDecimal() }),
        fc.record({ op: fc.constantFrom('sum' as const, 'difference' as const), of }),
        fc.record(
          {
            op: fc.constant('ratio' as const),
            a: tie('formula'),
            b: tie('formula'),
            scale: fc.constantFrom('1' as const, '100' as const, '1000' as const),
          },
          { requiredKeys: ['op', 'a', 'b'] },
        ),
        fc.record({ op: fc.constant('growth' as const), a: tie('formula'), b: tie('formula') }),
        fc.record({ op: fc.constant('share' as const), part: tie('formula'), of }),
        fc.record({
          op: fc.constant('mean' as const),
          of: fc.array(weighed, { minLength: 1, maxLength: 3 }),
        }),
      ),
    };
  }).formula;
}

/** Any condition of the closed set. */
export function arbitraryCondition(reference: fc.Arbitrary<Reference> = arbitraryReference()): fc.Arbitrary<Condition> {
  const formula = arbitraryFormula(reference);
  return fc.letrec<{ condition: Condition }>((tie) => ({
    condition: fc.oneof(
      { maxDepth: 3, depthSize: 'small' },
      fc.record({
        op: fc.constant('compare' as const),
        a: formula,
        by: fc.constantFrom('<' as const, '<=' as const, '=' as const, '!=' as const, '>=' as const, '>' as const),
        b: formula,
      }),
      fc.record({
        op: fc.constant('is' as const),
        of: reference,
        value: fc.oneof(fc.boolean(), fc.constantFrom('first', '2027-06-29', '12.5')),
      }),
      fc.record({ op: fc.constant('answered' as const), of: reference }),
      fc.record({
        op: fc.constantFrom('and' as const, 'or' as const),
        of: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }),
      }),
    ),
  })).condition;
}

/** Six rows of numbers of which some are worked out from any of the others, themselves included. */
export function arbitraryTable(): fc.Arbitrary<IndicatorForm> {
  return tableOf(KEYS.map(() => KEYS));
}

/** The same where each row is worked out from rows of its own choice that are not worked out from it; in any order. */
export function arbitraryTableWithoutCircles(): fc.Arbitrary<IndicatorForm> {
  return tableOf(KEYS.map((_key, at) => KEYS.slice(at + 1))).chain((form) =>
    fc.shuffledSubarray(form.rows, { minLength: form.rows.length }).map((rows): IndicatorForm => ({ ...form, rows })),
  );
}

/** Each row may name the rows listed for it. */
function tableOf(nameable: readonly (readonly string[])[]): fc.Arbitrary<IndicatorForm> {
  const decimals = fc.integer({ min: 0, max: 6 });
  const rows = nameable.map((keys) => fc.record({ computed: formulaOver(keys), decimals }));
  return fc.tuple(...rows).map((found) => ({
    kind: 'indicators',
    key: 'table',
    template: 'M3',
    title: { vi: 'Bảng' },
    provenance: 'added',
    groups: [{ key: 'A', title: { vi: 'Nhóm' } }],
    measures: MEASURES,
    rows: found.map(({ computed, decimals }, at): Row => {
      const { min: _min, max: _max, ...row } = aRow({ key: KEYS[at]!, seq: at + 1, type: 'number', decimals });
      return computed ? { ...row, required: false, computed } : row;
    }),
  }));
}

function formulaOver(keys: readonly string[]): fc.Arbitrary<Formula | undefined> {
  if (keys.length === 0) return fc.constant(undefined);
  const row = fc.constantFrom(...keys);
  const measure = fc.constantFrom('actual', 'estimate', 'ratio');
  const reference: fc.Arbitrary<Reference> = fc.record(
    { op: fc.constant('cell' as const), row, measure },
    { requiredKeys: ['op', 'row'] },
  );
  return fc.option(arbitraryFormula(reference), { nil: undefined, freq: 3 });
}

/** Cells that a person or a faulty client may have given, in any row of such a table. */
export function arbitraryCells(): fc.Arbitrary<Cells> {
  const value = fc.oneof(
    { weight: 6, arbitrary: arbitraryDecimal({ decimals: 4 }) },
    fc.constantFrom('first', 'x', true),
  );
  const cell = fc.oneof(
    { weight: 6, arbitrary: value.map((one): Cell => ({ state: 'value', value: one })) },
    fc.constant<Cell>({ state: 'not-applicable' }),
    fc.constant<Cell>({ state: 'not-available', reason: 'chờ' }),
  );
  const ofRow = fc.dictionary(fc.constantFrom('actual', 'estimate', 'plan'), cell, { maxKeys: 3 });
  return fc.dictionary(fc.constantFrom(...KEYS), ofRow, { maxKeys: 6 });
}

/** A number in every cell of such a table that is asked for. */
export function arbitraryFullCells(): fc.Arbitrary<Cells> {
  const cell = fc.integer({ min: -50, max: 500 }).map((value): Cell => ({ state: 'value', value: String(value) }));
  const ofRow = fc.record({ actual: cell, estimate: cell, plan: cell });
  return fc.record(Object.fromEntries(KEYS.map((key) => [key, ofRow])));
}
