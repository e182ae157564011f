import type { UnitTree } from '../../units/index.js';
import type { Milestone } from '../milestone.js';
import type { LocalRule } from '../occasion.js';
import { dayIn } from '../plan-obligations.js';
import { mayBeAsked, maySet } from '../plan-occasions.js';
import {
  formNotAskable,
  mayNotSet,
  periodBackwards,
  periodTwice,
  ruleUnknown,
  unitNotAskable,
  yearsBackwards,
} from '../problems.js';

/** The milestone that a rule is about, or the problem that says what is wrong with the rule. */
export function mustBeSound(rule: Omit<LocalRule, 'id'>, milestones: readonly Milestone[], tree: UnitTree): Milestone {
  const milestone = milestones.find((one) => one.id === rule.milestone && one.sort === 'local');
  if (!milestone) throw ruleUnknown();
  if (!maySet(milestone, tree, rule.setBy)) throw mayNotSet({ unit: tree.name(rule.setBy) });
  const form = rule.forms.find((key) => !milestone.forms.includes(key));
  if (form !== undefined) throw formNotAskable({ form });
  if (rule.toPlanYear !== undefined && rule.toPlanYear < rule.fromPlanYear) {
    throw yearsBackwards({ from: rule.fromPlanYear, to: rule.toPlanYear });
  }
  const keys = new Set<string>();
  for (const period of rule.periods) {
    if (keys.has(period.key)) throw periodTwice({ period: period.key });
    keys.add(period.key);
    const [opens, due] = [period.opens, period.due].map((day) => dayIn(day, rule.fromPlanYear));
    if (opens! >= due!) throw periodBackwards({ period: period.title.vi });
    const askable = mayBeAsked(milestone, tree, rule.setBy, due!);
    const stranger = rule.units?.find((code) => !askable.includes(code));
    if (stranger !== undefined) throw unitNotAskable({ unit: tree.name(stranger) });
  }
  return milestone;
}
