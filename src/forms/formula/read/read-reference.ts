import type { FormWord, FormWords } from '../../definition/words.js';
import type { Reference } from '../formula.js';
import { type Cursor, RuleProblem } from './cursor.js';

/** What the parts of a form are known by: their names in the reader's language, or their keys. */
export interface RuleNames {
  /** Whether the form is a table of rows and measures; else references are columns or questions. */
  isTable: boolean;
  row: (name: string) => Known;
  measure: (name: string) => Known;
  column: (name: string) => Known;
  /** The key of a choice, or the text itself. */
  value: (of: Reference, name: string) => string;
}

export type Known = { key: string } | 'unknown' | 'ambiguous';

export interface RuleReader {
  names: RuleNames;
  words: FormWords;
  locale: 'vi' | 'en';
}

/** A reference as `referenceInWords` writes it; in a table a bare name is a row, else a measure. */
export function readReference(cursor: Cursor, { names, words }: RuleReader): Reference | undefined {
  if (!names.isTable) {
    const name = cursor.quoted();
    return name === undefined ? undefined : { op: 'column', column: keyOf(name, names.column) };
  }
  const both = template(cursor, words, 'formula-row-in-measure', ['row', 'measure']);
  if (both) return { op: 'cell', row: keyOf(both[0]!, names.row), measure: keyOf(both[1]!, names.measure) };
  const row = template(cursor, words, 'formula-row', ['row']);
  if (row) return { op: 'cell', row: keyOf(row[0]!, names.row) };
  const measure = template(cursor, words, 'formula-measure', ['measure']);
  if (measure) return { op: 'cell', measure: keyOf(measure[0]!, names.measure) };
  if (cursor.take(words('formula-here'))) return { op: 'cell' };
  const bare = cursor.quoted();
  if (bare === undefined) return undefined;
  const isMeasure = names.row(bare) === 'unknown' && names.measure(bare) !== 'unknown';
  return isMeasure ? { op: 'cell', measure: keyOf(bare, names.measure) } : { op: 'cell', row: keyOf(bare, names.row) };
}

function keyOf(name: string, find: (name: string) => Known): string {
  const known = find(name);
  if (typeof known !== 'string') return known.key;
  throw new RuleProblem(known === 'unknown' ? 'rule-name' : 'rule-ambiguous', name);
}

const HOLE = '\u0000';

/** The quoted names at the blanks of a text of the catalogs: of `dòng {row}` the name of the row. */
function template(cursor: Cursor, words: FormWords, word: FormWord, blanks: readonly string[]): string[] | undefined {
  const pieces = words(word, Object.fromEntries(blanks.map((blank) => [blank, HOLE]))).split(HOLE);
  return cursor.attempt(() => {
    const found: string[] = [];
    for (const [at, piece] of pieces.entries()) {
      if (piece.trim() !== '' && !cursor.take(piece)) return undefined;
      if (at === pieces.length - 1) break;
      const name = cursor.quoted();
      if (name === undefined) return undefined;
      found.push(name);
    }
    return found;
  });
}
