/** What kind of answer a question expects. */
export interface Field {
  type: 'int' | 'decimal' | 'percent' | 'money' | 'date' | 'status' | 'bool' | 'text';
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

const TYPES = ['int', 'decimal', 'percent', 'money', 'date', 'status', 'bool', 'text'] as const;

/**
 * A field and its context as a table of sample answers words them: `count>=0`, `any`, `0..100`, `unit=dong`,
 * `past;today=2026-11-22`, `required`, joined by `;`. Throws for words it does not know: such a table is wrong.
 */
export function fieldFromContext(field: string, context: string): { field: Field; context: UnderstandContext } {
  const type = TYPES.find((one) => one === field);
  if (!type) throw new Error(`unknown field "${field}"`);
  const built: Field = { type };
  let today = '2000-01-01';
  for (const part of context.split(';').filter(Boolean)) {
    const [name = '', value] = part.split('=');
    const range = /^(-?[\d.]+?)\.\.(-?[\d.]+)$/.exec(part);
    const least = /^[a-z]+>=(-?[\d.]+)$/.exec(part);
    if (range) Object.assign(built, { min: range[1], max: range[2] });
    else if (least) built.min = least[1];
    else if (name === 'today' && value) today = value;
    else if (name === 'unit' && value) built.unit = value;
    else if (name === 'last' && value) built.last = value;
    else if (name === 'decimals' && value) built.decimals = Number(value);
    else if (name === 'past' || name === 'future' || name === 'required') built[name] = true;
    else if (name !== 'any') throw new Error(`unknown context "${part}"`);
  }
  return { field: built, context: { today } };
}
