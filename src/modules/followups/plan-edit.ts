import { type Difference, type Milestone, type SpecialDay, WorkingDays } from '../calendar/index.js';
import type { PlainDate } from '../shared/index.js';
import type { Unit, UnitTree } from '../units/index.js';
import type { Ladder, OwedItem } from './ladder.js';
import { itemOfPlanned } from './owed-item.js';
import type { LostDays, PlanningDays } from './planning-days.js';
import { withWaits } from './waits.js';

/** A change that is tried out on a plan before anybody makes it. */
export type PlanEdit =
  /** Certain due days, as an act that has judged which moves them, and the lost days where they change: a move, an outage, one taken back. */
  | { kind: 'dues'; dues: readonly { obligation: string; dueOn: PlainDate }[]; lost?: readonly LostDays[] }
  /** The same obligations otherwise, others instead: what units that merge or split owe. */
  | { kind: 'items'; items: readonly OwedItem[]; founded: readonly Unit[] }
  | { kind: 'waive'; obligations: readonly string[] }
  | { kind: 'ladder'; ladder: Ladder }
  | {
      kind: 'holidays';
      days: readonly SpecialDay[];
      /** Years of which `days` are all; elsewhere they come to those that stand. */
      years?: readonly number[];
      /** Due days that move with them, by obligation. */
      dues?: readonly { obligation: string; dueOn: PlainDate }[];
    }
  /** What an event or a rule would add, move and withdraw. */
  | { kind: 'caused'; difference: Difference };

/** All that a plan is made of. */
export interface PlanWorld {
  ladder: Ladder;
  items: readonly OwedItem[];
  days: PlanningDays;
}

/** What an edit is judged by: the units, what waits on what, the special days as they stand, and the day on which it is made. */
export interface KnownOfWorld {
  tree: UnitTree;
  milestones: readonly Milestone[];
  holidays: readonly SpecialDay[];
  today: PlainDate;
}

/** The world after `edit`. Nothing that was given is changed. */
export function afterEdit(world: PlanWorld, edit: PlanEdit, known: KnownOfWorld): PlanWorld {
  const after = edited(world, edit, known);
  // What units after a change wait on is gathered with them; and a ladder moves no act.
  return edit.kind === 'items' || edit.kind === 'ladder' ? after : { ...after, items: waiting(after.items, known) };
}

/** An act on which others wait may have another day, or be done with, since the edit: so do they. */
function waiting(items: readonly OwedItem[], { tree, milestones, today }: KnownOfWorld): OwedItem[] {
  const acts = items.map((one) => ({ ...one, ...(one.settled ? { doneOn: today } : {}) }));
  return withWaits(items, milestones, acts, tree);
}

function edited(world: PlanWorld, edit: PlanEdit, known: Pick<KnownOfWorld, 'holidays'>): PlanWorld {
  switch (edit.kind) {
    case 'ladder':
      return { ...world, ladder: edit.ladder };
    case 'waive': {
      const waived = new Set(edit.obligations);
      return { ...world, items: world.items.map((item) => (waived.has(item.id) ? { ...item, settled: true } : item)) };
    }
    case 'items':
      return { ...world, items: edit.items };
    case 'dues': {
      const dues = new Map(edit.dues.map((one) => [one.obligation, one.dueOn]));
      return {
        ...world,
        items: world.items.map((item) => ({ ...item, dueOn: dues.get(item.id) ?? item.dueOn })),
        days: { ...world.days, lost: edit.lost ?? world.days.lost },
      };
    }
    case 'caused': {
      const { add, move, withdraw } = edit.difference;
      const moved = new Map(move.map(({ id, to }) => [id, to]));
      const gone = new Set(withdraw.map(({ id }) => id));
      const stays = world.items.map((item): OwedItem => {
        const to = moved.get(item.id);
        if (gone.has(item.id)) return { ...item, settled: true };
        return to ? { ...item, opensOn: to.opensOn, dueOn: to.dueOn, settled: false } : item;
      });
      return { ...world, items: [...stays, ...add.map(itemOfPlanned)] };
    }
    case 'holidays': {
      const replaced = new Set(edit.days.map((day) => day.date));
      const whole = new Set((edit.years ?? []).map(String));
      const stays = ({ date }: SpecialDay): boolean => !replaced.has(date) && !whole.has(date.slice(0, 4));
      const rows = [...known.holidays.filter(stays), ...edit.days];
      const dues = new Map((edit.dues ?? []).map((one) => [one.obligation, one.dueOn]));
      return {
        ...world,
        items: world.items.map((item) => ({ ...item, dueOn: dues.get(item.id) ?? item.dueOn })),
        days: { ...world.days, workingDays: new WorkingDays(rows) },
      };
    }
  }
}
