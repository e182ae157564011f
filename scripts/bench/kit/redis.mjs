import { spawn } from 'node:child_process';
import net from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** Runs `work` with the Redis of TEST_REDIS_URL or REDIS_URL, else with a `redis-server` of this machine; without one, with undefined. */
export async function withRedis(folder, work) {
  const named = process.env.TEST_REDIS_URL || process.env.REDIS_URL;
  if (named) return work(named);
  const port = 20_000 + (process.pid % 20_000);
  const args = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', folder];
  const server = spawn('redis-server', args, { stdio: 'ignore' });
  const missing = new Promise((resolve) => server.once('error', () => resolve(true)));
  const up = async () => {
    for (let tries = 0; tries < 100 && !(await answers(port)); tries += 1) await sleep(50);
    return false;
  };
  if (await Promise.race([missing, up()])) {
    console.log('No Redis here: its figures are missing (TEST_REDIS_URL names one).');
    return work(undefined);
  }
  try {
    return await work(`redis://127.0.0.1:${port}`);
  } finally {
    server.kill();
  }
}

function answers(port) {
  return new Promise((resolve) => {
    const socket = net.connect({ port, host: '127.0.0.1' });
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('close', () => socket.destroy());
  });
}
