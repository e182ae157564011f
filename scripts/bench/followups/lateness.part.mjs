// How late what is due at an instant of its own begins: 200 of them spread over ten seconds.
import { setTimeout as sleep } from 'node:timers/promises';
import { migrate } from '../../../dist/modules/database/index.js';
import { at } from '../../prepare/root.mjs';
import { median, percentile, printTable } from '../kit/figures.mjs';
import { startPart } from '../kit/part.mjs';
import { withDatabase } from '../kit/postgres.mjs';
import { withRedis } from '../kit/redis.mjs';
import { inThrowawayFolder } from '../kit/throwaway.mjs';
import { installQueues, openGraphile, openPgBoss } from './peers.mjs';

const COUNT = 200;
const SPREAD_MS = 10_000;
const LEAD_MS = 1000;

export const title = `lateness of ${COUNT} notices, each due at an instant of its own`;

export async function run({ rounds }) {
  await inThrowawayFolder((folder) =>
    withRedis(folder, (redisUrl) =>
      withDatabase(folder, async ({ url }) => {
        await migrate(url);
        const contestants = [ours('Nhịp, queue on PostgreSQL', url)];
        if (redisUrl) contestants.push(ours('Nhịp, queue on Redis', url, redisUrl));
        const require = installQueues(folder);
        if (require) contestants.push(await bare(openPgBoss, require, url), await bare(openGraphile, require, url));
        const found = new Map(contestants.map(({ name }) => [name, []]));
        for (let round = 0; round < Math.min(rounds, 3); round += 1) {
          for (const { name, lateness } of contestants) {
            const late = (await lateness()).sort((a, b) => a - b);
            found.get(name).push({ p50: percentile(late, 0.5), p99: percentile(late, 0.99), count: late.length });
          }
        }
        for (const { close } of contestants) await close();
        printTable(
          ['', 'p50 (ms)', 'p99 (ms)'],
          [...found].map(([name, all]) => [
            name,
            ...['p50', 'p99'].map((p) => median(all.map((one) => one[p])).toFixed(1)),
          ]),
        );
        console.log('aims: 10/65 ms with Redis, below a second with PostgreSQL');
      }),
    ),
  );
}

function ours(name, databaseUrl, redisUrl) {
  return {
    name,
    async lateness() {
      // Open only while it is measured: it works on the same database as the others of ours.
      const part = await startPart(at('scripts/bench/followups/replica.mjs'), { databaseUrl, redisUrl, limits: {} });
      const dues = new Map(
        await part.ask({ act: 'put', count: COUNT, prefix: 'n', spreadMs: SPREAD_MS, leadMs: LEAD_MS }),
      );
      await part.ask({ act: 'wake' });
      await sleep(LEAD_MS + SPREAD_MS + 2000);
      const sends = await part.ask({ act: 'sends' });
      if (sends.length !== COUNT) throw new Error(`${name}: ${sends.length} of ${COUNT} were sent`);
      await part.ask({ act: 'forget' });
      await part.ask({ act: 'end' });
      await part.end();
      return sends.map(([key, , wall]) => wall - dues.get(key));
    },
    close: () => undefined,
  };
}

async function bare(open, require, databaseUrl) {
  let late = [];
  const queue = await open(require, databaseUrl, (due) => late.push(Date.now() - due));
  return {
    name: queue.name,
    async lateness() {
      late = [];
      const start = Date.now() + LEAD_MS;
      await queue.work();
      await queue.put(Array.from({ length: COUNT }, (_, index) => start + Math.floor((index * SPREAD_MS) / COUNT)));
      for (let waited = 0; late.length < COUNT && waited < 30_000; waited += 50) await sleep(50);
      await queue.rest();
      return late;
    },
    close: queue.close,
  };
}
