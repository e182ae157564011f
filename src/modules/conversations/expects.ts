import { hasForm, stepAt } from './fill-form.js';
import type { Context } from './moves.js';

/** Whether the question that stands takes any words for its answer: then only plain commands are commands. */
export function expectsWords({ dialog, view }: Context): boolean {
  const { place } = dialog;
  switch (place.at) {
    case 'ask':
      return true;
    case 'late-act':
      return place.words === undefined || place.act === 'extend' || place.act === 'waive';
    case 'late-hand':
      return true;
    case 'difficulty':
      return place.unit !== undefined;
    case 'extension':
    case 'decide':
      return place.step === 'reason';
    case 'delegate':
      return place.step === 'decision';
    case 'correct':
      return place.cell !== undefined;
    case 'status':
      return place.slot === 'difficulty';
    case 'fill': {
      if (place.pending) return place.pending.sort === 'no-data' || place.pending.sort === 'explain';
      const owed = view.owed.find((one) => one.id === place.obligation);
      return hasForm(owed) && stepAt(owed.form, place)?.type === 'text';
    }
    case 'confirm-link':
    case 'idle':
    case 'choose':
    case 'summary':
    case 'group':
    case 'late':
    case 'workbook':
    case 'apply':
    case 'place-file':
      return false;
  }
}

/** "dung" is a yes (đúng) where one is asked for; where none is, it can only be the word for stopping (dừng). */
export function isUnmarkedStop(context: Context, text: string): boolean {
  const { place } = context.dialog;
  if (text.trim().toLowerCase() !== 'dung') return false;
  if (place.at !== 'fill') return place.at === 'choose' || place.at === 'late';
  if (place.pending) return place.pending.sort !== 'confirm' && place.pending.sort !== 'change';
  const owed = context.view.owed.find((one) => one.id === place.obligation);
  const type = hasForm(owed) ? stepAt(owed.form, place)?.type : undefined;
  return type !== undefined && type !== 'boolean' && type !== 'text' && type !== 'choice';
}
