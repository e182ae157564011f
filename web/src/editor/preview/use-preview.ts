import { useEffect, useState } from 'react';
import { call } from '../../api/client';
import type { FormDefinition, SheetLayout } from '../model/forms';

/** The three faces of a form as the server draws them. */
export interface Preview {
  schema: { properties?: Record<string, unknown>; required?: string[]; [word: string]: unknown };
  uiSchema: Record<string, unknown>;
  chat: { text: string; buttons: string[][] }[];
  /** Whether the bot asks this form at all. */
  asked: boolean;
  sheet: SheetLayout;
}

/** What is typed in quick succession is asked for once. */
const QUIET_MS = 250;

/**
 * How the form looks to others as it stands now. While a newer preview is on its way the last one stays; a definition that
 * cannot be drawn keeps the last one too, with the reason.
 */
export function usePreview(definition: FormDefinition, unitKind: string): { preview?: Preview; problem?: unknown } {
  const [state, setState] = useState<{ preview?: Preview; problem?: unknown }>({});
  useEffect(() => {
    const abort = new AbortController();
    const ask = setTimeout(() => {
      const body = unitKind === '' ? { definition } : { definition, unitKind };
      call<Preview>('/api/forms/preview', { method: 'POST', body, signal: abort.signal }).then(
        (preview) => setState({ preview }),
        (problem: unknown) => {
          if (!abort.signal.aborted) setState(({ preview }) => ({ preview, problem }));
        },
      );
    }, QUIET_MS);
    return () => {
      clearTimeout(ask);
      abort.abort();
    };
  }, [definition, unitKind]);
  return state;
}
