import { fold } from '../shared/index.js';
import { askPerson } from './ask-person.js';
import { startCorrecting } from './correcting.js';
import { listWishes } from './decide.js';
import type { Place } from './dialog.js';
import type { Turn } from './effect.js';
import type { OwedView } from './turn-view.js';
import { askExtension } from './extension.js';
import { startFilling } from './filling.js';
import { type Context, stay } from './moves.js';
import { listOwed } from './owed.js';
import { startStatus } from './status.js';
import { giveWorkbook } from './workbooks.js';

/** A number picks from the list that was shown; a word of the title does as well. */
export function chooseTurn(context: Context, place: Extract<Place, { at: 'choose' }>, text: string): Turn {
  const { view, say } = context;
  const wishes = (view.wishes ?? []).map(({ obligation, title }) => ({ id: obligation, title }));
  const listed = [...view.owed, ...(view.submitted ?? []), ...wishes];
  const picked = pick(place.obligations, listed, text);
  if (!picked) {
    const count = place.obligations.length;
    const how = count === 1 ? say.t('not-understood') : say.t('choose-number', { count });
    // The list itself may not have arrived.
    return place.purpose === 'open' ? listOwed(context, how) : stay(context, how);
  }
  const typed = place.typed ?? '';
  if (place.purpose === 'decide') return listWishes(context, picked.id);
  const owed = view.owed.find((one) => one.id === picked.id);
  if (!owed && place.purpose === 'correct') return startCorrecting(context, undefined, picked.id);
  if (!owed || owed.settled) return listOwed(context, say.t('already-settled', { title: picked.title }));
  switch (place.purpose) {
    case 'extension':
      return askExtension(context, typed, owed.id);
    case 'ask':
      return askPerson(context, typed, owed.id);
    case 'workbook':
      return giveWorkbook(context, owed.id);
    case 'status':
      return startStatus(context, typed, owed.id);
    case 'open':
    case 'fill':
    case 'correct':
      return canFill(owed) ? startFilling(context, owed.id, place.typed) : startStatus(context, '', owed.id);
  }
}

const canFill = (owed: OwedView): boolean => owed.form !== undefined && !owed.form.submitted;

function pick<T extends { id: string; title: string }>(
  ids: readonly string[],
  listed: readonly T[],
  text: string,
): T | undefined {
  const number = /^\s*(\d{1,3})\s*\.?\s*$/.exec(text);
  if (number) return listed.find((one) => one.id === ids[Number(number[1]) - 1]);
  const wanted = fold(text);
  if (wanted.length < 4) return undefined;
  const fitting = listed.filter((one) => ids.includes(one.id) && fold(one.title).includes(wanted));
  return fitting.length === 1 ? fitting[0] : undefined;
}
