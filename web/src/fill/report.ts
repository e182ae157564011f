import { call, callForFile } from '../api/client';
import type { OwedItem } from '../api/types';
import type { Answers, Cell, FormDefinition, Issue } from './engine';

/** A sentence of the server about a place in a report. */
export interface SaidIssue {
  code: string;
  path: Issue['path'];
  message: string;
}

/** One form of a report as its unit sees it. */
export interface ReportForm {
  key: string;
  version: number;
  definition: FormDefinition;
  schema: Record<string, unknown>;
  uiSchema: Record<string, unknown>;
}

/** What a cell is compared with; `note` says of what it was made, or, without a value, why there is none. */
export interface LastFigure {
  value?: string;
  label: string;
  note?: string;
}

/** A change after the report was submitted: what stood, what stands, by whom and why. */
export interface Correction {
  revision: number;
  at: string;
  by: string;
  reason: string;
  change: Change;
  was: NonNullable<Change['cells']>;
}

/** A report as the server gives it. `revision` counts its changes; `last` holds figures of the year before. */
export interface Report {
  obligation: string;
  state: 'draft' | 'submitted' | 'returned' | 'accepted';
  revision: number;
  submittedAt: string | null;
  /** Of a submitted report: keys of the forms that are still owed, and open. */
  owedForms?: readonly string[];
  changed: { at: string; by: string | null } | null;
  /** The newest first; none of a report that is not submitted. */
  corrections?: readonly Correction[];
  today: string;
  about: (OwedItem & { headline?: string }) | null;
  mayAnswer: boolean;
  reportYear: number;
  answers: Answers;
  last: Record<string, Record<string, LastFigure>>;
  issues: SaidIssue[];
  warnings: SaidIssue[];
  forms: ReportForm[];
}

/** What is written; `null` takes an answer away. Lists and texts are replaced whole. */
export interface Change {
  cells?: Record<string, Record<string, Cell | null>>;
  records?: Answers['records'];
  sections?: Answers['sections'];
}

const at = (obligation: string, rest = ''): string => `/api/reports/${encodeURIComponent(obligation)}${rest}`;

export const reports = {
  read: (obligation: string, signal?: AbortSignal) => call<Report>(at(obligation), { signal }),
  write: (obligation: string, change: Change & { revision: number }) =>
    call<{ revision: number }>(at(obligation, '/answers'), { method: 'PUT', body: change }),
  submit: (obligation: string) =>
    call<{ state: string; submittedAt: string }>(at(obligation, '/submit'), { method: 'POST', body: {} }),
  words: (area: 'forms' | 'understand', signal?: AbortSignal) =>
    call<{ words: Record<string, string> }>(`/api/words?area=${area}`, { signal }),
  keepFile: (obligation: string, file: File) =>
    call<{ id: string; name: string; size: number }>(at(obligation, `/files?name=${encodeURIComponent(file.name)}`), {
      method: 'POST',
      body: new Blob([file], { type: 'application/octet-stream' }),
    }),
  fileAddress: (obligation: string, id: string) => at(obligation, `/files/${encodeURIComponent(id)}`),
};

/** What a filled-in workbook would change, and what is wrong in it; `revision` is the report's when it was read. */
export interface WorkbookRead {
  form: string;
  changed: { label: string; before: string | null; after: string | null }[];
  issues: { cell: { sheet: string; cell: string } | null; text: string }[];
  /** What the checks of the form find in the report as the file would make it. */
  findings: { cell: { sheet: string; cell: string } | null; text: string; hard: boolean }[];
  revision: number;
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** As it is sent, whatever type the device gives the file. */
const sheet = (file: File) => ({ method: 'POST' as const, body: new Blob([file], { type: XLSX }) });

export const workbooks = {
  address: (obligation: string, form: string) => at(obligation, `/workbook?form=${encodeURIComponent(form)}`),
  read: (obligation: string, file: File) => call<WorkbookRead>(at(obligation, '/workbook'), sheet(file)),
  write: (obligation: string, file: File, revision: number) =>
    call<{ revision: number }>(at(obligation, `/workbook?write=true&revision=${revision}`), sheet(file)),
  marked: (obligation: string, file: File) => callForFile(at(obligation, '/workbook/marked'), sheet(file)),
};
