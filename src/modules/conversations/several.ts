import { type ChatStep, fillYears, type GivenToRow, readSeveralRows } from '../../forms/index.js';
import { answerAll, type Given } from './answer.js';
import type { Waiting } from './dialog.js';
import type { Turn } from './effect.js';
import { cellOf, type OwedForm, rowsOf } from './fill-form.js';
import type { Context } from './moves.js';

/**
 * A message that answers several rows of a form; undefined where it is none. Which column a single figure belongs to is
 * decided where one column of the row is open, and asked once for all rows where it is not.
 */
export function answerSeveral(context: Context, owed: OwedForm, text: string, at?: ChatStep): Turn | undefined {
  const { form } = owed;
  const rows = rowsOf(form).map((key) => {
    const steps = form.steps.filter((step) => step.rowKey === key);
    return { key, names: namesOf(steps, form.reportYear), columns: steps.length };
  });
  const read = readSeveralRows(text, rows);
  if (!read) return undefined;
  // A question for words takes any words, colons and all.
  if (at?.type === 'text' && read.given.length < 2) return undefined;
  const sure: Given[] = [];
  const single: { rowKey: string; typed: string }[] = [];
  const unclear = [...read.unclear];
  for (const { row, texts } of read.given) {
    const steps = columnsFor({ row, texts }, owed);
    if (steps) sure.push(...steps.map((step, index) => ({ step, typed: texts[index]! })));
    else if (texts.length === 1) single.push({ rowKey: row, typed: texts[0]! });
    else unclear.push(texts.join('; '));
  }
  const first = form.steps.find((step) => step.rowKey === single[0]?.rowKey);
  const also: Waiting[] = first
    ? [
        {
          rowKey: first.rowKey,
          measure: first.measureKey,
          pending: { sort: 'columns', given: single, typed: single.map((one) => one.typed).join('; ') },
        },
      ]
    : [];
  return answerAll(parked(context, at), owed, sure, {
    from: at ?? form.steps[0]!,
    remarks: remarksOn(context, unclear),
    also,
  });
}

/** The columns that a row's texts belong to, where that is certain. */
function columnsFor({ row, texts }: GivenToRow, { form }: OwedForm): ChatStep[] | undefined {
  const steps = form.steps.filter((step) => step.rowKey === row);
  if (texts.length === steps.length) return steps;
  const open = steps.filter((step) => !cellOf(form, step));
  return texts.length === open.length && open.length < steps.length ? open : undefined;
}

/** What was being asked about the present question is asked again afterwards. */
function parked(context: Context, at: ChatStep | undefined): Context {
  const { place } = context.dialog;
  if (!at || place.at !== 'fill' || !place.pending) return context;
  const kept: Waiting = { rowKey: place.rowKey, measure: place.measure, pending: place.pending };
  return { ...context, queue: [kept, ...context.queue] };
}

function remarksOn({ say }: Context, unclear: readonly string[]): string[] {
  if (unclear.length === 0) return [];
  const shown = unclear.slice(0, 10).map((part) => `«${part.length > 60 ? `${part.slice(0, 60)}…` : part}»`);
  const more = unclear.length > shown.length ? ', …' : '';
  return [say.t('rows-unclear', { parts: `${shown.join(', ')}${more}` })];
}

function namesOf(steps: readonly ChatStep[], reportYear: number): string[] {
  const [step] = steps;
  return [step?.label.vi, step?.label.en, step?.ask?.vi, step?.ask?.en].flatMap((name) =>
    name ? [fillYears(name, reportYear)] : [],
  );
}
