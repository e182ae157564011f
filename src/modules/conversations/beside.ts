import type { ChatStep } from '../../forms/index.js';
import type { Turn } from './effect.js';
import { cellOf, type OwedForm } from './fill-form.js';
import type { Context } from './moves.js';
import { prompt } from './question.js';
import { isExplained, warningsAt } from './warnings.js';

/** What is still to be asked about an answer that is written down: its standing, then why it is odd. */
export function askBeside(
  context: Context,
  owed: OwedForm,
  step: ChatStep,
  echoes: readonly string[],
  typed = '',
): Turn | undefined {
  const cell = cellOf(owed.form, step);
  if (cell?.state !== 'value') return undefined;
  if (step.standingAsked && cell.standing === undefined) {
    return prompt(context, owed, step, echoes.join('\n'), { sort: 'standing', cell, typed });
  }
  if (isExplained(cell)) return undefined;
  const warnings = warningsAt(context, owed, step);
  if (warnings.length === 0) return undefined;
  return prompt(context, owed, step, [...echoes, ...warnings].join('\n'), { sort: 'explain', cell, typed });
}
