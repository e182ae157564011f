import { call } from '../api/client';
import type { paths } from '../api/schema';
import { typed } from '../api/typed';
import { useAnswer, useChange } from '../api/use-answer';
import type { WaitingQuestion } from '../questions/question-row';

type Answer<P extends keyof paths> = paths[P]['get'] extends {
  responses: { 200: { content: { 'application/json': infer T } } };
}
  ? T
  : never;
export type Wish = Answer<'/api/extension-requests'>['requests'][number];
export type StatusReport = Answer<'/api/status-reports'>['reports'][number];

/** A difficulty of a unit below, settled or not. */
export interface Difficulty extends WaitingQuestion {
  closedAt?: string;
  settlement?: { by: string; text: string };
}

const AREA = 'desk';
export const useWishes = () =>
  useAnswer([AREA, 'wishes'], (signal) => typed.GET('/api/extension-requests', { signal }));
export const useStatusReports = () =>
  useAnswer([AREA, 'statuses'], (signal) => typed.GET('/api/status-reports', { signal }));
export const useDifficulties = () =>
  useAnswer([AREA, 'difficulties'], async (signal) => ({
    data: await call<{ items: Difficulty[] }>('/api/questions/difficulties', { signal }),
  }));

const about = (obligation: string) => `/api/obligations/${encodeURIComponent(obligation)}`;

export const useGrant = () =>
  useChange(
    AREA,
    ({ obligation, ...body }: { obligation: string; dueOn: string; reason: string; confirmed: boolean }) =>
      call<{ dueOn: string }>(`${about(obligation)}/extension`, { method: 'POST', body }),
  );
export const useRefuse = () =>
  useChange(AREA, ({ obligation, reason }: { obligation: string; reason: string }) =>
    call<void>(`${about(obligation)}/extension-request/refuse`, { method: 'POST', body: { reason } }),
  );
export const useReview = () =>
  useChange(
    AREA,
    ({ obligation, ...body }: { obligation: string; outcome: 'accepted' | 'returned'; reason?: string }) =>
      call<void>(`${about(obligation)}/status-review`, { method: 'POST', body }),
  );
export const useAnswered = () => useChange(AREA, (said: string) => Promise.resolve(said));
