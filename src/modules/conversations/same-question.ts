import type { Dialog, Place } from './dialog.js';
import type { Turn } from './effect.js';
import type { TurnView } from './turn-view.js';

/**
 * A question that is put once more, because something could not be taken for its answer, is the same question: whoever has read
 * it the first time answers it, however often it was repeated since. Counted as a new one each time, every answer that crosses a
 * repetition on its way would be refused and repeated in its turn, without an end. Only where nobody knows whether it was read
 * does the repetition count instead.
 */
export function withQuestionKept(before: Dialog, turn: Turn, { unseen }: TurnView): Turn {
  const { dialog, effects } = turn;
  if (dialog.prompt === before.prompt) return turn;
  // What was recorded meanwhile makes it another one: a summary with other figures.
  const isSame = effects.length === 0 && questionOf(dialog.place) === questionOf(before.place);
  const since = isSame ? (before.since ?? before.prompt) : undefined;
  const counts = isSame && unseen !== 'unknown';
  const read = counts ? { promptedAt: before.promptedAt, askedBy: before.askedBy } : { askedBy: undefined };
  return { ...turn, dialog: { ...dialog, ...read, since } };
}

/** Whether a button with this number stands under the question that is asked now, the first time or a later one. */
export const isOfTheQuestion = ({ prompt, since = prompt }: Dialog, number: number): boolean =>
  number >= since && number <= prompt;

/** What makes a question; what is to be asked after it does not. */
function questionOf(place: Place): string {
  if (place.at !== 'fill') return JSON.stringify(place);
  const { obligation, rowKey, measure, pending } = place;
  return JSON.stringify(['fill', obligation, rowKey, measure, pending]);
}
