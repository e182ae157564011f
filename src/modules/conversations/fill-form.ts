import { type Cell, type ChatStep, chatSteps, fillYears } from '../../forms/index.js';
import { inLocale } from '../shared/index.js';
import type { OwedView, Place } from './dialog.js';
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

/** The form with one cell answered; the given one stays as it was. */
export function withCell(owed: OwedForm, step: ChatStep, cell: Cell): OwedForm {
  const { form } = owed;
  const cells = { ...form.cells, [step.rowKey]: { ...form.cells[step.rowKey], [step.measureKey]: cell } };
  // An answer may bring in questions that waited for it, or send others away.
  const waits = form.definition.kind === 'indicators' && form.definition.rows.some((row) => row.visibleWhen);
  return { ...owed, form: { ...form, cells, steps: waits ? chatSteps(form.definition, cells) : form.steps } };
}
