import type {
  AheadLine,
  Board,
  ChatLine,
  ClockMoved,
  Locale,
  OwedFilter,
  OwedList,
  OwedScope,
  Rollup,
  Said,
  Session,
  TrainingClock,
} from './types';

/** The server refused: its sentence is for people and is shown as it is. `status` 0 means that it did not answer. */
export class ApiProblem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    /** The whole answer, for pages that show more of it than the sentence (faults, what somebody else wrote). */
    readonly body?: unknown,
  ) {
    super(message);
  }
}

let language: Locale = 'vi';

/** In which language the server should speak to somebody who is not signed in. */
export function speak(locale: Locale): void {
  language = locale;
}

export interface Call {
  method?: 'GET' | 'POST' | 'PUT';
  /** Sent as JSON; a `Blob` (a chosen file) goes as it is, with its own type. */
  body?: unknown;
  signal?: AbortSignal;
}

/** @throws {ApiProblem} for every answer that is not 2xx, and where no answer came. */
export async function call<T>(path: string, given: Call = {}): Promise<T> {
  const response = await ask(path, given);
  const text = await response.text().catch(() => '');
  return parse(text) as T;
}

/** A file of the server, also one that is the answer to a sent one. @throws {ApiProblem} as `call` does. */
export async function callForFile(path: string, given: Call = {}): Promise<Blob> {
  return (await ask(path, given)).blob();
}

function ask(path: string, { method = 'GET', body, signal }: Call): Promise<Response> {
  const headers: Record<string, string> = { accept: 'application/json' };
  if (body !== undefined) headers['content-type'] = body instanceof Blob ? body.type : 'application/json';
  return askServer(
    new Request(path, {
      method,
      headers,
      credentials: 'same-origin',
      cache: 'no-store',
      body: body === undefined || body instanceof Blob ? body : JSON.stringify(body),
      signal,
    }),
  );
}

/** Sends `request` in the reader's language; gives an answer of 2xx. @throws {ApiProblem} for every other, and for none. */
export async function askServer(request: Request): Promise<Response> {
  request.headers.set('accept-language', language);
  let response: Response;
  try {
    response = await fetch(request);
  } catch (error) {
    if (request.signal.aborted) throw error;
    throw new ApiProblem(0, 'network', '');
  }
  if (response.ok) return response;
  const data = parse(await response.text().catch(() => ''));
  const { code, message } = (data ?? {}) as { code?: string; message?: string };
  throw new ApiProblem(response.status, code ?? 'server', message ?? '', data);
}

function parse(text: string): unknown {
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    // A proxy's error page, for example; the status says enough.
    return undefined;
  }
}

/** `a=1&b=2`, encoded. */
export const query = (values: Record<string, string | number>): string =>
  new URLSearchParams(Object.entries(values).map(([name, value]) => [name, String(value)])).toString();

/** Every address of the server that a page uses. */
export const api = {
  signIn: (token: string) => call<void>('/api/session', { method: 'POST', body: { token } }),
  signInByPassword: (login: string, password: string) =>
    call<void>('/api/session', { method: 'POST', body: { login, password } }),
  passwordStanding: (signal?: AbortSignal) => call<{ login: string | null }>('/api/session/password', { signal }),
  setPassword: (body: { login?: string; current?: string; password: string }) =>
    call<void>('/api/session/password', { method: 'PUT', body }),
  session: (signal?: AbortSignal) => call<Session>('/api/session', { signal }),
  signOut: () => call<void>('/api/session/end', { method: 'POST', body: {} }),

  obligations: (scope: OwedScope, state: OwedFilter, signal?: AbortSignal) =>
    call<OwedList>(`/api/obligations?${query({ scope, state })}`, { signal }),
  board: (signal?: AbortSignal) => call<Board>('/api/board', { signal }),
  promise: (obligation: string, body: { promisedOn: string; note: string }) =>
    call<void>(`/api/obligations/${encodeURIComponent(obligation)}/promise`, { method: 'POST', body }),
  acknowledge: (obligation: string) =>
    call<void>(`/api/obligations/${encodeURIComponent(obligation)}/acknowledgement`, { method: 'POST', body: {} }),
  waive: (obligation: string, reason: string) =>
    call<void>(`/api/obligations/${encodeURIComponent(obligation)}/waiver`, { method: 'POST', body: { reason } }),
  ahead: (signal?: AbortSignal) => call<{ lines: AheadLine[] }>('/api/forecast/ahead', { signal }),
  extend: (obligation: string, body: { dueOn: string; reason: string; confirmed?: boolean }) =>
    call<{ dueOn: string }>(`/api/obligations/${encodeURIComponent(obligation)}/extension`, { method: 'POST', body }),

  rollups: (signal?: AbortSignal) => call<Rollup[]>('/api/rollups', { signal }),
  workbookAddress: ({ unit, planYear, milestone }: Pick<Rollup, 'unit' | 'planYear' | 'milestone'>, form: string) =>
    `/api/rollups/${encodeURIComponent(unit)}/workbook?${query({ planYear, milestone, form })}`,

  trainingClock: (signal?: AbortSignal) => call<TrainingClock>('/api/training/clock', { signal }),
  moveClock: (move: { advanceDays: number } | { date: string }) =>
    call<ClockMoved>('/api/training/clock', { method: 'POST', body: move }),

  openChat: (signal?: AbortSignal) =>
    call<{ linked: boolean; name?: string }>('/api/chat/open', { method: 'POST', body: {}, signal }),
  chatLines: (after?: number) =>
    call<{ lines: ChatLine[] }>(`/api/chat/lines${after === undefined ? '' : `?${query({ after })}`}`),
  say: (said: Said, signal?: AbortSignal) =>
    call<{ line: number }>('/api/chat/lines', { method: 'POST', body: said, signal }),
  sendFile: (key: string, name: string, file: Blob, signal?: AbortSignal) =>
    call<{ line: number }>(`/api/chat/files?${query({ key, name })}`, {
      method: 'POST',
      // As it is, whatever the browser takes it for.
      body: new Blob([file], { type: 'application/octet-stream' }),
      signal,
    }),
  chatFileAddress: (line: number) => `/api/chat/files/${line}`,
  chatRead: (line: number) => call<void>('/api/chat/read', { method: 'POST', body: { line } }),
  chatStreamAddress: (after: number) => `/api/chat/stream?${query({ after })}`,
};
