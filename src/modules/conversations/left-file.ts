import type { Dialog, Place } from './dialog.js';
import type { Turn } from './effect.js';
import type { Speaker } from './speaker.js';

/**
 * A file that waited for a word and is left without it, by a command or by the next file, is told of: nothing of it was
 * recorded, and whoever sent it must not believe so.
 */
export function withFileNamed({ place }: Dialog, turn: Turn, say: Speaker): Turn {
  const event = eventOf(place);
  const isTaken = turn.effects.some((effect) => 'event' in effect && effect.event === event);
  const [first, ...others] = turn.replies;
  if (event === undefined || isTaken || eventOf(turn.dialog.place) === event || !first) return turn;
  // Whoever says no to a workbook is told so by the answer itself.
  if (first.text.startsWith(say.t('workbook-dropped'))) return turn;
  const told = place.at === 'place-file' ? say.t('file-left', { name: place.name }) : say.t('workbook-left');
  return { ...turn, replies: [{ ...first, text: `${told}\n\n${first.text}` }, ...others] };
}

const eventOf = (place: Place): string | undefined =>
  place.at === 'place-file' || place.at === 'apply' ? place.event : undefined;
