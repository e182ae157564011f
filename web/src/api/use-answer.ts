import { keepPreviousData, useMutation, useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import type { Resource } from './use-resource';

/** What the server answers to a question of `typed`, kept under its key; the first word names the area of the pages. */
export function useAnswer<T>(
  key: readonly unknown[],
  ask: (signal: AbortSignal) => Promise<{ data?: T }>,
  given: { keep?: boolean } = {},
): Resource<T> {
  return asResource(
    useQuery<T>({
      queryKey: key,
      queryFn: async ({ signal }) => answered((await ask(signal)).data),
      // A list that is narrowed letter by letter stays on the page until the next one is there.
      placeholderData: given.keep ? keepPreviousData : undefined,
    }),
  );
}

/** A change; afterwards everything of its area is asked for anew. */
export function useChange<V, R = unknown>(area: string, change: (value: V) => Promise<R>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: change, onSuccess: () => client.invalidateQueries({ queryKey: [area] }) });
}

/** A refusal was thrown already (typed.ts). */
export function answered<T>(data: T | undefined): T {
  if (data === undefined) throw new Error('the server answered nothing');
  return data;
}

function asResource<T>({ data, error, isFetching, refetch }: UseQueryResult<T>): Resource<T> {
  return { data, problem: error ?? undefined, busy: isFetching, reload: () => void refetch() };
}
