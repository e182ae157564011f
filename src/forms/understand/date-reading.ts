import type { Reason } from './understood.js';

/** What a typed day turned out to be, before the field is asked whether it can take it. */
export type DateReading =
  /** One day; `doubt` when it is only likely. */
  | { found: 'day'; day: string; doubt?: Reason }
  /** The same day of several years, weeks or months: the last one and the next. */
  | { found: 'recurring'; last?: string; next?: string; doubt?: Reason }
  /** Several days that are no past and future of each other. */
  | { found: 'several'; days: string[]; because: Reason }
  /** A date, but one that does not exist or is not complete. */
  | { found: 'wrong'; because: Reason };
