import { adminCommand } from './command.js';
import { personOf } from './person.js';

export const link = adminCommand({
  name: 'link',
  usage: '--person <id>',
  says: 'in liên kết đăng nhập mới cho người đã có / prints a new sign-in link for a person who is there',
  options: { person: { type: 'string' } },
  async run(values, office) {
    const person = await personOf(values.person, office);
    return `${person.name}\n${await office.link(person.id)}`;
  },
});
