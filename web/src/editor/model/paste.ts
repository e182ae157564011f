import { readText, type Reading, type TypedFault } from './cell-text';
import { type Field, topOf } from './field';
import type { Edit, Item, ListName } from './forms';
import { membersOf, MOST_MEMBERS } from './members';
import { freeKey, isKey, keyFrom } from './new-key';
import { newMember } from './new-member';
import { same } from './same';

/** A cell that could not be taken: its place in the pasted rectangle, from 1, and in which column of the form. */
export interface PasteFault {
  row: number;
  field: Field;
  text: string;
  fault: TypedFault;
}

export interface Pasted {
  edits: Edit[];
  faults: PasteFault[];
  /** How many members exist already and get other values, and how many are new. */
  changed: number;
  added: number;
  /** The list would become longer than a form may be: nothing is to be done. */
  tooMany: boolean;
}

export interface PastePlace {
  list: ListName;
  fields: readonly Field[];
  row: number;
  column: number;
  /** The members as the table shows them, where it does not show all. */
  members?: readonly Item[];
}

/**
 * What pasting a rectangle at a cell would do: members below are changed, beyond the last one new ones are added. Columns
 * right of the table are left out. A faulty cell changes nothing; the person decides whether the rest is pasted.
 */
export function planPaste(cells: readonly (readonly string[])[], place: PastePlace, reading: Reading): Pasted {
  const { list, fields } = place;
  const all = membersOf(reading.definition, list);
  const members = place.members ?? all;
  const pasted: Pasted = { edits: [], faults: [], changed: 0, added: 0, tooMany: false };
  const beyond = Math.max(0, place.row + cells.length - members.length);
  if (all.length + beyond > MOST_MEMBERS) return { ...pasted, tooMany: true };
  const taken = new Set(all.map((member) => member.key));
  let last = all.at(-1);
  for (const [at, line] of cells.entries()) {
    const texts = line.slice(0, fields.length - place.column);
    const member = members[place.row + at];
    const read = (begun: Item, isNew: boolean) =>
      texts.reduce<Item>((so, text, offset) => {
        const field = fields[place.column + offset]!;
        // Nothing pasted over what has to be there leaves it there; a new member begins with what its kind needs.
        if (text === '' && (isNew || field.needed)) return so;
        if (isNew && field.kind === 'key') return so;
        const found = readText(field, text, so, reading);
        if (found.ok) return found.member;
        pasted.faults.push({ row: at + 1, field, text, fault: found.fault });
        return so;
      }, begun);
    if (member) {
      const after = read(member, false);
      const edits = fieldEdits(list, member, after, fields);
      if (edits.length > 0) pasted.changed += 1;
      pasted.edits.push(...edits);
      continue;
    }
    if (texts.every((text) => text === '')) continue;
    const textAt = (kind: (field: Field) => boolean) => texts[fields.findIndex(kind) - place.column] ?? '';
    const name = textAt((field) => /^(label|title|message)\.vi$/.test(field.name));
    const given = textAt((field) => field.kind === 'key');
    const key = freeKey(isKey(given) ? given : keyFrom(name, 'dong'), taken);
    taken.add(key);
    const item = read(newMember(list, key, name, reading.definition, last), true);
    const placed = last && list === 'rows' && last['group'] === item['group'] ? inLine(item, last) : item;
    pasted.edits.push({ do: 'add', list, item: placed, after: last?.key ?? null });
    pasted.added += 1;
    last = placed;
  }
  return pasted;
}

/** Numbers of rows added one after the other go on from each other. */
const inLine = (item: Item, last: Item): Item => ({ ...item, seq: Number(last['seq']) + 1 });

function fieldEdits(list: ListName, before: Item, after: Item, fields: readonly Field[]): Edit[] {
  const names = new Set(fields.map(topOf));
  return [...names].flatMap((field): Edit[] => {
    const [from, to] = [before[field] ?? null, after[field] ?? null];
    return same(from, to) ? [] : [{ do: 'set', list, key: before.key, field, from, to }];
  });
}
