import type { FormDefinition } from '../definition/definition.js';
import type { ListName } from '../edit/edit.js';
import { type Fault, fault } from '../edit/fault.js';
import type { Condition, Formula } from './formula.js';
import type { Named, NamedParts } from './named.js';

/** One place of a definition where a formula or a condition stands. */
export interface Place {
  list: ListName;
  key: string;
  field: string;
  /** What the member is called, in Vietnamese. */
  name: string;
  /** What references mean that name no row; unknown where a check is made in every numeric row. */
  own?: Named;
}

export type Placed = { place: Place } & ({ formula: Formula } | { condition: Condition });

/** Every formula and condition of a form with its place. Computed measures and columns have rules of their own. */
export function placesOf(definition: FormDefinition, parts: NamedParts): Placed[] {
  const members =
    definition.kind === 'indicators'
      ? definition.rows.map((member) => ({ list: 'rows' as const, member, computed: member.computed }))
      : definition.kind === 'records'
        ? definition.columns.map((member) => ({ list: 'columns' as const, member, computed: undefined }))
        : definition.kind === 'short'
          ? definition.questions.map((member) => ({ list: 'questions' as const, member, computed: undefined }))
          : [];
  const ofMembers = members.flatMap(({ list, member, computed }): Placed[] => {
    const { key, label, visibleWhen } = member;
    const place = { list, key, name: label.vi, own: member };
    return [
      ...(computed ? [{ place: { ...place, field: 'computed' }, formula: computed }] : []),
      ...(visibleWhen ? [{ place: { ...place, field: 'visibleWhen' }, condition: visibleWhen }] : []),
    ];
  });
  const ofChecks = (definition.checks ?? []).map(({ key, message, holds, row, column }): Placed => {
    const own = definition.kind === 'indicators' ? parts.rows.get(row ?? '') : parts.columns.get(column ?? '');
    return { place: { list: 'checks', key, field: 'holds', name: message.vi, own }, condition: holds };
  });
  return [...ofMembers, ...ofChecks];
}

/** A fault at a place, which its sentence calls by `name`. */
export function faultAt(place: Omit<Place, 'own'>, code: string, params: Record<string, string> = {}): Fault {
  return fault(code, { name: place.name, ...params }, place.list, place.key, place.field);
}
