import type { Answers } from '../../forms/index.js';
import { instant } from '../database/index.js';
import type { Report, ReportState } from './report.js';

/** A row of `report`. */
export interface ReportRow {
  id: string;
  obligation_id: string;
  state: ReportState;
  form_versions: Report['forms'];
  answers: Answers;
  revision: number;
  submitted_at: string | null;
  owed_forms: string[];
  updated_at: string;
  updated_by: string | null;
}

export function toReport(found: ReportRow): Report {
  return {
    id: found.id,
    obligation: found.obligation_id,
    state: found.state,
    forms: found.form_versions,
    answers: found.answers,
    revision: found.revision,
    submittedAt: instant(found.submitted_at),
    owedForms: found.owed_forms,
    updatedAt: instant(found.updated_at),
    updatedBy: found.updated_by ?? undefined,
  };
}
