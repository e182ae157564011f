import { row, rows, type Em } from '../../database/index.js';
import type { LocalRule } from '../occasion.js';

interface RuleRow {
  id: string;
  milestone: string;
  set_by: string;
  key: string;
  spec: Pick<LocalRule, 'units' | 'forms' | 'periods' | 'decision'>;
  from_plan_year: number;
  to_plan_year: number | null;
}

/** The rules that hold, all or those that one unit has set. */
export async function standingRules(em: Em, setBy?: string): Promise<LocalRule[]> {
  const found = await rows<RuleRow>(
    em,
    `select * from local_rule where withdrawn_at is null and (?::text is null or set_by = ?)
     order by milestone, set_by, key`,
    [setBy ?? null, setBy ?? null],
  );
  return found.map(toRule);
}

/** The rule of that name, standing or withdrawn, locked until the transaction ends. */
export async function lockRule(
  em: Em,
  { milestone, setBy, key }: Pick<LocalRule, 'milestone' | 'setBy' | 'key'>,
): Promise<LocalRule | undefined> {
  const found = await row<RuleRow>(
    em,
    `select * from local_rule where milestone = ? and set_by = ? and key = ? for update`,
    [milestone, setBy, key],
  );
  return found && toRule(found);
}

function toRule(found: RuleRow): LocalRule {
  return {
    id: found.id,
    milestone: found.milestone,
    setBy: found.set_by,
    key: found.key,
    fromPlanYear: found.from_plan_year,
    ...(found.to_plan_year === null ? {} : { toPlanYear: found.to_plan_year }),
    ...found.spec,
  };
}
