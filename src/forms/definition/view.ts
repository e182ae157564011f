import type { FormDefinition, FormView, Row } from './definition.js';

/**
 * The part of a form that one unit is asked: rows that apply to its traits and, for a department, the rows it leads.
 * Groups left without rows vanish. Record and outline forms are asked whole.
 */
export function viewOf<D extends FormDefinition>(definition: D, view: FormView): D {
  if (definition.kind !== 'indicators') return definition;
  const rows = definition.rows.filter((row) => applies(row, view));
  const groups = definition.groups.filter((group) => rows.some((row) => row.group === group.key));
  return { ...definition, groups, rows };
}

function applies(row: Row, view: FormView): boolean {
  const asked = row.appliesTo === 'all' || view.traits.includes(row.appliesTo);
  return asked && (view.leads === undefined || view.leads.includes(row.leadAgency));
}
