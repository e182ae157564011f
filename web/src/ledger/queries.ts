import type { paths } from '../api/schema';
import { call } from '../api/client';
import { typed } from '../api/typed';
import { useAnswer } from '../api/use-answer';

type Query = NonNullable<paths['/api/outbox/ledger']['get']['parameters']['query']>;
/** What of the ledger is shown; `before` is the number that the page before gave. */
export type LedgerFilter = Pick<Query, 'state' | 'kind' | 'day' | 'unit' | 'before'>;
export type LedgerEntry =
  paths['/api/outbox/ledger']['get']['responses']['200']['content']['application/json']['entries'][number];

type PassedOverQuery = NonNullable<paths['/api/outbox/ledger/passed-over']['get']['parameters']['query']>;
/** Which notices without a message are shown. */
export type PassedOverFilter = Pick<PassedOverQuery, 'state' | 'day' | 'unit' | 'before'>;

/** What the watchdog found, as the server gives it. */
export interface Alarm {
  cause: string;
  count: number;
  examples: string[];
  since: string;
}

const AREA = 'ledger';
export const useLedger = (query: LedgerFilter) =>
  useAnswer([AREA, 'page', query], (signal) => typed.GET('/api/outbox/ledger', { signal, params: { query } }), {
    keep: true,
  });
export const usePassedOver = (query: PassedOverFilter) =>
  useAnswer(
    [AREA, 'passed-over', query],
    (signal) => typed.GET('/api/outbox/ledger/passed-over', { signal, params: { query } }),
    { keep: true },
  );
export const useBacklog = () => useAnswer([AREA, 'backlog'], (signal) => typed.GET('/api/outbox/backlog', { signal }));
export const useAlarms = () =>
  useAnswer([AREA, 'alarms'], async (signal) => ({ data: await call<Alarm[]>('/api/alarms', { signal }) }));
