import type { Button } from '../outbox/index.js';
import type { Dialog, Place, Turn, TurnView } from './dialog.js';
import type { Speaker } from './speaker.js';

/** What the handlers of a turn share. */
export interface Context {
  dialog: Dialog;
  view: TurnView;
  say: Speaker;
}

/** A turn that changes nothing and says `text`. */
export function stay(context: Context, text: string): Turn {
  return { dialog: context.dialog, replies: [context.say.say(text)], effects: [] };
}

/** A turn to another place; leaving a form remembers where. */
export function move(context: Context, place: Place, text: string, buttons?: Button[][]): Turn {
  const { dialog, view, say } = context;
  const from = dialog.place;
  const left =
    from.at === 'fill' && place.at !== 'fill' && place.at !== 'summary'
      ? { obligation: from.obligation, rowKey: from.rowKey, measure: from.measure }
      : place.at === 'fill'
        ? undefined
        : dialog.left;
  return {
    dialog: { place, prompt: dialog.prompt + 1, promptedAt: view.now, left },
    replies: [say.say(text, buttons)],
    effects: [],
  };
}
