import {
  type Cell,
  type ChatStep,
  fieldOf,
  type Reason,
  reasonParams,
  saysAsBefore,
  understand,
} from '../../forms/index.js';
import { readChoice } from './choices.js';
import type { Pending } from './dialog.js';
import type { OwedForm } from './fill-form.js';
import type { Context } from './moves.js';
import { readReason } from './reason.js';

/** What an answer is: a cell to write down, or what must be asked about it first. */
export type Read = { cell: Cell } | { before?: string; pending?: Pending };

const NUMBER = { type: 'decimal' } as const;

const saysNoData = (text: string, today: string): boolean => understand(NUMBER, text, { today }).outcome === 'state';

/** What `text` means as the answer to `step`. */
export function readAnswer(context: Context, owed: OwedForm, step: ChatStep, text: string): Read {
  const { say, view } = context;
  const last = owed.form.last[step.rowKey]?.[step.measureKey]?.value;
  // Words are no file; that there is none is said in words.
  if (step.type === 'file' && !saysNoData(text, view.today)) return { before: say.t('file-wanted') };
  if (step.type !== 'text' && saysAsBefore(text)) return asBefore(context, step, last);
  if (step.type === 'choice' && step.choices?.length) {
    const key = readChoice(step.choices, text);
    if (key !== undefined) return { cell: { state: 'value', value: key } };
    if (!saysNoData(text, view.today)) return { before: say.t('choice-unclear') };
  }
  // A text may be anything; words for a missing figure are such all the same.
  const isWords = step.type === 'choice' || step.type === 'text' || step.type === 'file';
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
      // The question for the reason shows what was understood: nothing else is to be confirmed.
      if (only === 'no_data' && others.length === 0) return { pending: { sort: 'no-data', typed: text } };
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

/** "như kỳ trước": the last value known, which the echo shows; where none is known it is said. */
function asBefore({ say }: Context, step: ChatStep, last: string | undefined): Read {
  if (last === undefined) return { before: say.t('nothing-before') };
  if (step.type !== 'boolean') return { cell: { state: 'value', value: last } };
  return { cell: { state: 'value', value: last === '1' || last === 'true' } };
}

function because(context: Context, why: Reason | undefined): string | undefined {
  return why && context.say.foreign(`understand.${why.code}`, reasonParams(why, context.view.locale));
}
