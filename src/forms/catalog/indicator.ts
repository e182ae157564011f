export type ValueType =
  | 'number'
  | 'integer'
  | 'percent'
  /** A number counted in a unit of money. */
  | 'money'
  | 'date'
  | 'boolean'
  | 'text'
  | 'choice'
  /** The id of an uploaded file. */
  | 'file';

/** Whether values of a type are decimal strings. */
export function isNumeric({ type }: { type: ValueType }): boolean {
  return type === 'number' || type === 'integer' || type === 'percent' || type === 'money';
}

export type Direction = 'up' | 'down' | 'neutral';

/** How the values of the units below combine into one (`catalogs/README`: sum, mean, weighted, ratio, none). */
export type Aggregation =
  | { rule: 'sum' }
  | { rule: 'mean' }
  | { rule: 'none' }
  | { rule: 'weighted'; by: string }
  /** Sum of `numerator` over sum of `denominator`; with `previousYear` the growth (ratio − 1) × 100 against the same code a year earlier. */
  | { rule: 'ratio'; numerator: string; denominator: string; previousYear: boolean };

/** One row of a catalog: what is counted, in which unit, by whom, and where its name was seen. */
export interface Indicator {
  group: string;
  seq: number;
  code: string;
  nameVi: string;
  nameEn: string;
  unitVi: string;
  unitCode: string;
  valueType: ValueType;
  decimals: number;
  /** Bounds as decimal strings, inclusive. */
  min?: string;
  max?: string;
  aggregation: Aggregation;
  direction: Direction;
  frequency: 'month' | 'quarter' | 'half' | 'year';
  /** Code in the national statistical indicator system; empty where it was not seen. */
  nationalCode?: string;
  leadAgency: string;
  assignedDown: boolean;
  provenance: string;
  /** `all`, or the trait (`rural-unit`, `urban-unit`) a unit must have to be asked. */
  appliesTo: string;
  /** Keys of sub-rows, which are not counted as indicators. */
  breakdown: string[];
  note?: string;
}

/** A denominator or weight that is not itself an indicator. */
export interface Base {
  code: string;
  nameVi: string;
  nameEn: string;
  unitCode: string;
  provenance: string;
}

/** The indicators of one template at one level, in order. `key` is the file name without ending, e.g. `m3-commune`. */
export interface Catalog {
  key: string;
  indicators: Indicator[];
}
