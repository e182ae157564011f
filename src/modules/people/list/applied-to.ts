import type { RegisteredPerson } from '../registered-person.js';
import type { ListChange } from './list-row.js';

/** The register after the changes of a list, as the writer leaves it; whoever is new has no chat yet. */
export function appliedTo(register: readonly RegisteredPerson[], changes: readonly ListChange[]): RegisteredPerson[] {
  const after = new Map(register.map((one) => [one.id, one]));
  for (const change of changes) {
    if (change.sort === 'add') {
      const id = `new ${change.line}`;
      after.set(id, { id, active: true, chats: [], roles: change.roles, ...change.particulars });
      continue;
    }
    const known = after.get(change.id)!;
    if (change.sort === 'leave') after.set(known.id, { ...known, active: false });
    else {
      const kept = known.roles.filter((held) => !change.ends.includes(held));
      after.set(known.id, { ...known, ...change.particulars, active: true, roles: [...kept, ...change.gives] });
    }
  }
  return [...after.values()];
}
