import type { Edit, FormDefinition, Item, ListName } from './forms';
import { membersOf } from './members';

/** One place up (−1) or down (+1); nothing at the ends. */
export function moveEdits(definition: FormDefinition, list: ListName, key: string, by: -1 | 1): Edit[] {
  const members = membersOf(definition, list);
  const at = members.findIndex((member) => member.key === key);
  if (at === -1 || at + by < 0 || at + by >= members.length) return [];
  const from = members[at - 1]?.key ?? null;
  const to = by === 1 ? members[at + 1]!.key : (members[at - 2]?.key ?? null);
  return [{ do: 'move', list, key, from, to }];
}

export const removeEdits = (list: ListName, members: readonly Item[]): Edit[] =>
  members.map((item) => ({ do: 'remove', list, item }));

/** Adds `items` one below the other after the member named, at the end where none is. */
export function addEdits(definition: FormDefinition, list: ListName, items: readonly Item[], after?: string): Edit[] {
  let last = after ?? membersOf(definition, list).at(-1)?.key ?? null;
  return items.map((item) => {
    const edit: Edit = { do: 'add', list, item, after: last };
    last = item.key;
    return edit;
  });
}
