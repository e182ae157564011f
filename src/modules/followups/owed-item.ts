import type { Obligation, PlannedObligation } from '../calendar/index.js';
import type { PlainDate } from '../shared/index.js';
import type { OwedItem } from './ladder.js';

/** What people did about an obligation, as days. */
export interface KnownOfItem {
  promisedOn?: PlainDate;
  promiseMadeOn?: PlainDate;
  acknowledgedOn?: PlainDate;
  statusReportedOn?: PlainDate;
  contact: { deliveredOn?: PlainDate };
}

/** What the planner must know of an obligation that stands in the database. */
export function itemOfObligation(obligation: Obligation, known: KnownOfItem = { contact: {} }): OwedItem {
  const { promiseMadeOn, statusReportedOn, ...answers } = known;
  const { acknowledgedOn } = answers;
  const said = statusReportedOn !== undefined && statusReportedOn >= obligation.opensOn ? statusReportedOn : undefined;
  const answeredOn = [promiseMadeOn, acknowledgedOn]
    .filter((day) => day !== undefined)
    .sort()
    .at(-1);
  return {
    ...answers,
    ...(said === undefined ? {} : { statusReportedOn: said }),
    ...(answeredOn === undefined ? {} : { answeredOn }),
    id: obligation.id,
    planYear: obligation.planYear,
    milestone: obligation.milestone,
    unit: obligation.unit,
    occasion: obligation.occasion,
    superior: obligation.superior,
    opensOn: obligation.opensOn,
    dueOn: obligation.dueOn,
    // Nothing is asked any more for what takes no answer.
    settled: obligation.settled !== undefined || obligation.closedAt !== undefined,
  };
}

/** The same of one that is only planned: nobody has answered, and it is named by what makes it unique. */
export function itemOfPlanned(one: PlannedObligation): OwedItem {
  return {
    id: `${one.planYear}/${one.milestone}/${one.unit}${one.occasion && `:${one.occasion}`}`,
    planYear: one.planYear,
    milestone: one.milestone,
    unit: one.unit,
    occasion: one.occasion,
    ...(one.superior === undefined ? {} : { superior: one.superior }),
    opensOn: one.opensOn,
    dueOn: one.dueOn,
    settled: false,
  };
}
