import { type Answers, type LocalText, owedIn, strayCells } from '../../forms/index.js';
import type { UnitForm } from '../definitions/index.js';
import type { Change } from './report.js';

/** A form beside the headline in which something is still owed. */
export interface OwedForm {
  key: string;
  title: LocalText;
  /** How many answers keep it from being whole. */
  missing: number;
}

/** The form that must be whole before a report can be submitted: the headline, else the first. */
export const headlineIn = (forms: readonly UnitForm[], headline: string | undefined): UnitForm | undefined =>
  forms.find(({ key }) => key === headline) ?? forms[0];

/** The forms beside the headline that are not whole. */
export function owedForms(forms: readonly UnitForm[], headline: string | undefined, answers: Answers): OwedForm[] {
  const main = headlineIn(forms, headline);
  return forms
    .filter((one) => one !== main)
    .map(({ key, form }) => ({ key, title: form.title, missing: owedIn(form, answers) }))
    .filter(({ missing }) => missing > 0);
}

/** Whether a change of a submitted report touches nothing but forms that it still owes: what was submitted stands. */
export function isOfOwedForms(forms: readonly UnitForm[], owed: readonly string[], change: Change): boolean {
  const keys = [...Object.keys(change.records ?? {}), ...Object.keys(change.sections ?? {})];
  if (!keys.every((key) => owed.includes(key))) return false;
  const settled = forms.filter(({ key }) => !owed.includes(key)).map(({ form }) => form);
  const cells = change.cells ?? {};
  // A cell that a settled form shows as well was submitted with it.
  const asked = Object.values(cells).reduce((count, row) => count + Object.keys(row).length, 0);
  return strayCells(settled, cells as Answers['cells']).length === asked;
}
