import type { Obligation, PlannedObligation } from '../calendar/index.js';
import type { PlainDate } from '../shared/index.js';
import type { OwedItem } from './ladder.js';

/** What the planner must know of an obligation that stands in the database. */
export function itemOfObligation(obligation: Obligation, promisedOn?: PlainDate): OwedItem {
  return {
    id: obligation.id,
    planYear: obligation.planYear,
    milestone: obligation.milestone,
    unit: obligation.unit,
    superior: obligation.superior,
    opensOn: obligation.opensOn,
    dueOn: obligation.dueOn,
    settled: obligation.settled !== undefined,
    promisedOn,
  };
}

/** The same of one that is only planned: nobody has answered, and it is named by what makes it unique. */
export function itemOfPlanned(one: PlannedObligation): OwedItem {
  return {
    id: `${one.planYear}/${one.milestone}/${one.unit}`,
    planYear: one.planYear,
    milestone: one.milestone,
    unit: one.unit,
    ...(one.superior === undefined ? {} : { superior: one.superior }),
    opensOn: one.opensOn,
    dueOn: one.dueOn,
    settled: false,
  };
}
