import { plainDate, type PlainDate, type Text } from '../shared/index.js';
import { existsOn, type UnitTree } from '../units/index.js';
import { type DayRules, dueUnderPolicy } from './days-off-policy.js';
import type { AfterEvent, Milestone, PlannedObligation } from './milestone.js';
import type { CalendarEvent, LocalRule } from './occasion.js';
import { dayIn, obligationOf } from './plan-obligations.js';
import { selectUnits } from './select-units.js';

/** The first day too late of a term: the day after the last allowed one, which lies `days` after the event's end. */
export function dueAfter({ days, count }: AfterEvent, endedOn: PlainDate, rules: DayRules): PlainDate {
  const lastDay = count === 'working' ? rules.days.add(endedOn, days) : plainDate.add(endedOn, days);
  return dueUnderPolicy(plainDate.add(lastDay, 1), rules, endedOn);
}

/** What follows from an event: each relative term that names its window, owed once by the unit that held it. */
export function planAfterEvent(
  milestones: readonly Milestone[],
  tree: UnitTree,
  event: CalendarEvent,
  rules: DayRules,
): PlannedObligation[] {
  return milestones.flatMap((milestone) => {
    if (!milestone.after?.events.includes(event.milestone)) return [];
    const concerned = tree.get(event.unit);
    const when = {
      planYear: event.planYear,
      opensOn: event.endedOn,
      dueOn: dueAfter(milestone.after, event.endedOn, rules),
    };
    const planned = obligationOf(milestone, { unit: tree.get(event.heldBy), tree, concerned }, when);
    return [
      { ...planned, occasion: event.occasion, about: { vi: concerned.name, en: concerned.nameEn ?? concerned.name } },
    ];
  });
}

/** What a local rule makes in a plan year: one obligation for each unit asked and each period. */
export function planUnderRule(
  milestone: Milestone,
  tree: UnitTree,
  rule: LocalRule,
  planYear: number,
  rules: DayRules,
): PlannedObligation[] {
  if (planYear < rule.fromPlanYear || (rule.toPlanYear !== undefined && planYear > rule.toPlanYear)) return [];
  const setter = tree.get(rule.setBy);
  return rule.periods.flatMap((period) => {
    const opensOn = dayIn(period.opens, planYear);
    const dueOn = dueUnderPolicy(dayIn(period.due, planYear), rules, opensOn);
    const when = { planYear, opensOn, dueOn };
    return mayBeAsked(milestone, tree, rule.setBy, dueOn)
      .filter((code) => rule.units === undefined || rule.units.includes(code))
      .map((code) => {
        const planned = obligationOf(milestone, { unit: tree.get(code), tree }, when);
        const others = planned.recipients.filter((to) => to.unit !== rule.setBy);
        return {
          ...planned,
          occasion: `${rule.setBy}/${rule.key}/${period.key}`,
          about: inYear(period.title, planYear),
          superior: rule.setBy,
          recipients: [{ unit: setter.code, name: setter.name }, ...others],
          forms: rule.forms,
          headline:
            milestone.headline !== undefined && rule.forms.includes(milestone.headline)
              ? milestone.headline
              : undefined,
          signedDocument: rule.forms.length === 0 || milestone.signedDocument,
        };
      });
  });
}

/** Codes of the units that `setter` may ask under `milestone` on a day. */
export function mayBeAsked(milestone: Milestone, tree: UnitTree, setter: string, on: PlainDate): string[] {
  const unit = tree.find(setter);
  if (!milestone.asks || !unit || !existsOn(unit, on)) return [];
  return selectUnits(milestone.asks, { unit, tree, on }).map((found) => found.code);
}

/** Whether a unit may set rules under `milestone`. */
export function maySet(milestone: Milestone, tree: UnitTree, setter: string): boolean {
  const unit = tree.find(setter);
  return Boolean(unit && milestone.setBy?.some((by) => ('unit' in by ? by.unit === unit.code : by.kind === unit.kind)));
}

function inYear(title: Text, planYear: number): Text {
  const filled = (text: string) => text.replaceAll('{P}', String(planYear)).replaceAll('{R}', String(planYear - 1));
  return title.en === undefined ? { vi: filled(title.vi) } : { vi: filled(title.vi), en: filled(title.en) };
}
