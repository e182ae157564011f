import type { Edit, FormDefinition, Item } from '../model/forms';
import { memberOf, membersOf } from '../model/members';
import { freeKey } from '../model/new-key';
import type { RefusedEdit } from './answers';

/** An edit that the server did not take, with what stands there instead and who wrote it. */
export interface Conflict extends RefusedEdit {
  edit: Edit;
}

/** The edit that makes mine hold after all; undefined where it cannot (the row is gone, the value is not usable). */
export function mineAfterAll({ edit, code, now }: Conflict, definition: FormDefinition): Edit | undefined {
  if (code === 'wrong-shape' || code === 'too-many' || code === 'no-such-list') return undefined;
  switch (edit.do) {
    case 'set-form':
      return { ...edit, from: now };
    case 'set':
      return memberOf(definition, edit.list, edit.key) ? { ...edit, from: now } : undefined;
    case 'remove': {
      const item = memberOf(definition, edit.list, edit.item.key);
      return item && { ...edit, item };
    }
    case 'move': {
      const members = membersOf(definition, edit.list);
      const at = members.findIndex((member) => member.key === edit.key);
      return at === -1 ? undefined : { ...edit, from: members[at - 1]?.key ?? null };
    }
    case 'add': {
      const members = membersOf(definition, edit.list);
      const after = members.some((member) => member.key === edit.after) ? edit.after : (members.at(-1)?.key ?? null);
      return { ...edit, after, item: withFreeKey(edit.item, members) };
    }
  }
}

function withFreeKey(item: Item, members: readonly Item[]): Item {
  const key = freeKey(item.key, new Set(members.map((member) => member.key)));
  if (key === item.key) return item;
  return { ...item, key, ...(item['code'] === item.key ? { code: key } : {}) };
}
