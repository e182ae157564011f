import { useMutation, useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { call, query } from '../api/client';
import type { Resource } from '../api/use-resource';
import type { FormLine, FormView, Said, VersionLine } from './types';

const address = (key: string, rest = '') => `/api/forms/${encodeURIComponent(key)}${rest}`;

/** All forms, newest version of each. */
export const useForms = () =>
  useResourceQuery(['forms'], (signal) => call<{ forms: FormLine[] }>('/api/forms', { signal }));

/** The newest version of one form with the sources behind it. */
export const useForm = (key: string) =>
  useResourceQuery(['forms', key], (signal) => call<FormView>(address(key), { signal }));

export const useVersions = (key: string) =>
  useResourceQuery(['forms', key, 'versions'], (signal) =>
    call<{ versions: VersionLine[]; retiredAt: string | null }>(address(key, '/versions'), { signal }),
  );

/** What differs between two versions, or between a version and the open draft. */
export const useDifferences = (key: string, from: number, to: number | 'draft') =>
  useResourceQuery(['forms', key, 'diff', from, to], (signal) =>
    call<{ differences: Said[]; summary: string }>(address(key, `/diff?${query({ from, to })}`), { signal }),
  );

/** Begins a draft, or finds the one that is open. */
export const useBeginDraft = (key: string) =>
  useChange<void>(() => call(address(key, '/draft'), { method: 'POST', body: {} }));

/** Retires a form or takes it into use again; the value is the reason. */
export const useRetirement = (key: string, act: 'retire' | 'revive') =>
  useChange<string>((note) => call(address(key, `/${act}`), { method: 'POST', body: { note } }));

export const workbookAddress = (key: string) => address(key, '/workbook');

function useResourceQuery<T>(queryKey: unknown[], ask: (signal: AbortSignal) => Promise<T>): Resource<T> {
  return asResource(useQuery({ queryKey, queryFn: ({ signal }) => ask(signal) }));
}

function asResource<T>({ data, error, isFetching, refetch }: UseQueryResult<T>): Resource<T> {
  return { data, problem: error ?? undefined, busy: isFetching, reload: () => void refetch() };
}

function useChange<V>(change: (value: V) => Promise<unknown>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: change, onSuccess: () => client.invalidateQueries({ queryKey: ['forms'] }) });
}
