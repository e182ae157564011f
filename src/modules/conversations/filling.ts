import { dayText } from '../../forms/index.js';
import { answer } from './answer.js';
import { chooseAmong } from './choose-among.js';
import { says } from './commands.js';
import { putsOff } from './courtesies.js';
import type { Turn } from './effect.js';
import { cellOf, type FillPlace, firstEmpty, hasForm, nameOf, type OwedForm, rowsOf, stepAt } from './fill-form.js';
import { goOn } from './go-on.js';
import type { Context } from './moves.js';
import { listOwed } from './owed.js';
import { settlePending } from './pending.js';
import { prompt } from './question.js';
import { answerSeveral } from './several.js';
import { showSummary } from './show-summary.js';
import { summaryTurn } from './summary.js';

/**
 * `/dien`: begins (or goes on with) the form that is owed; asks which where there are several. `typed` is a message with
 * answers that came before it was known for which form.
 */
export function startFilling(context: Context, chosen?: string, typed?: string): Turn {
  const { view, say } = context;
  const open = view.owed.filter(hasForm).filter((owed) => !owed.form.submitted && !owed.settled);
  const only = chosen ? open.find((owed) => owed.id === chosen) : open.length === 1 ? open[0] : undefined;
  if (open.length === 0) return listOwed(context, say.t('nothing-to-fill'));
  if (!only) {
    const choices = open.map((owed) => ({ owed, line: `${owed.title} (${owed.unitName})` }));
    return chooseAmong(context, 'fill', say.t('fill-which'), choices, typed);
  }
  const several = typed === undefined ? undefined : answerSeveral(context, only, typed);
  if (several) return several;
  const head = headOf(context, only);
  const step = firstEmpty(only.form);
  return step ? prompt(context, only, step, head) : showSummary(context, only, head);
}

function headOf({ say }: Context, owed: OwedForm): string {
  const { form } = owed;
  const answered = form.steps.filter((step) => cellOf(form, step)).length;
  const head = say.t(answered > 0 ? 'fill-resume' : 'fill-head', {
    title: owed.title,
    unit: owed.unitName,
    lastDay: dayText(owed.lastDay),
    count: rowsOf(form).length,
    answered,
    of: form.steps.length,
  });
  return [head, form.lastBy && say.t('fill-last-by', { name: form.lastBy })].filter(Boolean).join('\n');
}

/** "tiếp tục": back to the form that was left, wherever that was, with what was still to be asked. */
export function continueFilling(context: Context): Turn {
  const { dialog, view } = context;
  const { left } = dialog;
  if (dialog.place.at === 'fill') return fillTurn(context, dialog.place, undefined);
  const owed = left && view.owed.find((one) => one.id === left.obligation);
  if (!left || !hasForm(owed) || owed.form.submitted) return startFilling(context);
  const step = stepAt(owed.form, left);
  if (!step) return startFilling(context, owed.id);
  return prompt({ ...context, queue: left.queue ?? [] }, owed, step, context.say.t('fill-continue'), left.pending);
}

/** The answer to the present question of a form; without `text` the question is put again. */
export function fillTurn(context: Context, place: FillPlace, text: string | undefined, before?: string): Turn {
  const { view, say } = context;
  const owed = view.owed.find((one) => one.id === place.obligation);
  if (!hasForm(owed)) return listOwed(context, say.t('gone'));
  if (owed.form.submitted) return listOwed(context, say.t('already-settled', { title: owed.title }));
  const { steps } = owed.form;
  const step = stepAt(owed.form, place);
  // The form's new version may not know this question any more: go to the first that is open.
  if (!step) return startFilling(context, owed.id);
  if (text === undefined) return prompt(context, owed, step, before, place.pending);
  // Nobody submits what was not shown: "nộp" in a full form shows it, and is typed once more below it.
  if (says(text, 'submit') && firstEmpty(owed.form)) return summaryTurn(context, owed.id, text);
  if (says(text, 'summary') || says(text, 'submit')) return summaryTurn(context, owed.id, undefined);
  const several = answerSeveral(context, owed, text, step);
  if (several) return several;
  const settled = place.pending && settlePending(context, owed, step, place.pending, text);
  if (settled) return settled;
  if (says(text, 'back')) {
    const earlier = steps[steps.indexOf(step) - 1];
    return earlier ? prompt(context, owed, earlier) : prompt(context, owed, step, say.t('at-first'));
  }
  if (says(text, 'skip')) {
    return goOn(context, owed, step, { also: [say.t('skipped', { row: nameOf(context, step) })] }, 'passed-over');
  }
  if (putsOff(text)) {
    return goOn(context, owed, step, { also: [say.t('put-off', { row: nameOf(context, step) })] }, 'passed-over');
  }
  return answer(context, owed, step, text);
}
