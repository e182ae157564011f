import type { LateItem } from '../api/types';
import { addDays } from '../texts/days';

export interface LateUnit {
  unit: string;
  unitName: string;
  /** Of what is late longest. */
  daysLate: number;
  items: (LateItem & { dueOn: string })[];
}

/** Late obligations by unit, the longest late first; `dueOn` is the day after the last allowed day. */
export function byUnit(late: readonly LateItem[]): LateUnit[] {
  const units = new Map<string, LateUnit>();
  for (const item of late) {
    const unit = units.get(item.unit) ?? { unit: item.unit, unitName: item.unitName, daysLate: 0, items: [] };
    unit.daysLate = Math.max(unit.daysLate, item.daysLate);
    unit.items.push({ ...item, dueOn: addDays(item.lastDay, 1) });
    units.set(item.unit, unit);
  }
  for (const { items } of units.values()) items.sort((one, other) => other.daysLate - one.daysLate);
  return [...units.values()].sort(
    (one, other) => other.daysLate - one.daysLate || one.unitName.localeCompare(other.unitName, 'vi'),
  );
}
