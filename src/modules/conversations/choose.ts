import { fold } from '../shared/index.js';
import type { OwedView, Place, Turn } from './dialog.js';
import { startFilling } from './filling.js';
import { type Context, stay } from './moves.js';
import { listOwed } from './owed.js';
import { startStatus } from './status.js';

/** A number picks from the list that was shown; a word of the title does as well. */
export function chooseTurn(context: Context, place: Extract<Place, { at: 'choose' }>, text: string): Turn {
  const { view, say } = context;
  const picked = pick(place.obligations, view.owed, text);
  if (!picked) return stay(context, say.t('choose-number', { count: place.obligations.length }));
  if (picked.settled) return listOwed(context, say.t('already-settled', { title: picked.title }));
  if (place.purpose === 'status') return startStatus(context, place.typed ?? '', picked.id);
  if (picked.form && !picked.form.submitted) return startFilling(context, picked.id, place.typed);
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
