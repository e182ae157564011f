export const FIELD_TYPES = ['int', 'decimal', 'percent', 'money', 'date', 'status', 'bool', 'text'] as const;

/** What kind of answer a question expects. */
export interface Field {
  type: (typeof FIELD_TYPES)[number];
  /** Inclusive bounds: canonical decimals, or ISO days for a date. */
  min?: string;
  max?: string;
  /** Most digits after the decimal mark; without it any number (money counted in đồng: none). */
  decimals?: number;
  /** Code of the unit of measure: `billion_VND`, `million_VND/person`, `VND` or `dong`, `thousand_person`, `person`. */
  unit?: string;
  /** The unit as the form words it ("Tỷ đồng", "Hộ"): typed after the number it is no surprise. */
  unitText?: string;
  /** A day on or before today: fixes the year of "15/6". */
  past?: boolean;
  /** A day on or after today: fixes the year of "15/6" the other way. */
  future?: boolean;
  /** For a text: it must not be empty. */
  required?: boolean;
  /** The last period's value as canonical decimal: an answer hundreds of times away from it was meant in another unit. */
  last?: string;
}

/** What is true around the answer. */
export interface UnderstandContext {
  /** The day of the answer, ISO. */
  today: string;
}
