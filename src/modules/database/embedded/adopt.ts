import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { dataOf, urlOf } from './initialize.js';
import { holderOf, readLock } from './lock-file.js';
import type { Placement } from './placement.js';

const PATIENCE_MS = 20_000;

/**
 * The port of a server that already runs on this data folder (its owner was killed), or undefined where none does. A
 * server that is just starting or just ending is waited for.
 */
export async function adopt(at: Placement): Promise<number | undefined> {
  const data = dataOf(at);
  for (const started = performance.now(); performance.now() - started < PATIENCE_MS; await sleep(100)) {
    const lock = readLock(data);
    if (!lock || holderOf(data, lock.pid) !== 'server') return undefined;
    if (lock.ready && (await isOurs(urlOf(at, lock.port), data))) return lock.port;
  }
  return undefined;
}

async function isOurs(url: string, data: string): Promise<boolean> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  // The connection may break off while the server goes down: that is an answer, not a crash of ours.
  client.on('error', () => {});
  try {
    await client.connect();
    const { rows } = await client.query<{ data_directory: string }>('show data_directory');
    return rows[0]?.data_directory === data;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}
