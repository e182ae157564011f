import { useMemo } from 'react';
import { useOpenDraft } from '../draft/use-draft';
import { type Field, editOf, valueAt } from '../model/field';
import type { Edit, Item, ListName } from '../model/forms';
import { memberOf, membersOf } from '../model/members';
import { freeKey } from '../model/new-key';
import { copiedMember } from '../model/new-member';
import { addEdits, moveEdits, removeEdits } from '../model/row-steps';

export type RowWork = ReturnType<typeof rowWorkOf>;

/** What can be done to the rows of a list; each is one act, taken back by one undo. */
export function useRowWork(list: ListName): RowWork {
  const { store } = useOpenDraft();
  return useMemo(() => rowWorkOf(store, list), [store, list]);
}

function rowWorkOf(store: ReturnType<typeof useOpenDraft>['store'], list: ListName) {
  const definition = () => store.state.definition;
  const chosen = (keys: Iterable<string>): Item[] => {
    const wanted = new Set(keys);
    return membersOf(definition(), list).filter((member) => wanted.has(member.key));
  };
  const keys = () => new Set(membersOf(definition(), list).map((member) => member.key));
  return {
    toggle: (item: Item, field: Field) => {
      const value = (valueAt(item, field.name) ?? field.otherwise ?? false) !== true;
      const edit = editOf(list, item, field.name, value === field.otherwise ? undefined : value);
      if (edit) store.do([edit]);
    },
    move: (key: string, by: -1 | 1) => store.do(moveEdits(definition(), list, key, by)),
    remove: (which: Iterable<string>) => store.do(removeEdits(list, chosen(which))),
    hide: (which: Iterable<string>, hidden: boolean) =>
      store.do(
        chosen(which)
          .map((member) => editOf(list, member, 'hidden', hidden || undefined))
          .filter((edit): edit is Edit => edit !== undefined),
      ),
    add: (item: Item, after?: string) => store.do(addEdits(definition(), list, [item], after)),
    duplicate: (key: string) => {
      const member = memberOf(definition(), list, key);
      if (!member) return undefined;
      const copy = copiedMember(member, list, freeKey(key, keys()), definition(), member);
      store.do(addEdits(definition(), list, [copy], key));
      return copy.key;
    },
    /** Members of another form, one below the other after the row named. */
    copyIn: (members: readonly Item[], after?: string) => {
      const taken = keys();
      const next = after === undefined ? undefined : memberOf(definition(), list, after);
      const copies = members.map((member) => {
        const key = freeKey(member.key, taken);
        taken.add(key);
        return copiedMember(member, list, key, definition(), next);
      });
      store.do(addEdits(definition(), list, copies, after));
    },
  };
}
