import { describe, expect, it } from '@jest/globals';
import { INDICATORS } from '../../../test/arbitraries/sample-forms.js';
import { messages, vietnamese } from '../../../test/properties/form-words.js';
import type { Condition, Formula, Reference } from './formula.js';
import { formulaNames } from './names.js';
import { conditionInWords, formulaInWords, type FormulaReader } from './words.js';

const cell = (row?: string, measure?: string): Reference => ({
  op: 'cell',
  ...(row === undefined ? {} : { row }),
  ...(measure === undefined ? {} : { measure }),
});
const n = (value: string): Formula => ({ op: 'number', value });

/** Rows by their number, as they stand on paper. */
const numbered: FormulaReader = {
  words: vietnamese,
  locale: 'vi',
  names: { row: (key) => key, measure: (key) => key, column: (key) => key, value: (_of, value) => value },
};

const vi: FormulaReader = { words: vietnamese, locale: 'vi', names: formulaNames(INDICATORS, 'vi', 2026) };
const en: FormulaReader = {
  words: (word, params) => messages.t('en', `forms.word.${word}`, params),
  locale: 'en',
  names: formulaNames(INDICATORS, 'en', 2026),
};

describe('a formula in words', () => {
  const [a, b, c] = [cell('3'), cell('7'), cell('8')];

  it.each<[Formula, string]>([
    [{ op: 'ratio', a, b, scale: '100' }, '= dòng 3 / dòng 7 × 100'],
    [{ op: 'ratio', a, b }, '= dòng 3 / dòng 7'],
    [{ op: 'sum', of: [a, b, c] }, '= dòng 3 + dòng 7 + dòng 8'],
    [{ op: 'difference', of: [a, { op: 'sum', of: [b, c] }] }, '= dòng 3 − (dòng 7 + dòng 8)'],
    [{ op: 'difference', of: [{ op: 'sum', of: [a, b] }, c] }, '= dòng 3 + dòng 7 − dòng 8'],
    [{ op: 'ratio', a: { op: 'sum', of: [a, b] }, b: c }, '= (dòng 3 + dòng 7) / dòng 8'],
    [{ op: 'ratio', a, b: { op: 'ratio', a: b, b: c } }, '= dòng 3 / (dòng 7 / dòng 8)'],
    [{ op: 'growth', a, b }, '= (dòng 3 / dòng 7 − 1) × 100'],
    [{ op: 'share', part: a, of: [a, b] }, '= dòng 3 / (dòng 3 + dòng 7) × 100'],
    [{ op: 'share', part: a, of: [b] }, '= dòng 3 / dòng 7 × 100'],
    [
      {
        op: 'mean',
        of: [
          { value: a, weight: b },
          { value: c, weight: n('1.5') },
        ],
      },
      '= (dòng 3 × dòng 7 + dòng 8 × 1,5) / (dòng 7 + 1,5)',
    ],
    [{ op: 'sum', of: [a, n('-1234.5')] }, '= dòng 3 + (-1.234,5)'],
  ])('%j', (formula, text) => {
    expect(formulaInWords(formula, numbered)).toBe(text);
  });

  it('calls rows and columns by their names, with the years filled in', () => {
    const growth: Formula = { op: 'growth', a: cell('poverty', 'estimate'), b: cell('poverty', 'actual') };
    expect(formulaInWords(growth, vi)).toBe(
      '= (dòng «Tỷ lệ hộ nghèo» (cột «Ước thực hiện năm 2026») / dòng «Tỷ lệ hộ nghèo» (cột «Thực hiện năm 2025») − 1) × 100',
    );
    expect(formulaInWords({ op: 'sum', of: [cell('poverty'), n('1234.5')] }, en)).toBe(
      '= row “Poverty rate” + 1,234.5',
    );
    expect(formulaInWords(cell(undefined, 'plan'), en)).toBe('= column “Plan 2027”');
    expect(formulaInWords(cell(), vi)).toBe('= ô này');
  });

  it('calls what is not there by its key', () => {
    expect(formulaInWords(cell('nowhere', 'never'), vi)).toBe('= dòng «nowhere» (cột «never»)');
    expect(formulaInWords({ op: 'column', column: 'nothing' }, vi)).toBe('= «nothing»');
  });
});

describe('a condition in words', () => {
  const few: Condition = { op: 'compare', a: cell('poverty'), by: '<=', b: n('12.5') };
  const open: Condition = { op: 'is', of: cell('strong'), value: true };
  const said: Condition = { op: 'answered', of: cell('remarks') };

  it('reads as it is spoken, in both languages', () => {
    expect(conditionInWords(few, vi)).toBe('dòng «Tỷ lệ hộ nghèo» ≤ 12,5');
    expect(conditionInWords(few, en)).toBe('row “Poverty rate” ≤ 12.5');
    expect(conditionInWords(open, vi)).toMatch(/^dòng «.*» là Có$/);
    expect(conditionInWords(said, en)).toMatch(/^row “.*” has a value$/);
  });

  it('joins its parts, and tells what belongs together', () => {
    const either: Condition = { op: 'or', of: [few, few] };
    expect(conditionInWords({ op: 'and', of: [few, either] }, numbered)).toBe(
      'dòng poverty ≤ 12,5 và (dòng poverty ≤ 12,5 hoặc dòng poverty ≤ 12,5)',
    );
    expect(conditionInWords({ op: 'and', of: [either] }, numbered)).toBe(
      'dòng poverty ≤ 12,5 hoặc dòng poverty ≤ 12,5',
    );
  });

  it('calls choices by their names and writes days as people do', () => {
    const { rows } = INDICATORS;
    const [first] = rows;
    const form = {
      ...INDICATORS,
      rows: [
        { ...first!, key: 'sort', type: 'choice' as const, choices: [{ key: 'big', label: { vi: 'Chợ hạng 1' } }] },
        { ...first!, key: 'on', type: 'date' as const },
      ],
    };
    const reader = { ...vi, names: formulaNames(form, 'vi') };
    expect(conditionInWords({ op: 'is', of: cell('sort'), value: 'big' }, reader)).toMatch(/ là «Chợ hạng 1»$/);
    expect(conditionInWords({ op: 'is', of: cell('on'), value: '2027-06-29' }, reader)).toMatch(/ là 29\/06\/2027$/);
  });
});
