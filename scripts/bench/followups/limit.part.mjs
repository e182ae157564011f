// The limit of a provider, 30 messages a second, kept by two replicas together: the worst second and the rate, by the instants
// at which they send. BENCH_LIMIT_COUNT says how many notices (10,000 take six minutes a backend).
import { setTimeout as sleep } from 'node:timers/promises';
import { migrate } from '../../../dist/modules/database/index.js';
import { at } from '../../prepare/root.mjs';
import { printTable } from '../kit/figures.mjs';
import { startPart } from '../kit/part.mjs';
import { withDatabase } from '../kit/postgres.mjs';
import { withRedis } from '../kit/redis.mjs';
import { inThrowawayFolder } from '../kit/throwaway.mjs';

const COUNT = Number(process.env.BENCH_LIMIT_COUNT ?? 1200);
const PER_SECOND = 30;
const AIM_RATE = 29.7;

export const title = `${COUNT} notices at ${PER_SECOND} a second over two replicas`;

export async function run() {
  await inThrowawayFolder((folder) =>
    withRedis(folder, (redisUrl) =>
      withDatabase(folder, async ({ url }) => {
        await migrate(url);
        const rows = [await measure('limits kept in PostgreSQL', url)];
        if (redisUrl) rows.push(await measure('limits kept in Redis', url, redisUrl));
        printTable(['', 'notices', 'by each replica', 'worst second', 'rate (1/s)'], rows);
        console.log(`aims: at most ${PER_SECOND} in any second, at least ${AIM_RATE} a second`);
      }),
    ),
  );
}

async function measure(name, databaseUrl, redisUrl) {
  const given = { databaseUrl, redisUrl, limits: { perSecond: PER_SECOND, perChatPerSecond: 1, idempotent: false } };
  const replicas = [];
  for (let n = 0; n < 2; n += 1) replicas.push(await startPart(at('scripts/bench/followups/replica.mjs'), given));
  await replicas[0].ask({ act: 'put', count: COUNT, prefix: 'n' });
  const sends = [[], []];
  for (const replica of replicas) await replica.ask({ act: 'wake' });
  const until = performance.now() + (COUNT / PER_SECOND) * 2000 + 30_000;
  while (sends.flat().length < COUNT && performance.now() < until) {
    await sleep(1000);
    for (const [n, replica] of replicas.entries()) sends[n].push(...(await replica.ask({ act: 'sends' })));
  }
  const keys = new Set(sends.flat().map(([key]) => key));
  if (keys.size !== COUNT) throw new Error(`${name}: ${keys.size} of ${COUNT} were sent`);
  await replicas[0].ask({ act: 'forget' });
  for (const replica of replicas) {
    await replica.ask({ act: 'end' });
    await replica.end();
  }
  const times = sends.flat().map(([, monotonic]) => monotonic);
  times.sort((a, b) => a - b);
  const rate = (times.length - 1) / ((times.at(-1) - times[0]) / 1000);
  return [name, COUNT, sends.map((one) => one.length).join(' + '), worstWindow(times, 1000), rate.toFixed(2)];
}

/** The most of the sorted `times` within any window. */
function worstWindow(times, windowMs) {
  let from = 0;
  let worst = 0;
  for (const [index, time] of times.entries()) {
    while (times[from] <= time - windowMs) from += 1;
    worst = Math.max(worst, index - from + 1);
  }
  return worst;
}
