import { problem } from '../shared/index.js';

export const signInNeeded = problem('access.sign-in-needed', 401);
export const linkExpired = problem('access.link-expired', 410);
export const notAllowed = problem('access.not-allowed', 403);
export const tooManyTries = problem('access.too-many-tries', 429, 'warn');
