import { type Cell, type ChatStep, decimal, formatEn, formatVi, yesNoOf } from '../../forms/index.js';
import { inLocale, plainDate } from '../shared/index.js';
import { viDay } from './owed.js';
import type { Speaker } from './speaker.js';

/** What yes and no are called in a row: as its unit of measure names them (`Đạt/Không đạt`), else plainly. */
export function yesNo(say: Speaker, step: Pick<ChatStep, 'type' | 'unit'>): { yes: string; no: string } {
  return yesNoOf(step, (word) => say.foreign(`forms.word.${word}`));
}

type Shown = Pick<ChatStep, 'type' | 'unit' | 'choices'>;

/** A value as people of the speaker's language write it: a number with its unit, a choice by its label. */
export function showValue(say: Speaker, step: Shown, value: string | boolean): string {
  if (typeof value === 'boolean' || step.type === 'boolean') {
    const { yes, no } = yesNo(say, step);
    return value === true || value === '1' || value === 'true' ? yes : no;
  }
  if (step.type === 'choice') {
    const choice = step.choices?.find((one) => one.key === value);
    return choice ? inLocale(choice.label, say.locale) : value;
  }
  if (step.type === 'file') return say.t('file-there');
  if (step.type === 'date') return plainDate.valid(value) ? viDay(value) : value;
  if (!decimal.isCanonical(value)) return value;
  const number = say.locale === 'en' ? formatEn(value) : formatVi(value);
  return step.unit.vi === '%' || step.unit.vi === '‰' ? `${number}${step.unit.vi}` : `${number} ${step.unit.vi}`;
}

/** A cell in words: its value, or which of the states without value it is in. */
export function describeCell(say: Speaker, step: Shown, cell: Cell): string {
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
