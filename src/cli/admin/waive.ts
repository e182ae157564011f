import { WaiversService } from '../../modules/calendar/index.js';
import { adminCommand, WrongUse } from './command.js';
import { personOf } from './person.js';

export const waive = adminCommand({
  name: 'waive',
  usage: '--obligation <id> --by <id người quyết định> --reason "lý do" [--take-back]',
  says: 'miễn một nghĩa vụ báo cáo, hoặc thôi miễn / waives an obligation, or takes the waiver back',
  options: {
    obligation: { type: 'string' },
    by: { type: 'string' },
    reason: { type: 'string' },
    'take-back': { type: 'boolean', default: false },
  },
  async run(values, office) {
    const reason = values.reason?.trim();
    if (!values.obligation || !reason) throw new WrongUse();
    const person = await personOf(values.by, office);
    const waivers = office.of(WaiversService);
    if (values['take-back']) await waivers.takeBack(person, values.obligation, reason);
    else await waivers.waive(person, values.obligation, reason);
    return values['take-back'] ? 'Đã thôi miễn / owed again.' : 'Đã miễn / waived.';
  },
});
