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

/**
 * The message key of an issue and its parameters in one language, ready for the message catalog. Faults that can occur in
 * several kinds of form have a sentence for each: `not-a-number`, `not-a-number-in-list`, `text-too-long-in-section`.
 */
export function messageOf(issue: Issue, locale: 'vi' | 'en'): { key: string; params: Record<string, string> } {
  const inLocale = (text: LocalText) => (locale === 'en' && text.en) || text.vi;
  const params = Object.fromEntries(Object.entries(issue.params).map(([name, text]) => [name, inLocale(text)]));
  return { key: `forms.${issue.code}${placeSuffix(issue)}`, params: { ...params, label: inLocale(issue.label) } };
}

/** The codes whose sentence names a cell, and so differs where the answer is a record's column, a question or a section. */
const SAID_BY_PLACE = new Set([
  'not-a-number',
  'not-whole',
  'too-many-places',
  'out-of-range',
  'below-minimum',
  'above-maximum',
  'not-yes-or-no',
  'not-a-choice',
  'not-a-date',
  'day-too-early',
  'day-too-late',
  'not-a-text',
  'text-empty',
  'text-too-long',
  'text-not-clean',
  'workbook-not-a-number',
  'workbook-ambiguous-number',
  'workbook-error-value',
  'workbook-not-a-choice',
  'workbook-not-a-date',
]);

function placeSuffix(issue: Issue): string {
  if (!SAID_BY_PLACE.has(issue.code)) return '';
  if (issue.path.section !== undefined) return '-in-section';
  return issue.path.index === undefined ? '' : '-in-list';
}

/** Gives the text of a message key with `{name}` filled in; the caller binds it to the message catalog and a language. */
export type IssueTranslate = (key: string, params: Record<string, string>) => string;

/** An issue as a sentence, preceded by the workbook's cell where it came from one. */
export function issueText(issue: Issue, locale: 'vi' | 'en', translate: IssueTranslate): string {
  const { key, params } = messageOf(issue, locale);
  const text = translate(key, params);
  return issue.cell ? translate('forms.at-cell', { ...issue.cell, text }) : text;
}
