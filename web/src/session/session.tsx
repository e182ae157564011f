import { createContext, type ReactNode, useContext, useEffect } from 'react';
import { api, ApiProblem } from '../api/client';
import type { Role, Session } from '../api/types';
import { type Resource, useResource } from '../api/use-resource';
import { useLanguage } from '../texts/texts';

const Current = createContext<Resource<Session | null> | undefined>(undefined);

/** Who is signed in; `null` for nobody. Any other trouble is a problem of the resource. */
async function whoAmI(signal: AbortSignal): Promise<Session | null> {
  try {
    return await api.session(signal);
  } catch (error) {
    if (error instanceof ApiProblem && error.status === 401) return null;
    throw error;
  }
}

export function SessionProvider({ children }: { children: ReactNode }) {
  const session = useResource(whoAmI);
  const { suggest } = useLanguage();
  const own = session.data?.person.locale;
  useEffect(() => {
    if (own) suggest(own);
  }, [own, suggest]);
  return <Current.Provider value={session}>{children}</Current.Provider>;
}

export function useSession(): Resource<Session | null> {
  const session = useContext(Current);
  if (!session) throw new Error('useSession stands outside SessionProvider');
  return session;
}

/** Does the person have one of `roles` in any unit? The server decides again on every call. */
export const hasRole = (session: Session, ...roles: Role[]): boolean =>
  session.roles.some(({ role }) => roles.includes(role));
