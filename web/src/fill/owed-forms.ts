import type { Report } from './report';

/** Whether the report is submitted, but for some of its forms. */
export const owesForms = ({ state, owedForms = [] }: Report): boolean => state === 'submitted' && owedForms.length > 0;

/** Whether a cell was submitted with another form that shows it as well. */
export function isSubmittedCell(report: Report, row: string, measure: string): boolean {
  if (!owesForms(report)) return false;
  return report.forms.some(
    ({ key, definition }) =>
      definition.kind === 'indicators' &&
      !report.owedForms?.includes(key) &&
      definition.rows.some((one) => one.key === row) &&
      definition.measures.some((one) => one.key === measure),
  );
}
