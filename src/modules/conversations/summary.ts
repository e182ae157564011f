import { says } from './commands.js';
import type { Turn } from './effect.js';
import { firstEmpty, hasForm, openCount, rowsOf } from './fill-form.js';
import { listOwed } from './owed.js';
import { prompt } from './question.js';
import { move, type Context } from './moves.js';
import { firstFinding } from './warnings.js';
import { answerSeveral } from './several.js';
import { showSummary } from './show-summary.js';

/** All answers so far; "nộp" submits when nothing is open, a number goes back to that row. Without `text` it is shown again. */
export function summaryTurn(context: Context, obligation: string, text: string | undefined, before?: string): Turn {
  const { view, say } = context;
  const owed = view.owed.find((one) => one.id === obligation);
  if (!hasForm(owed)) return listOwed(context, say.t('gone'));
  if (owed.form.submitted) return listOwed(context, say.t('already-settled', { title: owed.title }));
  if (!text) return showSummary(context, owed, before);
  const number = /^\s*(\d{1,3})\s*$/u.exec(text);
  const row = number ? rowsOf(owed.form)[Number(number[1]) - 1] : undefined;
  const step = owed.form.steps.find((one) => one.rowKey === row);
  if (step) return prompt(context, owed, step);
  const several = answerSeveral(context, owed, text);
  if (several) return several;
  const last = owed.form.steps.at(-1);
  if (says(text, 'back') && last) return prompt(context, owed, last);
  if (says(text, 'submit') || (says(text, 'yes') && !number)) {
    const open = firstEmpty(owed.form);
    if (open) return prompt(context, owed, open, say.t('still-open', { count: openCount(owed.form) }));
    const wrong = firstFinding(context, owed);
    if (wrong) return prompt(context, owed, wrong.step, wrong.text, wrong.pending);
    const { owedForms = [] } = owed.form;
    const done = [
      say.t('submitted', { title: owed.title, unit: owed.unitName }),
      owedForms.length > 0 && say.t('annexes-owed', { forms: owedForms.join('; '), count: owedForms.length }),
    ];
    const turn = move(context, { at: 'idle' }, done.filter(Boolean).join('\n\n'));
    return { ...turn, dialog: { ...turn.dialog, left: undefined }, effects: [{ do: 'submit', obligation: owed.id }] };
  }
  return showSummary(context, owed, say.t('summary-unclear'));
}
