import { OneTimeService } from '../../modules/access/index.js';
import { Database } from '../../modules/database/index.js';
import { adminCommand } from './command.js';
import { personOf } from './person.js';

export const code = adminCommand({
  name: 'code',
  usage: '--person <id>',
  says: 'in mã liên kết trò chuyện dùng một lần / prints a one-time code that links a chat',
  options: { person: { type: 'string' } },
  async run(values, office) {
    const person = await personOf(values.person, office);
    const invitation = await office.of(Database).transaction((em) => office.of(OneTimeService).invite(em, person.id));
    return `${person.name}\n${invitation.code}`;
  },
});
