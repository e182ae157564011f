import path from 'node:path';
import { CalendarService, LocalRulesService, type NewRule, ruleFile } from '../../modules/calendar/index.js';
import { DataFolder, describeFault, StartupProblem } from '../../modules/shared/index.js';
import { adminCommand, type Office, planYearOf, WrongUse } from './command.js';
import { toldFirst } from './told-first.js';

export const rule = adminCommand({
  name: 'rule',
  usage:
    '(--file <tệp.yaml> | --milestone <mốc> --proposal <mã đề xuất> --set-by <đơn vị> --from-plan-year <năm> --decision "số văn bản") [--confirm]',
  says: 'đặt quy định của cấp trên cho đơn vị mình: từ tệp, hoặc theo đề xuất của bộ cấu hình / sets a local rule, from a file or as the profile proposes it',
  options: {
    file: { type: 'string' },
    milestone: { type: 'string' },
    proposal: { type: 'string' },
    'set-by': { type: 'string' },
    'from-plan-year': { type: 'string' },
    decision: { type: 'string' },
    confirm: { type: 'boolean', default: false },
  },
  async run(values, office) {
    const set = values.file === undefined ? await proposed(values, office) : ruleOf(values.file);
    const { effect, applied } = await office.of(LocalRulesService).set(set, { confirmed: values.confirm });
    return toldFirst({ ...effect }, applied);
  },
});

/** The rule that a YAML file holds, with the fields of `POST /api/calendar/rules`. */
function ruleOf(file: string): NewRule {
  const folder = new DataFolder(path.dirname(path.resolve(file)));
  const read = folder.yaml(path.basename(file), ruleFile);
  if (read && folder.faults.length === 0) return read;
  const faults = folder.faults.map(describeFault).join('\n  ');
  throw new StartupProblem(`Tệp có lỗi, chưa đặt gì / the file has faults:\n  ${faults}`);
}

async function proposed(
  values: Partial<Record<'milestone' | 'proposal' | 'set-by' | 'from-plan-year' | 'decision', string>>,
  { of }: Office,
): Promise<NewRule> {
  const { milestone, proposal: key, 'set-by': setBy, decision } = values;
  if (!milestone || !key || !setBy || !decision?.trim()) throw new WrongUse();
  const fromPlanYear = planYearOf(values['from-plan-year']);
  const known = (await of(CalendarService).milestones()).flatMap((one) =>
    (one.proposals ?? []).map((proposal) => ({ milestone: one.id, proposal })),
  );
  const found = known.find((one) => one.milestone === milestone && one.proposal.key === key);
  if (!found) {
    const there = known.map((one) => `--milestone ${one.milestone} --proposal ${one.proposal.key}`).join('\n  ');
    throw new WrongUse(`Không có đề xuất này / there is no such proposal. There is:\n  ${there}`);
  }
  const { forms, periods } = found.proposal;
  return { milestone, setBy, key, fromPlanYear, forms, periods, decision: decision.trim() };
}
