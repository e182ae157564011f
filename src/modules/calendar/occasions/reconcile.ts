import type { PlannedObligation } from '../milestone.js';
import { keyOf, type Obligation } from '../obligation.js';

/** An obligation that an event or a rule made, and whether somebody has begun to answer it. */
export interface Standing extends Pick<
  Obligation,
  'id' | 'planYear' | 'milestone' | 'unit' | 'occasion' | 'opensOn' | 'firstDueOn' | 'settled'
> {
  begun: boolean;
  /** Waived because its event or rule was taken back; owed again when that comes back. */
  withdrawn: boolean;
}

/** What a changed event or rule does to the obligations that it made. */
export interface Difference {
  add: PlannedObligation[];
  /** To new days; `revive` where it had been withdrawn. */
  move: { id: string; to: PlannedObligation; revive: boolean }[];
  withdraw: Standing[];
  /** What stays as it is although the plan says otherwise, because somebody has begun or finished it. */
  keep: Standing[];
}

/** Compares what stands with what is planned now. What nobody has begun follows the plan; the rest stays. */
export function reconcile(standing: readonly Standing[], planned: readonly PlannedObligation[]): Difference {
  const plannedByKey = new Map(planned.map((one) => [keyOf(one), one]));
  const difference: Difference = { add: [], move: [], withdraw: [], keep: [] };
  const known = new Set<string>();
  for (const one of standing) {
    known.add(keyOf(one));
    const to = plannedByKey.get(keyOf(one));
    const untouched = !one.begun && (!one.settled || one.withdrawn);
    if (to === undefined) {
      if (one.withdrawn) continue;
      if (untouched) difference.withdraw.push(one);
      else difference.keep.push(one);
    } else if (one.withdrawn || to.opensOn !== one.opensOn || to.dueOn !== one.firstDueOn) {
      if (untouched) difference.move.push({ id: one.id, to, revive: one.withdrawn });
      else difference.keep.push(one);
    }
  }
  difference.add = planned.filter((one) => !known.has(keyOf(one)));
  return difference;
}
