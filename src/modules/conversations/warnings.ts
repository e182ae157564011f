import {
  type Answers,
  checkAnswers,
  type ChatStep,
  type Issue,
  messageOf,
  noAnswers,
  type ValueCell,
} from '../../forms/index.js';
import type { Pending } from './dialog.js';
import { cellOf, type OwedForm } from './fill-form.js';
import type { Context } from './moves.js';

/** Whether a value carries its own explanation. */
export const isExplained = (cell: ValueCell): boolean => cell.note !== undefined;

/** What the form's soft checks say about the answer to `step`, as sentences. */
export function warningsAt(context: Context, owed: OwedForm, step: ChatStep): string[] {
  return findings(owed)
    .warned.filter((issue) => issue.path.row === step.rowKey && issue.path.measure === step.measureKey)
    .map((issue) => sentence(context, issue));
}

/**
 * The first thing that keeps a full form from being submitted: a hard check that is broken, or a soft one without an
 * explanation. What concerns a cell that the bot does not ask is left to the page, which the submission points to.
 */
export function firstFinding(
  context: Context,
  owed: OwedForm,
): { step: ChatStep; text: string; pending?: Pending } | undefined {
  const { refused, warned } = findings(owed);
  for (const issue of [...refused, ...warned]) {
    const { row, measure } = issue.path;
    const step = owed.form.steps.find((one) => one.rowKey === row && one.measureKey === measure);
    const cell = step && cellOf(owed.form, step);
    if (!step || cell?.state !== 'value') continue;
    const text = sentence(context, issue);
    return refused.includes(issue) ? { step, text } : { step, text, pending: { sort: 'explain', cell, typed: '' } };
  }
  return undefined;
}

function findings(owed: OwedForm): { refused: Issue[]; warned: Issue[] } {
  const answers: Answers = { ...noAnswers(), cells: owed.form.cells };
  const { definition, reportYear, last } = owed.form;
  return checkAnswers(definition, answers, reportYear, (row, measure) => last[row]?.[measure]?.value);
}

function sentence(context: Context, issue: Issue): string {
  const { key, params } = messageOf(issue, context.view.locale);
  return context.say.foreign(key, params);
}
