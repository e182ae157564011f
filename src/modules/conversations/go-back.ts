import type { Place } from './dialog.js';
import type { Turn } from './effect.js';
import { continueFilling, fillTurn } from './filling.js';
import { move, type Context } from './moves.js';

/** Says `text` and leads back to the question of a form that the person was in before something else was said. */
export function backTo(context: Context, text: string): Turn {
  const { place, left } = context.dialog;
  if (place.at === 'fill') return fillTurn(context, place, undefined, text);
  if (!ASIDE.includes(place.at) || !left) return move(context, { at: 'idle' }, text);
  const turn = continueFilling(context);
  const [first, ...others] = turn.replies;
  return first ? { ...turn, replies: [{ ...first, text: `${text}\n\n${first.text}` }, ...others] } : turn;
}

/** Places to which people go for a moment out of a form. */
const ASIDE: readonly Place['at'][] = ['ask', 'difficulty', 'delegate'];
