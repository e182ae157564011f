import type { FormDefinition } from '../model/forms';
import { listsOf, membersOf, withMembers } from '../model/members';
import { same } from '../model/same';

/** `next` with every member that says the same as before being the same object, so that only changed rows are drawn anew. */
export function reuse(before: FormDefinition, next: FormDefinition): FormDefinition {
  return listsOf(next.kind).reduce((so, list) => {
    const known = new Map(membersOf(before, list).map((member) => [member.key, member]));
    const given = membersOf(next, list);
    if (given.length === 0) return so;
    const members = given.map((member) => {
      const old = known.get(member.key);
      return old && same(old, member) ? old : member;
    });
    return withMembers(so, list, members);
  }, next);
}
