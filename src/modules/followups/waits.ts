import type { Milestone } from '../calendar/index.js';
import type { PlainDate } from '../shared/index.js';
import type { UnitTree } from '../units/index.js';
import type { OwedItem } from './ladder.js';

/** A superior's act on which others may wait. */
export interface Act {
  planYear: number;
  milestone: string;
  unit: string;
  dueOn: PlainDate;
  /** The day on which it was done; absent while it is owed. */
  doneOn?: PlainDate;
}

/**
 * What each obligation waits on: the act of the nearest unit above that owes the milestone named by `waitsOn`. One that is still
 * owed stops the chase from its own due day on; one that was done late frees it on that day.
 */
export function withWaits(
  items: readonly OwedItem[],
  milestones: readonly Milestone[],
  acts: readonly Act[],
  tree: UnitTree,
): OwedItem[] {
  const waitsOn = new Map(milestones.flatMap(({ id, waitsOn }) => (waitsOn === undefined ? [] : [[id, waitsOn]])));
  if (waitsOn.size === 0) return [...items];
  const byKey = new Map(acts.map((act) => [`${act.planYear} ${act.milestone} ${act.unit}`, act]));
  return items.map((item) => {
    const milestone = waitsOn.get(item.milestone);
    const act = milestone === undefined ? undefined : nearest(item, milestone);
    if (!act) return item;
    if (act.doneOn === undefined) return { ...item, waitsOn: { milestone: act.milestone, dueOn: act.dueOn } };
    const { waitsOn: _, ...free } = item;
    return act.doneOn >= act.dueOn ? { ...free, releasedOn: act.doneOn } : free;
  });

  function nearest({ planYear, unit }: OwedItem, milestone: string): Act | undefined {
    let above = tree.find(unit)?.parent;
    // A tree has no ring; the bound only says so to whoever reads.
    for (let step = 0; above !== undefined && step < 20; step += 1) {
      const act = byKey.get(`${planYear} ${milestone} ${above}`);
      if (act) return act;
      above = tree.find(above)?.parent;
    }
    return undefined;
  }
}
