import { EnrolmentService, THE_SHELL } from '../../modules/people/index.js';
import { StartupProblem } from '../../modules/shared/index.js';
import { UnitsService } from '../../modules/units/index.js';
import { adminCommand, WrongUse } from './command.js';

export const invite = adminCommand({
  name: 'invite',
  usage: '--unit <mã đơn vị>',
  says: 'in lời mời cho những người của đơn vị chưa liên kết; lời mời cũ hết hiệu lực / prints invitations for who is not linked yet',
  options: { unit: { type: 'string' } },
  async run(values, { of }) {
    if (!values.unit) throw new WrongUse();
    const unit = (await of(UnitsService).tree()).find(values.unit);
    if (!unit) throw new StartupProblem(`Không có đơn vị mã ${values.unit} / there is no unit ${values.unit}.`);
    const given = await of(EnrolmentService).inviteUnit(THE_SHELL, unit.code);
    if (given.length === 0) return `${unit.name}: mọi người đã liên kết / everybody is linked.`;
    return given
      .map(({ person, code, links }) => [person.name, `  ${code}`, ...links.map(({ link }) => `  ${link}`)].join('\n'))
      .join('\n');
  },
});
