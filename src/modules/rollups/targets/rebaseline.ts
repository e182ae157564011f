import { decimal, type Direction } from '../../../forms/index.js';

/** A target that stands: assigned by the superior, or resolved by the unit's own council. */
export interface StandingTarget {
  id: string;
  code: string;
  /** Canonical decimal string. */
  value: string;
}

/** Two figures of one indicator that differ. */
export interface Difference {
  code: string;
  assigned: StandingTarget;
  resolved: StandingTarget;
}

/** Where what was assigned differs from what was resolved, in the order of what was assigned. */
export function differencesOf(assigned: readonly StandingTarget[], resolved: readonly StandingTarget[]): Difference[] {
  const own = new Map(resolved.map((one) => [one.code, one]));
  return assigned.flatMap((one) => {
    const other = own.get(one.code);
    return other && decimal.compare(one.value, other.value) !== 0
      ? [{ code: one.code, assigned: one, resolved: other }]
      : [];
  });
}

/** Assigned indicators that the council has resolved nothing about: all of them must be in the plan (clause I.3). */
export function missingOf(assigned: readonly StandingTarget[], resolved: readonly StandingTarget[]): string[] {
  const own = new Set(resolved.map((one) => one.code));
  return assigned.filter((one) => !own.has(one.code)).map((one) => one.code);
}

/** Whether a figure is no less ambitious than the assigned one; an indicator that points nowhere must be the same. */
export function reaches(value: string, assigned: string, direction: Direction): boolean {
  const order = decimal.compare(value, assigned);
  if (direction === 'up') return order >= 0;
  return direction === 'down' ? order <= 0 : order === 0;
}

/** What a unit answers: it takes over a figure, or keeps its own and says why. */
export type RebaselineAnswer = { adopt: string } | { keep: string };

/** Why an answer does not do: what is adopted falls short, or a figure that falls short is kept without a reason. */
export function answerFault(
  answer: RebaselineAnswer,
  { assigned, resolved }: Pick<Difference, 'assigned' | 'resolved'>,
  direction: Direction,
): 'falls-short' | 'reason-needed' | undefined {
  if ('adopt' in answer) return reaches(answer.adopt, assigned.value, direction) ? undefined : 'falls-short';
  const isEnough = reaches(resolved.value, assigned.value, direction);
  return isEnough || answer.keep.trim().length >= 3 ? undefined : 'reason-needed';
}
