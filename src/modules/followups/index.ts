export { BoardService } from './board.service.js';
export { dryRun } from './dry-run.js';
export { FollowupsModule } from './followups.module.js';
export { FollowupsService, type PlanCounts } from './followups.service.js';
export type { Audience, Ladder, OwedItem, PlannedNotice, Rung } from './ladder.js';
export { type ChannelLimit, type Peak, peakHour, type PlannedMessage, totalsPerDay } from './load-of-plan.js';
export { itemOfPlanned } from './owed-item.js';
export { planNotices, planRange } from './plan-notices.js';
export { readLadder } from './read-ladder.js';
