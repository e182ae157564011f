import { Problem, problem } from '../shared/index.js';
import type { PasswordFault } from './password-rules.js';

export const signInNeeded = problem('access.sign-in-needed', 401);
export const linkExpired = problem('access.link-expired', 410);
export const wrongPassword = problem('access.wrong-password', 401);
export const wrongCurrentPassword = problem('access.wrong-current-password', 422);
export const loginNeeded = problem('access.login-needed', 422);
export const loginTaken = problem('access.login-taken', 409);
export const passwordTooWeak = (fault: PasswordFault) => new Problem(`access.password-${fault}`, 422);
export const notAllowed = problem('access.not-allowed', 403);
export const tooManyTries = problem('access.too-many-tries', 429, 'warn');
