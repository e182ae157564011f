import { problem } from '../../shared/index.js';

export const conferenceUnknown = problem('calendar.conference.unknown', 404);
export const conferenceOver = problem('calendar.conference.over', 409);
export const noWindow = problem<{ milestone: string }>('calendar.conference.no-window', 422);
export const notTheHolder = problem<{ unit: string }>('calendar.conference.not-the-holder', 422);
export const unitNotHeard = problem<{ unit: string }>('calendar.conference.unit-not-heard', 422);
export const outsideWindow = problem<{ first: string; last: string }>('calendar.conference.outside-window', 422);
export const dayOff = problem<{ day: string }>('calendar.conference.day-off', 422);
export const chairUnknown = problem('calendar.conference.chair-unknown', 422);
export const conferenceClash = problem<{ who: string; unit: string; day: string }>('calendar.conference.clash', 409);
export const notYetHeld = problem<{ day: string }>('calendar.conference.not-yet', 422);
export const wrongMinutes = problem<{ count: number; first: string }>('calendar.conference.wrong-minutes', 422);
export const nothingToDiscuss = problem<{ unit: string }>('calendar.conference.nothing-to-discuss', 409);
