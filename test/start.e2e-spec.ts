import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { startEmbeddedPostgres } from '../src/modules/database/embedded/embedded-postgres.js';

jest.setTimeout(90_000);

const root = path.join(import.meta.dirname, '..');
let folder: string;
const running: ChildProcess[] = [];

beforeAll(() => {
  execFileSync(process.execPath, [path.join(root, 'scripts/build.mjs')], { stdio: 'ignore' });
  folder = mkdtempSync(path.join(tmpdir(), 'nhip-start-'));
  chmodSync(folder, 0o755);
}, 180_000);

afterEach(async () => {
  for (const program of running.splice(0)) await end(program, 'SIGTERM');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Started {
  program: ChildProcess;
  stdout: string;
  stderr: string;
  /** Its exit code where it ended, undefined where it stands ready. */
  code?: number | null;
}

/** Starts the product with these settings alone and waits until it is ready, or has ended. */
async function start(
  settings: Record<string, string>,
  script = path.join(root, 'scripts/start.mjs'),
): Promise<Started> {
  const { PATH, HOME } = process.env;
  const program = spawn(process.execPath, [script], {
    env: { PATH, HOME, PORT: '0', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.push(program);
  const started: Started = { program, stdout: '', stderr: '' };
  const ready = new Promise<void>((resolve) => {
    program.stdout.on('data', (chunk: Buffer) => {
      started.stdout += chunk.toString();
      if (started.stdout.trim().split('\n').length >= 3) resolve();
    });
  });
  program.stderr.on('data', (chunk: Buffer) => void (started.stderr += chunk.toString()));
  const closed = once(program, 'close').then(([code]) => void (started.code = code as number | null));
  await Promise.race([ready, closed]);
  return started;
}

async function end(program: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (program.exitCode !== null || program.signalCode !== null) return program.exitCode;
  const gone = once(program, 'exit');
  program.kill(signal);
  return ((await gone) as [number | null])[0];
}

/** What a person reads: one line and no stack. Faults of a profile are listed below it, indented, each in its line. */
function expectOneSentence(ended: Started, about: RegExp): void {
  expect(ended.stdout).toBe('');
  expect(ended.code).toBeGreaterThan(0);
  const lines = ended.stderr
    .trim()
    .split('\n')
    .filter((line) => !line.endsWith('…') && !/^ {2}\S+:\S+: /.test(line));
  expect(lines).toEqual([expect.stringMatching(about)]);
}

const addressOf = (started: Started) => /http:\/\/\S+?(?=[/\s])\/?/.exec(started.stdout)![0];
const ready = async (started: Started) => (await fetch(new URL('/readyz', addressOf(started)))).status;

/** Living processes that work somewhere below `dataDir`: what would be left behind. */
function leftIn(dataDir: string): string[] {
  return readdirSync('/proc').filter((pid) => {
    try {
      return readlinkSync(`/proc/${pid}/cwd`).startsWith(dataDir);
    } catch {
      return false;
    }
  });
}

/** Asks the database of a running or a killed instance. */
async function query(dataDir: string, sql: string): Promise<unknown[]> {
  const { url } = await startEmbeddedPostgres(path.join(dataDir, 'postgres'));
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<Record<string, unknown>>(sql);
  await client.end();
  return rows;
}

describe('npm start', () => {
  it('prints three addresses, refuses a second instance on its data and leaves nothing behind on Ctrl-C', async () => {
    const dataDir = path.join(folder, 'one');
    const first = await start({ DATA_DIR: dataDir });
    expect(first.stderr).not.toMatch(/ {4}at /);
    expect(first.stdout.match(/http:\/\/\S+/g)).toHaveLength(3);
    expect(await ready(first)).toBe(200);

    const second = await start({ DATA_DIR: dataDir });
    expectOneSentence(second, /thư mục dữ liệu/);
    expect(await ready(first)).toBe(200);

    // A terminal's Ctrl-C arrives twice: from the terminal, and passed on by npm.
    first.program.kill('SIGINT');
    expect(await end(first.program, 'SIGINT')).toBe(0);
    expect(leftIn(dataDir)).toEqual([]);
  });

  it('keeps what was acknowledged when it is killed, and starts again beside the database left running', async () => {
    const dataDir = path.join(folder, 'two');
    const killed = await start({ DATA_DIR: dataDir });
    await query(dataDir, 'create table acknowledged (n int); insert into acknowledged values (1)');
    const before = await query(
      dataDir,
      'select (select count(*) from unit) units, (select count(*) from obligation) owed',
    );
    await end(killed.program, 'SIGKILL');

    const again = await start({ DATA_DIR: dataDir });
    expect(await ready(again)).toBe(200);
    expect(await query(dataDir, 'select n from acknowledged')).toEqual([{ n: 1 }]);
    expect(
      await query(dataDir, 'select (select count(*) from unit) units, (select count(*) from obligation) owed'),
    ).toEqual(before);
    expect(await end(again.program, 'SIGTERM')).toBe(0);
    expect(leftIn(dataDir)).toEqual([]);
  });

  it('says that the port is taken, and makes nothing', async () => {
    const dataDir = path.join(folder, 'three');
    const other = net.createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as net.AddressInfo;
    const refused = await start({ DATA_DIR: dataDir, PORT: String(port) });
    other.close();
    expectOneSentence(refused, new RegExp(`Cổng ${port}`));
    expect(existsSync(dataDir)).toBe(false);
  });

  it('says that the port is taken, and stops the database of the data that it had found', async () => {
    const dataDir = path.join(folder, 'seven');
    const { stop } = await startEmbeddedPostgres(path.join(dataDir, 'postgres'));
    await stop();
    const other = net.createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as net.AddressInfo;
    const refused = await start({ DATA_DIR: dataDir, PORT: String(port) });
    other.close();
    expectOneSentence(refused, new RegExp(`Cổng ${port}`));
    expect(leftIn(dataDir)).toEqual([]);
  });

  it.each(['/sys/nhip', '/proc/nhip'])('says that the data folder %s cannot be written', async (dataDir) => {
    // Nobody, not even root, makes folders there.
    const refused = await start({ DATA_DIR: dataDir });
    expectOneSentence(refused, new RegExp(`Không ghi được vào thư mục dữ liệu ${dataDir}`));
  });

  it('names every wrong setting and never shows its value', async () => {
    const refused = await start({ DATA_DIR: path.join(folder, 'four'), PORT: 'secret-port', ROLE: 'secret-role' });
    expectOneSentence(refused, /PORT.*ROLE/);
    expect(refused.stderr).not.toContain('secret');
  });

  it('says which profile it does not know', async () => {
    const dataDir = path.join(folder, 'five');
    expectOneSentence(await start({ DATA_DIR: dataDir, PROFILE: 'no-such-profile' }), /no-such-profile/);
    expect(existsSync(dataDir)).toBe(false);
  });

  it.each([
    ['profile', 'config/profiles/hanoi-directive/profile.yaml', /hanoi-directive/],
    ['message catalogs', 'config/messages/vi/bot.yaml', /config\/messages/],
    ['training', 'config/training/hanoi-directive/cast.yaml', /config\/training\/hanoi-directive\/cast\.yaml/],
  ])('names the file of the %s that is broken', async (_what, file, told) => {
    const copy = path.join(folder, `copy of ${path.basename(file)}`);
    for (const part of ['dist', 'config', 'package.json']) {
      cpSync(path.join(root, part), path.join(copy, part), { recursive: true });
    }
    symlinkSync(path.join(root, 'node_modules'), path.join(copy, 'node_modules'));
    writeFileSync(path.join(copy, file), 'name: [unclosed\n');
    const dataDir = path.join(folder, `data of ${path.basename(file)}`);
    const refused = await start({ DATA_DIR: dataDir }, path.join(copy, 'dist/main.js'));
    expectOneSentence(refused, told);
    expect(refused.stderr).toMatch(new RegExp(`${path.basename(file, '.yaml')}\\.yaml:\\d+: `));
    expect(existsSync(dataDir)).toBe(false);
  });
});
