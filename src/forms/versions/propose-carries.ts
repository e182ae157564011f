import { isSameUnit, type NamedUnit, unitCodeOf } from '../catalog/unit-words.js';
import type { Choice, FormDefinition } from '../definition/definition.js';
import type { Carry, Item, ListName } from '../edit/edit.js';
import { HOLDING_ANSWERS, listsOf, membersOf } from '../edit/lists.js';
import { spelling } from './spelling.js';
import { unitFactor } from './unit-factor.js';

/**
 * How answers given under `before` could go on under `after`, for an admin to confirm or change: a member with another name
 * keeps its answers; one that is gone hands them to the only new one of the same name and type, else they are laid aside, as
 * are those of a member that is answered otherwise now. A unit of another size multiplies them (by 1 where the sizes are
 * unknown, which the admin must look at), fewer decimals round them (a factor of 1); choices that are gone become no answer.
 */
export function proposeCarries(before: FormDefinition, after: FormDefinition): Carry[] {
  return listsOf(before)
    .filter((list) => HOLDING_ANSWERS.includes(list))
    .flatMap((list) => listCarries(list, membersOf(before, list) ?? [], membersOf(after, list) ?? []));
}

function listCarries(list: ListName, before: readonly Item[], after: readonly Item[]): Carry[] {
  const now = new Map(after.map((member) => [member.key, member]));
  const old = new Map(before.map((member) => [member.key, member]));
  const successors = successorsOf(
    before.filter((member) => !now.has(member.key)),
    after.filter((member) => !old.has(member.key)),
  );
  return before.flatMap((member): Carry[] => {
    if (isComputed(member)) return [];
    const next = now.get(member.key) ?? successors.get(member.key);
    if (!next || !answersAlike(member, next)) return [{ do: 'rename', list, from: member.key, to: null }];
    const renamed = member.key !== next.key || spelling(nameOf(member)) !== spelling(nameOf(next));
    return [
      ...(renamed ? [{ do: 'rename' as const, list, from: member.key, to: next.key }] : []),
      ...scale(list, member, next),
      ...goneChoices(list, member, next),
    ];
  });
}

/** Old key → the new member that carries the same name, where there is one of each and no more. */
function successorsOf(gone: readonly Item[], fresh: readonly Item[]): ReadonlyMap<string, Item> {
  const goneByName = Map.groupBy(gone, (member) => spelling(nameOf(member)));
  const freshByName = Map.groupBy(fresh, (member) => spelling(nameOf(member)));
  return new Map(
    gone.flatMap((member): [string, Item][] => {
      const name = spelling(nameOf(member));
      const [next, ...others] = freshByName.get(name) ?? [];
      const isClear = name !== '' && next && others.length === 0 && goneByName.get(name)!.length === 1;
      return isClear ? [[member.key, next]] : [];
    }),
  );
}

const isComputed = (member: Item): boolean => member['computed'] !== undefined;

/** Whether an answer to the one is an answer to the other: the same type, and for a measure the same year and sort. */
function answersAlike(one: Item, other: Item): boolean {
  if (isComputed(other)) return false;
  return ['type', 'year', 'sort'].every((field) => one[field] === other[field]);
}

function scale(list: ListName, before: Item, after: Item): Carry[] {
  const [from, to] = [unitOf(before), unitOf(after)];
  const isSame = from.code === to.code && isSameUnit(from.vi, to.vi);
  const rounds = placesOf(after) < placesOf(before);
  if (!NUMERIC.includes(String(before['type'])) || (isSame && !rounds)) return [];
  return [{ do: 'scale', list, key: after.key, factor: isSame ? '1' : (factorBetween(from, to) ?? '1') }];
}

/** By the codes; by the words where those did not change with them, or are no codes that anything is known of. */
function factorBetween(from: NamedUnit, to: NamedUnit): string | undefined {
  const byCode = from.code === to.code ? undefined : unitFactor(from.code, to.code);
  return byCode ?? unitFactor(unitCodeOf(from.vi) ?? from.code, unitCodeOf(to.vi) ?? to.code);
}

const NUMERIC: readonly string[] = ['number', 'integer', 'percent', 'money'];

const placesOf = (member: Item): number => (member['decimals'] as number | undefined) ?? Infinity;

function goneChoices(list: ListName, before: Item, after: Item): Carry[] {
  const left = new Set(choicesOf(after).map((choice) => choice.key));
  const gone = choicesOf(before).filter((choice) => !left.has(choice.key));
  if (gone.length === 0) return [];
  return [{ do: 'choices', list, key: after.key, map: Object.fromEntries(gone.map(({ key }) => [key, null])) }];
}

function nameOf(member: Item): string {
  const name = (member['label'] ?? member['title']) as { vi?: string } | undefined;
  return name?.vi ?? '';
}

/** A column and a question have a code alone; people write words there as well. */
function unitOf(member: Item): NamedUnit {
  const code = (member['unitCode'] as string | undefined) ?? '';
  return (member['unit'] as unknown as NamedUnit | undefined) ?? { code, vi: code };
}

const choicesOf = (member: Item): Choice[] =>
  member['type'] === 'choice' ? ((member['choices'] as unknown as Choice[] | undefined) ?? []) : [];
