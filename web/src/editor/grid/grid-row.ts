import type { SaidFault } from '../draft/answers';
import { topOf } from '../model/field';
import type { Item, ListName } from '../model/forms';

/** A member as the grid draws it. The object stays the same as long as nothing in it is another: the grid compares only that. */
export interface GridRow {
  item: Item;
  /** Place in the list, from 1. */
  at: number;
  /** Sentences of what is wrong, by field; the empty field is the row as a whole. */
  faults?: ReadonlyMap<string, string>;
  /** What is being typed, and where; only while a cell is edited. */
  typed?: { field: string; text: string };
}

/** Makes the rows of one list, reusing what it made before. */
export class GridRows {
  private made: GridRow[] = [];

  of(list: ListName, members: readonly Item[], faults: readonly SaidFault[]): GridRow[] {
    const byKey = faultsByKey(list, faults);
    const before = new Map(this.made.map((row) => [row.item.key, row]));
    this.made = members.map((item, index) => {
      const old = before.get(item.key);
      const mine = byKey.get(item.key);
      const kept = old && old.item === item && old.at === index + 1 && sameFaults(old.faults, mine);
      return kept ? old : { item, at: index + 1, ...(mine ? { faults: mine } : {}) };
    });
    return this.made;
  }
}

/** What is wrong with a cell; also told by the cell whose field has parts of its own (`unit` by `unit.vi`). */
export function faultAt(row: GridRow, name: string): string | undefined {
  return row.faults?.get(name) ?? row.faults?.get(topOf({ name }));
}

function faultsByKey(list: ListName, faults: readonly SaidFault[]): Map<string, Map<string, string>> {
  const found = new Map<string, Map<string, string>>();
  for (const { list: where, key, field = '', text } of faults) {
    if (where !== list || key === undefined) continue;
    const mine = found.get(key) ?? new Map<string, string>();
    mine.set(field, mine.has(field) ? `${mine.get(field)} ${text}` : text);
    found.set(key, mine);
  }
  return found;
}

function sameFaults(one?: ReadonlyMap<string, string>, other?: ReadonlyMap<string, string>): boolean {
  if (!one || !other) return one === other;
  return one.size === other.size && [...one].every(([field, text]) => other.get(field) === text);
}
