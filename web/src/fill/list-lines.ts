import { plainWords } from '../page/search-words';
import type { FillTexts } from '../texts/fill';
import { type Column, isAnswered, noteKey, type RecordForm, type RecordRow } from './engine';
import { type Around, readText } from './typed-answer';
import type { Unclear } from './typed-field';

/** So many lines a list takes. */
export const MOST_LINES = 5000;

/** One line as it is being filled in: what was understood, and what stands in its fields and was not. */
export interface Line {
  /** Tells lines apart for as long as the page is open. */
  id: number;
  record: RecordRow;
  unread: Record<string, { text: string; unclear: Unclear }>;
}

let lines = 0;

export const newLine = (record: RecordRow = {}): Line => ({ id: (lines += 1), record, unread: {} });

/** The columns that are answered. */
export const answered = (form: RecordForm): Column[] => form.columns.filter((one) => !one.computed && !one.hidden);

/** What is kept of the lines: those with something in them. */
export const recordsOf = (all: readonly Line[]): RecordRow[] => filled(all).map(({ record }) => record);

/** The lines that are kept, in their order: the server counts these alone. */
export const filled = (all: readonly Line[]): Line[] => all.filter(({ record }) => isAnswered(record));

/** A line with another text in a column; what cannot be read stays beside what was there. */
export function withText(line: Line, column: Column, text: string, around: Around, texts: FillTexts['list']): Line {
  const found = readText(choiceKey(column, text, texts), column, around);
  const { [column.key]: _, ...unread } = line.unread;
  if (!('given' in found)) return { ...line, unread: { ...unread, [column.key]: { text, unclear: found } } };
  if (found.given !== null && isNoChoice(column, found.given)) {
    const unclear = { wrong: texts.unknownChoice(text.trim()) };
    return { ...line, unread: { ...unread, [column.key]: { text, unclear } } };
  }
  const { [column.key]: __, ...record } = line.record;
  return { ...line, unread, record: found.given === null ? record : { ...record, [column.key]: found.given } };
}

/** A line with another explanation of a column, or of itself; none where `note` is null. */
export function withNote(line: Line, column: string | undefined, note: string | null): Line {
  const { [noteKey(column)]: _, ...record } = line.record;
  return { ...line, record: note === null ? record : { ...record, [noteKey(column)]: note } };
}

/**
 * The lines after `table` was pasted with its corner at a field; lines that are missing are added. Undefined where there would be
 * more than a list takes: then nothing is pasted.
 */
export function pasted(
  all: readonly Line[],
  table: readonly (readonly string[])[],
  at: { line: number; columns: readonly Column[] },
  read: (line: Line, column: Column, text: string) => Line,
): Line[] | undefined {
  if (at.line + table.length > MOST_LINES) return undefined;
  const after = [...all];
  for (const [down, cells] of table.entries()) {
    const place = at.line + down;
    const begun = after[place] ?? newLine();
    after[place] = cells.reduce((line, text, right) => {
      const column = at.columns[right];
      return column ? read(line, column, text) : line;
    }, begun);
  }
  return after;
}

/** The key of the choice that a text names, whatever its case and marks; else the text. */
function choiceKey(column: Column, text: string, { yes, no }: { yes: string; no: string }): string {
  const wanted = plainWords(text);
  const choices =
    column.type === 'boolean'
      ? [
          { key: 'true', names: [yes] },
          { key: 'false', names: [no] },
        ]
      : (column.choices ?? []).map(({ key, label }) => ({ key, names: [label.vi, label.en ?? '', key] }));
  return choices.find(({ names }) => names.some((name) => name && plainWords(name) === wanted))?.key ?? text;
}

function isNoChoice(column: Column, value: string): boolean {
  if (column.type === 'boolean') return value !== 'true' && value !== 'false';
  return column.type === 'choice' && !!column.choices?.length && !column.choices.some(({ key }) => key === value);
}
