import { setTimeout as sleep } from 'node:timers/promises';

const FIRST_RETRY_MS = 2_000;
const LAST_RETRY_MS = 5 * 60_000;

/** Announces us to a provider, as often as it takes: one that is away must not keep the product from starting. Never rejects. */
export async function announce(
  setUp: () => Promise<unknown>,
  { signal, log }: { signal: AbortSignal; log: (line: string) => void },
): Promise<void> {
  for (let wait = FIRST_RETRY_MS; !signal.aborted; wait = Math.min(wait * 2, LAST_RETRY_MS)) {
    try {
      await setUp();
      return;
    } catch (error) {
      log(`set-up failed, trying again in ${wait / 1000} s: ${String(error)}`);
      await sleep(wait, undefined, { signal }).catch(() => undefined);
    }
  }
}
