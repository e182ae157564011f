import type { ChatStep } from '../../forms/index.js';
import { accept } from './accept.js';
import { askBeside } from './beside.js';
import type { Turn } from './effect.js';
import { cellOf, firstEmpty, type OwedForm, sameStep, stepAt } from './fill-form.js';
import type { Context } from './moves.js';
import { prompt } from './question.js';
import { readAnswer } from './read-answer.js';
import { showSummary } from './show-summary.js';

/** More recorded answers than this are told by their number where the summary below shows them anyway. */
const MOST_ECHOES = 2;

/** What is said before the next question: answers that were recorded, and other sentences. */
export interface Said {
  noted?: readonly string[];
  also?: readonly string[];
}

/** `answered` goes on behind a question, `passed-over` leaves it open, `several` looks for what is open from there on. */
type How = 'answered' | 'passed-over' | 'several';

const linesOf = ({ noted = [], also = [] }: Said): string[] => [...noted, ...also];

/**
 * Goes on after `from`: first with what waits to be asked, one after the other, then with the next question that is open,
 * else with the summary.
 */
export function goOn(context: Context, owed: OwedForm, from: ChatStep, said: Said, how: How = 'answered'): Turn {
  const [first, ...queue] = context.queue;
  if (first === undefined) return onward(context, owed, from, said, how);
  const rest: Context = { ...context, queue };
  const step = stepAt(owed.form, first);
  // The form's new version may not ask this any more.
  if (!step) return goOn(rest, owed, from, said, how);
  const lines = linesOf(said);
  const before = lines.join('\n');
  if (first.again || first.pending) return prompt(rest, owed, step, before, first.pending);
  if (first.typed === undefined) return askBeside(rest, owed, step, lines) ?? goOn(rest, owed, from, said, how);
  const read = readAnswer(rest, owed, step, first.typed);
  if (!('cell' in read)) {
    return prompt(rest, owed, step, [...lines, read.before].filter(Boolean).join('\n'), read.pending);
  }
  const accepted = accept(rest, owed, step, read.cell);
  const turn =
    askBeside(rest, accepted.owed, step, [...lines, accepted.echo], first.typed) ??
    goOn(rest, accepted.owed, from, { ...said, noted: [...(said.noted ?? []), accepted.echo] }, how);
  return { ...turn, effects: [accepted.effect, ...turn.effects] };
}

/**
 * The next open question. Whoever corrects a row of a full form is led to the rest of that row and then to the summary,
 * not through all the rows behind it once more.
 */
function onward(context: Context, owed: OwedForm, from: ChatStep, said: Said, how: How): Turn {
  const target = nextStep(owed, from, how);
  if (target) return prompt(context, owed, target, linesOf(said).join('\n'));
  const { noted = [], also = [] } = said;
  // The summary shows them all: a long list of echoes would say it twice.
  const shown = noted.length > MOST_ECHOES ? [context.say.t('noted-count', { count: noted.length })] : noted;
  return showSummary(context, owed, [...shown, ...also].join('\n'));
}

function nextStep({ form }: OwedForm, from: ChatStep, how: How): ChatStep | undefined {
  const at = form.steps.findIndex((one) => sameStep(one, from));
  const isOpen = (step: ChatStep) => !cellOf(form, step);
  if (how === 'several') return form.steps.slice(Math.max(at, 0)).find(isOpen) ?? firstEmpty(form);
  const following = form.steps.slice(at + 1);
  const ofSameRow = following[0]?.rowKey === from.rowKey ? following[0] : undefined;
  const open = following.find(isOpen);
  return how === 'passed-over' || !firstEmpty(form) ? (ofSameRow ?? open) : open;
}
