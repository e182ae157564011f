import { DueMovesService } from '../../modules/calendar/index.js';
import { plainDate } from '../../modules/shared/index.js';
import { adminCommand, planYearOf, WrongUse } from './command.js';
import { toldFirst } from './told-first.js';

export const move = adminCommand({
  name: 'move',
  usage:
    '--plan-year <năm> --milestone <mốc> (--days <±số ngày> | --due YYYY-MM-DD) --reason "lý do" [--kind <loại>] [--under <đơn vị>] [--confirm]',
  says: 'dời hạn của một mốc cho mọi đơn vị, một loại hoặc một nhánh; --due là ngày đầu tiên quá hạn / moves the due day of a milestone',
  options: {
    'plan-year': { type: 'string' },
    milestone: { type: 'string' },
    days: { type: 'string' },
    due: { type: 'string' },
    kind: { type: 'string' },
    under: { type: 'string' },
    reason: { type: 'string' },
    confirm: { type: 'boolean', default: false },
  },
  async run(values, { of }) {
    const { milestone, kind, under, days, due, reason } = values;
    if (!milestone || !reason?.trim() || (days === undefined) === (due === undefined)) throw new WrongUse();
    if (days !== undefined && !/^[+-]?\d{1,3}$/.test(days)) throw new WrongUse('--days: số ngày / a number of days.');
    if (due !== undefined && !plainDate.ofOurTime(due)) throw new WrongUse('--due: YYYY-MM-DD.');
    const shift = due === undefined ? { days: Number(days) } : { dueOn: due };
    const planYear = planYearOf(values['plan-year']);
    const told = { planYear, milestone, kind, under, shift, reason: reason.trim() };
    const { id, effect, applied } = await of(DueMovesService).move(told, { confirmed: values.confirm });
    const back = id ? `\nHoàn lại / to take it back: npm run admin -- undo --move ${id} --confirm` : '';
    return `${toldFirst({ ...effect }, applied)}${back}`;
  },
});

export const undo = adminCommand({
  name: 'undo',
  usage: '--move <id> [--confirm]',
  says: 'hoàn lại đúng những hạn đã dời, giữ nguyên gia hạn / puts back exactly what a move moved, extensions kept',
  options: { move: { type: 'string' }, confirm: { type: 'boolean', default: false } },
  async run(values, { of }) {
    if (!values.move || !/^[0-9a-f-]{36}$/.test(values.move)) throw new WrongUse();
    const { moved, applied } = await of(DueMovesService).undo(values.move, { confirmed: values.confirm });
    return toldFirst({ moved }, applied);
  },
});
