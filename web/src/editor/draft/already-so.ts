import type { Edit, FormDefinition } from '../model/forms';
import { memberOf, membersOf } from '../model/members';
import { same } from '../model/same';
import type { RefusedEdit } from './answers';

/**
 * Whether a refused edit was refused because the draft is already as it wants it: it was sent twice (its answer was lost),
 * or somebody else did the same. Nobody needs to be asked then.
 */
export function alreadySo(edit: Edit, refused: Pick<RefusedEdit, 'now'>, definition: FormDefinition): boolean {
  switch (edit.do) {
    case 'set':
    case 'set-form':
      return same(refused.now, edit.to);
    case 'add': {
      const there = memberOf(definition, edit.list, edit.item.key);
      return there !== undefined && same(there, edit.item);
    }
    case 'remove':
      return memberOf(definition, edit.list, edit.item.key) === undefined;
    case 'move': {
      const members = membersOf(definition, edit.list);
      const at = members.findIndex((member) => member.key === edit.key);
      return at !== -1 && (members[at - 1]?.key ?? null) === edit.to;
    }
  }
}
