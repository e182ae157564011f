import path from 'node:path';
import pg from 'pg';
import { startEmbeddedPostgres } from '../../../dist/modules/database/index.js';

/** As many as a server has by itself: benches and the chaos have several processes at work. */
const CONNECTIONS = 100;

/**
 * Runs `work` with an empty database that is really durable: on the server of TEST_DATABASE_URL or DATABASE_URL where one is
 * named, else on the embedded one in `folder`. Afterwards nothing of it is left.
 * @param {(database: { url: string, about: string }) => Promise<void>} work
 */
export async function withDatabase(folder, work) {
  const named = process.env.TEST_DATABASE_URL || process.env.DATABASE_URL;
  const embedded = named
    ? undefined
    : await startEmbeddedPostgres(path.join(folder, 'postgres'), { connections: CONNECTIONS });
  const admin = new pg.Client({ connectionString: named ?? embedded.url });
  await admin.connect();
  const name = `nhip_bench_${process.pid}`;
  let closing;
  const close = () => (closing ??= closeAll());
  const closeAll = async () => {
    await admin.query(`drop database if exists ${name} with (force)`);
    await admin.end();
    await embedded?.stop();
  };
  // A bench that is broken off leaves no server behind either; a terminal may say so several times.
  const brokenOff = () => void close().finally(() => process.exit(130));
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, brokenOff);
  try {
    await admin.query(`create database ${name}`);
    const url = new URL(named ?? embedded.url);
    url.pathname = `/${name}`;
    const { rows } = await admin.query(
      `select current_setting('server_version') as version, current_setting('fsync') as fsync,
              current_setting('synchronous_commit') as commit`,
    );
    const [{ version, fsync, commit }] = rows;
    if (fsync !== 'on' || commit !== 'on')
      throw new Error('this server does not keep what it acknowledges: fsync is off');
    await work({ url: url.href, about: `${version} (${embedded ? 'embedded' : 'server'}, fsync on)` });
  } finally {
    for (const signal of ['SIGINT', 'SIGTERM']) process.off(signal, brokenOff);
    await close();
  }
}
