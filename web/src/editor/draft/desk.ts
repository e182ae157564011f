import { call, callForFile } from '../../api/client';
import type { Carry, Edit, FormDefinition } from '../model/forms';
import type {
  Draft,
  DryRun,
  Edited,
  FormLine,
  MoveLine,
  ReportMove,
  SaidCarry,
  SaidFault,
  VersionLine,
  WorkbookReading,
} from './answers';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Everything that the editor of one form asks of the server. @throws {ApiProblem} each, for every answer that is not 2xx. */
export function deskOf(key: string) {
  const form = `/api/forms/${encodeURIComponent(key)}`;
  const post = <T>(path: string, body: unknown = {}) => call<T>(`${form}${path}`, { method: 'POST', body });
  return {
    begin: () => post<Draft>('/draft'),
    edit: (edits: Edit[], seen: number) => post<Edited>('/draft/edits', { edits, seen }),
    discard: (seen: number) => post<void>('/draft/discard', { seen }),
    check: (seen: number) => post<{ faults: SaidFault[]; dryRun: DryRun | null }>('/draft/check', { seen }),
    carries: () => call<{ carries: SaidCarry[] }>(`${form}/draft/carries`),
    publish: (body: { seen: number; note: string; carries: Carry[] }) =>
      post<{ version: number }>('/draft/publish', body),
    moves: (to: number) => call<{ reports: ReportMove[]; notBegun: number }>(`${form}/moves?to=${to}`),
    move: (body: { to: number; obligations: string[]; notBegun: boolean }) =>
      post<{ move: string; moved: number; notBegun: number }>('/moves', body),
    moveHistory: () => call<{ moves: MoveLine[] }>(`${form}/moves/history`).then((one) => one.moves),
    undoMove: (id: string) =>
      post<{ restored: number | unknown[]; kept: { unitName: string; text: string }[] }>(
        `/moves/${encodeURIComponent(id)}/undo`,
      ),
    readWorkbook: (file: Blob) =>
      call<WorkbookReading>(`${form}/draft/workbook`, { method: 'POST', body: new Blob([file], { type: XLSX }) }),
    workbook: () => callForFile(`${form}/workbook?version=draft`),
    forms: () => call<{ forms: FormLine[] }>('/api/forms'),
    versionsOf: (other: string) =>
      call<{ versions: VersionLine[] }>(`/api/forms/${encodeURIComponent(other)}/versions`).then((one) => one.versions),
    /** Another form, or an earlier version of any; the newest where none is named. */
    definitionOf: (other: string, version?: number) =>
      call<{ definition: FormDefinition }>(
        `/api/forms/${encodeURIComponent(other)}${version === undefined ? '' : `?version=${version}`}`,
      ).then((one) => one.definition),
  };
}

export type Desk = ReturnType<typeof deskOf>;
