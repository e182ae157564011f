import { type Answers, type Cell, isNoteKey, notedBy, type RecordRow } from './engine';
import type { Change, SaidIssue } from './report';

/** Where an answer stands: a cell of an indicator form, a text of an outline or short form, or a whole list. */
export type Place =
  | { kind: 'cell'; row: string; measure: string }
  | { kind: 'text'; form: string; section: string }
  | { kind: 'list'; form: string };

/** What is given at a place; `null` takes it away. */
export type Given = Cell | string | RecordRow[] | null;

/** An answer that the server does not have yet, with what stood there when it was given. */
export interface Pending {
  place: Place;
  given: Given;
  base: Given;
}

/** One spelling for one place. */
export function idOf(place: Place): string {
  if (place.kind === 'cell') return `cell ${place.row} ${place.measure}`;
  return place.kind === 'text' ? `text ${place.form} ${place.section}` : `list ${place.form}`;
}

export function givenAt(answers: Answers, place: Place): Given {
  if (place.kind === 'cell') return answers.cells[place.row]?.[place.measure] ?? null;
  if (place.kind === 'text') return answers.sections[place.form]?.[place.section] ?? null;
  return answers.records[place.form] ?? null;
}

/** `answers` with each of `given` in its place. */
export function withGiven(answers: Answers, all: Iterable<Pick<Pending, 'place' | 'given'>>): Answers {
  const [cells, records, sections] = [{ ...answers.cells }, { ...answers.records }, { ...answers.sections }];
  for (const { place, given } of all) {
    if (place.kind === 'cell') cells[place.row] = put(cells[place.row], place.measure, given as Cell | null);
    else if (place.kind === 'text') sections[place.form] = put(sections[place.form], place.section, given as string);
    else records[place.form] = (given ?? []) as RecordRow[];
  }
  return { cells, records, sections };
}

/** What is sent for `batch`: cells one by one; the texts of a form together, as the server keeps them. */
export function changeOf(answers: Answers, batch: readonly Pending[]): Change {
  const after = withGiven(answers, batch);
  const change: Change = {};
  for (const { place, given } of batch) {
    if (place.kind === 'cell') {
      const { row, measure } = place;
      change.cells = { ...change.cells, [row]: { ...change.cells?.[row], [measure]: given as Cell | null } };
    } else if (place.kind === 'text') {
      change.sections = { ...change.sections, [place.form]: after.sections[place.form] ?? {} };
    } else {
      change.records = { ...change.records, [place.form]: after.records[place.form] ?? [] };
    }
  }
  return change;
}

/** Whether what the server found wrong stands at `place`. */
export function isAt({ path }: SaidIssue, place: Place): boolean {
  if (place.kind === 'cell') {
    return path.row === place.row && (path.measure === undefined || path.measure === place.measure);
  }
  if (path.row !== undefined || path.form !== place.form) return false;
  if (place.kind === 'list' || path.section === undefined) return true;
  return path.section === (isNoteKey(place.section) ? notedBy(place.section) : place.section);
}

/** Whether two answers are the same to the server, which keeps no white space around a text. */
export function same(a: unknown, b: unknown): boolean {
  return spelled(a) === spelled(b);
}

const spelled = (value: unknown): string =>
  JSON.stringify(value, (_key, part: unknown) => (typeof part === 'string' ? part.trim().normalize('NFC') : part));

function put<T>(all: Record<string, T> | undefined, key: string, value: T | null): Record<string, T> {
  const { [key]: _, ...rest } = all ?? {};
  return value === null ? rest : { ...rest, [key]: value };
}
