import { type Cell, type ChatStep, fieldOf, type Reason, reasonParams, understand } from '../../forms/index.js';
import { says } from './commands.js';
import type { Effect, Pending, Turn } from './dialog.js';
import { readChoice } from './choices.js';
import { firstEmpty, measureOf, nameOf, type OwedForm, withCell } from './fill-form.js';
import { isExplained, warningsAt } from './warnings.js';
import { fold } from '../shared/index.js';
import { prompt, STANDINGS } from './question.js';
import { readReason } from './reason.js';
import { showSummary } from './summary.js';
import type { Context } from './moves.js';
import { describeCell } from './values.js';

/** What an answer is: a cell to write down, or what must be asked about it first. */
type Read = { cell: Cell } | { before?: string; pending?: Pending };

/** The answer to one question; "12,5; 13" answers the following questions of the same row as well. */
export function answer(context: Context, owed: OwedForm, step: ChatStep, text: string): Turn {
  const parts = text.split(';').map((part) => part.trim());
  const steps = stepsOfRow(owed, step);
  const several = parts.length > 1 && parts.length <= steps.length && parts.every(Boolean);
  const given = several ? parts : [text];
  const effects: Effect[] = [];
  const echoes: string[] = [];
  let filled = owed;
  for (const [index, part] of given.entries()) {
    const at = steps[index] ?? step;
    const read = readAnswer(context, filled, at, part);
    if (!('cell' in read)) {
      const turn = prompt(
        context,
        filled,
        at,
        [...echoes, read.before].filter(Boolean).join('\n') || undefined,
        read.pending,
      );
      return { ...turn, effects };
    }
    const accepted = accept(context, filled, at, read.cell);
    filled = accepted.owed;
    effects.push(accepted.effect);
    echoes.push(accepted.echo);
    const asked = askBeside(context, filled, at, read.cell, echoes, text);
    if (asked) return { ...asked, effects };
  }
  return { ...next(context, filled, steps[given.length - 1] ?? step, echoes.join('\n')), effects };
}

/** What was typed while a confirmation, a choice or a reason was open; undefined when it is a new answer instead. */
export function settlePending(
  context: Context,
  owed: OwedForm,
  step: ChatStep,
  pending: Pending,
  text: string,
): Turn | undefined {
  const { say, view } = context;
  const write = (cell: Cell): Turn => {
    const accepted = accept(context, owed, step, cell);
    const asked = askBeside(context, accepted.owed, step, cell, [accepted.echo], pending.typed);
    return { ...(asked ?? next(context, accepted.owed, step, accepted.echo)), effects: [accepted.effect] };
  };
  switch (pending.sort) {
    case 'confirm':
      if (says(text, 'yes')) return write({ state: 'value', value: pending.value });
      return says(text, 'no') ? prompt(context, owed, step, say.t('type-again')) : undefined;
    case 'choose': {
      const number = /^\s*(\d)\s*$/.exec(text);
      const option = number ? pending.options[Number(number[1]) - 1] : undefined;
      if (option === undefined) return undefined;
      if (option === 'no_data')
        return prompt(context, owed, step, undefined, { sort: 'no-data', typed: pending.typed });
      return write(option === 'not_applicable' ? { state: 'not-applicable' } : { state: 'value', value: option });
    }
    case 'standing': {
      if (says(text, 'back')) return prompt(context, owed, step);
      const standing = STANDINGS[Number(/^\s*([1-3])\s*$/.exec(text)?.[1]) - 1] ?? readStanding(context, text);
      if (!standing) return prompt(context, owed, step, say.t('standing-unclear'), pending);
      return write({ ...pending.cell, standing });
    }
    case 'explain': {
      if (says(text, 'skip')) return next(context, owed, step, say.t('explain-later'));
      if (says(text, 'correct') || says(text, 'back')) return prompt(context, owed, step);
      // A bare number is a better answer to the question, not the reason for the one that stands.
      if (!/\p{L}/u.test(text)) return undefined;
      return write({ ...pending.cell, note: text.normalize('NFC').trim().slice(0, 1000) });
    }
    case 'no-data': {
      if (says(text, 'back')) return prompt(context, owed, step);
      const { reason, expectedOn } = readReason(text, view.today);
      return write({ state: 'not-available', reason: reason || say.t('no-reason-given'), expectedOn });
    }
  }
}

/** What is still to be asked about an answer that is written down: its standing, then why it is odd. */
function askBeside(
  context: Context,
  owed: OwedForm,
  step: ChatStep,
  cell: Cell,
  echoes: readonly string[],
  typed: string,
): Turn | undefined {
  if (step.standingAsked && cell.state === 'value' && cell.standing === undefined) {
    return prompt(context, owed, step, echoes.join('\n'), { sort: 'standing', cell, typed });
  }
  return askWhy(context, owed, step, cell, echoes, typed);
}

function readStanding(context: Context, text: string): (typeof STANDINGS)[number] | undefined {
  const typed = fold(text).trim();
  return typed === '' ? undefined : STANDINGS.find((one) => fold(context.say.t(`standing.${one}`)).startsWith(typed));
}

/** Asks why where the form's own checks find the answer odd and nothing explains it yet. */
function askWhy(
  context: Context,
  owed: OwedForm,
  step: ChatStep,
  cell: Cell,
  echoes: readonly string[],
  typed: string,
): Turn | undefined {
  if (cell.state !== 'value' || isExplained(cell)) return undefined;
  const warnings = warningsAt(context, owed, step);
  if (warnings.length === 0) return undefined;
  return prompt(context, owed, step, [...echoes, ...warnings].join('\n'), { sort: 'explain', cell, typed });
}

/**
 * Goes to the step after `step`, or to the summary after the last. In a form that is full somebody corrects one row: they
 * are not led through all the rows behind it once more.
 */
export function next(context: Context, owed: OwedForm, step: ChatStep, before: string): Turn {
  const { steps } = owed.form;
  const following = steps[steps.findIndex((one) => same(one, step)) + 1];
  const corrected = !firstEmpty(owed.form) && following?.rowKey !== step.rowKey;
  return following && !corrected ? prompt(context, owed, following, before) : showSummary(context, owed, before);
}

const NUMBER = { type: 'decimal' } as const;

const saysNoData = (text: string, today: string): boolean => understand(NUMBER, text, { today }).outcome === 'state';

function readAnswer(context: Context, owed: OwedForm, step: ChatStep, text: string): Read {
  const { say, view } = context;
  const last = owed.form.last[step.rowKey]?.[step.measureKey]?.value;
  if (step.type === 'choice' && step.choices?.length) {
    const key = readChoice(step.choices, text);
    if (key !== undefined) return { cell: { state: 'value', value: key } };
    if (!saysNoData(text, view.today)) return { before: say.t('choice-unclear') };
  }
  // A text may be anything; words for a missing figure are such all the same.
  const isWords = step.type === 'choice' || step.type === 'text';
  const field = isWords && saysNoData(text, view.today) ? NUMBER : { ...fieldOf(step), last };
  const read = understand(field, text, { today: view.today });
  switch (read.outcome) {
    case 'ok':
      // A share of a thousand percent is possible and hardly ever meant.
      if (step.type === 'percent' && typeof read.value === 'string' && /^-?\d{4}/.test(read.value)) {
        return { pending: { sort: 'confirm', value: read.value, typed: text } };
      }
      return { cell: { state: 'value', value: read.value } };
    case 'confirm':
      return { before: because(context, read.because), pending: { sort: 'confirm', value: read.value, typed: text } };
    case 'ask': {
      const before = because(context, read.because);
      const [only, ...others] = read.options;
      // No reading at all: the question is put again in other words.
      if (only === undefined) return { before };
      if (only === 'no_data' && others.length === 0) return { before, pending: { sort: 'no-data', typed: text } };
      const isGuess = others.length === 0 && only !== 'not_applicable';
      return {
        before,
        pending: isGuess
          ? { sort: 'confirm', value: only, typed: text }
          : { sort: 'choose', options: read.options, typed: text },
      };
    }
    case 'state': {
      if (read.state === 'not_applicable') return { cell: { state: 'not-applicable', reason: read.rest } };
      if (!read.rest) return { pending: { sort: 'no-data', typed: text } };
      const { reason, expectedOn } = readReason(read.rest, view.today);
      return { cell: { state: 'not-available', reason: reason || say.t('no-reason-given'), expectedOn } };
    }
    case 'invalid':
      return { before: because(context, read.because) };
  }
}

function because(context: Context, why: Reason | undefined): string | undefined {
  return why && context.say.foreign(`understand.${why.code}`, reasonParams(why, context.view.locale));
}

function accept(
  context: Context,
  owed: OwedForm,
  step: ChatStep,
  cell: Cell,
): { owed: OwedForm; effect: Effect; echo: string } {
  return {
    owed: withCell(owed, step, cell),
    effect: { do: 'answer', obligation: owed.id, rowKey: step.rowKey, measure: step.measureKey, cell },
    echo: context.say.t('noted', {
      row: nameOf(context, step),
      measure: measureOf(context, owed, step),
      value: describeCell(context.say, step, cell),
    }),
  };
}

/** The questions of the same row from `step` on. */
function stepsOfRow(owed: OwedForm, step: ChatStep): ChatStep[] {
  const { steps } = owed.form;
  const from = steps.findIndex((one) => same(one, step));
  return steps.slice(Math.max(from, 0)).filter((one) => one.rowKey === step.rowKey);
}

const same = (a: ChatStep, b: ChatStep): boolean => a.rowKey === b.rowKey && a.measureKey === b.measureKey;
