// 10,000 notices that are due at once: rung for through the queue, claimed, sent to a provider that accepts at once, settled, a
// ledger row each. Beside them the bare jobs of two queues on the same PostgreSQL.
import { setTimeout as sleep } from 'node:timers/promises';
import { migrate } from '../../../dist/modules/database/index.js';
import { at } from '../../prepare/root.mjs';
import { median, printTable } from '../kit/figures.mjs';
import { startPart } from '../kit/part.mjs';
import { withDatabase } from '../kit/postgres.mjs';
import { withRedis } from '../kit/redis.mjs';
import { inThrowawayFolder } from '../kit/throwaway.mjs';
import { installQueues, openGraphile, openPgBoss } from './peers.mjs';

const COUNT = 10_000;
const AIM_MS = 500;

export const title = `${COUNT} notices due at once, drained through the queue with a ledger row each`;

export async function run({ rounds }) {
  await inThrowawayFolder((folder) =>
    withRedis(folder, (redisUrl) =>
      withDatabase(folder, async ({ url, about }) => {
        console.log(`PostgreSQL ${about}`);
        await migrate(url);
        const contestants = [ours('Nhịp, queue on PostgreSQL', url)];
        if (redisUrl) contestants.push(ours('Nhịp, queue on Redis', url, redisUrl));
        const require = installQueues(folder);
        if (require) contestants.push(await bare(openPgBoss, require, url), await bare(openGraphile, require, url));
        const found = new Map(contestants.map(({ name }) => [name, []]));
        for (let round = 0; round < rounds; round += 1) {
          for (const { name, drain } of contestants) found.get(name).push(await drain());
        }
        for (const { close } of contestants) await close();
        const own = Math.min(...[...found].filter(([name]) => name.startsWith('Nhịp')).map(([, all]) => median(all)));
        printTable(
          ['', 'median (ms)', 'best', 'notices/s', 'beside ours'],
          [...found].map(([name, all]) => {
            const ms = median(all);
            return [name, ms, Math.min(...all), COUNT / (ms / 1000), ms / own].map((cell, index) =>
              index === 0 ? cell : index === 4 ? `${cell.toFixed(2)}×` : cell.toFixed(0),
            );
          }),
        );
        console.log(`aim: at most ${AIM_MS} ms ${own <= AIM_MS ? 'reached' : 'NOT reached'}`);
      }),
    ),
  );
}

function ours(name, databaseUrl, redisUrl) {
  return {
    name,
    async drain() {
      let ms;
      // Open only while it is measured: it works on the same database as the others of ours.
      const part = await startPart(at('scripts/bench/followups/replica.mjs'), { databaseUrl, redisUrl, limits: {} });
      // Once before, so that it is as warm as the others are from the second round on.
      for (const prefix of ['warm', 'n']) {
        await part.ask({ act: 'put', count: COUNT, prefix });
        ms = await part.ask({ act: 'drain', count: COUNT });
        await part.ask({ act: 'forget' });
      }
      await part.ask({ act: 'end' });
      await part.end();
      return ms;
    },
    close: () => undefined,
  };
}

/** The jobs are there before the worker begins, as ours are before the ring. */
async function bare(open, require, databaseUrl) {
  let done = 0;
  const queue = await open(require, databaseUrl, () => (done += 1));
  return {
    name: queue.name,
    async drain() {
      done = 0;
      await queue.put(Array.from({ length: COUNT }, () => Date.now()));
      const began = performance.now();
      await queue.work();
      while (done < COUNT) await sleep(2);
      const ms = performance.now() - began;
      await queue.rest();
      return ms;
    },
    close: queue.close,
  };
}
