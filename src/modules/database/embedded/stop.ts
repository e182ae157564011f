import { setTimeout as sleep } from 'node:timers/promises';
import { holderOf, readLock } from './lock-file.js';

/**
 * Ends the server on `data` and waits until it is gone: politely, after ten seconds at once, and at last by force, so
 * this never hangs. Whatever was acknowledged survives each of them.
 */
export async function stop(data: string): Promise<void> {
  const pid = readLock(data)?.pid ?? 0;
  for (const [signal, patience] of [
    ['SIGINT', 10_000],
    ['SIGQUIT', 5_000],
    ['SIGKILL', 2_000],
  ] as const) {
    if (holderOf(data, pid) !== 'server') return;
    try {
      process.kill(pid, signal);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ESRCH') return;
      throw error;
    }
    for (let waited = 0; waited < patience; waited += 20) {
      if (holderOf(data, pid) !== 'server') return;
      await sleep(20);
    }
  }
}
