import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync, rmSync, statSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { dataOf } from './initialize.js';
import { holderOf, lockPath, readLock } from './lock-file.js';
import type { Placement } from './placement.js';
import { serverOptions } from './server-options.js';

const ATTEMPTS = 10;
const READY_WITHIN_MS = 60_000;

/**
 * Starts the server and waits until it is ready; gives its port. It has a session of its own, so that Ctrl-C at the
 * terminal reaches us and not it. Tries again where the port was taken in between, or where a server that was killed
 * has not been collected yet and so still holds the lock.
 */
export async function launch(
  at: Placement,
  { durable, connections, log }: { durable: boolean; connections?: number; log: (line: string) => void },
): Promise<number> {
  for (let attempt = 1; ; attempt++) {
    clearStaleLock(at, attempt > ATTEMPTS / 2);
    const port = await freePort();
    const outcome = await startOnce(at, serverOptions(port, durable, connections), port);
    if (outcome.port) return outcome.port;
    if (attempt === ATTEMPTS || !/lock file|in use|bind/.test(outcome.complaint)) throw new Error(outcome.complaint);
    log('PostgreSQL: thử khởi động lại');
    await sleep(500);
  }
}

async function startOnce(at: Placement, options: readonly string[], port: number) {
  const data = dataOf(at);
  const logFile = path.join(at.home, 'server.log');
  const output = openSync(logFile, 'a');
  const logStart = statSync(logFile).size;
  const server = spawn(path.join(at.bin, 'postgres'), ['-D', data, ...options], {
    ...at.account,
    cwd: '/',
    env: {},
    detached: true,
    stdio: ['ignore', output, output],
  });
  closeSync(output);
  const ended = once(server, 'exit').then(() => true);
  // A program that cannot be run at all says so by an event, which `once` turns into a rejection.
  ended.catch(() => {});
  for (const started = performance.now(); performance.now() - started < READY_WITHIN_MS;) {
    if (await Promise.race([ended, sleep(20, false)])) break;
    const lock = readLock(data);
    if (lock?.ready && lock.pid === server.pid) {
      server.unref();
      return { port, complaint: '' };
    }
  }
  server.kill('SIGQUIT');
  return { port: undefined, complaint: readFileSync(logFile, 'utf8').slice(logStart) };
}

/** PostgreSQL trusts any living process under the recorded number; we look closer before it does. */
function clearStaleLock(at: Placement, evenOfZombie: boolean): void {
  const data = dataOf(at);
  const lock = readLock(data);
  if (!lock) return;
  const holder = holderOf(data, lock.pid);
  if (holder === 'none' || (holder === 'zombie' && evenOfZombie)) rmSync(lockPath(data), { force: true });
}

async function freePort(): Promise<number> {
  const probe = net.createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as net.AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}
