import type { readEdit } from './commands.js';
import type { Turn } from './effect.js';
import { hasForm, type OwedForm, rowsOf } from './fill-form.js';
import { startFilling } from './filling.js';
import type { Context } from './moves.js';
import { prompt } from './question.js';
import { answerSeveral } from './several.js';
import { showSummary } from './show-summary.js';

type Edit = NonNullable<ReturnType<typeof readEdit>>;

/** "sửa 3" in the form that is open: that row is asked again; "sửa 3: 12,5" corrects it at once; "sửa" shows all rows. */
export function editOpen(context: Context, { row, to }: Edit): Turn {
  const { say } = context;
  const owed = formAtHand(context);
  if (!owed) return startFilling(context);
  const rows = rowsOf(owed.form);
  if (row === undefined) return showSummary(context, owed, say.t('edit-which'));
  const step = owed.form.steps.find((one) => one.rowKey === rows[row - 1]);
  if (!step) return showSummary(context, owed, say.t('choose-number', { count: rows.length }));
  return (to && answerSeveral(context, owed, `${row}: ${to}`)) || prompt(context, owed, step);
}

/** The form that the person is in, or left, or the only one there is to fill. */
export function formAtHand({ dialog, view }: Context): OwedForm | undefined {
  const { place, left } = dialog;
  const open = view.owed.filter(hasForm).filter((owed) => !owed.form.submitted && !owed.settled);
  const wanted = place.at === 'fill' || place.at === 'summary' ? place.obligation : left?.obligation;
  return open.find((owed) => owed.id === wanted) ?? (open.length === 1 ? open[0] : undefined);
}
