import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  type Condition,
  conditionInWords,
  decimal,
  evaluate,
  type Formula,
  formulaInWords,
  type FormWords,
  type IndicatorForm,
  type Lookup,
  namesToRead,
  namesToReadBack,
  readCondition,
  readFormula,
  type Reference,
} from '../../src/forms/index.js';
import { arbitraryCondition, arbitraryFormula } from '../arbitraries/formulas.js';
import { aRow, INDICATORS, MEASURES } from '../arbitraries/sample-forms.js';
import { messages } from './form-words.js';

const form: IndicatorForm = {
  ...INDICATORS,
  rows: [
    aRow({ key: 'r0', label: { vi: 'Dân số (người)', en: 'Population' } }),
    // Called alike, with the key of another as a name, and with quotation marks: only the key tells which is meant.
    aRow({ key: 'r1', label: { vi: 'Tổng thu', en: 'Revenue' } }),
    aRow({ key: 'r2', label: { vi: 'Tổng  thu', en: 'Revenue' } }),
    aRow({ key: 'r3', label: { vi: 'r4', en: 'r4' } }),
    aRow({ key: 'r4', label: { vi: 'Chợ «Đồng Xuân»', en: 'The “old” market' } }),
    aRow({
      key: 'r5',
      type: 'choice',
      label: { vi: 'Xếp loại', en: 'Grade' },
      choices: [{ key: 'first', label: { vi: 'Hạng nhất', en: 'First' } }],
    }),
  ],
};
const reference: fc.Arbitrary<Reference> = fc.record(
  {
    op: fc.constant('cell' as const),
    row: fc.constantFrom(...form.rows.map(({ key }) => key)),
    measure: fc.constantFrom(...MEASURES.map(({ key }) => key)),
  },
  { requiredKeys: ['op'] },
);

const readers = (['vi', 'en'] as const).map((locale) => {
  const words: FormWords = (word, params) => messages.t(locale, `forms.word.${word}`, params);
  return {
    told: { names: namesToReadBack(form, locale), words, locale },
    read: { names: namesToRead([form], locale), words, locale },
  };
});

/** A figure for every reference, so that two formulas of one value are told apart from others. */
const lookup: Lookup = (of) =>
  of.op === 'column'
    ? undefined
    : decimal.canonical(String(`${of.row ?? 'x'}${of.measure ?? ''}`.length * 7 + Number(of.row?.at(-1) ?? 3)));

describe('a formula or condition in words', () => {
  it('is read back as what says the same and comes to the same', () => {
    fc.assert(
      fc.property(arbitraryFormula(reference), (formula: Formula) => {
        for (const { told, read } of readers) {
          const text = formulaInWords(formula, told);
          const back = readFormula(text, read);
          expect(back).toMatchObject({ ok: true });
          if (!back.ok) continue;
          expect(formulaInWords(back.rule, told)).toBe(text);
          expect(evaluate(back.rule, lookup)).toBe(evaluate(formula, lookup));
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('is read back as a condition too', () => {
    const plain = (condition: Condition): boolean =>
      condition.op === 'and' || condition.op === 'or'
        ? condition.of.every(plain)
        : condition.op !== 'is' || condition.value !== '2027-06-29';
    fc.assert(
      fc.property(arbitraryCondition(reference).filter(plain), (condition) => {
        for (const { told, read } of readers) {
          const text = conditionInWords(condition, told);
          const back = readCondition(text, read);
          expect([text, back]).toMatchObject([text, { ok: true }]);
          if (back.ok) expect(conditionInWords(back.rule, told)).toBe(text);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('is never more than refused, whatever is written', () => {
    const pieces = [
      '(',
      ')',
      '«',
      '»',
      'dòng ',
      '«r0»',
      ' là ',
      ' và ',
      ' hoặc ',
      '+',
      '−',
      '×',
      '/',
      '≤',
      '12,5',
      '= ',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 30 }), (parts) => {
        for (const read of [readFormula, readCondition]) {
          expect(['boolean', 'string']).toContain(typeof read(parts.join(''), readers[0]!.read).ok);
        }
      }),
    );
    expect(readFormula('('.repeat(30_000), readers[0]!.read)).toMatchObject({ ok: false, code: 'rule-unread' });
    expect(readCondition('('.repeat(30_000), readers[0]!.read)).toMatchObject({ ok: false, code: 'rule-unread' });
  });
});

describe('words that are typed by hand', () => {
  const vi = readers[0]!.read;
  const cell = (row: string): Formula => ({ op: 'cell', row });

  it.each<[string, Formula]>([
    ['dòng «Dân số (người)» / dòng «Xếp loại» × 100', { op: 'ratio', a: cell('r0'), b: cell('r5'), scale: '100' }],
    ['= «r1» - "r2" - 3', { op: 'difference', of: [cell('r1'), cell('r2'), { op: 'number', value: '3' }] }],
    ['( «r1» / «r2» − 1 ) * 100', { op: 'growth', a: cell('r1'), b: cell('r2') }],
    ['DÒNG “dân số (người)” + 1.234,5', { op: 'sum', of: [cell('r0'), { op: 'number', value: '1234.5' }] }],
    [
      '(«r1» × «r0» + «r2» × «r5») / («r0» + «r5»)',
      {
        op: 'mean',
        of: [
          { value: cell('r1'), weight: cell('r0') },
          { value: cell('r2'), weight: cell('r5') },
        ],
      },
    ],
  ])('%s is understood', (text, formula) => {
    expect(readFormula(text, vi)).toEqual({ ok: true, rule: formula });
  });

  it.each([
    ['dòng «Dân số (người)» ^ 2', 'rule-unread', '^ 2'],
    ['«r1» × «r2»', 'rule-unread', ''],
    ['SUM(A1:A9)', 'rule-unread', 'SUM(A1:A9)'],
    ['dòng «Thu nhập» + 1', 'rule-name', 'Thu nhập'],
    ['dòng «Tổng thu» + 1', 'rule-ambiguous', 'Tổng thu'],
  ])('%s is told of', (text, code, at) => {
    expect(readFormula(text, vi)).toEqual({ ok: false, code, at });
  });

  it('joins conditions with one word, else asks for parentheses', () => {
    const answered = (row: string): Condition => ({ op: 'answered', of: { op: 'cell', row } });
    const text = 'dòng «r1» đã có số liệu và (dòng «r2» đã có số liệu hoặc dòng «r0» ≥ 5)';
    expect(readCondition(text, vi)).toEqual({
      ok: true,
      rule: {
        op: 'and',
        of: [
          answered('r1'),
          {
            op: 'or',
            of: [answered('r2'), { op: 'compare', a: cell('r0'), by: '>=', b: { op: 'number', value: '5' } }],
          },
        ],
      },
    });
    expect(readCondition(text.replace(/[()]/g, ''), vi)).toMatchObject({ ok: false, code: 'rule-unread' });
    expect(readCondition('dòng «Xếp loại» là «hạng nhất»', vi)).toEqual({
      ok: true,
      rule: { op: 'is', of: { op: 'cell', row: 'r5' }, value: 'first' },
    });
  });
});
