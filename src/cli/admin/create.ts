import { Database } from '../../modules/database/index.js';
import { LoadProfileService } from '../../modules/profiles/index.js';
import { StartupProblem } from '../../modules/shared/index.js';
import { PeopleService, UnitsService } from '../../modules/units/index.js';
import { adminCommand, WrongUse } from './command.js';

const ROLES = ['admin', 'supervisor', 'head', 'official'] as const;

export const create = adminCommand({
  name: 'create',
  usage: `--name "Họ và tên" --unit <mã đơn vị> [--title "chức vụ"] [--role ${ROLES.join('|')}]`,
  says: 'thêm người và in liên kết đăng nhập dùng một lần / adds a person and prints a one-time sign-in link',
  options: {
    name: { type: 'string' },
    title: { type: 'string', default: '' },
    unit: { type: 'string' },
    role: { type: 'string', default: 'admin' },
  },
  async run(values, { of, settings, link }) {
    const role = ROLES.find((known) => known === values.role);
    const name = values.name?.trim();
    if (!name || !values.unit || !role) throw new WrongUse();
    await of(LoadProfileService).load(settings.profile);
    const unit = (await of(UnitsService).tree()).find(values.unit);
    if (!unit) throw new StartupProblem(`Không có đơn vị mã ${values.unit} / there is no unit ${values.unit}.`);
    const id = await of(Database).transaction((em) =>
      of(PeopleService).add(em, { name, title: values.title, roles: [{ unit: unit.code, role }] }),
    );
    return `${name}, ${unit.name} (${role}), ${id}\n${await link(id)}`;
  },
});
