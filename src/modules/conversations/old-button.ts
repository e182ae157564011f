import type { Cell, ChatStep } from '../../forms/index.js';
import { decimal, same } from '../../forms/index.js';
import { fold, plainDate } from '../shared/index.js';
import { type ButtonToken, questionMark } from './button-token.js';
import type { Place, Waiting } from './dialog.js';
import type { Turn } from './effect.js';
import type { TurnView } from './turn-view.js';
import { cellOf, hasForm, nameOf, type OwedForm } from './fill-form.js';
import type { Context } from './moves.js';
import { prompt } from './question.js';
import { describeCell } from './values.js';

/**
 * A button of an earlier question answers that question, never today's: it offers to change the answer that stands, and
 * whatever the person was asked is asked again afterwards. Gives a sentence instead where there is nothing to change.
 */
export function oldButton(context: Context, token: ButtonToken | undefined): Turn | string {
  const { say, dialog, view } = context;
  const { place } = dialog;
  const found = token?.question === undefined ? undefined : questionOf(view, token.question);
  if (!token || !found) return say.t('old-button');
  const { owed, step } = found;
  if (owed.form.submitted) return say.t('old-button-submitted', { title: owed.title });
  // Whoever is in the middle of something else is not led away from it.
  const isElsewhere = place.at === 'status' || (place.at === 'fill' && place.obligation !== owed.id);
  if (isElsewhere) return say.t('old-button');
  const cell = cellIn(step, token);
  if (cell === undefined) return say.t('old-button');
  const standing = cellOf(owed.form, step);
  // A tap that came twice: why there is no figure is being asked already, or was told.
  if (cell === 'no-data' && isAskedWhy(place, owed, step)) return say.t('old-button-asked-why');
  if (standing && (cell === 'no-data' ? standing.state === 'not-available' : same(standing, cell))) {
    return say.t('old-button-same', { row: nameOf(context, step), value: describeCell(say, step, standing) });
  }
  const queue: Waiting[] = [];
  if (place.at === 'fill') {
    queue.push({ rowKey: place.rowKey, measure: place.measure, pending: place.pending, again: true });
  }
  const asked = { ...context, queue: [...queue, ...context.queue] };
  const change = cell === 'no-data' ? { typed: token.typed } : { cell, typed: token.typed };
  return prompt(asked, owed, step, undefined, { sort: 'change', ...change });
}

const isAskedWhy = (place: Place, owed: OwedForm, { rowKey, measureKey }: ChatStep): boolean =>
  place.at === 'fill' &&
  place.obligation === owed.id &&
  place.rowKey === rowKey &&
  place.measure === measureKey &&
  place.pending?.sort === 'no-data';

function questionOf(view: TurnView, mark: string): { owed: OwedForm; step: ChatStep } | undefined {
  const found = view.owed
    .filter(hasForm)
    .flatMap((owed) =>
      owed.form.steps
        .filter((step) => questionMark(owed.id, step.rowKey, step.measureKey) === mark)
        .map((step) => ({ owed, step })),
    );
  // Two questions with one mark: nobody knows which was meant.
  return found.length === 1 ? found[0] : undefined;
}

/** The answer that the button stands for, in the form's present version; undefined where it is none ("back", "skip"). */
function cellIn(step: ChatStep, { typed, value }: ButtonToken): Cell | 'no-data' | undefined {
  if (value === 'no_data' || (value === undefined && fold(typed) === 'chua co so lieu')) return 'no-data';
  if (value === 'not_applicable') return { state: 'not-applicable' };
  if (value === undefined) return undefined;
  switch (step.type) {
    case 'boolean':
      return value === 'true' || value === 'false' ? { state: 'value', value: value === 'true' } : undefined;
    case 'choice':
      return step.choices?.some((choice) => choice.key === value) ? { state: 'value', value } : undefined;
    case 'date':
      return plainDate.valid(value) ? { state: 'value', value } : undefined;
    case 'text':
    case 'file':
      return undefined;
    case 'number':
    case 'integer':
    case 'percent':
    case 'money':
      return decimal.isCanonical(value) ? { state: 'value', value } : undefined;
  }
}
