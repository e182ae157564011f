import { GrammyError, type RawApi } from 'grammy';
import { setTimeout as sleep } from 'node:timers/promises';
import { ALLOWED_UPDATES } from './decode-update.js';

/** How long Telegram holds a poll open while nothing happens, in seconds; at most 50. */
const HOLD = 25;
const SLOWEST_RETRY_MS = 30_000;

export interface Poll {
  /** Keeps the updates for good; they are asked for again when this fails. */
  onUpdates: (updates: unknown[]) => Promise<void>;
  signal: AbortSignal;
  log: (line: string) => void;
  /** First wait after a failure, doubled up to half a minute. */
  retryMs?: number;
}

/**
 * Asks for updates until `signal` aborts; resolves then, and never rejects. Telegram forgets an update when a later one
 * is asked for, so that is done only after `onUpdates` has resolved: a crash brings updates twice, never not at all.
 */
export async function poll(api: RawApi, { onUpdates, signal, log, retryMs = 1000 }: Poll): Promise<void> {
  let offset: number | undefined;
  let failures = 0;
  while (!signal.aborted) {
    try {
      const patience = AbortSignal.any([signal, AbortSignal.timeout((HOLD + 15) * 1000)]);
      const wanted = { offset, limit: 100, timeout: HOLD, allowed_updates: ALLOWED_UPDATES };
      // grammY's types know an AbortSignal of their own.
      const updates = await api.getUpdates(wanted, patience as Parameters<RawApi['getUpdates']>[1]);
      const last = updates.at(-1);
      if (last) {
        await onUpdates(updates);
        offset = last.update_id + 1;
      }
      failures = 0;
    } catch (error) {
      if (signal.aborted) return;
      const asked = error instanceof GrammyError ? (error.parameters.retry_after ?? 0) * 1000 : 0;
      const wait = Math.max(asked, Math.min(retryMs * 2 ** failures, SLOWEST_RETRY_MS));
      failures = Math.min(failures + 1, 10);
      log(`Telegram: polling failed, again in ${wait / 1000} s: ${(error as Error).message}`);
      await sleep(wait, undefined, { signal }).catch(() => undefined);
    }
  }
}
