import type { ChatStep } from '../../forms/index.js';
import { accept, answeredMeanwhile } from './accept.js';
import { askBeside } from './beside.js';
import type { Waiting } from './dialog.js';
import type { Effect, Turn } from './effect.js';
import { type OwedForm, stepsOfRow } from './fill-form.js';
import { goOn } from './go-on.js';
import type { Context } from './moves.js';
import { readAnswer } from './read-answer.js';

/** The text given to one question. */
export interface Given {
  step: ChatStep;
  typed: string;
}

/** The answer to one question; "12,5; 13" answers the following questions of the same row as well. */
export function answer(context: Context, owed: OwedForm, step: ChatStep, text: string): Turn {
  const parts = text.split(';').map((part) => part.trim());
  const steps = stepsOfRow(owed, step);
  const several = parts.length > 1 && parts.length <= steps.length && parts.every(Boolean);
  const given = several ? parts.map((typed, index) => ({ step: steps[index]!, typed })) : [{ step, typed: text }];
  return answerAll(context, owed, given);
}

/**
 * Answers to several questions: what is understood is written down and shown back at once, what needs a word more is asked
 * one after the other, and nothing of it is lost meanwhile. `remarks` are said after the echoes; `from` is where the form
 * looks for what is open; without it the form goes on behind the last answer.
 */
export function answerAll(
  context: Context,
  owed: OwedForm,
  given: readonly Given[],
  { from, remarks, also = [] }: { from?: ChatStep; remarks?: readonly string[]; also?: readonly Waiting[] } = {},
): Turn {
  const effects: Effect[] = [];
  const echoes: string[] = [];
  const waiting: Waiting[] = [];
  let filled = owed;
  for (const { step, typed } of given) {
    const place = { rowKey: step.rowKey, measure: step.measureKey };
    const read = readAnswer(context, filled, step, typed);
    if (!('cell' in read)) {
      waiting.push({ ...place, typed });
      continue;
    }
    const by = answeredMeanwhile(filled, step, read.cell);
    if (by !== undefined) {
      waiting.push({ ...place, pending: { sort: 'change', cell: read.cell, typed, by } });
      continue;
    }
    const accepted = accept(context, filled, step, read.cell);
    filled = accepted.owed;
    effects.push(accepted.effect);
    echoes.push(accepted.echo);
    // Whether something is to be asked beside it is looked at again when its turn comes.
    if (askBeside(context, filled, step, [])) waiting.push(place);
  }
  const last = from ?? given.at(-1)?.step;
  if (!last) throw new Error('nothing was given');
  // What waited at a place that has its answer now was another try at the same question.
  const answered = new Set(given.map(({ step }) => placeOf(step.rowKey, step.measureKey)));
  const earlier = context.queue.filter(({ rowKey, measure }) => !answered.has(placeOf(rowKey, measure)));
  const queue = [...waiting, ...also, ...earlier];
  const said = { noted: echoes, also: remarks };
  const turn = goOn({ ...context, queue }, filled, last, said, from ? 'several' : 'answered');
  return { ...turn, effects: [...effects, ...turn.effects] };
}

const placeOf = (rowKey: string, measure: string): string => `${rowKey} ${measure}`;
