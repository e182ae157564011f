import { notAllowed, Scope } from '../../access/index.js';
import type { Person, UnitTree } from '../../units/index.js';

/**
 * Whether `person` may act for `unit` towards others: an admin may, its heads and supervisors may, and those of a body that works
 * for it (it stands directly under it and watches with it).
 */
export function mayActFor(person: Person, tree: UnitTree, unit: string): boolean {
  if (new Scope(person, tree).has('admin')) return true;
  return person.roles.some(
    (held) => (held.role === 'head' || held.role === 'supervisor') && worksFor(tree, held.unit, unit),
  );
}

/** Throws where {@link mayActFor} says no. */
export function mustActFor(person: Person, tree: UnitTree, unit: string): void {
  if (!mayActFor(person, tree, unit)) throw notAllowed();
}

function worksFor(tree: UnitTree, body: string, unit: string): boolean {
  if (body === unit) return true;
  const found = tree.find(body);
  return found?.parent === unit && found.traits.includes('watches-with-parent');
}
