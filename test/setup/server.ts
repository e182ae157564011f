import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startEmbeddedPostgres } from '../../src/modules/database/embedded/embedded-postgres.js';

/**
 * Address of the PostgreSQL of this test run, as its administrator. The first suite that asks starts the embedded one;
 * the others, in this worker or another, wait for it. A run of pure tests starts none.
 */
export async function adminUrl(): Promise<string> {
  if (process.env.NHIP_TEST_ADMIN_URL) return process.env.NHIP_TEST_ADMIN_URL;
  const folder = process.env.NHIP_TEST_FOLDER!;
  const answer = path.join(folder, 'url');
  if (isFirst(path.join(folder, 'starting'))) {
    const url = await startEmbeddedPostgres(path.join(folder, 'postgres'), { durable: false }).then(
      (server) => server.url,
      (error: unknown) => `failed: ${String(error)}`,
    );
    writeFileSync(`${answer}.new`, url);
    renameSync(`${answer}.new`, answer);
  }
  for (let waited = 0; !existsSync(answer); waited += 25) {
    if (waited > 60_000) throw new Error('the PostgreSQL of this test run did not start within a minute');
    await sleep(25);
  }
  const url = readFileSync(answer, 'utf8');
  if (!url.startsWith('postgres')) throw new Error(url);
  return url;
}

function isFirst(marker: string): boolean {
  try {
    mkdirSync(marker);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}
