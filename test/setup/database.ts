import { Redis } from 'ioredis';
import { Client } from 'pg';
import { migrate } from '../../src/modules/database/migrate.js';
import { adminUrl } from './server.js';

/** A database of a suite's own. */
export interface TestDatabase {
  /** postgres://… of a database with the newest schema and no rows. */
  url: string;
  /** Removes it, connected or not. What is forgotten goes at the end of the run. */
  drop(): Promise<void>;
}

let counter = 0;

/** Makes a database with the newest schema for one suite: a copy of a template that is migrated once per run. */
export async function freshDatabase(): Promise<TestDatabase> {
  const run = process.env.NHIP_TEST_RUN!;
  const name = `${run}_${process.env.JEST_WORKER_ID ?? 0}_${process.pid}_${Date.now().toString(36)}_${++counter}`;
  await asAdmin(async (admin) => {
    await admin.query('select pg_advisory_lock(hashtext($1))', [run]);
    const template = `${run}_template`;
    const { rowCount } = await admin.query('select from pg_database where datname = $1', [template]);
    if (!rowCount) await makeTemplate(admin, template);
    await admin.query(`create database "${name}" template "${template}"`);
  });
  return {
    url: await urlOf(name),
    drop: () => asAdmin(async (admin) => void (await admin.query(`drop database if exists "${name}" with (force)`))),
  };
}

/** Address of the Redis of this run, a database of it for this worker alone, emptied; undefined where none is named. */
export async function freshRedis(): Promise<string | undefined> {
  const { NHIP_TEST_REDIS_URL, JEST_WORKER_ID } = process.env;
  if (!NHIP_TEST_REDIS_URL) return undefined;
  const url = new URL(NHIP_TEST_REDIS_URL);
  url.pathname = `/${10 + (Number(JEST_WORKER_ID ?? 1) % 6)}`;
  const redis = new Redis(url.href);
  await redis.flushdb();
  await redis.quit();
  return url.href;
}

async function makeTemplate(admin: Client, template: string): Promise<void> {
  // Under another name until it is whole: a failed migration must not become everybody's template.
  const draft = `${template}_draft`;
  await admin.query(`drop database if exists "${draft}" with (force)`);
  await admin.query(`create database "${draft}"`);
  await migrate(await urlOf(draft));
  await admin.query(`alter database "${draft}" rename to "${template}"`);
}

async function urlOf(database: string): Promise<string> {
  const url = new URL(await adminUrl());
  url.pathname = `/${database}`;
  return url.href;
}

async function asAdmin<T>(work: (admin: Client) => Promise<T>): Promise<T> {
  const admin = new Client({ connectionString: await adminUrl() });
  await admin.connect();
  try {
    return await work(admin);
  } finally {
    await admin.end();
  }
}
