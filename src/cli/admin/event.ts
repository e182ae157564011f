import { EventsService } from '../../modules/calendar/index.js';
import { plainDate } from '../../modules/shared/index.js';
import { adminCommand, planYearOf, WrongUse } from './command.js';
import { toldFirst } from './told-first.js';

export const event = adminCommand({
  name: 'event',
  usage:
    '--plan-year <năm> --milestone <mốc> --unit <đơn vị được thảo luận> --held-by <đơn vị chủ trì> --on YYYY-MM-DD [--confirm]',
  says: 'ghi một sự kiện đã kết thúc (hội nghị); việc tính hạn từ đó được tạo hoặc dời / records an event that ended, what follows from it is made or moved',
  options: {
    'plan-year': { type: 'string' },
    milestone: { type: 'string' },
    unit: { type: 'string' },
    'held-by': { type: 'string' },
    on: { type: 'string' },
    confirm: { type: 'boolean', default: false },
  },
  async run(values, { of }) {
    const { milestone, unit, 'held-by': heldBy, on: endedOn } = values;
    if (!milestone || !unit || !heldBy || !endedOn || !plainDate.ofOurTime(endedOn)) throw new WrongUse();
    const planYear = planYearOf(values['plan-year']);
    const told = { planYear, milestone, unit, heldBy, endedOn };
    const { effect, applied } = await of(EventsService).record(told, { confirmed: values.confirm });
    return toldFirst({ ...effect }, applied);
  },
});
