import type { FormDefinition } from '../definition/definition.js';
import type { Edit, Item, Json, ListName } from './edit.js';
import { listsOf, membersOf } from './lists.js';
import { same } from './same.js';

/** Fields of a form that edits may set. */
const HEAD = ['template', 'title', 'provenance'] as const;

/**
 * The fewest edits that turn `before` into `after`, a form of the same key and kind: first what goes, then what is moved
 * and added, then what is set. Equal forms need none.
 */
export function editsBetween(before: FormDefinition, after: FormDefinition): Edit[] {
  const head = HEAD.flatMap((field): Edit[] => {
    const [from, to] = [before, after].map((form) => (form[field] ?? null) as unknown as Json) as [Json, Json];
    return same(from, to) ? [] : [{ do: 'set-form', field, from, to }];
  });
  return [
    ...head,
    ...listsOf(before).flatMap((list) => listEdits(list, membersOf(before, list) ?? [], membersOf(after, list) ?? [])),
  ];
}

function listEdits(list: ListName, before: readonly Item[], after: readonly Item[]): Edit[] {
  const old = new Map(before.map((item) => [item.key, item]));
  const now = new Map(after.map((item) => [item.key, item]));
  const removed = before.filter((item) => !now.has(item.key)).map((item): Edit => ({ do: 'remove', list, item }));
  const order = before.filter((item) => now.has(item.key)).map((item) => item.key);
  return [
    ...removed,
    ...placements(list, order, after, old),
    ...after.flatMap((item) => sets(list, old.get(item.key), item)),
  ];
}

/** Walks `after` from the top; whoever stays in order stays, everybody else is moved or added behind the one before. */
function placements(
  list: ListName,
  start: readonly string[],
  after: readonly Item[],
  old: ReadonlyMap<string, Item>,
): Edit[] {
  const place = new Map(start.map((key, at) => [key, at]));
  const wanted = after.filter((item) => old.has(item.key)).map((item) => item.key);
  const staying = new Set(longestRising(wanted.map((key) => place.get(key)!)).map((at) => start[at]!));
  const order = [...start];
  const edits: Edit[] = [];
  let previous: string | null = null;
  for (const item of after) {
    if (!old.has(item.key)) {
      edits.push({ do: 'add', list, item, after: previous });
      order.splice(placeAfter(order, previous), 0, item.key);
    } else if (!staying.has(item.key)) {
      const at = order.indexOf(item.key);
      const from: string | null = order[at - 1] ?? null;
      if (from !== previous) {
        edits.push({ do: 'move', list, key: item.key, from, to: previous });
        order.splice(at, 1);
        order.splice(placeAfter(order, previous), 0, item.key);
      }
    }
    previous = item.key;
  }
  return edits;
}

function placeAfter(order: readonly string[], key: string | null): number {
  if (key === null) return 0;
  return order.at(-1) === key ? order.length : order.indexOf(key) + 1;
}

function sets(list: ListName, before: Item | undefined, after: Item): Edit[] {
  if (!before) return [];
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return fields.flatMap((field): Edit[] => {
    const [from, to] = [before[field] ?? null, after[field] ?? null];
    return same(from, to) ? [] : [{ do: 'set', list, key: after.key, field, from, to }];
  });
}

/** One longest rising subsequence of distinct numbers (patience sorting). */
function longestRising(numbers: readonly number[]): number[] {
  const tops: number[] = [];
  const before = new Map<number, number | undefined>();
  for (const number of numbers) {
    let [low, high] = [0, tops.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (tops[middle]! < number) low = middle + 1;
      else high = middle;
    }
    before.set(number, tops[low - 1]);
    tops[low] = number;
  }
  const rising: number[] = [];
  for (let at = tops.at(-1); at !== undefined; at = before.get(at)) rising.unshift(at);
  return rising;
}
