import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Placement } from './placement.js';

const run = promisify(execFile);

export const dataOf = (at: Placement) => path.join(at.home, 'data');
const passwordFile = (at: Placement) => path.join(at.home, 'password');

/** Address of the server on `port`, with its password. */
export const urlOf = (at: Placement, port: number) =>
  `postgres://postgres:${readFileSync(passwordFile(at), 'utf8').trim()}@127.0.0.1:${port}/postgres`;

/** Makes the data folder where there is none. An interrupted attempt leaves nothing that looks like a whole one. */
export async function initialize(at: Placement, durable: boolean): Promise<void> {
  const data = dataOf(at);
  if (existsSync(data)) return;
  const unfinished = path.join(at.home, 'data.new');
  rmSync(unfinished, { recursive: true, force: true });
  writeFileSync(passwordFile(at), randomBytes(18).toString('base64url'), { mode: 0o600 });
  if (at.account) chownSync(passwordFile(at), at.account.uid, at.account.gid);
  await run(
    path.join(at.bin, 'initdb'),
    [
      ...['-D', unfinished, '-U', 'postgres', '--auth=scram-sha-256', `--pwfile=${passwordFile(at)}`],
      // PostgreSQL's own Unicode rules: the same on every system, and no index breaks when the system is updated.
      ...['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
      ...(durable ? [] : ['--no-sync']),
    ],
    { ...at.account, cwd: '/', env: {} },
  );
  renameSync(unfinished, data);
}
