import { RoundsService } from '../../modules/calendar/index.js';
import { adminCommand, planYearOf, WrongUse } from './command.js';
import { toldFirst } from './told-first.js';

const ROUNDS = ['1', '2', '3', 'reports'] as const;

function roundOf(text: string | undefined): (typeof ROUNDS)[number] {
  const round = ROUNDS.find((known) => known === text);
  if (!round) throw new WrongUse(`--round: ${ROUNDS.join('|')}`);
  return round;
}

export const close = adminCommand({
  name: 'close',
  usage: `--plan-year <năm> --round ${ROUNDS.join('|')} --reason "lý do" [--confirm]`,
  says: 'đóng một vòng; sau đó muốn nộp phải được nơi nhận mở lại / closes a round, later answers need the recipient to open it again',
  options: {
    'plan-year': { type: 'string' },
    round: { type: 'string' },
    reason: { type: 'string' },
    confirm: { type: 'boolean', default: false },
  },
  async run(values, { of }) {
    if (!values.reason?.trim()) throw new WrongUse();
    const which = {
      planYear: planYearOf(values['plan-year']),
      round: roundOf(values.round),
      reason: values.reason.trim(),
    };
    const { open, notDueYet, applied } = await of(RoundsService).close(which, { confirmed: values.confirm });
    const still = Object.fromEntries(open.map(({ milestone, units }) => [`còn mở / still open ${milestone}`, units]));
    return toldFirst({ ...still, notDueYet }, applied);
  },
});

export const reopen = adminCommand({
  name: 'reopen',
  usage: `--plan-year <năm> --round ${ROUNDS.join('|')}`,
  says: 'mở lại một vòng đã đóng / opens a closed round again',
  options: { 'plan-year': { type: 'string' }, round: { type: 'string' } },
  async run(values, { of }) {
    await of(RoundsService).reopen({ planYear: planYearOf(values['plan-year']), round: roundOf(values.round) });
    return 'Đã mở lại vòng / the round is open again.';
  },
});
