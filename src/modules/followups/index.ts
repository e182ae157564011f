export { BoardService } from './board.service.js';
export { FollowupsModule } from './followups.module.js';
export { FollowupsService, type PlanCounts } from './followups.service.js';
export type { Audience, Ladder, OwedItem, PlannedNotice, Rung } from './ladder.js';
export { planNotices, planRange } from './plan-notices.js';
export { readLadder } from './read-ladder.js';
