// Outlives a test run, even one that is killed, by the moment that it takes to remove what the run has made. It knows
// the end of the run by the end of its standard input.
import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';

const { NHIP_TEST_FOLDER: folder, NHIP_TEST_RUN: run, TEST_DATABASE_URL: server } = process.env;

process.stdin.resume();
await once(process.stdin, 'end');
if (server) await dropDatabases();
else await stopEmbedded();
rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });

async function stopEmbedded() {
  const data = path.join(folder, 'postgres/data');
  if (!existsSync(path.join(folder, 'starting'))) return;
  // Interrupted in the middle of its start, the server is given a moment to come up: only then can it be stopped.
  for (let i = 0; i < 20 && !existsSync(path.join(data, 'postmaster.pid')); i++) await sleep(100);
  if (!existsSync(data)) return;
  await import('./run-typescript.mjs');
  const { stop } = await import('../../src/modules/database/embedded/stop.ts');
  await stop(data);
}

async function dropDatabases() {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  const { rows } = await client.query('select datname from pg_database where starts_with(datname, $1)', [run]);
  for (const { datname } of rows) await client.query(`drop database if exists "${datname}" with (force)`);
  await client.end();
}
