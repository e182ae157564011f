import { useCallback, useEffect, useState } from 'react';

/** Data of the server on its way to a page. While it is asked for anew, what was there stays (`busy`). */
export interface Resource<T> {
  data?: T;
  problem?: unknown;
  busy: boolean;
  reload: () => void;
}

/**
 * Loads once, and again whenever `load` changes (keep it with `useCallback`) or `reload` is called. An answer to a
 * question that is no longer asked is thrown away.
 */
export function useResource<T>(load: (signal: AbortSignal) => Promise<T>): Resource<T> {
  const [turn, setTurn] = useState(0);
  const [state, setState] = useState<{ data?: T; problem?: unknown; busy: boolean }>({ busy: true });
  useEffect(() => {
    const abort = new AbortController();
    setState((old) => ({ ...old, busy: true }));
    load(abort.signal).then(
      (data) => {
        if (!abort.signal.aborted) setState({ data, busy: false });
      },
      (problem: unknown) => {
        if (!abort.signal.aborted) setState((old) => ({ data: old.data, problem, busy: false }));
      },
    );
    return () => abort.abort();
  }, [load, turn]);
  const reload = useCallback(() => setTurn((old) => old + 1), []);
  return { ...state, reload };
}
