import { plainWords } from '../../page/search-words';
import type { EditorTexts } from '../../texts/editor';
import type { Audience } from '../draft/answers';
import { type Field, valueAt, withValue } from './field';
import {
  type Condition,
  type FormDefinition,
  type Item,
  type Json,
  dayOfText,
  dayText,
  type NamedUnit,
  unitNamed,
} from './forms';
import { conditionInWords } from './formula-words';
import { membersOf, nameOf } from './members';
import { namesOf } from './names';
import { type Notation, readNumber, showNumber } from './number';

/** What a cell's text is read and written with. */
export interface Reading {
  definition: FormDefinition;
  texts: EditorTexts;
  locale: Notation;
  /** What rows may apply to, beside every unit, as the profile names it. */
  audiences: readonly Audience[];
}

/** What may be wrong with a typed text; the sentence is `typed[code]` of the texts. */
export type TypedFault = 'notANumber' | 'notADay' | 'notWhole' | 'notInList' | 'notYesNo' | 'empty' | 'fixed';

export type Read = { ok: true; member: Item } | { ok: false; fault: TypedFault };

/** A member's field as its cell shows it. */
export function textOf(field: Field, member: Item, reading: Reading): string {
  const value = valueAt(member, field.name);
  switch (field.kind) {
    case 'yes-no':
      return reading.texts.yesNo[(value ?? field.otherwise ?? false) === true ? 'yes' : 'no'];
    case 'choice':
      return wordOf(field, value ?? '', reading.texts);
    case 'group':
      return groupName(value, reading);
    case 'audience':
      return audiencesIn(reading).find(({ code }) => code === value)?.name ?? String(value ?? '');
    case 'decimal':
    case 'bound':
      return typeof value === 'string' && /^-?[0-9.]+$/.test(value)
        ? showNumber(value, reading.locale)
        : dayText(String(value ?? ''));
    case 'holds':
      return value === undefined
        ? ''
        : conditionInWords(value as unknown as Condition, namesOf(reading), reading.texts.words, reading.locale);
    default:
      return value === undefined || typeof value === 'object' ? '' : String(value);
  }
}

/** The member with the field as typed, or what is wrong with the text. Nothing is guessed. */
export function readText(field: Field, typed: string, member: Item, reading: Reading): Read {
  const text = typed.normalize('NFC').trim();
  const put = (value: Json | undefined): Read => ({ ok: true, member: withValue(member, field.name, value) });
  const wrong = (fault: TypedFault): Read => ({ ok: false, fault });
  if (text === textOf(field, member, reading)) return { ok: true, member };
  if (field.kind === 'fixed' || field.kind === 'key' || field.kind === 'holds') return wrong('fixed');
  if (text === '' && field.kind !== 'yes-no') return field.needed ? wrong('empty') : put(undefined);
  switch (field.kind) {
    case 'whole': {
      const number = readNumber(text, reading.locale);
      return number !== undefined && /^\d{1,6}$/.test(number) ? put(Number(number)) : wrong('notWhole');
    }
    case 'decimal':
    case 'bound': {
      if (field.kind === 'bound' && member['type'] === 'date') {
        const day = dayOfText(text);
        return day === undefined ? wrong('notADay') : put(day);
      }
      const number = readNumber(text, reading.locale);
      return number === undefined ? wrong('notANumber') : put(number);
    }
    case 'yes-no': {
      const value = yesNoOf(text, reading.texts);
      if (value === undefined) return wrong('notYesNo');
      return put(value === field.otherwise ? undefined : value);
    }
    case 'choice': {
      const found = field.options?.find(
        (one) => isWord(wordOf(field, one, reading.texts), text) || String(one) === text,
      );
      return found === undefined ? wrong('notInList') : put(found === '' ? undefined : found);
    }
    case 'group': {
      const groups = membersOf(reading.definition, 'groups');
      const found = groups.find((group) => group.key === text || isWord(nameOf(group, reading.locale), text));
      return found ? put(found.key) : wrong('notInList');
    }
    case 'audience': {
      const found = audiencesIn(reading).find(({ code, name }) => code === text || isWord(name, text));
      return found ? put(found.code) : wrong('notInList');
    }
    case 'unit':
      return { ok: true, member: { ...member, unit: unitOf(text, member, reading.definition) } };
    default:
      return put(text);
  }
}

/** What a value of a closed list is called. */
export function wordOf(field: Pick<Field, 'name'>, value: Json, texts: EditorTexts): string {
  const words: Record<string, string> = texts.choices[field.name as keyof EditorTexts['choices']] ?? {};
  return words[String(value)] ?? String(value);
}

/** A unit of measure by its words, for a row that may have one. */
export function unitOf(words: string, member: Item, definition: FormDefinition): { code: string; vi: string } {
  const { code, vi } = unitNamed(words, member['unit'] as unknown as NamedUnit | undefined, unitsOf(definition));
  return { code, vi };
}

export function unitsOf(definition: FormDefinition): NamedUnit[] {
  const units = membersOf(definition, 'rows').map((row) => row['unit'] as unknown as NamedUnit);
  return [...new Map(units.map((unit) => [unit.vi, unit])).values()];
}

/** Every choice of whom a row applies to, in the reader's language. */
export function audiencesIn({
  audiences,
  texts,
  locale,
}: Omit<Reading, 'definition'>): { code: string; name: string }[] {
  return [
    { code: 'all', name: texts.everyUnit },
    ...audiences.map(({ code, title }) => ({ code, name: title[locale] })),
  ];
}

function groupName(value: Json | undefined, { definition, locale }: Reading): string {
  const group = membersOf(definition, 'groups').find((one) => one.key === value);
  return group ? nameOf(group, locale) : String(value ?? '');
}

/** Without diacritics a word is still the same word, but «%» and «‰» are not. */
const isWord = (word: string, typed: string): boolean =>
  plainWords(word) === plainWords(typed.normalize('NFC')) && plainWords(word) !== '';

function yesNoOf(text: string, texts: EditorTexts): boolean | undefined {
  const typed = plainWords(text);
  if ([plainWords(texts.yesNo.yes), 'x', '1', 'true', 'yes', 'co'].includes(typed)) return true;
  if (['', plainWords(texts.yesNo.no), '0', 'false', 'no', 'khong'].includes(typed)) return false;
  return undefined;
}
