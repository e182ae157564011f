import { globalCommand, says } from './commands.js';
import type { Turn } from './effect.js';
import { listOwed } from './owed.js';
import { move, stay, type Context } from './moves.js';

/** Shows whose code it is and asks for a yes, so that a code that was passed on binds nobody by accident. */
export function offerLink(context: Context): Turn {
  const { view, say } = context;
  if (!view.enrolment) return stay(context, say.t('code-unknown'));
  const { code, name, title, units } = view.enrolment;
  return move(context, { at: 'confirm-link', code }, say.t('confirm-link', { name, title, units: units.join(', ') }), [
    [say.button('yes-its-me', '1'), say.button('no-not-me', '2')],
  ]);
}

export function confirmLink(context: Context, code: string, text: string): Turn {
  const { view, say } = context;
  // Another code was sent instead of an answer.
  if (view.enrolment && view.enrolment.code !== code) return offerLink(context);
  const stopped = globalCommand(text)?.command === 'stop';
  if (stopped || says(text, 'no')) return move(context, { at: 'idle' }, say.t('link-refused'));
  if (!view.enrolment) return move(context, { at: 'idle' }, say.t('code-unknown'));
  if (!says(text, 'yes')) return offerLink(context);
  // What is owed is listed in the same breath: the shell shows the turn the new person's list.
  const turn = listOwed(context, say.t('linked', { name: view.enrolment.name }));
  return { ...turn, effects: [{ do: 'link', code }] };
}
