/**
 * The closed set of formulas and conditions, kept as data and chosen with pickers; nothing here is ever evaluated as code.
 * A reference names what it leaves open by the place where it stands: without `row` the same row, without `measure` the
 * same column of the table. In lists and short forms `column` names a column or a question of the same line.
 */
export type Reference = { op: 'cell'; row?: string; measure?: string } | { op: 'column'; column: string };

export type Formula =
  | Reference
  /** A canonical decimal. */
  | { op: 'number'; value: string }
  | { op: 'sum'; of: Formula[] }
  /** The first less all others. */
  | { op: 'difference'; of: Formula[] }
  /** a / b, times `scale`: 100 for percent, 1000 for per mille. */
  | { op: 'ratio'; a: Formula; b: Formula; scale?: '1' | '100' | '1000' }
  /** (a / b − 1) × 100 */
  | { op: 'growth'; a: Formula; b: Formula }
  /** part / Σ of × 100 */
  | { op: 'share'; part: Formula; of: Formula[] }
  /** Σ value × weight / Σ weight */
  | { op: 'mean'; of: { value: Formula; weight: Formula }[] };

export type Comparison = '<' | '<=' | '=' | '!=' | '>=' | '>';

export type Condition =
  | { op: 'and' | 'or'; of: Condition[] }
  | { op: 'compare'; a: Formula; by: Comparison; b: Formula }
  /** The answer is this choice key, this day or text, or yes (`true`) or no (`false`). */
  | { op: 'is'; of: Reference; value: string | boolean }
  /** The answer is there and has a value. */
  | { op: 'answered'; of: Reference };
