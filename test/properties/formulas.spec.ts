import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  type Answers,
  cellLookup,
  checkAnswers,
  computeCells,
  conditionInWords,
  decimal,
  evaluate,
  faultsOf,
  type Formula,
  formulaInWords,
  formulaNames,
  type FormWords,
  holds,
  issueText,
  lineLookup,
  noAnswers,
  referencesInCondition,
  traceOf,
  traceOfBroken,
  withComputed,
} from '../../src/forms/index.js';
import { arbitraryDecimal } from '../arbitraries/forms.js';
import {
  arbitraryCells,
  arbitraryCondition,
  arbitraryFormula,
  arbitraryFullCells,
  arbitraryReference,
  arbitraryTable,
  arbitraryTableWithoutCircles,
} from '../arbitraries/formulas.js';
import { messages } from './form-words.js';

const places = fc.record({
  cells: arbitraryCells(),
  row: fc.constantFrom('r0', 'r3'),
  measure: fc.constantFrom('actual', 'estimate'),
});
const numbers = fc.array(
  arbitraryDecimal({ decimals: 6 }).filter((one) => one.length < 16),
  { minLength: 1, maxLength: 8 },
);
const sumOf = (values: readonly string[]): Formula => ({
  op: 'sum',
  of: values.map((value) => ({ op: 'number', value })),
});

describe('any formula', () => {
  it('has a canonical value or none, whatever stands in the cells', () => {
    fc.assert(
      fc.property(arbitraryFormula(), places, fc.option(fc.integer({ min: 0, max: 18 })), (formula, at, decimals) => {
        const value = evaluate(formula, cellLookup(at.cells, at.row, at.measure), decimals ?? undefined);
        if (value === undefined) return;
        expect(decimal.isCanonical(value)).toBe(true);
        expect(decimal.places(value)).toBeLessThanOrEqual(decimals ?? 18);
      }),
      { numRuns: 2000 },
    );
  });

  it('has no value as long as nothing is answered that it names', () => {
    fc.assert(
      fc.property(arbitraryFormula(), arbitraryReference(), (formula, reference) => {
        expect(evaluate({ op: 'sum', of: [formula, reference] }, lineLookup({}))).toBeUndefined();
      }),
    );
  });

  it('adds up to the same in any order', () => {
    const shuffled = numbers.chain((some) =>
      fc.tuple(fc.constant(some), fc.shuffledSubarray(some, { minLength: some.length })),
    );
    fc.assert(
      fc.property(shuffled, ([some, other]) => {
        expect(evaluate(sumOf(some), () => undefined)).toBe(evaluate(sumOf(other), () => undefined));
      }),
    );
  });

  it('gives the dividend back when a quotient is multiplied by its divisor, but for what was rounded', () => {
    const number = arbitraryDecimal({ decimals: 3, min: '-1000000', max: '1000000' });
    fc.assert(
      fc.property(number, number, (a, b) => {
        const quotient = evaluate(
          { op: 'ratio', a: { op: 'number', value: a }, b: { op: 'number', value: b } },
          () => '',
        );
        expect(quotient === undefined).toBe(b === '0');
        if (quotient === undefined) return;
        const off = new decimal.Exact(quotient).times(b).minus(a).abs();
        expect(off.lte(new decimal.Exact(b).abs().times('5e-19'))).toBe(true);
      }),
    );
  });
});

describe('any condition', () => {
  it('is not to be judged where none of its answers is there and it compares any', () => {
    const none = lineLookup({});
    fc.assert(
      fc.property(arbitraryCondition(), (condition) => {
        const found = holds(condition, none);
        const asksOnly = condition.op === 'compare' || condition.op === 'is';
        if (asksOnly && referencesInCondition(condition).length > 0) expect(found).toBeUndefined();
        if (condition.op === 'answered') expect(found).toBe(false);
      }),
    );
  });

  it('holds or does not, the same after its parts change places', () => {
    const pair = fc.tuple(arbitraryCondition(), arbitraryCondition(), fc.constantFrom('and' as const, 'or' as const));
    fc.assert(
      fc.property(pair, places, ([one, other, op], at) => {
        const lookup = cellLookup(at.cells, at.row, at.measure);
        expect(holds({ op, of: [one, other] }, lookup)).toBe(holds({ op, of: [other, one] }, lookup));
      }),
    );
  });
});

describe('a table with rows that are worked out', () => {
  it('is worked out whatever is answered, and always to the same', () => {
    fc.assert(
      fc.property(arbitraryTable(), arbitraryCells(), (form, cells) => {
        const computed = computeCells(form, cells);
        expect(computeCells(form, cells)).toEqual(computed);
        expect(computeCells(form, withComputed(form, cells))).toEqual(computed);
      }),
      { numRuns: 500 },
    );
  });

  it('without a fault has every row whose parts are there, whichever way its rows are ordered', () => {
    let [faultless, chained] = [0, 0];
    fc.assert(
      fc.property(arbitraryTableWithoutCircles(), arbitraryFullCells(), (form, cells) => {
        expect(faultsOf(form).filter((one) => one.code.startsWith('circle'))).toEqual([]);
        if (faultsOf(form).length > 0) return;
        faultless++;
        const all = withComputed(form, cells);
        for (const row of form.rows.filter((one) => one.computed)) {
          for (const measure of form.measures.filter((one) => !one.computed)) {
            const value = evaluate(row.computed!, cellLookup(all, row.key, measure.key), row.decimals);
            const cell = all[row.key]?.[measure.key];
            expect(cell?.state === 'value' ? cell.value : undefined).toBe(value);
            if (value !== undefined) chained++;
          }
        }
        expect(computeCells({ ...form, rows: form.rows.toReversed() }, cells)).toEqual(computeCells(form, cells));
      }),
      { numRuns: 500 },
    );
    // The property is empty where chance made no such table.
    expect([faultless > 100, chained > 100]).toEqual([true, true]);
  });
});

describe('whatever is said of formulas', () => {
  it.each(['vi', 'en'] as const)('names everything, in %s', (locale) => {
    const words: FormWords = (word, params) => messages.t(locale, `forms.word.${word}`, params);
    fc.assert(
      fc.property(arbitraryTable(), arbitraryFormula(), arbitraryCondition(), (form, formula, condition) => {
        const reader = { names: formulaNames(form, locale, 2026), words, locale };
        for (const text of [formulaInWords(formula, reader), conditionInWords(condition, reader)]) {
          expect(text).not.toMatch(/undefined|null|NaN|\{|forms\.word/);
          expect(text.split('(').length).toBe(text.split(')').length);
        }
      }),
    );
  });

  it('traces exactly what has a value, and ends with that value', () => {
    fc.assert(
      fc.property(arbitraryFormula(), places, fc.integer({ min: 0, max: 6 }), (formula, at, decimals) => {
        const lookup = cellLookup(at.cells, at.row, at.measure);
        const value = evaluate(formula, lookup, decimals);
        const trace = traceOf(formula, lookup, { decimals });
        if (value === undefined || trace === undefined) {
          expect([trace, value]).toEqual([undefined, undefined]);
          return;
        }
        expect(trace).toMatch(/^= /);
        expect(trace.endsWith(` ${decimal.formatVi(value)}`)).toBe(true);
        expect(trace).not.toMatch(/undefined|…/);
      }),
      { numRuns: 500 },
    );
  });

  it('shows figures of broken comparisons only', () => {
    fc.assert(
      fc.property(arbitraryCondition(), places, (condition, at) => {
        const lookup = cellLookup(at.cells, at.row, at.measure);
        const trace = traceOfBroken(condition, lookup);
        if (holds(condition, lookup) !== false) expect(trace).toBe('');
        expect(trace).not.toMatch(/undefined|…/);
      }),
      { numRuns: 500 },
    );
  });

  it('tells every finding of a check in a whole sentence', () => {
    const check = fc.record({
      key: fc.constant('check'),
      level: fc.constantFrom('hard' as const, 'soft' as const),
      holds: arbitraryCondition(),
      message: fc.constant({ vi: 'Số liệu chưa khớp.' }),
    });
    const form = fc
      .tuple(arbitraryTable(), check)
      .map(([table, one]) => ({ ...table, rows: table.rows.map((row) => ({ ...row, jump: '10' })), checks: [one] }));
    fc.assert(
      fc.property(form, arbitraryCells(), (checked, cells) => {
        const answers: Answers = { ...noAnswers(), cells };
        const { refused, warned } = checkAnswers(checked, answers, 2026);
        for (const issue of [...refused, ...warned]) {
          for (const locale of ['vi', 'en'] as const) {
            const text = issueText(issue, locale, (key, params) => messages.t(locale, key, params));
            expect(text).not.toMatch(/undefined|\{|^forms\.|\.\./);
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});
