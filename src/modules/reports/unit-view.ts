import type { FormView } from '../../forms/index.js';
import type { PlainDate } from '../shared/index.js';
import { leadsOn, type Unit } from '../units/index.js';

/** Which rows a unit sees: by its traits, and where it reports on what it leads only the rows that it leads on the due day. */
export function unitView(unit: Unit, owed: { onlyLedRows: boolean; dueOn: PlainDate }): FormView {
  return owed.onlyLedRows ? { traits: unit.traits, leads: leadsOn(unit, owed.dueOn) } : { traits: unit.traits };
}
