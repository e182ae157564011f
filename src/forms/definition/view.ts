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
  const rows = numbered(withGroupRules(form)).rows.filter((row) => isAsked(row) && applies(row, view));
  // What a group waits for is said by its rows from here on.
  const groups = form.groups
    .filter((group) => rows.some((row) => row.group === group.key))
    .map(({ visibleWhen: _, ...group }) => group);
  return { ...definition, groups, rows };
}

/** The form with what a group says of its rows said by each of them: whether they are hidden, and what they wait for. */
export function withGroupRules(form: IndicatorForm): IndicatorForm {
  const ruled = new Map(form.groups.filter((one) => one.hidden || one.visibleWhen).map((one) => [one.key, one]));
  if (ruled.size === 0) return form;
  return {
    ...form,
    rows: form.rows.map((row) => {
      const group = ruled.get(row.group);
      if (!group) return row;
      const conditions = [group.visibleWhen, row.visibleWhen].filter((one) => one !== undefined);
      return {
        ...row,
        ...(group.hidden ? { hidden: true } : {}),
        // Both must hold.
        ...(conditions.length > 1 ? { visibleWhen: { op: 'and' as const, of: conditions } } : {}),
        ...(conditions.length === 1 ? { visibleWhen: conditions[0] } : {}),
      };
    }),
  };
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
