import {
  type Choice,
  decimal,
  type FormDefinition,
  type FormWords,
  dayOfText,
  dayText,
  type ListName,
  type NamedUnit,
  type RuleFault,
  unitNamed,
} from '../../../forms/index.js';
import { typedNumber } from '../form-workbook/typed-number.js';

/** A member of one of the definition's lists, as loose JSON: the shape is checked when the whole is read. */
export type Member = { key: string } & Record<string, unknown>;

/** What may be wrong with one cell; its sentence is `exchange.definition.fault.<code>`. */
export type CellFault =
  | ('not-a-number' | 'ambiguous-number' | 'not-a-day' | 'not-whole' | 'not-in-list' | 'empty' | 'applies-to')
  | (RuleFault | 'rule-unended');

/** The same with the place in the text or the name that it is about. */
export interface ToldFault {
  fault: CellFault;
  at: string;
}

export type Words = (key: string) => string;

/** What a workbook is written and read back in: the texts under `exchange.definition.*`, and what the profile calls units. */
export interface Terms {
  words: Words;
  /** The words between the names of formulas and conditions. */
  forms: FormWords;
  locale: 'vi' | 'en';
  /** What a row may apply to, beside every unit; in the language of the words. */
  audiences: readonly { code: string; name: string }[];
}

/** One column of a list's sheet: how a member's field is written as text, and how a changed text changes the member. */
export interface Field {
  /** Name in the hidden row above the header; also the key of the header's text. */
  name: string;
  width: number;
  /** Written as a number where a spreadsheet keeps it exactly. */
  numeric?: boolean;
  /** Texts a cell may hold; a drop-down in the file. */
  options?: (terms: Terms, definition: FormDefinition) => string[];
  /** Read when every list was: it names members that may stand further down or on another sheet. */
  late?: boolean;
  write: (member: Member, terms: Terms, definition: FormDefinition) => string;
  /** The member with the field changed, or what is wrong with the text; `before` is the form as it went out. */
  read: (
    member: Member,
    text: string,
    terms: Terms,
    definition: FormDefinition,
    before: FormDefinition,
  ) => Member | CellFault | ToldFault;
}

/** A text at a path of the member, e.g. `label.vi`; an empty one is absent, or a fault where `needed`. */
export function textField(name: string, width: number, needed = false): Field {
  const path = name.split('.');
  return {
    name,
    width,
    write: (member) => textAt(member, path),
    read: (member, text) => {
      const clean = text.normalize('NFC').trim();
      if (clean === '' && needed) return 'empty';
      return withAt(member, path, clean === '' ? undefined : clean) as Member;
    },
  };
}

/** A number; `whole` for counts kept as JSON numbers, else a canonical decimal string. */
export function numberField(name: string, kind: 'whole' | 'decimal'): Field {
  return {
    name,
    width: 10,
    numeric: true,
    write: (member) => {
      const value = member[name];
      if (value === undefined) return '';
      if (isBoundOfDays(member, name) && typeof value === 'string') return dayText(value);
      return typeof value === 'string' && decimal.isCanonical(value) ? decimal.formatVi(value) : String(value);
    },
    read: (member, text) => {
      if (text.trim() === '') return without(member, name);
      if (isBoundOfDays(member, name)) {
        const day = dayOfText(text);
        return day === undefined ? 'not-a-day' : { ...member, [name]: day };
      }
      const number = typedNumber(text, kind === 'whole' ? 0 : undefined);
      if (number === 'ambiguous') return 'ambiguous-number';
      if (number === undefined) return 'not-a-number';
      if (kind === 'decimal') return { ...member, [name]: number };
      return /^-?\d{1,9}$/.test(number) ? { ...member, [name]: Number(number) } : 'not-whole';
    },
  };
}

/** The bounds of a date are days, which are no numbers. */
const isBoundOfDays = (member: Member, name: string): boolean =>
  (name === 'min' || name === 'max') && member['type'] === 'date';

/** Yes or no. `otherwise` is what an absent field means, and is written as absent. */
export function yesNoField(name: string, otherwise?: boolean): Field {
  return {
    name,
    width: 10,
    options: ({ words }) => [words('yes'), words('no')],
    write: (member, { words }) => words((member[name] ?? otherwise ?? false) === true ? 'yes' : 'no'),
    read: (member, text, { words }) => {
      const typed = fold(text);
      if (typed !== fold(words('yes')) && typed !== fold(words('no'))) return 'not-in-list';
      const value = typed === fold(words('yes'));
      return otherwise !== undefined && value === otherwise ? without(member, name) : { ...member, [name]: value };
    },
  };
}

/** One of a closed list, written by the text `<name>.<value>`; `optional` may be left empty. */
export function choiceField(name: string, values: readonly (string | number)[], optional = false): Field {
  return {
    name,
    width: 16,
    options: ({ words }) => values.map((value) => words(`${name}.${value}`)),
    write: (member, { words }) => (member[name] === undefined ? '' : words(`${name}.${String(member[name])}`)),
    read: (member, text, { words }) => {
      if (text.trim() === '' && optional) return without(member, name);
      const value = values.find((one) => fold(words(`${name}.${one}`)) === fold(text) || String(one) === text.trim());
      return value === undefined ? 'not-in-list' : { ...member, [name]: value };
    },
  };
}

/** Whom a row is asked of: every unit, or those of a trait, by what the profile calls them or by its code. */
export const appliesToField: Field = {
  name: 'appliesTo',
  width: 16,
  options: (terms) => audiencesIn(terms).map(({ name }) => name),
  write: (member, terms) => {
    const value = String(member['appliesTo'] ?? '');
    return audiencesIn(terms).find(({ code }) => code === value)?.name ?? value;
  },
  read: (member, text, terms) => {
    if (text.trim() === '') return 'empty';
    const found = audiencesIn(terms).find(({ code, name }) => fold(name) === fold(text) || code === text.trim());
    return found ? { ...member, appliesTo: found.code } : 'applies-to';
  },
};

export const audiencesIn = ({ words, audiences }: Terms): { code: string; name: string }[] => [
  { code: 'all', name: words('applies-to.all') },
  ...audiences,
];

/** The unit of measure of a row by its words; what they mean is the unit's code too. */
export const unitField: Field = {
  ...textField('unit.vi', 14, true),
  read: (member, text, _terms, definition) => {
    const vi = text.normalize('NFC').trim();
    if (vi === '') return 'empty';
    return { ...member, unit: { ...unitNamed(vi, member['unit'] as NamedUnit, unitsOf(definition)), vi } };
  },
};

export const unitsOf = (definition: FormDefinition): NamedUnit[] =>
  definition.kind === 'indicators' ? definition.rows.map((row) => row.unit) : [];

/** The group of a row, by its key or its name. */
export const groupField: Field = {
  name: 'group',
  width: 8,
  options: (_terms, definition) =>
    definition.kind === 'indicators' ? definition.groups.map((group) => group.key) : [],
  write: (member) => String(member['group'] ?? ''),
  read: (member, text, _terms, definition) => {
    if (text.trim() === '') return 'empty';
    const groups = definition.kind === 'indicators' ? definition.groups : [];
    // People write a group's name as well; a key of no group is told of with the whole form.
    const named = groups.some(({ key }) => key === text.trim())
      ? undefined
      : groups.find(({ title }) => fold(title.vi) === fold(text));
    return { ...member, group: named?.key ?? text.trim() };
  },
};

/** What a choice's list is called: members of these lists may have choices. */
export const CHOOSING: readonly ListName[] = ['rows', 'columns', 'questions'];

export const choicesOf = (member: Member): Choice[] => (member['choices'] as Choice[] | undefined) ?? [];

export function fold(text: string): string {
  return text.normalize('NFC').trim().toLocaleLowerCase('vi');
}

function textAt(value: unknown, [step, ...rest]: string[]): string {
  if (step === undefined) return typeof value === 'string' ? value : '';
  return typeof value === 'object' && value !== null ? textAt((value as Record<string, unknown>)[step], rest) : '';
}

/** A copy with the text at `path` set, or taken away with every object that it leaves empty (but `help`, which always stands). */
function withAt(value: unknown, [step, ...rest]: string[], text: string | undefined): unknown {
  if (step === undefined) return text;
  const object = typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  const inner = withAt(object[step], rest, text);
  const kept = Object.fromEntries(Object.entries(object).filter(([key]) => key !== step));
  const isGone = inner === undefined || (step !== 'help' && isEmpty(inner));
  // A key stays where it stood, so that an unchanged definition is equal as text too.
  if (isGone) return kept;
  return step in object ? { ...object, [step]: inner } : { ...kept, [step]: inner };
}

const isEmpty = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && Object.keys(value).length === 0;

export function without(member: Member, name: string): Member {
  return Object.fromEntries(Object.entries(member).filter(([key]) => key !== name)) as Member;
}
