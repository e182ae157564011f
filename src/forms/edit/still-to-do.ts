import type { FormDefinition } from '../definition/definition.js';
import type { Edit, Json } from './edit.js';
import { membersOf } from './lists.js';
import { same } from './same.js';

/** Those of `edits` that change something in `definition`: what stands there already as it is wished needs no edit. */
export function stillToDo(definition: FormDefinition, edits: readonly Edit[]): Edit[] {
  return edits.filter((edit) => {
    if (edit.do === 'set-form') {
      return !same((definition as unknown as Record<string, Json | undefined>)[edit.field] ?? null, edit.to);
    }
    const members = membersOf(definition, edit.list) ?? [];
    const key = edit.do === 'add' || edit.do === 'remove' ? edit.item.key : edit.key;
    const member = members.find((one) => one.key === key);
    switch (edit.do) {
      case 'set':
        return !member || !same(member[edit.field] ?? null, edit.to);
      case 'add':
        return !member || !same(member, edit.item);
      case 'remove':
        return member !== undefined;
      case 'move':
        return true;
    }
  });
}
