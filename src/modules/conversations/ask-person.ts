import { chooseAmong } from './choose-among.js';
import { globalCommand } from './commands.js';
import type { Place } from './dialog.js';
import { QUESTION_NUMBER, type Turn } from './effect.js';
import type { OwedView } from './turn-view.js';
import { hasForm, nameOf } from './fill-form.js';
import { backTo } from './go-back.js';
import { move, stay, type Context } from './moves.js';
import { describeOwed } from './owed.js';

/** "gặp cán bộ theo dõi": the next words go to whoever watches the unit; whoever is in a form stays in it. */
export function askPerson(context: Context, words: string, chosen?: string): Turn {
  const { view, dialog, say } = context;
  const { place } = dialog;
  const here = place.at === 'fill' ? place.obligation : dialog.left?.obligation;
  const known = view.owed.find((owed) => owed.id === (chosen ?? here));
  const only = known ?? (view.owed.length === 1 ? view.owed[0] : undefined);
  if (view.owed.length === 0) return stay(context, say.t('ask-nothing-open'));
  if (!only) {
    const choices = view.owed.map((owed) => ({ owed, line: describeOwed(say, owed) }));
    return chooseAmong(context, 'ask', say.t('ask-which'), choices, words);
  }
  const rowKey = place.at === 'fill' && place.obligation === only.id ? place.rowKey : undefined;
  if (words.trim() !== '') return sent(context, only, rowKey, words);
  const target: Place = { at: 'ask', obligation: only.id, ...(rowKey === undefined ? {} : { rowKey }) };
  return move(context, target, say.t('ask-words', { unit: only.unitName, title: only.title }));
}

/** The words of the question. */
export function askTurn(context: Context, place: Extract<Place, { at: 'ask' }>, text: string | undefined): Turn {
  const { view, say } = context;
  const owed = view.owed.find((one) => one.id === place.obligation);
  if (!owed) return move(context, { at: 'idle' }, say.t('gone'));
  if (text === undefined) return stay(context, say.t('ask-words', { unit: owed.unitName, title: owed.title }));
  if (globalCommand(text)?.command === 'stop') return backTo(context, say.t('stopped'));
  return sent(context, owed, place.rowKey, text);
}

function sent(context: Context, owed: OwedView, rowKey: string | undefined, words: string): Turn {
  const turn = backTo(context, context.say.t('ask-sent', { number: QUESTION_NUMBER }));
  const step = hasForm(owed) ? owed.form.steps.find((one) => one.rowKey === rowKey) : undefined;
  const about = step ? `${nameOf(context, step)}: ` : '';
  const text = `${about}${words.normalize('NFC').trim()}`.slice(0, 2000);
  return { ...turn, effects: [{ do: 'ask', obligation: owed.id, text, ...(rowKey === undefined ? {} : { rowKey }) }] };
}
