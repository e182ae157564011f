import { readFileSync, readlinkSync } from 'node:fs';
import path from 'node:path';

/** What PostgreSQL wrote into `postmaster.pid`: who holds the data folder, on which port, and whether it is ready. */
export interface LockFile {
  pid: number;
  port: number;
  ready: boolean;
}

export const lockPath = (data: string) => path.join(data, 'postmaster.pid');

export function readLock(data: string): LockFile | undefined {
  let lines: string[];
  try {
    lines = readFileSync(lockPath(data), 'utf8').split('\n');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  const [pid, , , port, , , , status] = lines;
  return { pid: Number(pid) || 0, port: Number(port) || 0, ready: status?.trim() === 'ready' };
}

/**
 * Is the process named in the lock file really the server of this data folder? After a crash the number may belong to
 * somebody else ("none"), or the dead server waits as a zombie to be collected and still counts for PostgreSQL.
 */
export function holderOf(data: string, pid: number): 'server' | 'zombie' | 'none' {
  if (pid <= 0) return 'none';
  let stat: string;
  try {
    stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  } catch {
    return 'none';
  }
  const [, name, state] = /^\d+ \((.*)\) (\S)/.exec(stat) ?? [];
  if (name !== 'postgres') return 'none';
  if (state === 'Z' || state === 'X') return 'zombie';
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === data ? 'server' : 'none';
  } catch {
    // Not ours to look into (a container without that capability): a PostgreSQL under this number is taken for ours.
    return 'server';
  }
}
