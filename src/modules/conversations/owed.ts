import { fold } from '../shared/index.js';
import type { OwedView, Place, Turn } from './dialog.js';
import { startFilling } from './filling.js';
import type { Speaker } from './speaker.js';
import { startStatus } from './status.js';
import { again, move, stay, type Context } from './turn.js';

/** What is owed, most urgent first, each answerable by its number; `before` is said first. */
export function listOwed(context: Context, before?: string): Turn {
  const { view, say, dialog } = context;
  const open = view.owed.filter((owed) => !owed.settled);
  const lines = open.map((owed, index) => `${index + 1}. ${describeOwed(say, owed)}`);
  const parts = [
    before,
    open.length === 0 ? say.t('nothing-owed') : say.t('owed-head', { count: open.length }),
    lines.join('\n'),
    open.length > 0 ? say.t('owed-foot') : undefined,
    dialog.place.at === 'fill' || dialog.left ? say.t('unfinished') : undefined,
  ];
  const text = parts.filter(Boolean).join('\n\n');
  if (open.length === 0) return dialog.place.at === 'idle' ? stay(context, text) : move(context, { at: 'idle' }, text);
  const buttons = open.slice(0, 8).map((_, index) => say.labelled(String(index + 1), String(index + 1)));
  return move(context, { at: 'choose', purpose: 'open', obligations: open.map((owed) => owed.id) }, text, [buttons]);
}

/** A number picks from the list that was shown; a word of the title does as well. */
export function chooseTurn(context: Context, place: Extract<Place, { at: 'choose' }>, text: string): Turn {
  const { view, say } = context;
  const picked = pick(place.obligations, view.owed, text);
  if (!picked) return again(context, say.t('choose-number', { count: place.obligations.length }));
  if (picked.settled) return listOwed(context, say.t('already-settled', { title: picked.title }));
  if (place.purpose === 'status') return startStatus(context, '', picked.id);
  if (picked.form && !picked.form.submitted) return startFilling(context, picked.id);
  return startStatus(context, '', picked.id);
}

function pick(ids: readonly string[], owed: readonly OwedView[], text: string): OwedView | undefined {
  const number = /^\s*(\d{1,3})\s*\.?\s*$/.exec(text);
  if (number) return owed.find((one) => one.id === ids[Number(number[1]) - 1]);
  const wanted = fold(text);
  if (wanted.length < 4) return undefined;
  const fitting = owed.filter((one) => ids.includes(one.id) && fold(one.title).includes(wanted));
  return fitting.length === 1 ? fitting[0] : undefined;
}

/** Title, last allowed day and what is left of the time, in one line. */
export function describeOwed(say: Speaker, owed: OwedView): string {
  const when =
    owed.daysLeft < 0
      ? say.t('days-late', { days: -owed.daysLeft })
      : owed.daysLeft === 0
        ? say.t('last-day-today')
        : say.t('days-left', { days: owed.daysLeft });
  return say.t('owed-line', { title: owed.title, unit: owed.unitName, lastDay: viDay(owed.lastDay), when });
}

/** `29/06/2027` from `2027-06-29`. */
export const viDay = (iso: string): string => iso.split('-').reverse().join('/');
