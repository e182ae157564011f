import { notAllowed, Scope } from '../access/index.js';
import { type Obligation, obligationUnknown, alreadySettled, type ObligationsService } from '../calendar/index.js';
import type { Person, UnitsService } from '../units/index.js';

/** Throws unless the person watches `unit` as supervisor, head or admin: seeing the own unit as its official is not watching. */
export function mustWatch(scope: Scope, unit: string): void {
  if (!watches(scope)) throw notAllowed();
  scope.mustSee(unit);
}

/** Whether the person watches any unit. */
export const watches = (scope: Scope): boolean => scope.has('supervisor') || scope.has('head') || scope.has('admin');

/** An obligation that is still owed by a unit that the person watches; throws where it is not. */
export async function watchedObligation(
  person: Person,
  id: string,
  { obligations, units }: { obligations: ObligationsService; units: UnitsService },
): Promise<Obligation> {
  const obligation = await obligations.find(id);
  if (!obligation) throw obligationUnknown();
  mustWatch(new Scope(person, await units.tree()), obligation.unit);
  if (obligation.settled) throw alreadySettled();
  return obligation;
}
