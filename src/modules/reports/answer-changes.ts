import {
  type Answers,
  type Cell,
  fillYears,
  type FormDefinition,
  formatEn,
  formatVi,
  type LocalText,
  partOf,
  decimal,
  withoutNotes,
  type WorkedOutCell,
} from '../../forms/index.js';

/** One answer that is another one afterwards, in words: where it stands, what it was and what it is (absent: no answer). */
export interface AnswerChange {
  label: LocalText;
  column?: LocalText;
  before?: string;
  after?: string;
}

type Locale = 'vi' | 'en';

/** Which key an answer's row, measure, column, section or question goes on under, where it is another one. */
export type Renamed = (key: string) => string;

const asIs: Renamed = (key) => key;

/**
 * What differs between two sets of answers of one form. Names are taken from `after`, and from `before` for what only the
 * older version asks. What only goes on under another key (`renamed`) does not differ.
 */
export function answerChanges(
  before: { definition: FormDefinition; answers: Answers },
  after: { definition: FormDefinition; answers: Answers },
  reportYear: number,
  locale: Locale,
  renamed: Renamed = asIs,
): AnswerChange[] {
  const now = flat(after.definition, after.answers, locale);
  const old = new Map(
    [...flat(before.definition, before.answers, locale)].map(([place, text]) => {
      const moved = place.split('\n').map(renamed).join('\n');
      return [now.has(moved) ? moved : place, text];
    }),
  );
  const names = new Map([...namesOf(before.definition, reportYear), ...namesOf(after.definition, reportYear)]);
  return [...new Set([...old.keys(), ...now.keys()])]
    .filter((place) => old.get(place) !== now.get(place))
    .map((place) => {
      const [row = '', column] = place.split('\n');
      const measure = column === undefined ? undefined : names.get(`\n${column}`);
      return {
        label: names.get(row) ?? { vi: row },
        ...(measure ? { column: measure } : {}),
        before: old.get(place),
        after: now.get(place),
      };
    });
}

/** How many answers a form holds. */
export const countAnswers = (definition: FormDefinition, answers: Answers): number =>
  flat(definition, answers, 'vi').size;

/** Every answer, without what explains it, as text by its place: `row\nmeasure` for a cell, `section` for a text, `line n\ncolumn` in a list. */
function flat(definition: FormDefinition, answers: Answers, locale: Locale): Map<string, string> {
  const texts = new Map<string, string>();
  if (definition.kind === 'indicators') {
    for (const [row, measures] of Object.entries(partOf(definition, answers))) {
      for (const [measure, cell] of Object.entries(measures)) {
        if (cell.state !== 'worked-out') texts.set(`${row}\n${measure}`, cellText(cell, locale));
      }
    }
  } else if (definition.kind === 'records') {
    for (const [index, line] of partOf(definition, answers).entries()) {
      for (const [column, text] of Object.entries(withoutNotes(line)))
        texts.set(`${index + 1}\n${column}`, shown(text, locale));
    }
  } else {
    for (const [section, text] of Object.entries(withoutNotes(partOf(definition, answers)))) {
      texts.set(section, text);
    }
  }
  return texts;
}

function cellText(cell: Exclude<Cell, WorkedOutCell>, locale: Locale): string {
  if (cell.state === 'value') return typeof cell.value === 'string' ? shown(cell.value, locale) : String(cell.value);
  return cell.state === 'not-applicable' ? 'x' : `… (${cell.reason})`;
}

function shown(text: string, locale: Locale): string {
  if (!decimal.isCanonical(text)) return text;
  return locale === 'vi' ? formatVi(text) : formatEn(text);
}

function namesOf(definition: FormDefinition, reportYear: number): [string, LocalText][] {
  const dated = (text: LocalText): LocalText => ({ vi: fillYears(text.vi, reportYear) });
  switch (definition.kind) {
    case 'indicators':
      return [
        ...definition.rows.map((row): [string, LocalText] => [row.key, row.label]),
        ...definition.measures.map((measure): [string, LocalText] => [`\n${measure.key}`, dated(measure.label)]),
      ];
    case 'records':
      return definition.columns.map((column) => [`\n${column.key}`, dated(column.label)]);
    case 'outline':
      return definition.sections.map((section) => [section.key, dated(section.title)]);
    case 'short':
      return definition.questions.map((question) => [question.key, dated(question.label)]);
  }
}
