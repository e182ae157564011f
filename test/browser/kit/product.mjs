import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { until } from './checks.mjs';
import { at } from './root.mjs';

/**
 * Starts the built product on an empty data folder and a free port, as a newcomer does.
 * Gives `{ address, links: { admin, supervisor, chat }, stop }`; `stop` also removes the data.
 */
export async function startProduct() {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'nhip-browser-'));
  const { DATABASE_URL: _, REDIS_URL: __, ...environment } = process.env;
  const child = spawn(process.execPath, [at('dist/main.js')], {
    env: { ...environment, DATA_DIR: dataDir, PORT: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [said, complained, ended] = ['', '', false];
  child.stdout.on('data', (text) => (said += text));
  child.stderr.on('data', (text) => (complained += text));
  child.on('exit', () => (ended = true));
  // A test program that dies takes the product with it.
  const killed = () => child.kill('SIGTERM');
  process.once('exit', killed);
  const stop = async () => {
    child.kill('SIGTERM');
    await until(() => ended, 'the product to end', 20_000).catch(() => child.kill('SIGKILL'));
    process.removeListener('exit', killed);
    await rm(dataDir, { recursive: true, force: true });
  };
  try {
    await until(() => ended || (said.match(/http:\S+/g) ?? []).length === 3, 'three links', 120_000);
    if (ended) throw new Error(`the product ended: ${complained}`);
  } catch (error) {
    await stop();
    throw error;
  }
  const [admin, supervisor, chat] = said.match(/http:\S+/g);
  return { address: new URL(chat).origin, links: { admin, supervisor, chat }, stop, complained: () => complained };
}
