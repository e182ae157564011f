import { type Cell, type ChatStep, chatSteps, fillYears, hasWaiting } from '../../forms/index.js';
import { inLocale } from '../shared/index.js';
import type { Place } from './dialog.js';
import type { OwedView } from './turn-view.js';
import type { Context } from './moves.js';

export type FillPlace = Extract<Place, { at: 'fill' }>;
export type FillForm = NonNullable<OwedView['form']>;
/** Something owed that the bot asks a form for. */
export type OwedForm = OwedView & { form: FillForm };

export const hasForm = (owed: OwedView | undefined): owed is OwedForm => owed?.form !== undefined;

export const cellOf = (form: FillForm, step: ChatStep): Cell | undefined => form.cells[step.rowKey]?.[step.measureKey];

export const firstEmpty = (form: FillForm): ChatStep | undefined => form.steps.find((step) => !cellOf(form, step));

export const openCount = (form: FillForm): number => form.steps.filter((step) => !cellOf(form, step)).length;

/** The rows asked, in order: where one is counted as "4/9". */
export const rowsOf = (form: FillForm): string[] => [...new Set(form.steps.map((step) => step.rowKey))];

export const measureOf = (context: Context, owed: OwedForm, step: ChatStep): string =>
  fillYears(inLocale(step.measureLabel, context.view.locale), owed.form.reportYear);

export const nameOf = (context: Context, step: ChatStep): string => inLocale(step.label, context.view.locale);

export const sameStep = (a: ChatStep, b: ChatStep): boolean => a.rowKey === b.rowKey && a.measureKey === b.measureKey;

/** The question of a row and column; undefined where the form asks no such question. */
export function stepAt(form: FillForm, { rowKey, measure }: { rowKey: string; measure: string }): ChatStep | undefined {
  return form.steps.find((step) => step.rowKey === rowKey && step.measureKey === measure);
}

/** The questions of the same row from `step` on. */
export function stepsOfRow({ form }: OwedForm, step: ChatStep): ChatStep[] {
  const from = form.steps.findIndex((one) => sameStep(one, step));
  return form.steps.slice(Math.max(from, 0)).filter((one) => one.rowKey === step.rowKey);
}

/** One question for each column that is asked in `rows`, in the form's order. */
export function columnsOf({ steps }: FillForm, rows: readonly string[]): ChatStep[] {
  const ofRows = steps.filter((step) => rows.includes(step.rowKey));
  return ofRows.filter((step, index) => ofRows.findIndex((one) => one.measureKey === step.measureKey) === index);
}

/** Where one is, as "4" of "9": the number of a row as it is shown. */
export const numberOf = (form: FillForm, step: ChatStep): number => rowsOf(form).indexOf(step.rowKey) + 1;

/** The form with one cell answered; the given one stays as it was. */
export function withCell(owed: OwedForm, step: ChatStep, cell: Cell): OwedForm {
  const { form } = owed;
  const cells = { ...form.cells, [step.rowKey]: { ...form.cells[step.rowKey], [step.measureKey]: cell } };
  // An answer may bring in questions that waited for it, or send others away.
  const waits = form.definition.kind === 'indicators' && hasWaiting(form.definition);
  return { ...owed, form: { ...form, cells, steps: waits ? chatSteps(form.definition, cells) : form.steps } };
}
