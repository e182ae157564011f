import { problem } from '../shared/index.js';

export const personUnknown = problem('people.unknown', 404);
export const delegationUnknown = problem('people.delegation-unknown', 404);
export const delegationEnded = problem('people.delegation-ended', 409);
export const delegationDays = problem('people.delegation-days', 422);
export const decisionNeeded = problem('people.decision-needed', 422);
export const roleNotHeld = problem<{ name: string }>('people.role-not-held', 422);
export const deputyOutside = problem<{ name: string }>('people.deputy-outside', 422);
export const delegationOverlaps = problem<{ name: string; from: string; to: string }>(
  'people.delegation-overlaps',
  409,
);
export const roleNeeded = problem('people.role-needed', 422);
export const roleUnknown = problem('people.role-unknown', 404);
export const unitUnknown = problem<{ unit: string }>('people.unit-unknown', 422);
export const notYourself = problem('people.not-yourself', 409);
export const codeTaken = problem<{ code: string }>('people.code-taken', 409);
export const emailTaken = problem<{ email: string }>('people.email-taken', 409);
export const particularsWrong = problem<{ reasons: string }>('people.particulars-wrong', 422);
export const nobodyToWrite = problem<{ name: string }>('people.nobody-to-write', 409);
export const listFaulty = problem<{ count: number }>('people.list-faulty', 422);
export const listChanged = problem('people.list-changed', 409);
export const stillHere = problem<{ name: string }>('people.still-here', 409);
