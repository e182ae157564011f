import type { Condition, Formula, Reference } from './forms';
import type { Names } from './names';
import { type Notation, showNumber } from './number';

/** The words between the names; `words` of the editor's texts. */
export interface FormulaWords {
  sameCell: string;
  row: (name: string) => string;
  measure: (name: string) => string;
  rowInMeasure: (row: string, measure: string) => string;
  sum: (parts: string) => string;
  growth: (a: string, b: string) => string;
  share: (part: string, of: string) => string;
  mean: (parts: string) => string;
  weighted: (value: string, weight: string) => string;
  and: string;
  or: string;
  is: (of: string, value: string) => string;
  yes: string;
  no: string;
  answered: (of: string) => string;
  nothing: string;
}

const SIGNS = { '<': '<', '<=': '≤', '=': '=', '!=': '≠', '>=': '≥', '>': '>' } as const;

/** A formula as people would say it: `(dòng «Số sinh» / dòng «Dân số») × 1.000`. */
export function formulaInWords(formula: Formula, names: Names, words: FormulaWords, notation: Notation): string {
  const said = (one: Formula): string => formulaInWords(one, names, words, notation);
  const part = (one: Formula): string => (isSimple(one) ? said(one) : `(${said(one)})`);
  switch (formula.op) {
    case 'cell':
    case 'column':
      return referenceInWords(formula, names, words);
    case 'number':
      return showNumber(formula.value, notation);
    case 'sum':
      return words.sum(formula.of.map(part).join(' + '));
    case 'difference':
      return formula.of.map(part).join(' − ');
    case 'ratio': {
      const scale = formula.scale && formula.scale !== '1' ? ` × ${showNumber(formula.scale, notation)}` : '';
      return `${part(formula.a)} / ${part(formula.b)}${scale}`;
    }
    case 'growth':
      return words.growth(part(formula.a), part(formula.b));
    case 'share':
      return words.share(part(formula.part), formula.of.map(part).join(' + '));
    case 'mean':
      return words.mean(formula.of.map(({ value, weight }) => words.weighted(part(value), part(weight))).join('; '));
  }
}

export function conditionInWords(condition: Condition, names: Names, words: FormulaWords, notation: Notation): string {
  switch (condition.op) {
    case 'and':
    case 'or': {
      if (condition.of.length === 0) return words.nothing;
      const parts = condition.of.map((one) => {
        const said = conditionInWords(one, names, words, notation);
        return condition.of.length > 1 && (one.op === 'and' || one.op === 'or') ? `(${said})` : said;
      });
      return parts.join(` ${words[condition.op]} `);
    }
    case 'compare': {
      const [a, b] = [condition.a, condition.b].map((one) => formulaInWords(one, names, words, notation));
      return `${a} ${SIGNS[condition.by]} ${b}`;
    }
    case 'is': {
      const { value } = condition;
      const said = typeof value === 'boolean' ? words[value ? 'yes' : 'no'] : `«${names.value(condition.of, value)}»`;
      return words.is(referenceInWords(condition.of, names, words), said);
    }
    case 'answered':
      return words.answered(referenceInWords(condition.of, names, words));
  }
}

function referenceInWords(reference: Reference, names: Names, words: FormulaWords): string {
  if (reference.op === 'column') return words.measure(names.column(reference.column));
  const { row, measure } = reference;
  if (row !== undefined && measure !== undefined) return words.rowInMeasure(names.row(row), names.measure(measure));
  if (row !== undefined) return words.row(names.row(row));
  return measure === undefined ? words.sameCell : words.measure(names.measure(measure));
}

const isSimple = (formula: Formula): boolean =>
  formula.op === 'cell' || formula.op === 'column' || formula.op === 'number';
