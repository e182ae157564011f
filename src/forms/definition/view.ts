import type { FormDefinition, FormView, Row } from './definition.js';

/**
 * The part of a form that one unit is asked: rows that apply to its traits and, for a department, the rows it leads.
 * Groups left without rows vanish. Other forms are asked whole. What is hidden is left out of all.
 */
export function viewOf<D extends FormDefinition>(definition: D, view: FormView): D {
  const form: FormDefinition = definition;
  if (form.kind === 'records') return { ...definition, columns: form.columns.filter(isAsked) };
  if (form.kind === 'outline') return { ...definition, sections: form.sections.filter(isAsked) };
  if (form.kind === 'short') return { ...definition, questions: form.questions.filter(isAsked) };
  const rows = form.rows.filter((row) => isAsked(row) && applies(row, view));
  const groups = form.groups.filter((group) => rows.some((row) => row.group === group.key));
  return { ...definition, groups, rows };
}

const isAsked = (one: { hidden?: boolean }): boolean => !one.hidden;

function applies(row: Row, view: FormView): boolean {
  const asked = row.appliesTo === 'all' || view.traits.includes(row.appliesTo);
  return asked && (view.leads === undefined || view.leads.includes(row.leadAgency));
}
