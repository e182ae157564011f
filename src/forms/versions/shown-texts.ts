import type { Choice } from '../definition/definition.js';
import type { Json } from '../edit/edit.js';
import type { FormulaNames } from '../formula/names.js';
import { choicesInWords, quoted, type ValueReader, valueInWords } from './value-words.js';

/** Of longer lists of choices only those that the other version has not are named. */
const MOST_CHOICES = 10;

/**
 * The words of both values of a field, told apart where their first words are alike: two units may be written alike and still be
 * two. The same twice where only the other language's words changed.
 */
export function shownTexts(
  field: string,
  values: readonly [Json, Json],
  readers: readonly [ValueReader, ValueReader],
): [string, string] {
  const [from, to] = shownParts(field, values, readers[0].locale);
  const texts = (of: readonly [ValueReader, ValueReader]): [string, string] => [
    valueInWords(field, from, of[0]),
    valueInWords(field, to, of[1]),
  ];
  const [said, saidNow] = texts(readers);
  if (said !== saidNow) return [said, saidNow];
  if (field === 'unit') return [codeText(from), codeText(to)];
  if (field === 'choices') return [keysText(from), keysText(to)];
  return texts([keysOnly(readers[0]), keysOnly(readers[1])]);
}

/** The parts of a value that both versions have alike are left out where there are many. */
function shownParts(field: string, [from, to]: readonly [Json, Json], locale: 'vi' | 'en'): readonly [Json, Json] {
  if (field === 'help') return [without(from, to), without(to, from)];
  const isLong = [from, to].some((one) => Array.isArray(one) && one.length > MOST_CHOICES);
  if (field !== 'choices' || !isLong) return [from, to];
  const [old, now] = [from, to].map((one) => (one ?? []) as unknown as Choice[]) as [Choice[], Choice[]];
  const onlyIn = (list: Choice[], other: Choice[]): Choice[] => {
    const there = new Set(other.map((choice) => choicesInWords([choice], { locale })));
    return list.filter((choice) => !there.has(choicesInWords([choice], { locale })));
  };
  const parts = [onlyIn(old, now), onlyIn(now, old)] as const;
  return parts.every((part) => part.length === 0) ? [from, to] : (parts as unknown as [Json, Json]);
}

/** An object without what the other one has as well. */
function without(value: Json, other: Json): Json {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  const beside = (other ?? {}) as { [key: string]: Json };
  return Object.fromEntries(
    Object.entries(value).filter(([name, one]) => JSON.stringify(one) !== JSON.stringify(beside[name])),
  );
}

function keysOnly(reader: ValueReader): ValueReader {
  const key = (one: string): string => quoted(one, reader.locale);
  const names: FormulaNames = { row: key, measure: key, column: key, value: (_of, value) => key(value) };
  return { ...reader, names };
}

function codeText(value: Json): string {
  const code = typeof value === 'object' && value !== null && !Array.isArray(value) ? value['code'] : undefined;
  return typeof code === 'string' ? code : '';
}

const keysText = (choices: Json): string => ((choices ?? []) as unknown as Choice[]).map(({ key }) => key).join(', ');
