import { dayText } from '../../forms/index.js';
import { plainDate } from '../shared/index.js';
import { globalCommand, says, saysInsist } from './commands.js';
import type { Place } from './dialog.js';
import type { Effect, Turn } from './effect.js';
import type { LateView } from './turn-view.js';
import type { LateWords } from './late-words.js';
import { handOver } from './late-hand.js';
import { move, type Context } from './moves.js';
import { readReason } from './reason.js';
import { dayIn, readWish, withoutLead } from './extension-line.js';

type LatePlace = Extract<Place, { at: 'late' }>;
type LateActPlace = Extract<Place, { at: 'late-act' }>;

/** An act on one line: done at once where it needs no more, else what is missing is asked. */
export function lateAct(context: Context, place: LatePlace, item: LateView, { act, rest }: LateWords): Turn {
  switch (act) {
    case 'remind':
      return done(context, place.obligations, 'late-reminded', item, { do: 'remind-now', unit: item.unit });
    case 'acknowledge':
      return done(context, place.obligations, 'late-taken', item, { do: 'acknowledge', obligation: item.obligation });
    case 'accept':
      return done(context, place.obligations, 'late-accepted', item, review(item, 'accepted', ''));
    case 'promise':
    case 'extend':
    case 'waive':
    case 'ask':
    case 'return': {
      const from: LateActPlace = { at: 'late-act', act, obligation: item.obligation, list: place.obligations };
      return onward(context, rest === '' ? from : withWords(context, from, rest, item), item);
    }
    case 'hand':
      return handOver(context, { at: 'late-hand', obligation: item.obligation, list: place.obligations }, item, rest);
  }
}

/** The answer to what an act still needs; without `text` it is asked again. */
export function lateActTurn(context: Context, place: LateActPlace, text: string | undefined, before?: string): Turn {
  const { view, say } = context;
  const item = view.late?.find(({ obligation }) => obligation === place.obligation);
  const back: Place = { at: 'late', obligations: place.list };
  if (!item) return move(context, back, say.t('late-no-more'));
  if (text === undefined) return onward(context, place, item, before);
  if (globalCommand(text)?.command === 'stop') return move(context, back, say.t('stopped'));
  if (!isWhole(place)) return onward(context, withWords(context, place, text, item), item);
  if (says(text, 'no')) return move(context, back, say.t('stopped'));
  const confirmed = saysInsist(text);
  if (!confirmed && !says(text, 'yes')) return onward(context, place, item, say.t('say-yes-or-no'));
  return carriedOut(context, place, item, confirmed);
}

/** What the words add: a day where one is needed, the rest is the reason. */
function withWords({ view }: Context, place: LateActPlace, text: string, item: LateView): LateActPlace {
  if (place.act === 'extend' && place.day === undefined) {
    const { lastDay, reason } = readWish(text, view.today, item.lastDay);
    return { ...place, ...(lastDay ? { day: lastDay } : {}), ...(reason ? { words: reason.slice(0, 1000) } : {}) };
  }
  if (place.act === 'ask') return { ...place, words: text.normalize('NFC').trim().slice(0, 1000) };
  const needsDay = place.act === 'promise' && place.day === undefined;
  const { reason, expectedOn } = needsDay ? readPromise(text, view.today) : { reason: text, expectedOn: undefined };
  const words = reason
    .normalize('NFC')
    .trim()
    .replace(/^(?:(?:đến|den|tới|toi|hết|het|ngày|ngay|trước|truoc)(?=[\s,]|$)[\s,]*)+/iu, '')
    .replace(/^(?:vì|vi|do|lý do|ly do)[\s:]+/iu, '')
    .slice(0, 1000);
  // Words instead of the day that was asked for: it is asked for again.
  const isDayMissing = needsDay && expectedOn === undefined;
  return {
    ...place,
    ...(expectedOn === undefined ? {} : { day: expectedOn }),
    ...(words === '' || isDayMissing ? {} : { words }),
  };
}

/** "28/6, chờ thuế" has its day in figures anywhere; "thứ sáu tuần sau" is all there is. */
function readPromise(text: string, today: string): { reason: string; expectedOn?: string } {
  const read = readReason(text, today);
  const day = read.expectedOn === undefined ? dayIn(withoutLead(text), today) : undefined;
  return day === undefined ? read : { reason: '', expectedOn: day };
}

const needsDay = ({ act }: LateActPlace): boolean => act === 'promise' || act === 'extend';
const needsWords = ({ act }: LateActPlace): boolean => act !== 'promise';
const isWhole = (place: LateActPlace): boolean =>
  (!needsDay(place) || place.day !== undefined) && (!needsWords(place) || place.words !== undefined);

/** Asks for the first thing that is missing; what changes a due day or lets somebody off is shown for a yes. */
function onward(context: Context, place: LateActPlace, item: LateView, before?: string): Turn {
  const { say } = context;
  const put = (text: string, sure = false) =>
    move(
      context,
      place,
      [before, text].filter(Boolean).join('\n\n'),
      sure ? [[say.button('yes', '1'), say.button('no', '2')]] : undefined,
    );
  if (needsDay(place) && place.day === undefined) return put(say.t(`late-${place.act}-day`, params(item, place)));
  if (needsWords(place) && place.words === undefined) return put(say.t(`late-${place.act}-why`, params(item, place)));
  if (place.act === 'extend' || place.act === 'waive')
    return put(say.t(`late-${place.act}-sure`, params(item, place)), true);
  return carriedOut(context, place, item, false);
}

function carriedOut(context: Context, place: LateActPlace, item: LateView, confirmed: boolean): Turn {
  const { obligation } = item;
  const { day = '', words = '' } = place;
  const effects: Record<LateActPlace['act'], Effect> = {
    ask: { do: 'ask-unit', obligation, text: words },
    promise: { do: 'promise', obligation, promisedOn: day, note: words },
    extend: {
      do: 'grant-extension',
      obligation,
      dueOn: day === '' ? '' : plainDate.add(day, 1),
      confirmed,
      reason: words,
    },
    waive: { do: 'waive', obligation, reason: words },
    return: review(item, 'returned', words),
  };
  return done(context, place.list, `late-${place.act}-done`, item, effects[place.act], place);
}

const review = ({ obligation }: LateView, outcome: 'accepted' | 'returned', reason: string): Effect => ({
  do: 'review-status',
  obligation,
  outcome,
  reason,
});

/** Says what was done and goes back to the list, whose numbers stand. */
function done(
  context: Context,
  list: readonly string[],
  key: string,
  item: LateView,
  effect: Effect,
  place?: LateActPlace,
): Turn {
  const turn = move(context, { at: 'late', obligations: [...list] }, context.say.t(key, params(item, place)));
  return { ...turn, effects: [effect] };
}

const params = (item: LateView, place?: LateActPlace) => ({
  unit: item.unitName,
  title: item.title,
  lastDay: dayText(item.lastDay),
  day: place?.day ? dayText(place.day) : '',
  reason: place?.words ?? '',
});
