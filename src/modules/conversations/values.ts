import { type Cell, type ChatStep, formatEn, formatVi } from '../../forms/index.js';
import { viDay } from './owed.js';
import type { Speaker } from './speaker.js';

/** A value as people of the speaker's language write it, with its unit. */
export function showValue(say: Speaker, step: Pick<ChatStep, 'type' | 'unit'>, value: string | boolean): string {
  if (typeof value === 'boolean') return say.t(value ? 'achieved' : 'not-achieved');
  if (step.type === 'boolean') return say.t(value === '1' || value === 'true' ? 'achieved' : 'not-achieved');
  const number = say.locale === 'en' ? formatEn(value) : formatVi(value);
  return step.unit.vi === '%' || step.unit.vi === '‰' ? `${number}${step.unit.vi}` : `${number} ${step.unit.vi}`;
}

/** A cell in words: its value, or which of the states without value it is in. */
export function describeCell(say: Speaker, step: Pick<ChatStep, 'type' | 'unit'>, cell: Cell): string {
  switch (cell.state) {
    case 'value':
      return showValue(say, step, cell.value);
    case 'not-applicable':
      return say.t('cell-not-applicable');
    case 'not-available':
      return cell.expectedOn
        ? say.t('cell-not-available-until', { reason: cell.reason, day: viDay(cell.expectedOn) })
        : say.t('cell-not-available', { reason: cell.reason });
  }
}
