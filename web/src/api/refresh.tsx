import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';

interface Refresh {
  turn: number;
  /** Asks for all data anew; `said` tells the person what was done, also where the row that did it goes away. */
  refresh: (said?: string) => void;
}

const RefreshContext = createContext<Refresh>({ turn: 0, refresh: () => {} });
const SHOWN_MS = 8000;

/** One bell for all data on a page: after the clock moved or something was written, everything is asked for anew. */
export function RefreshProvider({ children }: { children: ReactNode }) {
  const [turn, setTurn] = useState(0);
  const [said, setSaid] = useState('');
  const value = useMemo<Refresh>(
    () => ({
      turn,
      refresh: (text = '') => {
        setTurn((old) => old + 1);
        setSaid(text);
      },
    }),
    [turn],
  );
  useEffect(() => {
    if (!said) return;
    const hide = setTimeout(() => setSaid(''), SHOWN_MS);
    return () => clearTimeout(hide);
  }, [said]);
  return (
    <RefreshContext.Provider value={value}>
      {children}
      <p className="said" role="status">
        {said}
      </p>
    </RefreshContext.Provider>
  );
}

export const useRefresh = () => useContext(RefreshContext);
