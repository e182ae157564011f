import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useSyncExternalStore,
} from 'react';
import type { Desk } from './desk';
import type { DraftState, DraftStore } from './draft-store';
import { SteadyView } from './steady-view';

interface OpenDraft {
  store: DraftStore;
  desk: Desk;
  formKey: string;
}

const OpenDraft = createContext<(OpenDraft & { view: SteadyView }) | undefined>(undefined);

/** The draft that everything below works on; tries again what waits as soon as the network is back. */
export function DraftProvider({ store, desk, formKey, children }: OpenDraft & { children: ReactNode }) {
  useEffect(() => {
    window.addEventListener('online', store.retry);
    return () => window.removeEventListener('online', store.retry);
  }, [store]);
  const open = useMemo(() => ({ store, desk, formKey, view: new SteadyView(store) }), [store, desk, formKey]);
  return <OpenDraft.Provider value={open}>{children}</OpenDraft.Provider>;
}

export function useOpenDraft(): OpenDraft & { view: SteadyView } {
  const open = useContext(OpenDraft);
  if (!open) throw new Error('useOpenDraft stands outside DraftProvider');
  return open;
}

/** One part of the draft's state; draws again only when that part is another one. */
export function useDraft<T>(part: (state: DraftState) => T): T {
  const { view } = useOpenDraft();
  return useSyncExternalStore(
    view.subscribe,
    useCallback(() => part(view.state), [view, part]),
  );
}

/** The form as it stands on this page. */
export const useDefinition = () => useDraft(definitionOf);
const definitionOf = (state: DraftState) => state.definition;
