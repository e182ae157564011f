import type { FormDefinition } from '../definition/definition.js';
import type { Item, ListName } from './edit.js';

/** The lists each kind of form has, in the order a reader meets them. */
const LISTS: Record<FormDefinition['kind'], readonly ListName[]> = {
  indicators: ['groups', 'measures', 'rows', 'checks'],
  records: ['columns', 'checks'],
  outline: ['sections', 'checks'],
  short: ['questions', 'checks'],
};

/** Lists whose members answers are given to. */
export const HOLDING_ANSWERS: readonly ListName[] = ['rows', 'measures', 'columns', 'sections', 'questions'];

export const listsOf = (definition: FormDefinition): readonly ListName[] => LISTS[definition.kind];

/** The members of one list as JSON; undefined where this kind of form has no such list. */
export function membersOf(definition: FormDefinition, list: ListName): Item[] | undefined {
  if (!LISTS[definition.kind].includes(list)) return undefined;
  return ((definition as unknown as Record<string, Item[] | undefined>)[list] ?? []) as Item[];
}

/** The definition with one list replaced; an empty list of checks is absent, as it is in forms that never had one. */
export function withMembers(definition: FormDefinition, list: ListName, members: readonly Item[]): FormDefinition {
  const rest = Object.fromEntries(Object.entries(definition).filter(([key]) => key !== list));
  if (list === 'checks' && members.length === 0) return rest as unknown as FormDefinition;
  return { ...definition, [list]: members } as unknown as FormDefinition;
}
