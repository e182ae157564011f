import type { LocalText } from '../definition/definition.js';

/** Where in a form something stands: a cell of an indicator form, a column of a record row, or a section. */
export interface IssuePath {
  form: string;
  row?: string;
  measure?: string;
  column?: string;
  /** Zero-based position of the row in a record form. */
  index?: number;
  section?: string;
}

/** One thing wrong with an answer. Its text is the message `forms.<code>` with `label` and `params` filled in. */
export interface Issue {
  code: string;
  path: IssuePath;
  /** Names the indicator, column or section; the form itself where nothing smaller is meant. */
  label: LocalText;
  params: Record<string, LocalText>;
  /** The cell of the workbook that the answer came from, e.g. `{ sheet: 'M3', cell: 'E12' }`. */
  cell?: { sheet: string; cell: string };
}

/** Gives the text of a message key in one language with `{name}` filled in; the caller binds it to the message catalog. */
export type IssueTranslate = (key: string, params: Record<string, string>) => string;

/** An issue as a sentence for people, in the language that `translate` speaks. */
export function issueText(issue: Issue, locale: 'vi' | 'en', translate: IssueTranslate): string {
  const inLocale = (text: LocalText) => (locale === 'en' && text.en) || text.vi;
  const given = Object.fromEntries(Object.entries(issue.params).map(([name, text]) => [name, inLocale(text)]));
  const place = 'column' in given ? 'forms.at-column' : 'line' in given ? 'forms.at-line' : undefined;
  const at = place === undefined ? '' : translate(place, given);
  const text = translate(`forms.${issue.code}`, { ...given, label: inLocale(issue.label), at });
  return issue.cell ? translate('forms.at-cell', { ...issue.cell, text }) : text;
}
