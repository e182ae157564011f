import { CalendarService, LocalRulesService } from '../../modules/calendar/index.js';
import { adminCommand, planYearOf, WrongUse } from './command.js';
import { toldFirst } from './told-first.js';

export const rule = adminCommand({
  name: 'rule',
  usage:
    '--milestone <mốc> --proposal <mã đề xuất> --set-by <đơn vị> --from-plan-year <năm> --decision "số văn bản" [--confirm]',
  says: 'đặt quy định theo đề xuất của bộ cấu hình / sets a local rule as the profile proposes it',
  options: {
    milestone: { type: 'string' },
    proposal: { type: 'string' },
    'set-by': { type: 'string' },
    'from-plan-year': { type: 'string' },
    decision: { type: 'string' },
    confirm: { type: 'boolean', default: false },
  },
  async run(values, { of }) {
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
    const set = { milestone, setBy, key, fromPlanYear, forms, periods, decision: decision.trim() };
    const { effect, applied } = await of(LocalRulesService).set(set, { confirmed: values.confirm });
    return toldFirst({ ...effect }, applied);
  },
});
