import { plainDate, type PlainDate } from '../shared/index.js';
import { existsOn, UnitTree, type Unit } from '../units/index.js';
import type { Milestone, PlannedObligation, RecipientSelector, YearlyDay } from './milestone.js';

/**
 * The obligations of a plan year: each deadline once for each unit of the kind that owes it and that exists on the due day.
 * Windows, relative terms and local rules make none here: their day is not known before an event or a rule sets it.
 * Sorted by due day, milestone, unit.
 */
export function planObligations(
  milestones: readonly Milestone[],
  units: readonly Unit[],
  planYear: number,
): PlannedObligation[] {
  const tree = new UnitTree(units);
  return milestones
    .filter((milestone) => milestone.sort === 'deadline')
    .flatMap((milestone) => ofMilestone(milestone, tree, planYear))
    .sort((a, b) => compare(a.dueOn, b.dueOn) || compare(a.milestone, b.milestone) || compare(a.unit, b.unit));
}

/** The windows of a plan year, as what the units that hold them owe; `dueOn` is the day after the window's last. */
export function planWindows(
  milestones: readonly Milestone[],
  units: readonly Unit[],
  planYear: number,
): PlannedObligation[] {
  const tree = new UnitTree(units);
  return milestones
    .filter((milestone) => milestone.sort === 'window')
    .flatMap((milestone) => ofMilestone(milestone, tree, planYear));
}

/** `day` in the cycle of `planYear`. */
export function dayIn(day: YearlyDay, planYear: number): PlainDate {
  const year = day.yearOf === 'plan-year' ? planYear : planYear - 1;
  return `${String(year).padStart(4, '0')}-${day.monthDay}`;
}

function ofMilestone(milestone: Milestone, tree: UnitTree, planYear: number): PlannedObligation[] {
  const opens = milestone.opens ?? milestone.windowStart;
  if (!milestone.owes || !milestone.due || !opens) return [];
  const dueOn = dayIn(milestone.due, planYear);
  return tree.units
    .filter((unit) => unit.kind === milestone.owes && existsOn(unit, dueOn))
    .map((unit) => {
      const superior = milestone.watchedBy ?? unit.parent;
      return {
        planYear,
        milestone: milestone.id,
        unit: unit.code,
        occasion: '',
        ...(superior === undefined ? {} : { superior }),
        recipients: recipientsOf(milestone.recipients, unit, tree, dueOn),
        forms: milestone.forms,
        ...(milestone.headline === undefined ? {} : { headline: milestone.headline }),
        signedDocument: milestone.signedDocument,
        onlyLedRows: milestone.onlyLedRows,
        opensOn: dayIn(opens, planYear),
        dueOn,
        lastDay: plainDate.add(dueOn, -1),
        clause: milestone.clause,
      };
    });
}

function recipientsOf(
  selectors: readonly RecipientSelector[],
  unit: Unit,
  tree: UnitTree,
  on: PlainDate,
): PlannedObligation['recipients'] {
  return selectors.flatMap((selector) => {
    if ('body' in selector) return [{ name: selector.body }];
    return selected(selector, unit, tree)
      .filter((found) => existsOn(found, on))
      .map((found) => ({ unit: found.code, name: found.name }));
  });
}

function selected(selector: Exclude<RecipientSelector, { body: string }>, unit: Unit, tree: UnitTree): readonly Unit[] {
  if ('superior' in selector) return present(unit.parent, tree);
  if ('unit' in selector) return present(selector.unit, tree);
  if (selector.below) return tree.children(unit.code).filter((found) => found.kind === selector.kind);
  if (selector.beside) {
    return unit.parent === undefined ? [] : tree.children(unit.parent).filter((found) => found.kind === selector.kind);
  }
  return tree.units.filter((found) => found.kind === selector.kind && found.code !== unit.code);
}

function present(code: string | undefined, tree: UnitTree): Unit[] {
  const unit = code === undefined ? undefined : tree.find(code);
  return unit ? [unit] : [];
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
