import { call } from '../api/client';
import type { paths } from '../api/schema';
import { typed } from '../api/typed';
import { useAnswer, useChange } from '../api/use-answer';

type Ok<P extends keyof paths> = paths[P]['get'] extends {
  responses: { 200: { content: { 'application/json': infer T } } };
}
  ? T
  : never;

export type Year = Ok<'/api/calendar/years/{planYear}'>;
export type YearLine = Year['lines'][number];
export type Round = YearLine['round'];
export type OwedByUnit = Ok<'/api/calendar/years/{planYear}/{milestone}'>['obligations'][number];

/** A move that stands; `what` is the selection it was made with, or the span of an outage, or a file of holidays. */
export interface StandingMove {
  id: string;
  planYear?: number;
  what: {
    milestone?: string;
    under?: string;
    units?: string[];
    shift?: Shift;
    from?: string;
    to?: string;
    holidays?: string;
  };
  reason: string;
  madeAt: string;
  moved: number;
}

/** The acts that stand. Instants as ISO. */
export interface Standing {
  /** Plan years whose cycles are open, the earliest first. */
  cycles: number[];
  moves: StandingMove[];
  closed: { planYear: number; round: Round; reason: string; closedAt: string }[];
}

export type Shift = { dueOn: string } | { days: number };

export interface Move {
  planYear: number;
  milestone: string;
  under?: string;
  shift: Shift;
  reason: string;
}

export interface MoveEffect {
  moved: number;
  lateAtOnce: number;
  settled: number;
}

/** What a change makes of the notices planned from today on. */
export interface NoticeDifference {
  sentence: string;
  lines: {
    change: 'moved' | 'added' | 'cancelled';
    before?: string;
    notice: { key: string; unitName: string; at: string };
  }[];
}

export const AREA = 'calendar';

export const post = <T>(path: string, body: unknown): Promise<T> => call<T>(path, { method: 'POST', body });

export const useYear = (planYear: number) =>
  useAnswer(
    [AREA, 'year', planYear],
    (signal) => typed.GET('/api/calendar/years/{planYear}', { signal, params: { path: { planYear } } }),
    { keep: true },
  );

export const useOwed = (planYear: number, milestone: string) =>
  useAnswer([AREA, 'owed', planYear, milestone], (signal) =>
    typed.GET('/api/calendar/years/{planYear}/{milestone}', { signal, params: { path: { planYear, milestone } } }),
  );

export const useStanding = () =>
  useAnswer([AREA, 'standing'], async (signal) => ({ data: await call<Standing>('/api/calendar', { signal }) }));

export const lookAtMove = (move: Move) =>
  post<{ effect: MoveEffect }>('/api/calendar/moves', move).then(({ effect }) => effect);

/** The difference that a move makes to what will be sent on the days `from`..`to`. */
export const lookAtNotices = ({ planYear, milestone, under, shift }: Move, from: string, to: string) =>
  post<{ difference: NoticeDifference }>('/api/followups/dry-run', {
    from,
    to,
    // Of every act: others wait on this one, and are chased with it.
    edit: { kind: 'due', planYear, milestone, under, shift },
  }).then(({ difference }) => difference);

/** How many days after today the ladder may still say something about what an act moves. */
export const AFTERMATH = 180;

/** The difference that any other edit makes to what will be sent on the days `from`..`to`. */
export const lookAtEdit = (from: string, to: string, edit: object) =>
  post<{ difference: NoticeDifference }>('/api/followups/dry-run', { from, to, edit }).then(
    ({ difference }) => difference,
  );

/** What taking a move back would do; nothing is written. */
export const lookAtUndo = (id: string) =>
  post<{ moved: number; lateAtOnce: number }>(`/api/calendar/moves/${encodeURIComponent(id)}/undo`, {
    confirmed: false,
  });

export const useUndoMove = () =>
  useChange<string, { moved: number }>(AREA, (id) =>
    post(`/api/calendar/moves/${encodeURIComponent(id)}/undo`, { confirmed: true }),
  );

export const useReopenRound = () =>
  useChange<{ planYear: number; round: Round }>(AREA, (which) => post('/api/calendar/rounds/reopen', which));

/** What an admin decides about one obligation; `act` is the last part of its address. */
export const useDecide = () =>
  useChange<{ id: string; act: string; reason: string }>(AREA, ({ id, act, reason }) =>
    post(`/api/obligations/${encodeURIComponent(id)}/${act}`, { reason }),
  );
