import type { Dialog } from './dialog.js';
import type { Turn } from './effect.js';
import type { Incoming } from './incoming.js';
import type { TurnView } from './turn-view.js';

/** A network brings the later before the earlier: another message may stand between one and its repetition. */
const REMEMBERED = 3;

/** Enough of a text to know it again. */
const beginningOf = (text: string): string => text.trim().slice(0, 200);

/** The dialog, with what has just been said. */
export function remembering(dialog: Dialog, before: Dialog, text: string): Dialog {
  return { ...dialog, said: [...new Set([beginningOf(text), ...(before.said ?? [])])].slice(0, REMEMBERED) };
}

/** Whether it is what the person said a moment ago, word for word or by the same button. */
export function isSaidAgain({ said = [] }: Dialog, { content }: Incoming): boolean {
  return content.type === 'text'
    ? said.includes(beginningOf(content.text))
    : content.type === 'button' && said.includes(content.token);
}

/**
 * Somebody says a thing again because nothing came yet, and the answer to it still stands in line: that answer is meant once more,
 * and sent once more only where the first one does not arrive. Refused in words of its own, each repetition would lengthen the line
 * of everybody who waits at a channel's limit, and so the wait, and so the repetitions.
 */
export function answeredAlready(dialog: Dialog, incoming: Incoming, { person, waiting }: TurnView): Turn | undefined {
  if (!person || !waiting || incoming.chat === 'group' || !isSaidAgain(dialog, incoming)) return undefined;
  return { dialog, replies: [{ ...waiting, repeats: true }], effects: [] };
}
