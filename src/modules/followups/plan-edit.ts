import { type SpecialDay, WorkingDays } from '../calendar/index.js';
import { plainDate, type PlainDate } from '../shared/index.js';
import type { UnitTree } from '../units/index.js';
import type { Ladder, OwedItem } from './ladder.js';
import type { PlanningDays } from './planning-days.js';

/** A change that is tried out on a plan before anybody makes it. */
export type PlanEdit =
  | {
      kind: 'due';
      planYear: number;
      milestone: string;
      /** Only units of this kind, below this unit, or these; all when absent. */
      ofKind?: string;
      under?: string;
      units?: readonly string[];
      shift: { dueOn: PlainDate } | { days: number };
    }
  | { kind: 'waive'; obligations: readonly string[] }
  | { kind: 'ladder'; ladder: Ladder }
  | { kind: 'holidays'; days: readonly SpecialDay[] };

/** All that a plan is made of. */
export interface PlanWorld {
  ladder: Ladder;
  items: readonly OwedItem[];
  days: PlanningDays;
}

/** The world after `edit`; `holidays` are the special days as they stand. Nothing that was given is changed. */
export function afterEdit(
  world: PlanWorld,
  edit: PlanEdit,
  known: { tree: UnitTree; holidays: readonly SpecialDay[] },
): PlanWorld {
  switch (edit.kind) {
    case 'ladder':
      return { ...world, ladder: edit.ladder };
    case 'waive': {
      const waived = new Set(edit.obligations);
      return { ...world, items: world.items.map((item) => (waived.has(item.id) ? { ...item, settled: true } : item)) };
    }
    case 'holidays': {
      const replaced = new Set(edit.days.map((day) => day.date));
      const rows = [...known.holidays.filter((day) => !replaced.has(day.date)), ...edit.days];
      return { ...world, days: { ...world.days, workingDays: new WorkingDays(rows) } };
    }
    case 'due': {
      const below = edit.under === undefined ? undefined : known.tree.subtree(edit.under);
      const named = edit.units && new Set(edit.units);
      const isMeant = ({ planYear, milestone, unit }: OwedItem): boolean =>
        planYear === edit.planYear &&
        milestone === edit.milestone &&
        (edit.ofKind === undefined || known.tree.find(unit)?.kind === edit.ofKind) &&
        (below === undefined || below.has(unit)) &&
        (named === undefined || named.has(unit));
      const { shift } = edit;
      const moved = (dueOn: PlainDate): PlainDate =>
        'dueOn' in shift ? shift.dueOn : plainDate.add(dueOn, shift.days);
      return {
        ...world,
        items: world.items.map((item) => (isMeant(item) ? { ...item, dueOn: moved(item.dueOn) } : item)),
      };
    }
  }
}
