import { PasswordsService } from '../../modules/access/index.js';
import { readSecret } from '../read-secret.js';
import { adminCommand, WrongUse } from './command.js';
import { personOf } from './person.js';

export const password = adminCommand({
  name: 'password',
  usage: '--person <id> --login <tên đăng nhập>',
  says: 'đặt tên đăng nhập và mật khẩu, đọc mật khẩu từ bàn phím hoặc đầu vào chuẩn / sets a login and a password, read from standard input',
  options: { person: { type: 'string' }, login: { type: 'string' } },
  async run(values, office) {
    const person = await personOf(values.person, office);
    if (!values.login) throw new WrongUse();
    const secret = await readSecret('Mật khẩu mới, ít nhất 12 ký tự / new password, at least 12 signs: ');
    await office.of(PasswordsService).set(person, values.login, secret);
    return `${person.name}: đã đặt mật khẩu, mọi phiên đăng nhập trước đã kết thúc / password set, earlier sessions ended.`;
  },
});
