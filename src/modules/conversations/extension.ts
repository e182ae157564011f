import { dayText } from '../../forms/index.js';
import { plainDate } from '../shared/index.js';
import { chooseAmong } from './choose-among.js';
import { globalCommand, says } from './commands.js';
import type { Place } from './dialog.js';
import type { Turn } from './effect.js';
import type { OwedView } from './turn-view.js';
import { readWish, withoutLead } from './extension-line.js';
import { move, type Context } from './moves.js';
import { describeOwed, listOwed } from './owed.js';

type ExtensionPlace = Extract<Place, { at: 'extension' }>;

/** "xin gia hạn": until which day and why, one after the other or in one line ("đến 5/7 vì chờ số liệu thuế"). */
export function askExtension(context: Context, line: string, chosen?: string): Turn {
  const { view, say } = context;
  const open = view.owed.filter((owed) => !owed.settled);
  const only = chosen ? open.find((owed) => owed.id === chosen) : open.length === 1 ? open[0] : undefined;
  if (open.length === 0) return listOwed(context);
  if (!only) {
    const choices = open.map((owed) => ({ owed, line: describeOwed(say, owed) }));
    return chooseAmong(context, 'extension', say.t('extension-which'), choices, line);
  }
  const place: ExtensionPlace = { at: 'extension', obligation: only.id, step: 'day' };
  if (line.trim() === '') return put(context, only, place);
  return putWish(context, only, place, line);
}

/** The answer to the present question about more time; without `text` it is put again. */
export function extensionTurn(
  context: Context,
  place: ExtensionPlace,
  text: string | undefined,
  before?: string,
): Turn {
  const { view, say } = context;
  const owed = view.owed.find((one) => one.id === place.obligation);
  if (!owed || owed.settled) return listOwed(context, say.t('gone'));
  if (text === undefined) return put(context, owed, place, before);
  if (globalCommand(text)?.command === 'stop') return move(context, { at: 'idle' }, say.t('extension-dropped'));
  switch (place.step) {
    case 'day':
      return putWish(context, owed, place, text);
    case 'reason': {
      const reason = withoutLead(text.normalize('NFC').trim()).slice(0, 1000);
      return put(context, owed, reason === '' ? place : { ...place, reason });
    }
    case 'confirm': {
      if (says(text, 'no')) return move(context, { at: 'idle' }, say.t('extension-dropped'));
      const { lastDay, reason } = place;
      if (!says(text, 'yes') || !lastDay || !reason) return put(context, owed, place, say.t('say-yes-or-no'));
      const turn = move(context, { at: 'idle' }, say.t('extension-sent', { title: owed.title }));
      const dueOn = plainDate.add(lastDay, 1);
      return { ...turn, effects: [{ do: 'ask-extension', obligation: owed.id, dueOn, reason }] };
    }
  }
}

/** What a line tells of the wish; a reason is kept where its day has to be asked for once more. */
function putWish(context: Context, owed: OwedView, place: ExtensionPlace, line: string): Turn {
  const { lastDay, unread, ...why } = readWish(line, context.view.today, owed.lastDay);
  const known: ExtensionPlace = { ...place, ...why };
  if (lastDay !== undefined && lastDay > owed.lastDay) return put(context, owed, { ...known, lastDay });
  if (lastDay !== undefined) return put(context, owed, known, tooEarly(context, owed));
  const isAnswer = context.dialog.place.at === 'extension';
  const unclear = unread || isAnswer ? context.say.t('status-day-unclear') : undefined;
  // Where a day was asked for, words that are no day are not the reason.
  return put(context, owed, isAnswer && !unread ? place : known, unclear);
}

/** Asks for the first thing that is missing, then shows the whole wish for a yes. */
function put(context: Context, owed: OwedView, known: ExtensionPlace, before?: string): Turn {
  const { say } = context;
  const { lastDay, reason } = known;
  const step = lastDay === undefined ? 'day' : reason === undefined ? 'reason' : 'confirm';
  const params = {
    title: owed.title,
    unit: owed.unitName,
    lastDay: dayText(owed.lastDay),
    day: lastDay ? dayText(lastDay) : '',
    reason: reason ?? '',
  };
  const buttons = step === 'confirm' ? [[say.button('send', '1'), say.button('no', '2')]] : undefined;
  const text = [before, say.t(`extension-${step}`, params)].filter(Boolean).join('\n\n');
  return move(context, { ...known, step }, text, buttons);
}

const tooEarly = ({ say }: Context, owed: OwedView): string =>
  say.t('extension-not-later', { lastDay: dayText(owed.lastDay) });
