import type { Dialog } from './dialog.js';
import type { TurnView } from './turn-view.js';
import type { Incoming } from './incoming.js';
import { isSaidAgain } from './said-again.js';

/** An older message than this is compared by its time no more: the clock of a training may have been moved meanwhile. */
const COMPARED_MS = 30 * 60_000;
/** That a message left is noted a little after it arrived. */
const NOTED_MS = 1000;

/**
 * Whether something was said before the question that stands could be read: it had not left us yet, nobody knows whether it
 * arrived, or the person's clock says so. Two messages sent quickly after another so never fill two questions. What is typed
 * twice in a row, because nothing came, is looked at more closely: then the doubt of a moment is enough. What is leaving just now
 * may have arrived, and yet is not answered by what was said before it was put.
 */
export function isEarly(dialog: Dialog, incoming: Incoming, { unseen, askedAt }: TurnView): boolean {
  const isAgain = incoming.content.type === 'text' && isSaidAgain(dialog, incoming);
  if (unseen !== undefined && (unseen !== 'leaving' || isAgain)) return true;
  if (!dialog.promptedAt) return false;
  const sent = Date.parse(incoming.sentAt);
  // A messenger that tells whole seconds may mean any moment of that second.
  const latest = sent % 1000 === 0 && !isAgain ? sent + 999 : sent;
  const left = askedAt === undefined ? -Infinity : Date.parse(askedAt) - (isAgain ? 0 : NOTED_MS);
  const asked = Math.max(Date.parse(dialog.promptedAt), left);
  return latest < asked && asked - latest < COMPARED_MS;
}
