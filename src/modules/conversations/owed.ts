import { dayText } from '../../forms/index.js';
import type { Turn } from './effect.js';
import type { OwedView } from './turn-view.js';
import type { Speaker } from './speaker.js';
import { type Context, move, stay } from './moves.js';

/** What is owed, most urgent first, each answerable by its number; `before` is said first. */
export function listOwed(context: Context, before?: string): Turn {
  const { view, say, dialog } = context;
  const open = view.owed.filter((owed) => !owed.settled);
  const lines = open.map((owed, index) => `${index + 1}. ${describeOwed(say, owed)}`);
  const parts = [
    before,
    open.length === 0 ? say.t('nothing-owed') : say.t('owed-head', { count: open.length }),
    lines.join('\n'),
    open.length > 0 ? say.t('owed-foot') : undefined,
    annexesOwed(context),
    dialog.place.at === 'fill' || dialog.left ? say.t('unfinished') : undefined,
  ];
  const text = parts.filter(Boolean).join('\n\n');
  if (open.length === 0) return dialog.place.at === 'idle' ? stay(context, text) : move(context, { at: 'idle' }, text);
  const buttons = open.slice(0, 8).map((_, index) => say.labelled(String(index + 1), String(index + 1)));
  return move(context, { at: 'choose', purpose: 'open', obligations: open.map((owed) => owed.id) }, text, [buttons]);
}

/** What submitted reports still owe beside their headline, and where it is filled in. */
function annexesOwed({ view, say }: Context): string | undefined {
  const owing = view.annexes ?? [];
  if (owing.length === 0) return undefined;
  const lines = owing.map(({ title, unitName, forms }) =>
    say.t('annexes-line', { title, unit: unitName, count: forms.length, forms: forms.join('; ') }),
  );
  return [say.t('annexes-head'), ...lines, say.t('annexes-foot')].join('\n');
}

/** Title, last allowed day and what is left of the time, in one line. */
export function describeOwed(say: Speaker, owed: OwedView): string {
  const when =
    owed.daysLeft < 0
      ? say.t('days-late', { days: -owed.daysLeft })
      : owed.daysLeft === 0
        ? say.t('last-day-today')
        : say.t('days-left', { days: owed.daysLeft });
  const unit = owed.actingFor ? say.t('unit-acting', { unit: owed.unitName, name: owed.actingFor }) : owed.unitName;
  const line = say.t('owed-line', { title: owed.title, unit, lastDay: dayText(owed.lastDay), when });
  const answered = owed.form?.steps.filter((step) => owed.form?.cells[step.rowKey]?.[step.measureKey]).length ?? 0;
  return answered > 0 ? `${line}${say.t('owed-answered', { answered, of: owed.form!.steps.length })}` : line;
}
