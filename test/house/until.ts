import { setTimeout as sleep } from 'node:timers/promises';

/** A net, not a measure: what is still not so after two minutes will not come. */
const PATIENCE_MS = 120_000;

/** Waits until `holds` gives something true, and gives it; looks every `everyMs`. By the wall, whatever clock a test has set. */
export async function until<T>(holds: () => T | Promise<T>, everyMs = 25): Promise<T> {
  const last = Date.now() + PATIENCE_MS;
  for (;;) {
    const so = await holds();
    if (so) return so;
    if (Date.now() > last) throw new Error('it did not come about within two minutes');
    await sleep(everyMs);
  }
}
