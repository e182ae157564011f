/** The words a generated form shows beside the definition's own labels; their texts stand in the message catalogs as `forms.word.<word>`. */
export const FORM_WORDS = [
  'sequence',
  'indicator',
  'unit-of-measure',
  'state',
  'state-value',
  'state-not-applicable',
  'state-not-available',
  'value',
  'standing',
  'standing-estimate',
  'standing-preliminary',
  'standing-official',
  'note',
  'reason',
  'expected-on',
  'yes',
  'no',
  'meaning',
  'method',
  'legal-basis',
  'no-help',
  'measure',
  'section',
  'question',
  'content',
  'guidance',
  'form-sheet',
  'states-sheet',
  'form-number',
  'reporting-unit',
  'years',
  'legend',
  'states-title',
  'states-hint',
] as const;

export type FormWord = (typeof FORM_WORDS)[number];

/** Gives the text of a word in the reader's language, with `{name}` filled in. The caller binds it to the message catalog. */
export type FormWords = (word: FormWord, params?: Record<string, string>) => string;
