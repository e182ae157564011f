import { plainDate, type PlainDate } from '../shared/index.js';
import { existsOn, type Unit, UnitTree } from '../units/index.js';
import { type DayRules, dueUnderPolicy, PLAIN_DAYS } from './days-off-policy.js';
import type { Milestone, PlannedObligation, YearlyDay } from './milestone.js';
import { selectRecipients, type Standpoint } from './select-units.js';

/**
 * The obligations of a plan year: each deadline once for each unit that owes it and that exists on the due day. Windows, relative
 * terms and local rules make none here: their day is not known before an event or a rule sets it (plan-occasions.ts). Under
 * `rules` a due day may move off a day off. Sorted by due day, milestone, unit.
 */
export function planObligations(
  milestones: readonly Milestone[],
  units: readonly Unit[],
  planYear: number,
  rules: DayRules = PLAIN_DAYS,
): PlannedObligation[] {
  const tree = new UnitTree(units);
  return milestones
    .filter((milestone) => milestone.sort === 'deadline')
    .flatMap((milestone) => ofMilestone(milestone, tree, planYear, rules))
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
    .flatMap((milestone) => ofMilestone(milestone, tree, planYear, PLAIN_DAYS));
}

/** `day` in the cycle of `planYear`. */
export function dayIn(day: YearlyDay, planYear: number): PlainDate {
  const year = day.yearOf === 'plan-year' ? planYear : planYear - 1;
  return `${String(year).padStart(4, '0')}-${day.monthDay}`;
}

/** What `unit` owes for `milestone` between two days; `dueOn` is the first day too late. */
export function obligationOf(
  milestone: Milestone,
  { unit, tree, concerned }: Omit<Standpoint, 'on'>,
  when: { planYear: number; opensOn: PlainDate; dueOn: PlainDate },
): PlannedObligation {
  const superior = milestone.watchedBy ?? unit.parent;
  return {
    planYear: when.planYear,
    milestone: milestone.id,
    unit: unit.code,
    occasion: '',
    ...(superior === undefined ? {} : { superior }),
    recipients: selectRecipients(milestone.recipients, { unit, tree, on: when.dueOn, concerned }),
    forms: milestone.forms,
    ...(milestone.headline === undefined ? {} : { headline: milestone.headline }),
    signedDocument: milestone.signedDocument,
    onlyLedRows: milestone.onlyLedRows,
    opensOn: when.opensOn,
    dueOn: when.dueOn,
    lastDay: plainDate.add(when.dueOn, -1),
    clause: milestone.clause,
  };
}

function ofMilestone(milestone: Milestone, tree: UnitTree, planYear: number, rules: DayRules): PlannedObligation[] {
  const opens = milestone.opens ?? milestone.windowStart;
  const { due } = milestone;
  if (!due || !opens) return [];
  const opensOn = dayIn(opens, planYear);
  const dueOf = (unit: Unit): PlainDate =>
    dueUnderPolicy(dayIn(dueFor(milestone, unit) ?? due, planYear), rules, opensOn);
  return tree.units
    .filter((unit) => owes(milestone, unit))
    .map((unit) => ({ unit, dueOn: dueOf(unit) }))
    .filter(({ unit, dueOn }) => existsOn(unit, dueOn))
    .map(({ unit, dueOn }) => obligationOf(milestone, { unit, tree }, { planYear, opensOn, dueOn }));
}

function owes(milestone: Milestone, unit: Unit): boolean {
  if (milestone.owes !== undefined) return unit.kind === milestone.owes;
  return milestone.owesLevel !== undefined && unit.level === milestone.owesLevel && unit.member;
}

/** The due day of this unit where it is not everybody's. */
function dueFor(milestone: Milestone, unit: Unit): YearlyDay | undefined {
  return milestone.dueOf?.find(
    (one) =>
      (one.unit === undefined || one.unit === unit.code) &&
      (one.kind === undefined || one.kind === unit.kind) &&
      (one.trait === undefined || unit.traits.includes(one.trait)),
  )?.due;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
