import type { Turn } from './effect.js';
import { cellOf, measureOf, nameOf, openCount, type OwedForm, rowsOf } from './fill-form.js';
import { move, type Context } from './moves.js';
import { describeCell } from './values.js';

/** All answers of a form, numbered as "sửa 3" names them, and what can be done with them; `before` is said first. */
export function showSummary(context: Context, owed: OwedForm, before?: string): Turn {
  const { say } = context;
  const { form } = owed;
  const lines = rowsOf(form).map((rowKey, index) => {
    const steps = form.steps.filter((step) => step.rowKey === rowKey);
    const values = steps.map((step) => {
      const cell = cellOf(form, step);
      return `${measureOf(context, owed, step)}: ${cell ? describeCell(say, step, cell) : say.t('empty')}`;
    });
    const [first] = steps;
    return `${index + 1}. ${first ? nameOf(context, first) : rowKey}\n   ${values.join('; ')}`;
  });
  const open = openCount(form);
  const text = [
    before,
    say.t('summary-head', { title: owed.title, unit: owed.unitName }),
    lines.join('\n'),
    open > 0 ? say.t('summary-open', { count: open }) : say.t('summary-ready'),
  ];
  const buttons = open > 0 ? [] : [[say.button('submit', 'nộp')]];
  return move(context, { at: 'summary', obligation: owed.id }, text.filter(Boolean).join('\n\n'), buttons);
}
