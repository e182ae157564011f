import { createHash } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { root } from './root.mjs';

const lock = path.join(os.tmpdir(), `nhip-prepare-${createHash('sha256').update(root).digest('hex').slice(0, 12)}.pid`);

/** Two commands started at once must not install or build over each other: the later one waits, then looks again. */
export async function oneAtATime(work) {
  while (!take()) await sleep(200);
  const release = () => rmSync(lock, { force: true });
  process.once('exit', release);
  try {
    return await work();
  } finally {
    process.off('exit', release);
    release();
  }
}

function take() {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    // Nowhere to leave a note: then there is nobody to collide with either.
    if (error.code !== 'EEXIST') return true;
  }
  const holder = Number(read(lock));
  if (holder > 0 && isAlive(holder)) return false;
  rmSync(lock, { force: true });
  return false;
}

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
