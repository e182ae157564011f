import { completeness, type Issue, type Missing, owedIn } from './engine';
import { lineFindings } from './line-findings';
import { owesForms } from './owed-forms';
import type { Place } from './places';
import type { ReportForm } from './report';
import type { ReportState } from './report-store';
import type { RowView } from './row-views';

/** What still keeps a report from being submitted, and what else is empty. */
export interface LeftToDo {
  headline: ReportForm | undefined;
  missing: Place[];
  /** What checks find: hard findings are to be mended, soft ones to be explained. */
  findings: { form: string; place: Place; issue: Issue }[];
  /** Forms that stay owed where the report is submitted now, and how much of them is missing. */
  others: { form: ReportForm; count: number }[];
  /** Of a submitted report: whether a form that it owes has become whole, so that it can be submitted. */
  hasWholeAnnex: boolean;
}

/** The forms in the order in which they are filled in: the headline, tables that must be answered, texts, lists, the rest. */
export function inOrder(forms: readonly ReportForm[], headline: string | undefined): ReportForm[] {
  const rank = ({ key, definition }: ReportForm): number => {
    if (key === headline) return 0;
    if (definition.kind === 'indicators') return definition.rows.some((row) => row.required) ? 1 : 4;
    return definition.kind === 'records' ? 3 : 2;
  };
  return [...forms].sort((one, other) => rank(one) - rank(other));
}

export const headlineOf = ({ report }: Pick<ReportState, 'report'>): ReportForm | undefined =>
  report.forms.find(({ key }) => key === report.about?.headline) ?? report.forms[0];

export function leftToDo(
  { report, answers }: Pick<ReportState, 'report' | 'answers'>,
  rowView: (form: string, row: string) => RowView,
): LeftToDo {
  const headline = headlineOf({ report });
  const others = report.forms
    .filter((form) => form !== headline)
    .filter(({ key }) => !owesForms(report) || report.owedForms?.includes(key))
    .map((form) => ({ form, count: owedIn(form.definition, answers) }));
  return {
    headline,
    missing: headline ? placesOf(headline, completeness(headline.definition, answers).missing) : [],
    findings: report.forms.flatMap((form) => findingsIn(form, { report, answers }, rowView)),
    others: others.filter(({ count }) => count > 0),
    hasWholeAnnex: others.some(({ count }) => count === 0),
  };
}

function placesOf({ key: form }: ReportForm, missing: readonly Missing[]): Place[] {
  return missing.map(({ row, measure, section }) => {
    if (row !== undefined && measure !== undefined) return { kind: 'cell', row, measure };
    return section === undefined ? { kind: 'list', form } : { kind: 'text', form, section };
  });
}

function findingsIn(
  { key: form, definition }: ReportForm,
  { report, answers }: Pick<ReportState, 'report' | 'answers'>,
  rowView: (form: string, row: string) => RowView,
): LeftToDo['findings'] {
  switch (definition.kind) {
    case 'indicators':
      return definition.rows.flatMap(({ key: row }) =>
        Object.entries(rowView(form, row).cells).flatMap(([measure, { findings }]) =>
          findings.map(({ issue }) => ({ form, place: { kind: 'cell' as const, row, measure }, issue })),
        ),
      );
    case 'records':
      return lineFindings(definition, answers, report.reportYear).map(({ issue }) => {
        return { form, place: { kind: 'list', form }, issue };
      });
    case 'short':
      return lineFindings(definition, answers, report.reportYear).map(({ issue }) => {
        return { form, place: { kind: 'text', form, section: issue.path.section ?? '' }, issue };
      });
    case 'outline':
      return [];
  }
}
