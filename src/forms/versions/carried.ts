import type { Carry, Item, ListName } from '../edit/edit.js';
import { Exact, fromExact, isCanonical } from '../answers/decimal.js';

/** An answer that does not stand as it stood: where it was given, what it was, and where and what it is now. */
export interface CarriedPlace {
  /** Key of the row, column, section or question under the older version. */
  key: string;
  measure?: string;
  /** Zero-based, in a list. */
  line?: number;
  before: string;
  /** The key that it has now, where it is another one. */
  to?: string;
  toMeasure?: string;
  /** Absent where the answer does not go on. */
  after?: string;
}

/** What became of the answers that did not simply stay. */
export interface Found {
  changed: CarriedPlace[];
  lost: CarriedPlace[];
}

/** The way of answers through one list of a definition. */
export interface Way {
  /** The key under which answers to `key` go on; null where they do not. */
  to: (key: string) => string | null;
  /** The key of the member that an explanation of `key` goes on with, which may be worked out; null where it is gone. */
  noteTo: (key: string) => string | null;
  /** The text of an answer under its new key, in the newer version's unit and choices; undefined where it has none. */
  convert: (key: string, value: string) => string | undefined;
}

const MOST_PLACES = 18;

/** The way that `carries` describe through a list whose members are `members` by now. */
export function wayThrough(list: ListName, members: readonly Item[], carries: readonly Carry[]): Way {
  const asked = new Map(members.filter((one) => one['computed'] === undefined).map((one) => [one.key, one]));
  const renamed = new Map<string, string | null>();
  const conversions = new Map<string, Exclude<Carry, { do: 'rename' }>[]>();
  for (const carry of carries) {
    if (carry.list !== list) continue;
    if (carry.do === 'rename') renamed.set(carry.from, carry.to);
    else conversions.set(carry.key, [...(conversions.get(carry.key) ?? []), carry]);
  }
  const all = new Set(members.map((one) => one.key));
  const within = (known: { has: (key: string) => boolean }) => (key: string) => {
    const to = renamed.has(key) ? renamed.get(key)! : key;
    return to !== null && known.has(to) ? to : null;
  };
  return {
    to: within(asked),
    noteTo: within(all),
    convert: (key, value) =>
      (conversions.get(key) ?? []).reduce<string | undefined>((one, carry) => {
        if (one === undefined) return undefined;
        return carry.do === 'choices' ? chosen(one, carry.map) : scaled(one, carry.factor, placesOf(asked.get(key)));
      }, value),
  };
}

function placesOf(member: Item | undefined): number {
  if (member?.['type'] === 'integer') return 0;
  return (member?.['decimals'] as number | undefined) ?? MOST_PLACES;
}

/** A number that outgrows what is kept has no answer; a text is not a number and stays. */
function scaled(value: string, factor: string, decimals: number): string | undefined {
  return isCanonical(value) ? fromExact(new Exact(value).times(factor), decimals) : value;
}

function chosen(value: string, map: Readonly<Record<string, string | null>>): string | undefined {
  return Object.hasOwn(map, value) ? (map[value] ?? undefined) : value;
}
