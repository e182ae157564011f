import { useCallback } from 'react';
import { call } from '../api/client';
import { useRefresh } from '../api/refresh';
import { useResource } from '../api/use-resource';
import { PageLink } from '../page/router';
import { useDeskTexts } from '../texts/desk';

async function count(signal: AbortSignal): Promise<{ wishes: number; reports: number }> {
  const [{ requests }, { reports }] = await Promise.all([
    call<{ requests: unknown[] }>('/api/extension-requests', { signal }),
    call<{ reports: unknown[] }>('/api/status-reports', { signal }),
  ]);
  return { wishes: requests.length, reports: reports.length };
}

/** On the home page: that wishes for more time or status reports wait for a decision; nothing where none do. */
export function DeskNotice() {
  const texts = useDeskTexts();
  const { turn } = useRefresh();
  // `turn` is not used by the call: a new turn asks anew.
  const load = useCallback((signal: AbortSignal) => count(signal), [turn]);
  const waiting = useResource(load).data;
  if (!waiting || waiting.wishes + waiting.reports === 0) return null;
  return (
    <p className="desk-notice">
      <PageLink to="/cho-y-kien">{texts.notice(waiting.wishes, waiting.reports)}</PageLink>
    </p>
  );
}
