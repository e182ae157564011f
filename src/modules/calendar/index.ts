export { CalendarModule } from './calendar.module.js';
export { CalendarService } from './calendar.service.js';
export { alreadySettled, ExtensionsService, obligationUnknown } from './extensions.service.js';
export type { Clause, Milestone, Oddity, PlannedObligation, RecipientSelector } from './milestone.js';
export { ObligationEntity } from './obligation.entity.js';
export { phaseOf, type Obligation, type ObligationPhase } from './obligation.js';
export { ObligationsService } from './obligations.service.js';
export { dayIn, planObligations, planWindows } from './plan-obligations.js';
export { readMilestones } from './read-milestones.js';
