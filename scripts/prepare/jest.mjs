import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { findNode24 } from './node24.mjs';
import { at, root } from './root.mjs';

/** More than so many failing files are no chance: they are not looked at again. */
const MOST_LOOKED_AT_AGAIN = 5;

/** Runs Jest with `args`. Gives its exit code and the paths of the files that failed. */
export async function runJest(args) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'nhip-failed-'));
  const list = path.join(folder, 'files.json');
  try {
    const jest = spawn(
      findNode24(),
      [
        ...['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'],
        ...[at('node_modules/jest/bin/jest.js'), '--config', at('jest.config.js')],
        ...args,
      ],
      { cwd: root, stdio: 'inherit', env: { ...process.env, NHIP_FAILED_FILES: list } },
    );
    // The terminal tells Jest as well; we only wait for it, so that nothing of it outlives this command.
    const pass = (signal) => jest.kill(signal);
    for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, pass);
    const { code, stopped } = await new Promise((resolve, reject) => {
      jest.on('error', reject);
      jest.on('exit', (code, signal) => resolve({ code: code ?? 1, stopped: signal !== null }));
    });
    for (const signal of ['SIGINT', 'SIGTERM']) process.off(signal, pass);
    return { code, failed: stopped ? [] : read(list) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * The exit code of a whole run. Files that failed while two ran side by side are run once more, one after the other: what
 * fails there too fails the run, what passes is named, so that a test that leans on its neighbours or on a quick machine
 * is seen and mended, and does not hold up a change that has nothing to do with it.
 */
export async function runAlone({ code, failed }) {
  if (code === 0 || failed.length === 0 || failed.length > MOST_LOOKED_AT_AGAIN) return code;
  const names = failed.map((file) => path.relative(root, file));
  console.log(`\nOnce more, one after the other:\n  ${names.join('\n  ')}\n`);
  const again = await runJest(['--runInBand', '--runTestsByPath', ...failed]);
  if (again.code !== 0) return again.code;
  console.log(`\nFailed beside others and passed alone, to be mended:\n  ${names.join('\n  ')}`);
  return 0;
}

function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return [];
  }
}
