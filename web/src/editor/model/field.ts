import type { Edit, FormDefinition, Item, Json, ListName } from './forms';

/**
 * How one column of an editor's table is typed. `fixed` is never typed; `key` only where a member begins; `holds` is a
 * condition, shown in words; `audience` are the units that a row applies to, which the profile names.
 */
export type FieldKind =
  | 'fixed'
  | 'key'
  | 'text'
  | 'unit'
  | 'whole'
  | 'decimal'
  | 'bound'
  | 'yes-no'
  | 'choice'
  | 'group'
  | 'audience'
  | 'members'
  | 'holds';

export interface Field {
  /** Where the value stands in a member: `min`, `label.vi`, `help.meaning.vi`. */
  name: string;
  kind: FieldKind;
  /** In pixels. */
  width: number;
  /** What one may choose; its words are `choices[name][value]` of the texts. */
  options?: readonly (string | number)[];
  /** May not be left empty. */
  needed?: boolean;
  /** What an absent yes-or-no means; that value is written as absent. */
  otherwise?: boolean;
  /** The list whose member is named. */
  list?: ListName;
}

/** Whether a field is chosen from a list. */
export const isChosen = ({ kind }: Field): boolean => kind === 'choice' || kind === 'group' || kind === 'audience';

/** The name of the top-level field, the one that an edit names: `label` of `label.vi`. */
export const topOf = (field: Pick<Field, 'name'>): string => field.name.split('.')[0]!;

/** What stands at `name`; undefined where nothing does. */
export function valueAt(member: Item, name: string): Json | undefined {
  let value: Json | undefined = member;
  for (const step of name.split('.')) {
    value = typeof value === 'object' && value !== null && !Array.isArray(value) ? value[step] : undefined;
  }
  return value;
}

/** The member with the value at `name` changed; undefined and objects that it leaves empty are taken away, `help` stays. */
export function withValue(member: Item, name: string, value: Json | undefined): Item {
  return placed(member, name.split('.'), value) as Item;
}

function placed(holder: Json | undefined, [step, ...rest]: string[], value: Json | undefined): Json | undefined {
  if (step === undefined) return value;
  const object = typeof holder === 'object' && holder !== null && !Array.isArray(holder) ? holder : {};
  const inner = placed(object[step], rest, value);
  const gone = inner === undefined || (rest.length > 0 && step !== 'help' && Object.keys(inner as object).length === 0);
  if (!gone) return { ...object, [step]: inner };
  return Object.fromEntries(Object.entries(object).filter(([name]) => name !== step));
}

/** The edit that changes a member's field; undefined where it changes nothing. */
export function editOf(list: ListName, member: Item, name: string, value: Json | undefined): Edit | undefined {
  const field = topOf({ name });
  const from = member[field] ?? null;
  const to = withValue(member, name, value)[field] ?? null;
  return JSON.stringify(from) === JSON.stringify(to)
    ? undefined
    : { do: 'set', list, key: member.key, field, from, to };
}

/** The edit of a field of the form itself, e.g. `title.vi`. */
export function headEditOf(definition: FormDefinition, name: string, value: Json | undefined): Edit | undefined {
  const edit = editOf('rows', definition as unknown as Item, name, value);
  return edit?.do === 'set' ? { do: 'set-form', field: edit.field, from: edit.from, to: edit.to } : undefined;
}
