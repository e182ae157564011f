import { compare, isCanonical } from '../answers/decimal.js';
import { isSameUnit } from '../catalog/unit-words.js';
import type { FormDefinition, LocalText } from '../definition/definition.js';
import type { Difference, Edit, Item, Json, ListName } from '../edit/edit.js';
import { editsBetween } from '../edit/edits-between.js';
import { HOLDING_ANSWERS, membersOf } from '../edit/lists.js';
import { spelling } from './spelling.js';

/**
 * What differs between two forms of the same key and kind, each with what it means for answers that are there already. Numbers
 * of rows follow from where the rows stand: however many changed, that is one difference, the last.
 */
export function differencesBetween(before: FormDefinition, after: FormDefinition): Difference[] {
  const label = labeller(before, after);
  const found = editsBetween(before, after).map((edit) => differenceOf(edit, label));
  const [renumbered] = found.filter(isNumbering);
  return renumbered ? [...found.filter((one) => !isNumbering(one)), renumbered] : found;
}

/** Whether a difference is only in the number that a row stands under. */
export const isNumbering = ({ list, field }: Difference): boolean => list === 'rows' && field === 'seq';

type Labeller = (list: ListName, key: string) => LocalText;

function labeller(before: FormDefinition, after: FormDefinition): Labeller {
  const kept = new Map<string, LocalText>();
  for (const definition of [after, before]) {
    for (const list of ['groups', 'rows', 'measures', 'columns', 'sections', 'questions', 'checks'] as const) {
      for (const member of membersOf(definition, list) ?? []) {
        const name = nameOf(member);
        // The name that people know it by until now.
        if (name) kept.set(`${list}/${member.key}`, name);
      }
    }
  }
  return (list, key) => kept.get(`${list}/${key}`) ?? { vi: key };
}

function nameOf(member: Item): LocalText | undefined {
  return (member['label'] ?? member['title'] ?? member['message']) as unknown as LocalText | undefined;
}

function differenceOf(edit: Edit, label: Labeller): Difference {
  switch (edit.do) {
    case 'set-form':
      return { sort: 'changed', list: 'form', key: '', label: { vi: '' }, ...changed(edit), effect: 'harmless' };
    case 'add':
      return { sort: 'added', list: edit.list, ...named(edit.list, edit.item.key, label), effect: 'harmless' };
    case 'remove':
      return {
        sort: 'removed',
        list: edit.list,
        ...named(edit.list, edit.item.key, label),
        effect: HOLDING_ANSWERS.includes(edit.list) ? 'mapping' : 'harmless',
      };
    case 'move':
      return { sort: 'moved', list: edit.list, ...named(edit.list, edit.key, label), effect: 'harmless' };
    case 'set':
      return {
        sort: 'changed',
        list: edit.list,
        ...named(edit.list, edit.key, label),
        ...changed(edit.list === 'rows' && edit.field === 'group' ? withGroups(edit, label) : edit),
        effect: effectOf(edit),
      };
  }
}

const named = (list: ListName, key: string, label: Labeller) => ({ key, label: label(list, key) });
const changed = ({ field, from, to }: { field: string; from: Json; to: Json }) => ({ field, from, to });

/** A group is said by its name; its key tells a reader nothing. */
function withGroups(edit: Extract<Edit, { do: 'set' }>, label: Labeller): Extract<Edit, { do: 'set' }> {
  const nameOfGroup = (key: Json): Json => ({ ...label('groups', String(key)) });
  return { ...edit, from: nameOfGroup(edit.from), to: nameOfGroup(edit.to) };
}

function effectOf({ list, field, from, to }: Extract<Edit, { do: 'set' }>): Difference['effect'] {
  if (!HOLDING_ANSWERS.includes(list)) return 'harmless';
  switch (field) {
    case 'type':
      return 'next-round';
    case 'computed':
      // What was answered by hand cannot stay beside what is worked out.
      return from === null ? 'next-round' : 'harmless';
    case 'label':
    case 'title':
      return spelling(viOf(from)) === spelling(viOf(to)) ? 'harmless' : 'mapping';
    case 'unit':
      // Figures are given in what the words say, whatever code stands beside them.
      return codeOf(from) === codeOf(to) && isSameUnit(viOf(from), viOf(to)) ? 'harmless' : 'mapping';
    case 'unitCode':
      return 'mapping';
    case 'year':
    case 'sort':
      return 'next-round';
    case 'choices':
      return keysOf(from).every((key) => keysOf(to).includes(key)) ? 'harmless' : 'mapping';
    case 'decimals':
      // Without decimals any are allowed.
      return typeof to === 'number' && (typeof from !== 'number' || to < from) ? 'mapping' : 'harmless';
    case 'min':
      return isTighter(from, to, 1) ? 'mapping' : 'harmless';
    case 'max':
      return isTighter(from, to, -1) ? 'mapping' : 'harmless';
    default:
      return 'harmless';
  }
}

function isTighter(from: Json, to: Json, sign: 1 | -1): boolean {
  if (typeof to !== 'string') return false;
  if (typeof from !== 'string') return true;
  const order = isCanonical(from) && isCanonical(to) ? compare(to, from) : to < from ? -1 : 1;
  return order * sign > 0;
}

const viOf = (text: Json): string => (textOf(text)?.['vi'] as string | undefined) ?? '';
const codeOf = (unit: Json): Json | undefined => textOf(unit)?.['code'];
const textOf = (value: Json): Record<string, Json> | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
const keysOf = (choices: Json): string[] =>
  Array.isArray(choices) ? choices.map((choice) => String(textOf(choice)?.['key'])) : [];
