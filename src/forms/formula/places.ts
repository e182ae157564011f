import type { FormDefinition, LocalText } from '../definition/definition.js';
import type { ListName } from '../edit/edit.js';
import { type Fault, fault } from '../edit/fault.js';
import { formulaOf } from './compared.js';
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

/** Every formula and condition of a form with its place. */
export function placesOf(definition: FormDefinition, parts: NamedParts): Placed[] {
  const ofMembers = membersOf(definition).flatMap(({ list, key, name, own, computed, visibleWhen }): Placed[] => {
    const place = { list, key, name, own };
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

interface Ruled extends Omit<Place, 'field'> {
  computed?: Formula;
  visibleWhen?: Condition;
}

/** What may be worked out or wait. What a group or a column of a table says is looked at from each row: it has none of its own. */
function membersOf(definition: FormDefinition): Ruled[] {
  switch (definition.kind) {
    case 'indicators':
      return [
        ...definition.groups.map(({ key, title, visibleWhen }): Ruled => ({
          list: 'groups',
          key,
          name: title.vi,
          visibleWhen,
        })),
        ...definition.measures.map((one): Ruled => ({ ...ruled('measures', one), computed: formulaOf(one) })),
        ...definition.rows.map((row): Ruled => ({ ...ruled('rows', row), computed: row.computed, own: row })),
      ];
    case 'records':
      return definition.columns.map((one): Ruled => ({ ...ruled('columns', one), computed: formulaOf(one), own: one }));
    case 'short':
      return definition.questions.map((one): Ruled => ({ ...ruled('questions', one), own: one }));
    case 'outline':
      return definition.sections.map(({ title, ...section }): Ruled => {
        const own = { ...section, label: title, type: 'text' as const };
        return { ...ruled('sections', own), own };
      });
  }
}

const ruled = (
  list: ListName,
  { key, label, visibleWhen }: { key: string; label: LocalText; visibleWhen?: Condition },
) => ({
  list,
  key,
  name: label.vi,
  visibleWhen,
});

/** A fault at a place, which its sentence calls by `name`. */
export function faultAt(place: Omit<Place, 'own'>, code: string, params: Record<string, string> = {}): Fault {
  return fault(code, { name: place.name, ...params }, place.list, place.key, place.field);
}
