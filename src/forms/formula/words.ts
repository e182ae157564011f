import { formatEn, formatVi } from '../answers/decimal.js';
import type { FormWords } from '../definition/words.js';
import type { Comparison, Condition, Formula, Reference } from './formula.js';
import type { FormulaNames } from './names.js';
import { spelled } from './spelled.js';

/** Who reads: what the parts of the form are called, the words between them, and how numbers are written. */
export interface FormulaReader {
  names: FormulaNames;
  words: FormWords;
  locale: 'vi' | 'en';
}

export const COMPARISON_SIGNS: Readonly<Record<Comparison, string>> = {
  '<': '<',
  '<=': '≤',
  '=': '=',
  '!=': '≠',
  '>=': '≥',
  '>': '>',
};

/** A formula as a reader meets it beside a computed row: `= dòng 3 / dòng 7 × 100`. */
export function formulaInWords(formula: Formula, reader: FormulaReader): string {
  return `= ${said(formula, reader)}`;
}

/** A condition as a reader meets it: `dòng «Số trẻ em» ≤ dòng «Dân số» và dòng «Có chợ» là Có`. */
export function conditionInWords(condition: Condition, reader: FormulaReader): string {
  const { names, words } = reader;
  switch (condition.op) {
    case 'and':
    case 'or':
      return condition.of
        .map((one) => member(one, condition.of.length, reader))
        .join(` ${words(WORD_OF[condition.op])} `);
    case 'compare':
      return `${said(condition.a, reader)} ${COMPARISON_SIGNS[condition.by]} ${said(condition.b, reader)}`;
    case 'is': {
      const { of, value } = condition;
      const answer = typeof value === 'boolean' ? words(value ? 'yes' : 'no') : names.value(of, value);
      return words('formula-is', { answer: referenceInWords(of, reader), value: answer });
    }
    case 'answered':
      return words('formula-answered', { answer: referenceInWords(condition.of, reader) });
  }
}

const WORD_OF = { and: 'formula-and', or: 'formula-or' } as const;

function member(condition: Condition, siblings: number, reader: FormulaReader): string {
  const text = conditionInWords(condition, reader);
  return joins(condition) && siblings > 1 ? `(${text})` : text;
}

/** Whether more than one condition is joined; a list of one reads like that one. */
function joins(condition: Condition): boolean {
  if (condition.op !== 'and' && condition.op !== 'or') return false;
  const [only] = condition.of;
  return condition.of.length > 1 || (only !== undefined && joins(only));
}

function said(formula: Formula, reader: FormulaReader): string {
  return spelled(formula, {
    reference: (reference) => referenceInWords(reference, reader),
    number: reader.locale === 'en' ? formatEn : formatVi,
  });
}

function referenceInWords(reference: Reference, { names, words }: FormulaReader): string {
  if (reference.op === 'column') return names.column(reference.column);
  const { row, measure } = reference;
  if (row === undefined)
    return measure === undefined
      ? words('formula-here')
      : words('formula-measure', { measure: names.measure(measure) });
  if (measure === undefined) return words('formula-row', { row: names.row(row) });
  return words('formula-row-in-measure', { row: names.row(row), measure: names.measure(measure) });
}
