import type { Comparison, Condition } from '../formula.js';
import type { Cursor } from './cursor.js';
import { formulaAt, readWhole, type ReadRule } from './read-formula.js';
import { readReference, type RuleReader } from './read-reference.js';

/** A condition as it is written by hand: what `conditionInWords` says of it. */
export const readCondition = (text: string, reader: RuleReader): ReadRule<Condition> =>
  readWhole(text, reader, (cursor) => conditionAt(cursor, reader));

function conditionAt(cursor: Cursor, reader: RuleReader): Condition | undefined {
  const first = termAt(cursor, reader);
  if (!first) return undefined;
  for (const op of ['and', 'or'] as const) {
    const word = reader.words(op === 'and' ? 'formula-and' : 'formula-or');
    const of: Condition[] = [first];
    while (cursor.take(word)) {
      const next = termAt(cursor, reader);
      if (!next) return undefined;
      of.push(next);
    }
    // «a và b hoặc c» means one thing to one reader and another to the next: parentheses must say which.
    if (of.length > 1) return { op, of };
  }
  return first;
}

function termAt(cursor: Cursor, reader: RuleReader): Condition | undefined {
  return (
    cursor.attempt(() => answerAt(cursor, reader)) ??
    cursor.attempt(() => comparisonAt(cursor, reader)) ??
    cursor.inside(() => conditionAt(cursor, reader))
  );
}

/** `{answer} đã có số liệu`, `{answer} là {value}` */
function answerAt(cursor: Cursor, reader: RuleReader): Condition | undefined {
  const { words, names } = reader;
  const of = readReference(cursor, reader);
  if (!of) return undefined;
  if (cursor.take(words('formula-answered', { answer: '' }))) return { op: 'answered', of };
  if (!cursor.take(words('formula-is', { answer: '', value: '' }))) return undefined;
  if (cursor.take(words('yes'))) return { op: 'is', of, value: true };
  if (cursor.take(words('no'))) return { op: 'is', of, value: false };
  const day = cursor.day();
  if (day !== undefined) return { op: 'is', of, value: day };
  const name = cursor.quoted();
  return name === undefined ? undefined : { op: 'is', of, value: names.value(of, name) };
}

const SIGNS: readonly (readonly [string, Comparison])[] = [
  ...([
    ['≤', '<='],
    ['<=', '<='],
    ['≥', '>='],
    ['>=', '>='],
  ] as const),
  ...([
    ['≠', '!='],
    ['!=', '!='],
    ['<>', '!='],
    ['<', '<'],
    ['>', '>'],
    ['=', '='],
  ] as const),
];

function comparisonAt(cursor: Cursor, reader: RuleReader): Condition | undefined {
  const a = formulaAt(cursor, reader);
  const [, by] = (a && SIGNS.find(([sign]) => cursor.take(sign))) ?? [];
  const b = by && formulaAt(cursor, reader);
  return a && by && b ? { op: 'compare', a, by, b } : undefined;
}
