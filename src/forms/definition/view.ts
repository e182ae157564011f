import type { FormDefinition, FormView, IndicatorForm, Row } from './definition.js';

/**
 * The part of a form that one unit is asked: rows that apply to its traits and, for a department, the rows it leads.
 * Groups left without rows vanish. Other forms are asked whole. What is hidden is left out of all.
 */
export function viewOf<D extends FormDefinition>(definition: D, view: FormView): D {
  const form: FormDefinition = definition;
  if (form.kind === 'records') return { ...definition, columns: form.columns.filter(isAsked) };
  if (form.kind === 'outline') return { ...definition, sections: form.sections.filter(isAsked) };
  if (form.kind === 'short') return { ...definition, questions: form.questions.filter(isAsked) };
  const rows = numbered(form).rows.filter((row) => isAsked(row) && applies(row, view));
  const groups = form.groups.filter((group) => rows.some((row) => row.group === group.key));
  return { ...definition, groups, rows };
}

const isAsked = (one: { hidden?: boolean }): boolean => !one.hidden;

function applies(row: Row, view: FormView): boolean {
  const asked = row.appliesTo === 'all' || view.traits.includes(row.appliesTo);
  return asked && (view.leads === undefined || view.leads.includes(row.leadAgency));
}

/**
 * The form with its indicators numbered by where they stand in their groups: what an admin added or moved is counted anew,
 * parts keep the number of their indicator, and what is hidden is passed over.
 */
export function numbered(form: IndicatorForm): IndicatorForm {
  const places = new Map<string, number>();
  const numbers = new Map<string, number>();
  const rows = form.rows.map((row) => {
    if (row.part === undefined && isAsked(row)) {
      const place = (places.get(row.group) ?? 0) + 1;
      places.set(row.group, place);
      numbers.set(row.code, place);
    }
    const seq = numbers.get(row.code) ?? row.seq;
    return seq === row.seq ? row : { ...row, seq };
  });
  return { ...form, rows };
}
