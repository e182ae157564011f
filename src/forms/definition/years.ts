import type { LocalText } from './definition.js';

/** `{N-1}`, `{N}` and `{N+1}` in a label filled in for the report year N; without a year the letters stay, without braces. */
export function fillYears(text: string, reportYear?: number): string {
  return text.replace(/\{N([+-][0-9])?\}/g, (_whole, offset: string | undefined) =>
    reportYear === undefined ? `N${offset ?? ''}` : String(reportYear + Number(offset ?? 0)),
  );
}

/** The same in both languages. */
export function fillYearsIn(text: LocalText, reportYear?: number): LocalText {
  return {
    vi: fillYears(text.vi, reportYear),
    ...(text.en === undefined ? {} : { en: fillYears(text.en, reportYear) }),
  };
}
