import type { Edit, FormDefinition, Item, Json, ListName } from './forms';
import { membersOf, withMembers } from './members';

export interface Applied {
  definition: FormDefinition;
  /** Newest first: applied in this order they take back what was applied. */
  undo: Edit[];
}

/**
 * What the form looks like once the server has taken `edits`, so that the page need not wait for it. Whether an edit meets
 * what its author saw is the server's to judge; one that finds no member at all is passed over. What did not change keeps
 * its identity, so that a grid draws only what did.
 */
export function applyEdits(definition: FormDefinition, edits: readonly Edit[]): Applied {
  const lists = new Map<ListName, Bench>();
  const undo: Edit[] = [];
  let head = definition;
  for (const edit of edits) {
    if (edit.do === 'set-form') {
      const now = ((head as unknown as Record<string, Json>)[edit.field] ?? null) as Json;
      head = { ...head, [edit.field]: edit.to } as FormDefinition;
      undo.unshift({ ...edit, from: edit.to, to: now });
      continue;
    }
    let bench = lists.get(edit.list);
    if (!bench) lists.set(edit.list, (bench = new Bench(membersOf(definition, edit.list))));
    const inverse = bench.apply(edit);
    if (inverse) undo.unshift(inverse);
  }
  for (const [list, bench] of lists) if (bench.changed) head = withMembers(head, list, bench.members);
  return { definition: head, undo };
}

type ListEdit = Exclude<Edit, { do: 'set-form' }>;

/** One list taken apart for a batch: pasting thousands of rows does not copy it thousands of times. */
class Bench {
  changed = false;
  members: Item[];
  private readonly byKey: Map<string, Item>;

  constructor(members: readonly Item[]) {
    this.members = [...members];
    this.byKey = new Map(members.map((member) => [member.key, member]));
  }

  /** The inverse of the edit; undefined where it found nothing to change. */
  apply(edit: ListEdit): Edit | undefined {
    const inverse = this.tried(edit);
    if (inverse) this.changed = true;
    return inverse;
  }

  private tried(edit: ListEdit): Edit | undefined {
    if (edit.do === 'add') {
      if (this.byKey.has(edit.item.key)) return undefined;
      this.members.splice(this.placeAfter(edit.after), 0, edit.item);
      this.byKey.set(edit.item.key, edit.item);
      return { do: 'remove', list: edit.list, item: edit.item };
    }
    const member = this.byKey.get(edit.do === 'remove' ? edit.item.key : edit.key);
    if (!member) return undefined;
    const at = this.members.indexOf(member);
    const before = this.members[at - 1]?.key ?? null;
    if (edit.do === 'set') {
      const { [edit.field]: now, ...rest } = member;
      // A field keeps its place, so that an unchanged member is equal as text too.
      const after = (edit.to === null ? rest : { ...member, [edit.field]: edit.to }) as Item;
      this.members[at] = after;
      this.byKey.set(edit.key, after);
      return { ...edit, from: edit.to, to: now ?? null };
    }
    this.members.splice(at, 1);
    if (edit.do === 'remove') {
      this.byKey.delete(member.key);
      return { do: 'add', list: edit.list, item: member, after: before };
    }
    this.members.splice(this.placeAfter(edit.to), 0, member);
    return { ...edit, from: edit.to, to: before };
  }

  /** Index of the place after `key`; the end where that member is gone. */
  private placeAfter(key: string | null): number {
    if (key === null) return 0;
    if (this.members.at(-1)?.key === key) return this.members.length;
    const at = this.members.findIndex((member) => member.key === key);
    return at === -1 ? this.members.length : at + 1;
  }
}
