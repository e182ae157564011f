import { call } from '../api/client';
import type { paths } from '../api/schema';
import { typed } from '../api/typed';
import { useAnswer, useChange } from '../api/use-answer';
import type { FormDefinition } from '../../../src/forms';

type Ok<P extends keyof paths> = paths[P]['get'] extends {
  responses: { 200: { content: { 'application/json': infer T } } };
}
  ? T
  : never;
export type Conference = Ok<'/api/conferences'>['conferences'][number];
export type HeldWindow = Ok<'/api/conferences/windows'>['windows'][number];
export type Half = Conference['half'];

export interface Panel {
  chair: string;
  room: string;
}

/** What arranging gives: a plan, written or only shown. */
export interface Plan {
  sittings: { unit: string; unitName: string; day: string; half: Half; chair: string; room: string }[];
  unplaced: { code: string; name: string }[];
  applied: boolean;
}

/** What the minutes say of one figure; figures are decimal strings. */
export interface Minute {
  row: string;
  measure: string;
  proposed: string | null;
  discussed: string;
  concluded: string | null;
}

export interface Minutes {
  conference: {
    id: string;
    unitName: string;
    day: string;
    half: Half;
    chairName: string;
    room: string;
    planYear: number;
  };
  mayWrite: boolean;
  form: FormDefinition;
  minutes: Minute[];
}

const AREA = 'conferences';
export const useWindows = () =>
  useAnswer([AREA, 'windows'], (signal) => typed.GET('/api/conferences/windows', { signal }));
export const useConferences = (planYear: number) =>
  useAnswer([AREA, 'list', planYear], (signal) =>
    typed.GET('/api/conferences', { signal, params: { query: { planYear } } }),
  );
export const useMinutes = (id: string) =>
  useAnswer([AREA, 'minutes', id], async (signal) => ({
    data: await call<Minutes>(`/api/conferences/${encodeURIComponent(id)}/minutes`, { signal }),
  }));

export interface Wish {
  planYear: number;
  milestone: string;
  heldBy: string;
  panels: Panel[];
  confirmed: boolean;
}

export const useArrange = () =>
  useChange(AREA, (body: Wish) => call<Plan>('/api/conferences/arrange', { method: 'POST', body }));

const at = (id: string) => `/api/conferences/${encodeURIComponent(id)}`;
export const useMove = () =>
  useChange(AREA, ({ id, ...body }: Panel & { id: string; day: string; half: Half }) =>
    call<unknown>(at(id), { method: 'PUT', body }),
  );
export const useCancel = () =>
  useChange(AREA, ({ id, reason }: { id: string; reason: string }) =>
    call<void>(`${at(id)}/cancel`, { method: 'POST', body: { reason } }),
  );
export const useHold = () =>
  useChange(AREA, ({ id, endedOn }: { id: string; endedOn: string }) =>
    call<unknown>(`${at(id)}/hold`, { method: 'POST', body: { endedOn } }),
  );
export const useWriteMinutes = () =>
  useChange(
    AREA,
    ({ id, lines }: { id: string; lines: Pick<Minute, 'row' | 'measure' | 'discussed' | 'concluded'>[] }) =>
      call<void>(`${at(id)}/minutes`, { method: 'PUT', body: { lines } }),
  );
