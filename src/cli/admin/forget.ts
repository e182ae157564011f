import { ForgetService, THE_SHELL } from '../../modules/people/index.js';
import { adminCommand, WrongUse } from './command.js';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export const forget = adminCommand({
  name: 'forget',
  usage: '--person <id> --confirm',
  says: 'xoá dữ liệu cá nhân của người đã thôi làm việc, không lấy lại được / erases a person who left; it cannot be taken back',
  options: { person: { type: 'string' }, confirm: { type: 'boolean', default: false } },
  async run(values, { of }) {
    if (!values.person || !UUID.test(values.person))
      throw new WrongUse('--person: không có người này / no such person.');
    if (!values.confirm) throw new WrongUse('Thêm --confirm để xoá / add --confirm to erase.');
    const erased = await of(ForgetService).forget(values.person, THE_SHELL.id);
    const told = Object.entries(erased).map(([table, count]) => `  ${table}: ${count}`);
    return ['Đã xoá / erased:', ...told].join('\n');
  },
});
