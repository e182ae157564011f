import type { FormDefinition } from '../../definition/definition.js';
import { fillYears } from '../../definition/years.js';
import { linesOf } from '../named.js';
import { type FormulaNames, formulaNames } from '../names.js';
import type { Reference } from '../formula.js';
import type { Known, RuleNames } from './read-reference.js';

type Locale = 'vi' | 'en';
type Members = readonly { key: string; label: { vi: string; en?: string }; choices?: readonly Labelled[] }[];
type Labelled = Members[number];

/**
 * The names of a form's parts as they can be read back: where a name stands twice, is the key of another part, or cannot stand in
 * quotation marks, the key stands in its place.
 */
export function namesToReadBack(definition: FormDefinition, locale: Locale): FormulaNames {
  const plain = formulaNames(definition, locale);
  const quoted = (key: string): string => (locale === 'en' ? `“${key}”` : `«${key}»`);
  const { rows, measures, columns } = partsOf(definition);
  const nameIn = (members: Members, name: (key: string) => string) => {
    const clear = clearKeys(members, locale);
    return (key: string): string => (clear.has(key) ? name(key) : quoted(key));
  };
  return {
    row: nameIn(rows, plain.row),
    measure: nameIn(measures, plain.measure),
    column: nameIn(columns, plain.column),
    value: (of, value) => {
      const choices = choicesOf(definition, of);
      const isChoice = choices.some(({ key }) => key === value);
      return isChoice && !clearKeys(choices, locale).has(value) ? quoted(value) : plain.value(of, value);
    },
  };
}

/** What a person may call the parts of a form: by key or by name. Of several forms the first that knows a name decides. */
export function namesToRead(forms: readonly [FormDefinition, ...FormDefinition[]], locale: Locale): RuleNames {
  const find = (list: 'rows' | 'measures' | 'columns') => {
    const known = forms.map((form) => finder(partsOf(form)[list], locale));
    return (name: string): Known => known.map((one) => one(name)).find((one) => one !== 'unknown') ?? 'unknown';
  };
  return {
    isTable: forms[0].kind === 'indicators',
    row: find('rows'),
    measure: find('measures'),
    column: find('columns'),
    value: (of, name) => {
      const choices = forms.map((form) => choicesOf(form, of)).find((list) => list.length > 0) ?? [];
      const found = finder(choices, locale)(name);
      return typeof found === 'string' ? name : found.key;
    },
  };
}

function finder(members: Members, locale: Locale): (name: string) => Known {
  const keys = new Set(members.map(({ key }) => key));
  const named = new Map<string, string[]>();
  for (const member of members) {
    const name = folded(nameOf(member, locale));
    named.set(name, [...(named.get(name) ?? []), member.key]);
  }
  return (name) => {
    if (keys.has(name)) return { key: name };
    // On the sheet a column is called «Kế hoạch năm {N}», in sentences «Kế hoạch năm N»: people write either.
    const [key, another] = named.get(folded(fillYears(name))) ?? [];
    return key === undefined ? 'unknown' : another === undefined ? { key } : 'ambiguous';
  };
}

/** The keys of those whose names mean them and nothing else. */
function clearKeys(members: Members, locale: Locale): ReadonlySet<string> {
  const find = finder(members, locale);
  const isClear = (member: Labelled): boolean => {
    const name = nameOf(member, locale);
    const found = find(name);
    return !/[«»“”"]/.test(name) && typeof found !== 'string' && found.key === member.key;
  };
  return new Set(members.filter(isClear).map(({ key }) => key));
}

const nameOf = ({ label }: Labelled, locale: Locale): string => fillYears((locale === 'en' && label.en) || label.vi);

const folded = (name: string): string => name.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase();

function partsOf(definition: FormDefinition): Record<'rows' | 'measures' | 'columns', Members> {
  const isTable = definition.kind === 'indicators';
  return {
    rows: isTable ? definition.rows : [],
    measures: isTable ? definition.measures : [],
    columns: linesOf(definition),
  };
}

function choicesOf(definition: FormDefinition, of: Reference): readonly Labelled[] {
  const { rows, columns } = partsOf(definition);
  const member =
    of.op === 'column' ? columns.find(({ key }) => key === of.column) : rows.find(({ key }) => key === of.row);
  return member?.choices ?? [];
}
