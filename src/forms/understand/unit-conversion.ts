import type { AmountReading } from './amount.js';
import { reason, type Reason } from './understood.js';
import type { UnitOfMeasure } from './unit-of-measure.js';

/** How large the typed amount said it is. */
export interface TypedScale {
  /** The scale words typed, largest first: nghìn, triệu, tỷ as numbers. */
  scales: number[];
  /** The last piece of the amount was a scale word. */
  endsInScale: boolean;
  /** The base of the form's unit was typed after it ("đồng"). */
  ownUnit: boolean;
}

/** Bases without fractions. */
const WHOLE = new Set(['vnd', 'person', 'household']);

/**
 * Amounts in the form's unit. "3 tỷ" to a question in million is 3000, shown back because the sizes differ. "5 nghìn"
 * there has two readings, 5000 million and 5000 đồng, unless "đồng" was typed. Without a scale word the number already
 * stands in the form's unit.
 */
export function convert(
  readings: AmountReading[],
  typed: TypedScale,
  unit: UnitOfMeasure,
): { readings: AmountReading[]; doubt?: Reason } {
  if (unit.scale === 1) return { readings };
  const last = typed.scales.at(-1);
  const inUnit = readings.map((one) => ({ ...one, value: one.value.div(unit.scale) }));
  if (last === undefined && !typed.ownUnit) return { readings };
  if (last === undefined) {
    // Nobody counts thousandths of a đồng: "500.000 đồng" is half a million.
    const groups = WHOLE.has(unit.base ?? '') ? inUnit.filter((one) => one.grouped) : [];
    return { readings: groups.length > 0 ? groups : inUnit, doubt: reason('unit-scaled') };
  }
  if (typed.endsInScale && last === unit.scale && typed.scales.every((scale) => scale <= last))
    return { readings: inUnit };
  const isMultiple = Math.max(...typed.scales) <= 1e4 && unit.scale > 1e4 && !typed.ownUnit;
  return isMultiple ? { readings: [...readings, ...inUnit] } : { readings: inUnit, doubt: reason('unit-scaled') };
}
