import { problem } from '../../shared/index.js';

export const notBelow = problem<{ unit: string }>('targets.not-below', 422);
export const rowUnknown = problem<{ code: string; unit: string }>('targets.row-unknown', 422);
export const wrongTarget = problem<{ row: string; why: string }>('targets.wrong', 422);
export const targetTwice = problem<{ row: string }>('targets.twice', 422);
export const rebaselineUnknown = problem('targets.rebaseline-unknown', 404);
export const rebaselineAnswered = problem('targets.rebaseline-answered', 409);
export const fallsShort = problem<{ assigned: string }>('targets.falls-short', 422);
export const reasonNeeded = problem<{ assigned: string }>('targets.reason-needed', 422);
