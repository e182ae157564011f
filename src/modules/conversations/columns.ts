import type { ChatStep } from '../../forms/index.js';
import { fold } from '../shared/index.js';
import { answerAll } from './answer.js';
import { says } from './commands.js';
import type { Pending, Turn } from './dialog.js';
import { columnsOf, measureOf, type OwedForm } from './fill-form.js';
import { goOn } from './go-on.js';
import type { Context } from './moves.js';
import { prompt } from './question.js';

type Columns = Extract<Pending, { sort: 'columns' }>;

/** Rows were given one figure each; `text` says to which column, by number or name, or to all of them. */
export function toColumns(context: Context, owed: OwedForm, step: ChatStep, pending: Columns, text: string): Turn {
  const { say } = context;
  if (says(text, 'skip') || says(text, 'back')) return goOn(context, owed, step, { also: [say.t('left-as-it-was')] });
  const columns = columnsOf(
    owed.form,
    pending.given.map((one) => one.rowKey),
  );
  const number = Number(/^\s*(\d{1,2})\s*$/.exec(text)?.[1]);
  const called = columns.filter((one) => fold(measureOf(context, owed, one)).includes(fold(text)));
  const column = columns[number - 1] ?? (fold(text).length > 3 && called.length === 1 ? called[0] : undefined);
  const isAll = number === columns.length + 1 || says(text, 'all');
  if (!column && !isAll) return prompt(context, owed, step, say.t('column-unclear'), pending);
  const given = pending.given.flatMap(({ rowKey, typed }) =>
    owed.form.steps
      .filter((one) => one.rowKey === rowKey && (isAll || one.measureKey === column?.measureKey))
      .map((one) => ({ step: one, typed })),
  );
  return given.length > 0
    ? answerAll(context, owed, given, { from: owed.form.steps[0]! })
    : goOn(context, owed, step, {});
}
