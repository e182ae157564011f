import { CalendarService } from '../../modules/calendar/index.js';
import { LoadProfileService } from '../../modules/profiles/index.js';
import { adminCommand, planYearOf } from './command.js';

export const open = adminCommand({
  name: 'open',
  usage: '--plan-year <năm>',
  says: 'mở chu trình của một năm kế hoạch; mở lại không thay đổi gì / opens a plan year; again changes nothing',
  options: { 'plan-year': { type: 'string' } },
  async run(values, { of, settings }) {
    const planYear = planYearOf(values['plan-year']);
    await of(LoadProfileService).load(settings.profile);
    const { planned, added } = await of(CalendarService).openCycle(planYear);
    return `Năm kế hoạch ${planYear}: ${planned} nghĩa vụ báo cáo, mới ${added} / ${added} of ${planned} obligations are new.`;
  },
});
