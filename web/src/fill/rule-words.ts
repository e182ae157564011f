import { formulaInWords, formulaNames, type FormDefinition, type Formula } from './engine';
import type { Around } from './typed-answer';

/** How something is worked out, by the names that the reader sees: `= dòng «Thu» / dòng «Dân số» × 100`. */
export function ruleInWords(
  formula: Formula,
  form: FormDefinition,
  reportYear: number,
  { say, locale }: Pick<Around, 'say' | 'locale'>,
): string {
  const names = formulaNames(form, locale, reportYear);
  return formulaInWords(formula, { names, words: (word, params) => say(`forms.word.${word}`, params), locale });
}
