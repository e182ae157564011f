import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, readdirSync, readlinkSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { StartupProblem } from '../../shared/index.js';
import { type EmbeddedPostgres, startEmbeddedPostgres } from './embedded-postgres.js';
import { readLock } from './lock-file.js';

let folder: string;
let server: EmbeddedPostgres | undefined;
const dir = () => path.join(folder, 'postgres');
const data = () => path.join(dir(), 'data');

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'nhip-embedded-'));
  chmodSync(folder, 0o755);
});
afterEach(() => server?.stop());
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end().catch(() => {});
  }
}

/** Living processes that work in the data folder. */
function processesOfServer(): string[] {
  return readdirSync('/proc').filter((pid) => {
    try {
      return /^\d+$/.test(pid) && readlinkSync(`/proc/${pid}/cwd`) === data();
    } catch {
      return false;
    }
  });
}

/** Starts the server from a process of its own, so that this process can be killed. */
async function startElsewhere(): Promise<ChildProcess> {
  const setup = path.join(import.meta.dirname, '../../../../test/setup');
  const owner = fork(path.join(setup, 'embedded-owner.mjs'), [dir()], {
    execArgv: ['--import', path.join(setup, 'run-typescript.mjs')],
  });
  const [message] = (await once(owner, 'message')) as [{ url: string }];
  expect(message.url).toContain('@127.0.0.1:');
  return owner;
}

describe('the embedded PostgreSQL', () => {
  it('starts on an empty folder, keeps its secrets to itself and stops without a trace', async () => {
    server = await startEmbeddedPostgres(dir());
    expect(server.how).toBe('started');
    await query(server.url, 'create table kept (n int)');
    expect(await query(server.url, 'show fsync')).toEqual([{ fsync: 'on' }]);
    expect(await query(server.url, "select upper('đề nghị') as up")).toEqual([{ up: 'ĐỀ NGHỊ' }]);
    await expect(query(server.url.replace(/:[^:@]+@/, ':wrong@'), 'select 1')).rejects.toThrow(/password/);
    expect(statSync(path.join(dir(), 'password')).mode & 0o777).toBe(0o600);

    await server.stop();
    await server.stop();
    expect(processesOfServer()).toEqual([]);
    expect(existsSync(path.join(data(), 'postmaster.pid'))).toBe(false);
  });

  it('starts again with its data after being killed itself', async () => {
    server = await startEmbeddedPostgres(dir());
    await query(server.url, 'insert into kept values (1)');
    process.kill(readLock(data())!.pid, 'SIGKILL');

    server = await startEmbeddedPostgres(dir());
    expect(server.how).toBe('started');
    expect(await query(server.url, 'select n from kept')).toEqual([{ n: 1 }]);
  });

  it('is adopted after its owner was killed', async () => {
    const owner = await startElsewhere();
    owner.kill('SIGKILL');
    await once(owner, 'exit');
    const { pid } = readLock(data())!;

    server = await startEmbeddedPostgres(dir());
    expect(server.how).toBe('adopted');
    expect(readLock(data())!.pid).toBe(pid);
    expect(await query(server.url, 'select n from kept')).toEqual([{ n: 1 }]);
    await server.stop();
    expect(processesOfServer()).toEqual([]);
  });

  it('stops while somebody is still connected', async () => {
    server = await startEmbeddedPostgres(dir());
    const client = new Client({ connectionString: server.url });
    client.on('error', () => {});
    await client.connect();
    const started = performance.now();
    await server.stop();
    expect(performance.now() - started).toBeLessThan(9_000);
    expect(processesOfServer()).toEqual([]);
  });

  it('says in one sentence that a folder cannot be written', async () => {
    // Nobody, not even root, makes folders there.
    const refused = await startEmbeddedPostgres('/sys/nhip').catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(StartupProblem);
    expect((refused as Error).message).toMatch(/^Không ghi được vào thư mục dữ liệu \/sys\/nhip, .*DATA_DIR/);
    expect((refused as Error).message).not.toContain('\n');
  });
});
