import { Exact, fromExact } from '../answers/decimal.js';
import type { Choice, FormDefinition } from '../definition/definition.js';
import type { Carry, Item, ListName } from '../edit/edit.js';
import { listsOf, membersOf } from '../edit/lists.js';
import { unitOfMeasure } from '../understand/unit-of-measure.js';
import { spelling } from './spelling.js';

const HOLDING_ANSWERS: readonly ListName[] = ['rows', 'measures', 'columns', 'sections', 'questions'];

/**
 * How answers given under `before` could go on under `after`, for an admin to confirm or change: a member with another name
 * keeps its answers; one that is gone hands them to a new one of the same name, else they are laid aside; a unit of another
 * size multiplies them (by 1 where the sizes are unknown, which the admin must look at); choices that are gone become no answer.
 */
export function proposeCarries(before: FormDefinition, after: FormDefinition): Carry[] {
  return listsOf(before)
    .filter((list) => HOLDING_ANSWERS.includes(list))
    .flatMap((list) => listCarries(list, membersOf(before, list) ?? [], membersOf(after, list) ?? []));
}

function listCarries(list: ListName, before: readonly Item[], after: readonly Item[]): Carry[] {
  const now = new Map(after.map((member) => [member.key, member]));
  const old = new Set(before.map((member) => member.key));
  const fresh = after.filter((member) => !old.has(member.key));
  return before.flatMap((member): Carry[] => {
    const next = now.get(member.key);
    if (!next) return [{ do: 'rename', list, from: member.key, to: successor(member, fresh) }];
    const renamed = spelling(nameOf(member)) !== spelling(nameOf(next));
    return [
      ...(renamed ? [{ do: 'rename' as const, list, from: member.key, to: member.key }] : []),
      ...scale(list, member, next),
      ...goneChoices(list, member, next),
    ];
  });
}

function successor(gone: Item, fresh: readonly Item[]): string | null {
  const fitting = fresh.filter((member) => spelling(nameOf(member)) === spelling(nameOf(gone)));
  return fitting.length === 1 ? fitting[0]!.key : null;
}

function scale(list: ListName, before: Item, after: Item): Carry[] {
  const [from, to] = [before, after].map((member) => unitCodeOf(member));
  if (from === undefined || to === undefined || from === to) return [];
  const [was, is] = [unitOfMeasure(from, undefined), unitOfMeasure(to, undefined)];
  const perSame = from.split('/')[1] === to.split('/')[1];
  const known = was.base === is.base && perSame;
  const factor = known ? fromExact(new Exact(was.scale).div(is.scale)) : '1';
  return [{ do: 'scale', list, key: before.key, factor: factor ?? '1' }];
}

function goneChoices(list: ListName, before: Item, after: Item): Carry[] {
  const left = new Set(choicesOf(after).map((choice) => choice.key));
  const gone = choicesOf(before).filter((choice) => !left.has(choice.key));
  if (gone.length === 0) return [];
  const map = Object.fromEntries(gone.map((choice) => [choice.key, null]));
  return [{ do: 'choices', list, key: before.key, map }];
}

function nameOf(member: Item): string {
  const name = (member['label'] ?? member['title']) as { vi?: string } | undefined;
  return name?.vi ?? '';
}

function unitCodeOf(member: Item): string | undefined {
  const unit = member['unit'] as { code?: string } | undefined;
  return unit?.code ?? (member['unitCode'] as string | undefined);
}

const choicesOf = (member: Item): Choice[] => (member['choices'] as unknown as Choice[] | undefined) ?? [];
