import { OpeningService } from '../../modules/calendar/index.js';
import { LoadProfileService } from '../../modules/profiles/index.js';
import { adminCommand, planYearOf, WrongUse } from './command.js';
import { toldFirst } from './told-first.js';

export const open = adminCommand({
  name: 'open',
  usage: '--plan-year <năm> [--waive-over "lý do"] [--confirm]',
  says: 'mở chu trình của một năm kế hoạch, miễn những việc đã quá hạn nếu muốn; mở lại không thay đổi gì / opens a plan year, waiving what is over where wished; again changes nothing',
  options: {
    'plan-year': { type: 'string' },
    'waive-over': { type: 'string' },
    confirm: { type: 'boolean', default: false },
  },
  async run(values, { of, settings }) {
    const planYear = planYearOf(values['plan-year']);
    const waiveOver = values['waive-over']?.trim();
    if (waiveOver === '') throw new WrongUse();
    await of(LoadProfileService).load(settings.profile);
    if (!values.confirm) {
      const { added, lateAtOnce, waived } = await of(OpeningService).look(planYear, waiveOver !== undefined);
      return toldFirst({ added, lateAtOnce, ...(waived > 0 ? { waived } : {}) }, false);
    }
    const { planned, added, waived } = await of(OpeningService).open(planYear, { waiveOver });
    const said = `Năm kế hoạch ${planYear}: ${planned} nghĩa vụ báo cáo, mới ${added} / ${added} of ${planned} obligations are new.`;
    return waived > 0 ? `${said}\n${toldFirst({ waived }, true)}` : said;
  },
});
