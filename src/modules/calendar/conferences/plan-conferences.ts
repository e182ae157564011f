import { plainDate, type PlainDate } from '../../shared/index.js';
import type { WorkingDays } from '../working-days.js';
import { clashesOf } from './clashes.js';
import { HALVES, type Panel, type Sitting, type Slot } from './conference.js';

/** The half days of a window that are worked, in order. `last` is its last day. */
export function slotsOf(first: PlainDate, last: PlainDate, days: WorkingDays): Slot[] {
  const slots: Slot[] = [];
  for (let day = first; day <= last; day = plainDate.add(day, 1)) {
    if (days.isWorkingDay(day)) for (const half of HALVES) slots.push({ day, half });
  }
  return slots;
}

/**
 * Gives each unit half a day with one of the panels, in the order of units, as early as can be: never two things for one unit,
 * chair or room at once, `taken` included. Who finds no place comes back in `unplaced`.
 */
export function planConferences(given: {
  units: readonly string[];
  panels: readonly Panel[];
  slots: readonly Slot[];
  taken: readonly Sitting[];
}): { sittings: Sitting[]; unplaced: string[] } {
  const { units, panels, slots, taken } = given;
  const sittings: Sitting[] = [];
  const unplaced: string[] = [];
  for (const unit of units) {
    const place = firstFree(unit, panels, slots, [...taken, ...sittings]);
    if (place) sittings.push(place);
    else unplaced.push(unit);
  }
  return { sittings, unplaced };
}

function firstFree(
  unit: string,
  panels: readonly Panel[],
  slots: readonly Slot[],
  taken: readonly Sitting[],
): Sitting | undefined {
  for (const { day, half } of slots) {
    const then = taken.filter((one) => one.day === day && one.half === half);
    for (const panel of panels) {
      const wanted: Sitting = { unit, day, half, ...panel };
      if (clashesOf(wanted, then).length === 0) return wanted;
    }
  }
  return undefined;
}
