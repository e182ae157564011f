// Job queues to stand beside: installed into a throwaway folder, never a dependency. Their jobs are bare: nothing is claimed,
// asked or recorded beside the job itself.
import { installPeers } from '../kit/peers.mjs';

const PEERS = { 'pg-boss': '10.4.2', 'graphile-worker': '0.17.3' };
const BATCH = 500;

export const installQueues = (folder) => installPeers(folder, PEERS);

/** @param {(at: number) => void} onJob told when each job runs, with the instant it was due */
export async function openPgBoss(require, databaseUrl, onJob) {
  const PgBoss = require('pg-boss');
  const boss = new PgBoss({ connectionString: databaseUrl, max: 8 });
  boss.on('error', () => undefined);
  await boss.start();
  await boss.createQueue('notices');
  const work = () =>
    boss.work('notices', { batchSize: 10_000, pollingIntervalSeconds: 0.5 }, async (jobs) => {
      for (const job of jobs) onJob(job.data.at);
    });
  return {
    name: `pg-boss ${PEERS['pg-boss']}, bare jobs`,
    async put(dues) {
      await boss.insert(dues.map((at) => ({ name: 'notices', data: { at }, startAfter: new Date(at).toISOString() })));
    },
    work,
    async rest() {
      await boss.offWork('notices');
      await boss.deleteAllJobs?.('notices').catch(() => undefined);
    },
    close: () => boss.stop({ graceful: false, close: true, wait: true }),
  };
}

export async function openGraphile(require, databaseUrl, onJob) {
  const { run, makeWorkerUtils, Logger } = require('graphile-worker');
  const logger = new Logger(() => () => undefined);
  const pgPool = new (require('pg').Pool)({ connectionString: databaseUrl, max: 10 });
  pgPool.on('error', () => undefined);
  const utils = await makeWorkerUtils({ pgPool, logger });
  await utils.migrate();
  let runner;
  return {
    name: `graphile-worker ${PEERS['graphile-worker']}, bare jobs`,
    async put(dues) {
      await utils.withPgClient((client) =>
        client.query(
          `select graphile_worker.add_jobs(array(
             select row('notice', json_build_object('at', at), null, to_timestamp(at / 1000.0), null, null, null, null)::graphile_worker.job_spec
             from unnest($1::float8[]) as at))`,
          [dues],
        ),
      );
    },
    async work() {
      runner = await run({
        pgPool,
        logger,
        noHandleSignals: true,
        concurrency: 24,
        pollInterval: 200,
        preset: { worker: { localQueue: { size: BATCH }, completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
        taskList: { notice: async ({ at }) => onJob(at) },
      });
    },
    async rest() {
      await runner?.stop();
      runner = undefined;
    },
    async close() {
      await runner?.stop().catch(() => undefined);
      await utils.release();
      await pgPool.end();
    },
  };
}
