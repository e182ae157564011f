import { DueMovesService } from '../../modules/calendar/index.js';
import { adminCommand, WrongUse } from './command.js';
import { toldFirst } from './told-first.js';

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)$/;

export const outage = adminCommand({
  name: 'outage',
  usage: '--from 2027-06-28T08:00+07:00 --to 2027-06-29T17:00+07:00 --reason "lý do" [--confirm]',
  says: 'ghi thời gian hệ thống gián đoạn; hạn rơi vào đó được lùi / records an outage, due days that fell in it move',
  options: {
    from: { type: 'string' },
    to: { type: 'string' },
    reason: { type: 'string' },
    confirm: { type: 'boolean', default: false },
  },
  async run(values, { of }) {
    const { from, to, reason } = values;
    if (!from || !to || !reason?.trim() || ![from, to].every((text) => INSTANT.test(text))) throw new WrongUse();
    const span = { from: new Date(from), to: new Date(to), reason: reason.trim() };
    if (!(span.to > span.from)) throw new WrongUse('--to phải sau --from / must lie after --from.');
    const { id, effect, applied } = await of(DueMovesService).recordOutage(span, { confirmed: values.confirm });
    const back = id ? `\nHoàn lại / to take it back: npm run admin -- undo --move ${id} --confirm` : '';
    return `${toldFirst({ ...effect }, applied)}${back}`;
  },
});
