import type { FormWords } from '../definition/words.js';

export interface SchemaOptions {
  /** Words for the parts of a cell that people see (state, reason, …); without them those parts have no titles. */
  words?: FormWords;
  /** The report year N, to fill `{N}` in labels. */
  reportYear?: number;
  /** Whether computed measures and columns are described, read-only (default). Answers never hold them, so validation goes without. */
  computed?: boolean;
  /** Whether the explanations are described that may stand beside answers of lines and beside what is worked out. */
  notes?: boolean;
}
