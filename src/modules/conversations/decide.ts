import { dayText } from '../../forms/index.js';
import { plainDate } from '../shared/index.js';
import { chooseAmong } from './choose-among.js';
import { globalCommand, saysInsist, says } from './commands.js';
import type { Place } from './dialog.js';
import type { Turn } from './effect.js';
import type { WishView } from './turn-view.js';
import { move, stay, type Context } from './moves.js';

type DecidePlace = Extract<Place, { at: 'decide' }>;

/** "duyệt": the wishes for more time that wait for this person; a number picks one. */
export function listWishes(context: Context, chosen?: string): Turn {
  const { view, say } = context;
  const wishes = view.wishes ?? [];
  const only = chosen ? wishes.find((one) => one.obligation === chosen) : wishes.length === 1 ? wishes[0] : undefined;
  if (wishes.length === 0) return stay(context, say.t('no-wishes'));
  if (only) return put(context, only, { at: 'decide', obligation: only.obligation, step: 'choice' });
  const choices = wishes.map((wish) => ({ owed: { id: wish.obligation }, line: say.t('wish-line', params(wish)) }));
  return chooseAmong(context, 'decide', say.t('wishes-head', { count: wishes.length }), choices);
}

/** The tapped answer of a notice: `<obligation> 1` or `2`. */
export function decideNamed(context: Context, named: string): Turn {
  const [obligation = '', answer = ''] = named.split(/\s+/);
  return decideTurn(context, { at: 'decide', obligation, step: 'choice' }, answer);
}

/** The yes or no to a wish; a no says why. */
export function decideTurn(context: Context, place: DecidePlace, text: string | undefined, before?: string): Turn {
  const { view, say } = context;
  const wish = view.wishes?.find((one) => one.obligation === place.obligation);
  if (!wish) return move(context, { at: 'idle' }, say.t('wish-gone'));
  if (text === undefined) return put(context, wish, place, before);
  if (globalCommand(text)?.command === 'stop') return move(context, { at: 'idle' }, say.t('stopped'));
  if (place.step === 'reason') {
    const reason = text.normalize('NFC').trim().slice(0, 1000);
    const turn = move(context, { at: 'idle' }, say.t('wish-refused', params(wish)));
    return { ...turn, effects: [{ do: 'refuse-extension', obligation: wish.obligation, reason }] };
  }
  const confirmed = saysInsist(text);
  if (confirmed || says(text, 'yes')) {
    const turn = move(context, { at: 'idle' }, say.t('wish-granted', params(wish)));
    const dueOn = plainDate.add(wish.wishedLastDay, 1);
    return { ...turn, effects: [{ do: 'grant-extension', obligation: wish.obligation, dueOn, confirmed }] };
  }
  if (says(text, 'no')) return put(context, wish, { ...place, step: 'reason' });
  return put(context, wish, place, say.t('wish-yes-or-no'));
}

function put(context: Context, wish: WishView, place: DecidePlace, before?: string): Turn {
  const { say } = context;
  const isChoice = place.step === 'choice';
  const text = say.t(isChoice ? 'wish-choice' : 'wish-why-not', params(wish));
  const buttons = isChoice ? [[say.button('grant', '1'), say.button('refuse', '2')]] : undefined;
  return move(context, place, [before, text].filter(Boolean).join('\n\n'), buttons);
}

const params = (wish: WishView) => ({
  title: wish.title,
  unit: wish.unitName,
  lastDay: dayText(wish.lastDay),
  day: dayText(wish.wishedLastDay),
  reason: wish.reason,
});
