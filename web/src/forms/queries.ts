import { useMutation, useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { typed } from '../api/typed';
import type { Resource } from '../api/use-resource';

/** All forms, the newest version of each. */
export const useForms = () => useAnswer([], (signal) => typed.GET('/api/forms', { signal }));

/** The newest version of one form with the sources behind it. */
export const useForm = (key: string) =>
  useAnswer([key], (signal) => typed.GET('/api/forms/{key}', { params: { path: { key } }, signal }));

export const useVersions = (key: string) =>
  useAnswer([key, 'versions'], (signal) =>
    typed.GET('/api/forms/{key}/versions', { params: { path: { key } }, signal }),
  );

/** What differs between two versions, or between a version and the open draft. */
export const useDifferences = (key: string, from: number, to: number | 'draft') =>
  useAnswer([key, 'diff', from, to], (signal) =>
    typed.GET('/api/forms/{key}/diff', { params: { path: { key }, query: { from, to } }, signal }),
  );

/** Begins a draft, or finds the one that is open. */
export const useBeginDraft = (key: string) =>
  useChange<void>(() => typed.POST('/api/forms/{key}/draft', { params: { path: { key } } }));

/** Retires a form or takes it into use again; the value is the reason. */
export const useRetirement = (key: string, act: 'retire' | 'revive') =>
  useChange<string>((note) => typed.POST(`/api/forms/{key}/${act}`, { params: { path: { key } }, body: { note } }));

export const workbookAddress = (key: string) => `/api/forms/${encodeURIComponent(key)}/workbook`;

function useAnswer<T>(about: unknown[], ask: (signal: AbortSignal) => Promise<{ data?: T }>): Resource<T> {
  return asResource(
    useQuery({ queryKey: ['forms', ...about], queryFn: async ({ signal }) => answered((await ask(signal)).data) }),
  );
}

/** A refusal was thrown already (typed.ts). */
function answered<T>(data: T | undefined): T {
  if (data === undefined) throw new Error('the server answered nothing');
  return data;
}

function asResource<T>({ data, error, isFetching, refetch }: UseQueryResult<T>): Resource<T> {
  return { data, problem: error ?? undefined, busy: isFetching, reload: () => void refetch() };
}

function useChange<V>(change: (value: V) => Promise<unknown>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: change, onSuccess: () => client.invalidateQueries({ queryKey: ['forms'] }) });
}
