import type { PlainDate } from '../shared/index.js';
import { existsOn, type Unit, type UnitTree } from '../units/index.js';
import type { PlannedObligation, RecipientSelector } from './milestone.js';

/** From whose place a selector is read, on which day, and whom an event was about. */
export interface Standpoint {
  unit: Unit;
  tree: UnitTree;
  on: PlainDate;
  concerned?: Unit;
}

/** The units that `selector` means on that day; none for a body named in words. */
export function selectUnits(selector: RecipientSelector, { unit, tree, on, concerned }: Standpoint): Unit[] {
  return reach(selector, unit, tree, concerned).filter((found) => existsOn(found, on));
}

/** Units with their codes, and bodies by their names. */
export function selectRecipients(
  selectors: readonly RecipientSelector[],
  standpoint: Standpoint,
): PlannedObligation['recipients'] {
  return selectors.flatMap((selector) =>
    'body' in selector
      ? [{ name: selector.body }]
      : selectUnits(selector, standpoint).map((found) => ({ unit: found.code, name: found.name })),
  );
}

function reach(selector: RecipientSelector, unit: Unit, tree: UnitTree, concerned: Unit | undefined): readonly Unit[] {
  if ('body' in selector) return [];
  if ('concerned' in selector) return concerned ? [concerned] : [];
  if ('superior' in selector) return present(unit.parent, tree);
  if ('unit' in selector) return present(selector.unit, tree);
  if (selector.below) return tree.children(unit.code).filter((found) => found.kind === selector.kind);
  if (selector.beside) {
    return unit.parent === undefined ? [] : tree.children(unit.parent).filter((found) => found.kind === selector.kind);
  }
  return tree.units.filter((found) => found.kind === selector.kind && found.code !== unit.code);
}

function present(code: string | undefined, tree: UnitTree): Unit[] {
  const unit = code === undefined ? undefined : tree.find(code);
  return unit ? [unit] : [];
}
