import type { Button } from '../outbox/index.js';
import type { Dialog, Place, Waiting } from './dialog.js';
import type { Turn } from './effect.js';
import type { TurnView } from './turn-view.js';
import type { Speaker } from './speaker.js';

/** What the handlers of a turn share. */
export interface Context {
  dialog: Dialog;
  view: TurnView;
  say: Speaker;
  /** Whether what was said was said before the question that stands could be read. */
  early: boolean;
  /** What is still to be asked before the form goes on. */
  queue: readonly Waiting[];
}

/** A turn that changes nothing and says `text`. */
export function stay(context: Context, text: string): Turn {
  return { dialog: context.dialog, replies: [context.say.say(text)], effects: [] };
}

/** A turn to another place; leaving a form remembers where. */
export function move(context: Context, place: Place, text: string, buttons?: Button[][]): Turn {
  const { dialog, view, say } = context;
  const from = dialog.place;
  return {
    dialog: {
      ...dialog,
      place,
      prompt: dialog.prompt + 1,
      promptedAt: view.now,
      left: leftBehind(from, place, dialog.left),
      seen: seenAt(view, place) ?? dialog.seen,
    },
    replies: [say.say(text, buttons)],
    effects: [],
  };
}

/** What "tiếp tục" goes back to: the question that is left, with all that is still to be asked about it. */
function leftBehind(from: Place, to: Place, before: Dialog['left']): Dialog['left'] {
  if (to.at === 'fill') return undefined;
  if (from.at !== 'fill' || to.at === 'summary') return before;
  const { at: _, ...question } = from;
  return question;
}

/** The revision of the report that is shown with the question. */
function seenAt(view: TurnView, place: Place): Dialog['seen'] {
  if (place.at !== 'fill' && place.at !== 'summary') return undefined;
  const revision = view.owed.find((owed) => owed.id === place.obligation)?.form?.revision;
  return revision === undefined ? undefined : { obligation: place.obligation, revision };
}
