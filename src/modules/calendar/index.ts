export { CalendarModule } from './calendar.module.js';
export { CalendarService } from './calendar.service.js';
export { type DayRules, type DaysOffPolicy, dueUnderPolicy, NO_POLICY, PLAIN_DAYS } from './days-off-policy.js';
export { type ExtensionRequest } from './extension-request.js';
export { type ChainItem, type Forecast, forecast } from './forecast/forecast.js';
export { ExtensionsService } from './extensions.service.js';
export type {
  Clause,
  Milestone,
  Oddity,
  PlannedObligation,
  RecipientSelector,
  RulePeriod,
  YearlyDay,
} from './milestone.js';
export { type DeadlineEffect, type HolidayDifference, type Surroundings } from './holidays/holiday-difference.js';
export { HolidayImportAnswer } from './holidays/answers.js';
export {
  HOLIDAY_COLUMNS,
  type HolidayColumn,
  type HolidayFault,
  holidaysOf,
  type TypedHoliday,
} from './holidays/holiday-table.js';
export { HolidaysService, type ImportEffect, type MovedDay } from './holidays/holidays.service.js';
export { type Holiday, readHolidays } from './holidays/read-holidays.js';
export { type OfficeHours, withinHours } from './office-hours.js';
export { ObligationEntity } from './obligation.entity.js';
export { phaseOf, type Obligation, type ObligationPhase } from './obligation.js';
export { isObligationId, ObligationsService, toObligation, type ObligationRow } from './obligations.service.js';
export { type CalendarEvent, type LocalRule } from './occasion.js';
export { mayBeAsked, maySet, planAfterEvent, planUnderRule } from './plan-occasions.js';
export { dayIn, planObligations, planWindows } from './plan-obligations.js';
export { alreadySettled, cycleNotOpen, obligationUnknown, roundClosed } from './problems.js';
export { readMilestones } from './read-milestones.js';
export { type SpecialDay, WorkingDays } from './working-days.js';
export { DueMovesService, type Move, type MoveEffect } from './acts/due-moves.service.js';
export { OpeningService } from './acts/opening.service.js';
export { RoundsService } from './acts/rounds.service.js';
export { mayActFor, mustActFor } from './acts/may-act-for.js';
export { WaiversService } from './acts/waivers.service.js';
export { EventsService, type NewEvent } from './occasions/events.service.js';
export { eventFields } from './occasions/event-fields.js';
export type { Difference } from './occasions/reconcile.js';
export { ruleFields, ruleFile } from './occasions/rule-fields.js';
export { LocalRulesService, type NewRule } from './occasions/local-rules.service.js';
export { ChangeBody } from './unit-changes/change-fields.js';
export type { UnitChange } from './unit-changes/unit-change.js';
export { type ChangeDone, UnitChangesService } from './unit-changes/unit-changes.service.js';
