import { notAllowed, Scope } from '../access/index.js';
import type { Person, UnitTree } from '../units/index.js';
import type { Obligation } from './obligation.js';
import { receivingUnits } from './receiving-units.js';

/** Throws unless `person` decides about an obligation: an admin does, and a head or supervisor of a unit that receives it. */
export function mustDecide(person: Person, tree: UnitTree, obligation: Obligation): void {
  const receiving = receivingUnits(obligation, tree);
  const receives = person.roles.some(
    ({ unit, role }) => receiving.includes(unit) && (role === 'head' || role === 'supervisor'),
  );
  if (!receives && !new Scope(person, tree).has('admin')) throw notAllowed();
}
