import { type ChatStep, understand } from '../../forms/index.js';
import { fold } from '../shared/index.js';
import { answerAll, type Given } from './answer.js';
import { says } from './commands.js';
import type { Pending } from './dialog.js';
import type { Turn } from './effect.js';
import { columnsOf, measureOf, type OwedForm } from './fill-form.js';
import { goOn } from './go-on.js';
import type { Context } from './moves.js';
import { prompt } from './question.js';

type Columns = Extract<Pending, { sort: 'columns' }>;

/** Rows were given one figure each; `text` says to which column, by number or name, or to all of them. */
export function toColumns(context: Context, owed: OwedForm, step: ChatStep, pending: Columns, text: string): Turn {
  const { say } = context;
  if (says(text, 'skip') || says(text, 'back')) return goOn(context, owed, step, { also: [say.t('left-as-it-was')] });
  const both = allColumns(context, owed, pending, text);
  if (both) return answerAll(context, owed, both, { from: owed.form.steps[0]! });
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

/**
 * The one row's figures given anew, one for each of its columns: "7,5; 8", "7,5 / 8", "7,5 8". With nothing but a blank
 * between them one has to have a decimal mark, and the whole must not be one figure: "12 5" may be a slip, "1 234,5" is one.
 */
function allColumns(context: Context, { form }: OwedForm, { given }: Columns, text: string): Given[] | undefined {
  const [only] = given;
  if (!only || given.length > 1) return undefined;
  const steps = form.steps.filter((one) => one.rowKey === only.rowKey);
  const marked = text.trim().split(/\s*;\s*|\s+\/\s+/);
  const blank = /\d[.,]\d/.test(text) && isSeveralNumbers(context, text) ? text.trim().split(/\s+/) : [];
  const parts = marked.length > 1 ? marked : blank;
  if (steps.length < 2 || parts.length !== steps.length || !parts.every((part) => /\d/.test(part))) return undefined;
  return steps.map((step, at) => ({ step, typed: parts[at]! }));
}

function isSeveralNumbers({ view }: Context, text: string): boolean {
  const read = understand({ type: 'decimal' }, text, { today: view.today });
  return read.outcome === 'ask' && read.because?.code === 'several-numbers';
}
