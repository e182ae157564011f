import { answer, next, settlePending } from './answer.js';
import { says } from './commands.js';
import type { Place, Turn } from './dialog.js';
import { cellOf, type FillPlace, firstEmpty, hasForm, nameOf, rowsOf } from './fill-form.js';
import { listOwed, viDay } from './owed.js';
import { prompt } from './question.js';
import { showSummary, summaryTurn } from './summary.js';
import { move, type Context } from './moves.js';

/** `/dien`: begins (or goes on with) the form that is owed; asks which where there are several. */
export function startFilling(context: Context, chosen?: string): Turn {
  const { view, say } = context;
  const open = view.owed.filter(hasForm).filter((owed) => !owed.form.submitted && !owed.settled);
  const only = chosen ? open.find((owed) => owed.id === chosen) : open.length === 1 ? open[0] : undefined;
  if (open.length === 0) return listOwed(context, say.t('nothing-to-fill'));
  if (!only) {
    const lines = open.map((owed, index) => `${index + 1}. ${owed.title} (${owed.unitName})`);
    const buttons = open.slice(0, 8).map((_, index) => say.labelled(String(index + 1), String(index + 1)));
    const place: Place = { at: 'choose', purpose: 'fill', obligations: open.map((owed) => owed.id) };
    return move(context, place, [say.t('fill-which'), lines.join('\n')].join('\n\n'), [buttons]);
  }
  const answered = only.form.steps.filter((step) => cellOf(only.form, step)).length;
  const head = say.t(answered > 0 ? 'fill-resume' : 'fill-head', {
    title: only.title,
    lastDay: viDay(only.lastDay),
    count: rowsOf(only.form).length,
    answered,
    of: only.form.steps.length,
  });
  const step = firstEmpty(only.form);
  return step ? prompt(context, only, step, head) : showSummary(context, only, head);
}

/** "tiếp tục": back to the form that was left, wherever that was. */
export function continueFilling(context: Context): Turn {
  const { dialog, view } = context;
  const { left } = dialog;
  if (dialog.place.at === 'fill') return fillTurn(context, dialog.place, undefined);
  const owed = left && view.owed.find((one) => one.id === left.obligation);
  if (!left || !hasForm(owed) || owed.form.submitted) return startFilling(context);
  const step = owed.form.steps.find((one) => one.rowKey === left.rowKey && one.measureKey === left.measure);
  return step ? prompt(context, owed, step, context.say.t('fill-continue')) : startFilling(context, owed.id);
}

/** The answer to the present question of a form; without `text` the question is put again. */
export function fillTurn(context: Context, place: FillPlace, text: string | undefined, before?: string): Turn {
  const { view, say } = context;
  const owed = view.owed.find((one) => one.id === place.obligation);
  if (!hasForm(owed)) return listOwed(context, say.t('gone'));
  if (owed.form.submitted) return listOwed(context, say.t('already-settled', { title: owed.title }));
  const { steps } = owed.form;
  const index = steps.findIndex((step) => step.rowKey === place.rowKey && step.measureKey === place.measure);
  const step = steps[index];
  // The form's new version may not know this question any more: go to the first that is open.
  if (!step) return startFilling(context, owed.id);
  if (text === undefined) return prompt(context, owed, step, before, place.pending);
  if (says(text, 'summary')) return summaryTurn(context, owed.id, undefined);
  const settled = place.pending && settlePending(context, owed, step, place.pending, text);
  if (settled) return settled;
  if (says(text, 'back')) {
    const earlier = steps[index - 1];
    return earlier ? prompt(context, owed, earlier) : prompt(context, owed, step, say.t('at-first'));
  }
  if (says(text, 'skip')) return next(context, owed, step, say.t('skipped', { row: nameOf(context, step) }));
  return answer(context, owed, step, text);
}
