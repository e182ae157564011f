import { inLocale, type Locale, problem, Problem } from '../shared/index.js';

export const notAWorkbook = problem('exchange.not-a-workbook', 415);
export const formNotAsked = problem<{ form: string }>('exchange.form-not-asked', 404);

type Text = Parameters<typeof inLocale>[0];

/** A whole file is refused, in the sentence that a reader of workbooks has for it. */
export function unusableWorkbook(
  refused: { code: string; params: Record<string, Text>; label?: Text },
  locale: Locale,
): Problem {
  const params = Object.entries(refused.params).map(([name, text]) => [name, inLocale(text, locale)] as const);
  const label = refused.label && { label: inLocale(refused.label, locale) };
  return new Problem(`forms.${refused.code}`, 422, { ...Object.fromEntries(params), ...label });
}
