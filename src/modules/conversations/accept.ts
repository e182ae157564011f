import type { Cell, ChatStep } from '../../forms/index.js';
import { same } from '../../forms/index.js';
import type { Effect } from './effect.js';
import { cellOf, measureOf, nameOf, type OwedForm, withCell } from './fill-form.js';
import type { Context } from './moves.js';
import { describeCell } from './values.js';

export interface Accepted {
  owed: OwedForm;
  effect: Effect;
  /** "Recorded: …" */
  echo: string;
}

/** An answer as it is written down, and the sentence that shows it back. */
export function accept(context: Context, owed: OwedForm, step: ChatStep, cell: Cell): Accepted {
  const { say } = context;
  const was = cellOf(owed.form, step);
  const shown = (one: Cell) => describeCell(say, step, one);
  const changed = was && shown(was) !== shown(cell);
  return {
    owed: withCell(owed, step, cell),
    effect: { do: 'answer', obligation: owed.id, rowKey: step.rowKey, measure: step.measureKey, cell },
    echo: say.t(changed ? 'noted-changed' : 'noted', {
      row: nameOf(context, step),
      measure: measureOf(context, owed, step),
      value: shown(cell),
      was: was ? shown(was) : '',
    }),
  };
}

/** Who has given another answer to `step` since the person saw it last; undefined where nobody has. */
export function answeredMeanwhile(owed: OwedForm, step: ChatStep, cell: Cell): string | undefined {
  const standing = cellOf(owed.form, step);
  if (!standing || same(standing, cell)) return undefined;
  return owed.form.others?.find((one) => one.rowKey === step.rowKey && one.measure === step.measureKey)?.name;
}
