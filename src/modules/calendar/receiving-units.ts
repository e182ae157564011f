import type { UnitTree } from '../units/index.js';
import type { Obligation } from './obligation.js';

/** The units that receive an obligation and may give it time. Units below the owing one receive its decision; they grant it nothing. */
export function receivingUnits(
  { unit, recipients }: Pick<Obligation, 'unit' | 'recipients'>,
  tree: UnitTree,
): string[] {
  const below = tree.subtree(unit);
  return recipients.flatMap((to) => (to.unit === undefined || below.has(to.unit) ? [] : to.unit));
}
