import type { Answers, Cell, Issue, RecordRow } from '../../forms/index.js';

export type ReportState = 'draft' | 'submitted' | 'returned' | 'accepted';

/** A unit's answer to an obligation. It keeps the form versions that it was begun with. */
export interface Report {
  id: string;
  obligation: string;
  state: ReportState;
  forms: { key: string; version: number }[];
  answers: Answers;
  /** Counts the changes: whoever changes names the one they saw. */
  revision: number;
  submittedAt?: string;
  /** Keys of forms that were not whole when the report was submitted: they stay open until they are submitted as well. */
  owedForms: string[];
  /** When it was last changed, and by whom. */
  updatedAt: string;
  updatedBy?: string;
}

/** A change of answers; `null` takes an answer away. Whole lists and texts are replaced. */
export interface Change {
  cells?: Record<string, Record<string, Cell | null>>;
  records?: Record<string, RecordRow[]>;
  sections?: Record<string, Record<string, string>>;
}

export type Written = { ok: true; revision: number } | { ok: false; issues: Issue[] };

/** Who does it, and through which door (`webchat`, `telegram`, `page`, `api`). */
export interface Doer {
  person: string;
  via: string;
  /** In which language what is wrong is said; Vietnamese where it is not known. */
  locale?: 'vi' | 'en';
}
