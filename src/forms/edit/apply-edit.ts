import type { FormDefinition } from '../definition/definition.js';
import type { Applied, Edit, Item, Json, ListName, Refusal } from './edit.js';
import { membersOf, withMembers } from './lists.js';
import { same } from './same.js';
import { MOST_MEMBERS, shapedHead, shapedMember } from './shape.js';

export interface AppliedAll {
  definition: FormDefinition;
  /** Newest first: applied in this order they take back what was applied. */
  undo: Edit[];
  refusals: Refusal[];
}

/** One edit; a definition is never changed, a new one is given. */
export function applyEdit(definition: FormDefinition, edit: Edit): Applied {
  const { definition: after, undo, refusals } = applyEdits(definition, [edit]);
  const [refusal] = refusals;
  return refusal ? { ok: false, refusal } : { ok: true, definition: after, undo: undo[0]! };
}

/**
 * Edits in order. A refused one changes nothing and the rest is applied; with `all` nothing is applied where one is refused.
 */
export function applyEdits(definition: FormDefinition, edits: readonly Edit[], { all = false } = {}): AppliedAll {
  const bench = new Bench(definition);
  const undo: Edit[] = [];
  const refusals: Refusal[] = [];
  for (const edit of edits) {
    const done = bench.apply(edit);
    if ('code' in done) refusals.push(done);
    else undo.push(done);
  }
  if (all && refusals.length > 0) return { definition, undo: [], refusals };
  return { definition: bench.result(), undo: undo.reverse(), refusals };
}

/** A definition taken apart for a batch, so that pasting thousands of rows does not copy thousands of lists. */
class Bench {
  private readonly lists = new Map<ListName, MemberList>();
  private head: FormDefinition;

  constructor(definition: FormDefinition) {
    this.head = definition;
  }

  /** The inverse of the edit, or why it was refused. */
  apply(edit: Edit): Edit | Refusal {
    if (edit.do === 'set-form') return this.setHead(edit);
    const list = this.list(edit.list);
    return list ? list.apply(edit) : { code: 'no-such-list', edit };
  }

  result(): FormDefinition {
    let definition = this.head;
    for (const [name, list] of this.lists) {
      if (list.changed) definition = withMembers(definition, name, list.members);
    }
    return definition;
  }

  private setHead(edit: Extract<Edit, { do: 'set-form' }>): Edit | Refusal {
    const now = ((this.head as unknown as Record<string, Json>)[edit.field] ?? null) as Json;
    if (!same(now, edit.from)) return { code: 'changed-meanwhile', edit, now };
    const shaped = shapedHead(edit.field, edit.to);
    if (!shaped) return { code: 'wrong-shape', edit, now };
    this.head = { ...this.head, [edit.field]: shaped.value } as FormDefinition;
    return { ...edit, from: shaped.value as Json, to: now };
  }

  private list(name: ListName): MemberList | undefined {
    const kept = this.lists.get(name);
    if (kept) return kept;
    const members = membersOf(this.head, name);
    if (!members) return undefined;
    const list = new MemberList(name, members);
    this.lists.set(name, list);
    return list;
  }
}

type ListEdit = Exclude<Edit, { do: 'set-form' }>;

class MemberList {
  changed = false;
  members: Item[];
  private readonly byKey: Map<string, Item>;

  constructor(
    private readonly name: ListName,
    members: readonly Item[],
  ) {
    this.members = [...members];
    this.byKey = new Map(members.map((member) => [member.key, member]));
  }

  apply(edit: ListEdit): Edit | Refusal {
    const done = this.tried(edit);
    if (!('code' in done)) this.changed = true;
    return done;
  }

  private tried(edit: ListEdit): Edit | Refusal {
    switch (edit.do) {
      case 'set':
        return this.set(edit);
      case 'add':
        return this.add(edit);
      case 'remove':
        return this.remove(edit);
      case 'move':
        return this.move(edit);
    }
  }

  private set(edit: Extract<Edit, { do: 'set' }>): Edit | Refusal {
    const member = this.byKey.get(edit.key);
    if (!member) return { code: 'unknown-member', edit };
    const now = Object.hasOwn(member, edit.field) ? (member[edit.field] ?? null) : null;
    if (!same(now, edit.from)) return { code: 'changed-meanwhile', edit, now };
    if (edit.field === 'key') return { code: 'wrong-shape', edit, now };
    const given = edit.to === null ? without(member, edit.field) : { ...member, [edit.field]: edit.to };
    const shaped = shapedMember(this.name, given);
    if (!shaped) return { code: 'wrong-shape', edit, now };
    this.members[this.members.indexOf(member)] = shaped;
    this.byKey.set(edit.key, shaped);
    return { ...edit, from: shaped[edit.field] ?? null, to: now };
  }

  private add(edit: Extract<Edit, { do: 'add' }>): Edit | Refusal {
    const shaped = shapedMember(this.name, edit.item);
    if (!shaped) return { code: 'wrong-shape', edit };
    const taken = this.byKey.get(shaped.key);
    if (taken) return { code: 'key-taken', edit, now: taken };
    if (this.members.length >= MOST_MEMBERS) return { code: 'too-many', edit };
    const at = this.placeAfter(edit.after);
    if (at === undefined) return { code: 'unknown-member', edit };
    this.members.splice(at, 0, shaped);
    this.byKey.set(shaped.key, shaped);
    return { do: 'remove', list: edit.list, item: shaped };
  }

  private remove(edit: Extract<Edit, { do: 'remove' }>): Edit | Refusal {
    const member = this.byKey.get(edit.item.key);
    if (!member) return { code: 'unknown-member', edit };
    if (!same(member, edit.item)) return { code: 'changed-meanwhile', edit, now: member };
    const at = this.members.indexOf(member);
    this.members.splice(at, 1);
    this.byKey.delete(member.key);
    return { do: 'add', list: edit.list, item: member, after: this.members[at - 1]?.key ?? null };
  }

  private move(edit: Extract<Edit, { do: 'move' }>): Edit | Refusal {
    const member = this.byKey.get(edit.key);
    if (!member) return { code: 'unknown-member', edit };
    const at = this.members.indexOf(member);
    const before = this.members[at - 1]?.key ?? null;
    if (before !== edit.from) return { code: 'changed-meanwhile', edit, now: before };
    if (edit.to === edit.key) return { code: 'wrong-shape', edit, now: before };
    this.members.splice(at, 1);
    const to = this.placeAfter(edit.to);
    if (to === undefined) {
      this.members.splice(at, 0, member);
      return { code: 'unknown-member', edit };
    }
    this.members.splice(to, 0, member);
    return { ...edit, from: edit.to, to: edit.from };
  }

  /** Index at which a member goes that is to stand after `key`; undefined where there is none of that key. */
  private placeAfter(key: string | null): number | undefined {
    if (key === null) return 0;
    // Pasted rows mostly go to the end, one after the other.
    if (this.members.at(-1)?.key === key) return this.members.length;
    const member = this.byKey.get(key);
    return member && this.members.indexOf(member) + 1;
  }
}

function without(member: Item, field: string): Item {
  return Object.fromEntries(Object.entries(member).filter(([name]) => name !== field)) as Item;
}
