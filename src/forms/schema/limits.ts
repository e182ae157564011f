/** The longest texts and lists an answer may hold, in characters (code points) and rows. */
export const LIMITS = {
  /** A text given as the value of an indicator. */
  value: 2_000,
  /** Reasons and notes. */
  remark: 1_000,
  /** A text column of a record row. */
  column: 2_000,
  /** One section of an outline: some forty printed pages. */
  section: 100_000,
  records: 5_000,
  /** Keys at all depths of one form's answers: 5,000 rows of 33 columns fit. */
  keys: 200_000,
  /** Issues reported at once; a flood of like faults helps nobody. */
  issues: 500,
} as const;
