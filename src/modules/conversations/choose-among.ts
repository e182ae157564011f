import type { Place, Purpose } from './dialog.js';
import type { Turn } from './effect.js';
import type { OwedView } from './turn-view.js';
import { type Context, move } from './moves.js';

/** A list longer than this is answered by number alone. */
const MOST_BUTTONS = 8;

/** A numbered list to pick from; `typed` is what came before it was known what it is about. */
export function chooseAmong(
  { say, ...context }: Context,
  purpose: Purpose,
  head: string,
  choices: readonly { owed: Pick<OwedView, 'id'>; line: string }[],
  typed?: string,
): Turn {
  const obligations = choices.map(({ owed }) => owed.id);
  const place: Place = { at: 'choose', purpose, obligations, ...(typed ? { typed } : {}) };
  const lines = choices.map(({ line }, index) => `${index + 1}. ${line}`);
  const buttons = obligations.slice(0, MOST_BUTTONS).map((_, index) => {
    const number = String(index + 1);
    return say.labelled(number, number);
  });
  return move({ say, ...context }, place, [head, lines.join('\n')].join('\n\n'), [buttons]);
}
