import { same } from '../../../forms/index.js';

/** An answer as the report holds it now, as the file brings it, and as the file went out (where the file still says so). */
export interface ThreeWays<T> {
  now: T | undefined;
  file: T | undefined;
  base?: { was: T | undefined };
}

export type Verdict = 'keep' | 'take' | 'take-over-anothers';

/**
 * What becomes of an answer: only what was changed in the file is taken. What the file left as it went out stays as it is
 * in the report, whoever changed it there since; where both were changed the file's is taken, and said to be so.
 */
export function verdictOn<T>({ now, file, base }: ThreeWays<T>): Verdict {
  if (same(now, file)) return 'keep';
  if (base && same(base.was, file)) return 'keep';
  return base && !same(base.was, now) ? 'take-over-anothers' : 'take';
}
