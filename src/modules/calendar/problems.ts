import { problem } from '../shared/index.js';

export const obligationUnknown = problem('calendar.obligation-unknown', 404);
export const alreadySettled = problem('calendar.already-settled', 409);
export const notLater = problem<{ due: string }>('calendar.extension-not-later', 422);
export const passesOwnDue = problem<{ own: string }>('calendar.extension-passes-own-due', 409);
export const recipientOutside = problem('calendar.recipient-outside', 403);
export const noRequestOpen = problem('calendar.extension-no-request', 404);
