export { BoardService } from './board.service.js';
export { dryRun } from './dry-run.js';
export { EscalationsService } from './escalations.service.js';
export { FollowupsModule } from './followups.module.js';
export { FollowupsService, type PlanCounts } from './followups.service.js';
export type { Audience, Ladder, OwedItem, PlannedNotice, Rung } from './ladder.js';
export {
  type ChannelLimit,
  type Load,
  loadOf,
  type Peak,
  peakHour,
  type PlannedMessage,
  totalsPerDay,
} from './load-of-plan.js';
export { itemOfPlanned } from './owed-item.js';
export { LaddersService } from './ladders.service.js';
export { PromisesService } from './promises.service.js';
export { RemindNowService } from './remind-now.service.js';
export { TakeBackService } from './take-back.service.js';
export { planNotices, planRange } from './plan-notices.js';
export { readLadder } from './read-ladder.js';
export { type UnitQuestion, UnitQuestionsService } from './unit-questions.service.js';
export { type ForecastLine, ForecastService } from './forecast.service.js';
export { withWaits } from './waits.js';
export { ChannelLimits } from './channel-limits.js';
export { planDifference, type PlanDifference } from './plan-difference.js';
export { afterEdit, type PlanEdit } from './plan-edit.js';
export { type OpenForm, OpenForms } from './open-forms.js';
export { type Why, whyText, type Words, wordsFor } from './why.js';
export { type Alarm, type AlarmCause, WatchdogService } from './watchdog.service.js';
