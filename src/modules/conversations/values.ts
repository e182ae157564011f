import { type Cell, type ChatStep, valueText, yesNoOf, dayText } from '../../forms/index.js';
import type { Speaker } from './speaker.js';

/** What yes and no are called in a row: as its unit of measure names them (`Đạt/Không đạt`), else plainly. */
export function yesNo(say: Speaker, step: Pick<ChatStep, 'type' | 'unit'>): { yes: string; no: string } {
  return yesNoOf(step, (word) => say.foreign(`forms.word.${word}`));
}

type Shown = Pick<ChatStep, 'type' | 'unit' | 'choices'>;

/** A value as people of the speaker's language write it. */
export function showValue(say: Speaker, step: Shown, value: string | boolean): string {
  if (step.type === 'file') return say.t('file-there');
  return valueText(step, value, say.locale, (word) => say.foreign(`forms.word.${word}`));
}

/** A cell in words: its value, or which of the states without value it is in. */
export function describeCell(say: Speaker, step: Shown, cell: Cell): string {
  switch (cell.state) {
    case 'value':
      return showValue(say, step, cell.value);
    case 'worked-out':
      return cell.note;
    case 'not-applicable':
      return say.t('cell-not-applicable');
    case 'not-available':
      return cell.expectedOn
        ? say.t('cell-not-available-until', { reason: cell.reason, day: dayText(cell.expectedOn) })
        : say.t('cell-not-available', { reason: cell.reason });
  }
}
