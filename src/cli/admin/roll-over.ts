import { RollOverService } from '../../modules/rollups/index.js';
import { adminCommand, planYearOf } from './command.js';
import { toldFirst } from './told-first.js';

export const rollOver = adminCommand({
  name: 'roll-over',
  usage: '--plan-year <năm kết thúc> [--confirm]',
  says: 'chuyển sang năm kế hoạch sau: số liệu đã nộp thành số so sánh, mở chu trình mới, nêu việc còn mở / to the next plan year',
  options: { 'plan-year': { type: 'string' }, confirm: { type: 'boolean', default: false } },
  async run(values, { of }) {
    const year = planYearOf(values['plan-year']);
    const { figures, open, obligations, applied } = await of(RollOverService).rollOver(year, {
      confirmed: values.confirm,
    });
    const still = Object.fromEntries(open.map(({ milestone, units }) => [`còn mở / still open ${milestone}`, units]));
    return toldFirst(
      {
        'số so sánh thêm / figures added': figures.added,
        'số so sánh thay / figures replaced': figures.replaced,
        'giữ số đã có / kept as on record': figures.stays,
        'không quy đổi được đơn vị tính / unit of measure unlike': figures.unlike,
        ...(obligations ? { [`nghĩa vụ báo cáo năm ${year + 1} / obligations`]: obligations.planned } : {}),
        ...still,
      },
      applied,
    );
  },
});
