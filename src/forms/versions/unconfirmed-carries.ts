import type { FormDefinition } from '../definition/definition.js';
import type { Carry, Item, ListName } from '../edit/edit.js';
import { HOLDING_ANSWERS, membersOf } from '../edit/lists.js';
import { proposeCarries } from './propose-carries.js';

/** A place of a form: a member of one of its lists. */
export interface CarryPlace {
  list: ListName;
  key: string;
}

/**
 * Places whose answers an admin must still say how they go on: the engine proposes something, and none of `carries` settles
 * the same place. Which way was chosen is the admin's; answers that are laid aside, or handed to another member than the
 * proposed one, need nothing more.
 */
export function unconfirmedPlaces(
  before: FormDefinition,
  after: FormDefinition,
  carries: readonly Carry[],
): CarryPlace[] {
  const proposed = proposeCarries(before, after);
  const open = proposed.filter((one) => !carries.some((given) => answers(given, one) || frees(given, one, proposed)));
  const places = open.map(placeOf);
  return places.filter((one, at) => places.findIndex((other) => isSame(other, one)) === at);
}

/** Places that `carries` name and the two versions do not have: an answer would come from nowhere or go nowhere. */
export function unknownPlaces(before: FormDefinition, after: FormDefinition, carries: readonly Carry[]): CarryPlace[] {
  return carries.filter((carry) => !isKnown(before, after, carry)).map(placeOf);
}

const placeOf = (carry: Carry): CarryPlace => ({
  list: carry.list,
  key: carry.do === 'rename' ? carry.from : carry.key,
});

const isSame = (one: CarryPlace, other: CarryPlace): boolean => one.list === other.list && one.key === other.key;

/** Whether the admin's carry says something of what is proposed, the same or another choice. */
function answers(given: Carry, proposed: Carry): boolean {
  if (given.do !== proposed.do || !isSame(placeOf(given), placeOf(proposed))) return false;
  if (given.do !== 'choices' || proposed.do !== 'choices') return true;
  return Object.keys(proposed.map).every((choice) => Object.hasOwn(given.map, choice));
}

/** Whether answers do not come to the place of a proposed conversion any more, as they are laid aside or go elsewhere. */
function frees(given: Carry, proposed: Carry, all: readonly Carry[]): boolean {
  if (given.do !== 'rename' || proposed.do === 'rename' || given.list !== proposed.list) return false;
  const into = all.find((one) => one.do === 'rename' && one.list === proposed.list && one.to === proposed.key);
  const source = into?.do === 'rename' ? into.from : proposed.key;
  return given.from === source && given.to !== proposed.key;
}

function isKnown(before: FormDefinition, after: FormDefinition, carry: Carry): boolean {
  if (!HOLDING_ANSWERS.includes(carry.list)) return false;
  const was = (key: string): Item | undefined => membersOf(before, carry.list)?.find((one) => one.key === key);
  const is = (key: string): Item | undefined => membersOf(after, carry.list)?.find((one) => one.key === key);
  switch (carry.do) {
    case 'rename':
      return was(carry.from) !== undefined && (carry.to === null || is(carry.to) !== undefined);
    case 'scale':
      return is(carry.key) !== undefined;
    case 'choices': {
      const left = choicesOf(is(carry.key));
      // A choice that is gone was one of the place that its answers come from, which may have had another key.
      const old = new Set((membersOf(before, carry.list) ?? []).flatMap((one) => [...choicesOf(one)]));
      return Object.entries(carry.map).every(([from, to]) => old.has(from) && (to === null || left.has(to)));
    }
  }
}

function choicesOf(member: Item | undefined): Set<string> {
  const choices = (member?.['choices'] as { key: string }[] | undefined) ?? [];
  return new Set(choices.map((choice) => choice.key));
}
