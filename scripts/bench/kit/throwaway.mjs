import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** Runs `work` with a new folder that other accounts may enter (the database server may run as another), then removes it. */
export async function inThrowawayFolder(work) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'nhip-bench-'));
  chmodSync(folder, 0o755);
  const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  process.once('exit', remove);
  try {
    return await work(folder);
  } finally {
    remove();
    process.off('exit', remove);
  }
}

/** The environment as a person's terminal has it: without what `npm run` adds for its own script. */
export function plainEnvironment(more = {}) {
  const kept = Object.entries(process.env).filter(([name]) => !/^(npm_|INIT_CWD$|NODE_OPTIONS$)/i.test(name));
  const { PATH = '', ...rest } = Object.fromEntries(kept);
  const places = PATH.split(path.delimiter).filter((place) => !place.includes('node_modules'));
  return { ...rest, PATH: places.join(path.delimiter), ...more };
}
