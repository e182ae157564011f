import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { createApp } from '../http.js';
import { OneTimeService, PasswordsService } from '../modules/access/index.js';
import { CalendarService } from '../modules/calendar/index.js';
import { Database, migrate } from '../modules/database/index.js';
import { LoadProfileService } from '../modules/profiles/index.js';
import { readSettings } from '../modules/settings/index.js';
import { MESSAGES, type Messages, Problem, StartupProblem } from '../modules/shared/index.js';
import { PeopleService, UnitsService } from '../modules/units/index.js';
import { readSecret } from './read-secret.js';

const USAGE = `npm run admin -- create --name "Họ và tên" --unit <mã đơn vị> [--title "chức vụ"] [--role admin|supervisor|head|official]
npm run admin -- link --person <id>
npm run admin -- code --person <id>
npm run admin -- password --person <id> --login <tên đăng nhập>
npm run admin -- open --plan-year <năm>
  create  thêm người và in liên kết đăng nhập dùng một lần / adds a person and prints a one-time sign-in link
  link    in liên kết mới cho người đã có / prints a new link for a person who is there
  code    in mã liên kết trò chuyện dùng một lần / prints a one-time code that links a chat
  password  đặt tên đăng nhập và mật khẩu, đọc mật khẩu từ bàn phím hoặc đầu vào chuẩn / sets a login and a password, read from standard input
  open    mở chu trình của một năm kế hoạch; mở lại không thay đổi gì / opens a plan year; again changes nothing`;

const ROLES = ['admin', 'supervisor', 'head', 'official'] as const;

/** `npm run admin`: the first admin of an installation, and sign-in links for those who lost theirs. */
async function admin(args: string[]): Promise<string> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      name: { type: 'string' },
      title: { type: 'string', default: '' },
      unit: { type: 'string' },
      role: { type: 'string', default: 'admin' },
      person: { type: 'string' },
      login: { type: 'string' },
      'plan-year': { type: 'string' },
    },
  });
  const settings = readSettings(process.env);
  if (!settings.databaseUrl) throw new StartupProblem('Đặt DATABASE_URL trước / set DATABASE_URL first.');
  await migrate(settings.databaseUrl);
  // Nothing is served and no job runs here.
  const app = await createApp({ settings: { ...settings, role: 'web' }, databaseUrl: settings.databaseUrl });
  const of = <T>(service: abstract new (...of: never[]) => T): T => app.get(service, { strict: false });
  const link = async (person: string) =>
    `${settings.publicUrl ?? `http://localhost:${settings.port}`}/dang-nhap#${await of(OneTimeService).signInSecret(person)}`;
  try {
    switch (positionals[0]) {
      case 'create': {
        const role = ROLES.find((known) => known === values.role);
        if (!values.name?.trim() || !values.unit || !role) throw new StartupProblem(USAGE);
        await of(LoadProfileService).load(settings.profile);
        const unit = (await of(UnitsService).tree()).find(values.unit);
        if (!unit) throw new StartupProblem(`Không có đơn vị mã ${values.unit} / there is no unit ${values.unit}.`);
        const { name, title } = values;
        const id = await of(Database).transaction((em) =>
          of(PeopleService).add(em, { name: name.trim(), title, roles: [{ unit: unit.code, role }] }),
        );
        return `${name}, ${unit.name} (${role}), ${id}\n${await link(id)}`;
      }
      case 'link': {
        const person = values.person && (await of(PeopleService).find(values.person));
        if (!person) throw new StartupProblem(USAGE);
        return `${person.name}\n${await link(person.id)}`;
      }
      case 'code': {
        const person = values.person && (await of(PeopleService).find(values.person));
        if (!person) throw new StartupProblem(USAGE);
        return `${person.name}\n${await of(OneTimeService).enrolmentCode(person.id)}`;
      }
      case 'password': {
        const person = values.person && (await of(PeopleService).find(values.person));
        if (!person || !values.login) throw new StartupProblem(USAGE);
        const password = await readSecret('Mật khẩu mới, ít nhất 12 ký tự / new password, at least 12 signs: ');
        await of(PasswordsService).set(person, values.login, password);
        return `${person.name}: đã đặt mật khẩu, mọi phiên đăng nhập trước đã kết thúc / password set, earlier sessions ended.`;
      }
      case 'open': {
        const planYear = Number(values['plan-year']);
        if (!Number.isInteger(planYear) || planYear < 2000 || planYear > 2200) throw new StartupProblem(USAGE);
        await of(LoadProfileService).load(settings.profile);
        const { planned, added } = await of(CalendarService).openCycle(planYear);
        return `Năm kế hoạch ${planYear}: ${planned} nghĩa vụ báo cáo, mới ${added} / ${added} of ${planned} obligations are new.`;
      }
      default:
        throw new StartupProblem(USAGE);
    }
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const messages = app.get<Messages>(MESSAGES, { strict: false });
    throw new StartupProblem(
      (['vi', 'en'] as const).map((locale) => messages.t(locale, error.code, error.params)).join(' / '),
    );
  } finally {
    await app.close();
  }
}

try {
  process.stdout.write(`${await admin(process.argv.slice(2))}\n`);
  process.exit(0);
} catch (error) {
  process.stderr.write(
    `${error instanceof Error && error.name === 'StartupProblem' ? error.message : String(error)}\n`,
  );
  process.exit(1);
}
