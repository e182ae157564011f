import { type Field, understand } from '../../forms/index.js';
import { plainDate } from '../shared/index.js';
import { chooseAmong } from './choose-among.js';
import { globalCommand, says } from './commands.js';
import type { OwedView, Place, Turn } from './dialog.js';
import { move, type Context } from './moves.js';
import { describeOwed, listOwed, viDay } from './owed.js';
import { readReason } from './reason.js';

type ExtensionPlace = Extract<Place, { at: 'extension' }>;

const dayField: Field = { type: 'date', future: true };

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
  const { reason, expectedOn } = readReason(line, view.today);
  const why = withoutLead(reason);
  if (expectedOn && expectedOn > only.lastDay) {
    return put(context, only, { ...place, lastDay: expectedOn, ...(why ? { reason: why } : {}) });
  }
  return put(context, only, { ...place, ...(why ? { reason: why } : {}) }, expectedOn && tooEarly(context, only));
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
    case 'day': {
      const day = understand(dayField, text, { today: view.today });
      const lastDay = 'value' in day && typeof day.value === 'string' ? day.value : undefined;
      if (lastDay === undefined) return put(context, owed, place, say.t('status-day-unclear'));
      if (lastDay <= owed.lastDay) return put(context, owed, place, tooEarly(context, owed));
      return put(context, owed, { ...place, lastDay });
    }
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

/** Asks for the first thing that is missing, then shows the whole wish for a yes. */
function put(context: Context, owed: OwedView, known: ExtensionPlace, before?: string): Turn {
  const { say } = context;
  const { lastDay, reason } = known;
  const step = lastDay === undefined ? 'day' : reason === undefined ? 'reason' : 'confirm';
  const params = {
    title: owed.title,
    unit: owed.unitName,
    lastDay: viDay(owed.lastDay),
    day: lastDay ? viDay(lastDay) : '',
    reason: reason ?? '',
  };
  const buttons = step === 'confirm' ? [[say.button('send', '1'), say.button('no', '2')]] : undefined;
  const text = [before, say.t(`extension-${step}`, params)].filter(Boolean).join('\n\n');
  return move(context, { ...known, step }, text, buttons);
}

const tooEarly = ({ say }: Context, owed: OwedView): string =>
  say.t('extension-not-later', { lastDay: viDay(owed.lastDay) });

/** "đến ngày … vì chờ số liệu" names the day and then the reason; what only joins them is left out. */
const withoutLead = (text: string): string =>
  text
    .replace(/^(?:[\s,:-]|(?:đến|den|tới|toi|hết|het|ngày|ngay|sang|lùi|lui)(?=[\s,]|$))+/iu, '')
    .replace(/^(?:vì|vi|do|lý do|ly do)[\s:]+/iu, '')
    .trim();
