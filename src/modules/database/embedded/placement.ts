import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { type Account, accountFor, canReach } from './account.js';
import type { Binaries } from './binaries.js';

/** Where things lie that the project's own folder cannot hold: only root needs it, and root can write here. */
const SYSTEM_FOLDER = '/var/lib/nhip';

/** Where one embedded server has its programs, its files, and whom it runs as. */
export interface Placement {
  bin: string;
  /** The folder that PostgreSQL owns: `data/`, `password`, `server.log`. */
  home: string;
  account: Account | undefined;
}

/**
 * Chooses places that the server's account can reach. For an ordinary user that is `dir` itself; root may have the
 * project under a folder closed to everybody else, then programs and data lie under /var/lib and `dir` says where.
 */
export function place(binaries: Binaries, dir: string): Placement {
  makeFolder(path.resolve(dir), process.getuid?.() === 0 ? 0o755 : 0o700);
  const account = accountFor(path.join(homeOf(dir) ?? dir, 'data'));
  if (!account) return { bin: path.join(binaries.root, 'bin'), home: homeOf(dir) ?? dir, account };

  const home = homeOf(dir) ?? (canReach(path.dirname(path.resolve(dir)), account) ? dir : newHome(dir));
  mkdirSync(home, { recursive: true });
  chmodSync(home, 0o700);
  chownSync(home, account.uid, account.gid);
  const root = canReach(path.join(binaries.root, 'bin/postgres'), account)
    ? binaries.root
    : copyBeside(home, binaries, account);
  return { bin: path.join(root, 'bin'), home, account };
}

/** Folder by folder: the recursive call of Node 24 never returns below /proc, where nothing can be made. */
function makeFolder(dir: string, mode: number): void {
  if (existsSync(dir)) return;
  makeFolder(path.dirname(dir), mode);
  mkdirSync(dir, { mode });
}

/** A moved project still finds its data: the place is read from the pointer, not computed again. */
function homeOf(dir: string): string | undefined {
  const pointer = path.join(dir, 'location');
  return existsSync(pointer) ? readFileSync(pointer, 'utf8').trim() : undefined;
}

function newHome(dir: string): string {
  const home = path.join(SYSTEM_FOLDER, `data-${hash(path.resolve(dir))}`);
  mkdirSync(SYSTEM_FOLDER, { recursive: true });
  chmodSync(SYSTEM_FOLDER, 0o755);
  writeFileSync(path.join(dir, 'location'), home + '\n');
  return home;
}

function copyBeside(home: string, binaries: Binaries, account: Account): string {
  const copy = path.join(path.dirname(home), `postgresql-${binaries.version}`);
  if (existsSync(copy)) return copy;
  // Under another name until complete: an interrupted copy must not be taken for a whole one.
  const unfinished = `${copy}.${process.pid}`;
  cpSync(binaries.root, unfinished, { recursive: true, verbatimSymlinks: true });
  // Installed under a strict umask, the files are closed to others as well, not only the folders above them.
  execFileSync('chown', ['-R', `${account.uid}:${account.gid}`, unfinished]);
  try {
    renameSync(unfinished, copy);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    if (!existsSync(copy)) throw error;
  }
  return copy;
}

const hash = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 12);
