// `npm run bench -- submit`: a submission of thirty fields over HTTP: authorised by the session's cookie, validated by the
// form, kept as a revision, durable. Beside it the same body written as one row by a bare Nest on Fastify, with a commit
// each and with group commit. 32 connections; all three are up all the time and take turns.
import { parseArgs } from 'node:util';
import pg from 'pg';
import { at } from '../prepare/root.mjs';
import { median, percentile, printCircumstances, printTable } from './kit/figures.mjs';
import { startPart } from './kit/part.mjs';
import { withDatabase } from './kit/postgres.mjs';
import { inThrowawayFolder } from './kit/throwaway.mjs';

const CONNECTIONS = 32;
const PEOPLE = 512;
const OURS = 'Nhịp, 30 fields';
const ROW = 'Nest + Fastify, one row';
const GROUP = 'the same, group commit';

export async function run(args) {
  const { values } = parseArgs({
    args,
    options: {
      rounds: { type: 'string', default: '3' },
      seconds: { type: 'string', default: '6' },
      /** Folder for a CPU profile of our server. */
      profile: { type: 'string' },
    },
  });
  const [rounds, seconds] = [Number(values.rounds), Number(values.seconds)];
  await inThrowawayFolder((folder) =>
    withDatabase(folder, async ({ url, about }) => {
      printCircumstances(['@nestjs/core', 'fastify', '@mikro-orm/core', 'pg', 'ajv'], { PostgreSQL: about });
      const parts = await startAll(url, values.profile);
      const measured = await takeTurns(parts, rounds, seconds);
      print(measured, rounds);
      await mustBeKept(url, parts.accepted);
      for (const part of [...parts.servers.values(), parts.load]) await part.end();
    }),
  );
}

async function startAll(databaseUrl, profile) {
  const part = (name, given) => startPart(at('scripts/bench/submit', name), { databaseUrl, ...given });
  const profiled = profile ? ['--cpu-prof', `--cpu-prof-dir=${profile}`] : [];
  const ours = await part('ours.mjs', { people: PEOPLE, execArgv: profiled });
  const { targets } = ours.ready;
  const plain = targets.map(({ bodies }, number) => ({ path: `/answers/${number}`, bodies }));
  const [row, group] = [await part('limit.mjs', { group: false }), await part('limit.mjs', { group: true })];
  return {
    load: await part('load.mjs', {}),
    servers: new Map([
      [OURS, Object.assign(ours, { targets })],
      [ROW, Object.assign(row, { targets: plain })],
      [GROUP, Object.assign(group, { targets: plain })],
    ]),
    accepted: 0,
  };
}

/** Each round measures every server once, after a warm-up of its own. */
async function takeTurns(parts, rounds, seconds) {
  const measured = new Map([...parts.servers.keys()].map((name) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, server] of parts.servers) {
      const drive = async (forSeconds) => {
        const { port, method } = server.ready;
        const job = { port, method, targets: server.targets, connections: CONNECTIONS, seconds: forSeconds };
        const result = await parts.load.ask(job);
        const wrong = Object.keys(result.statuses).filter((status) => status !== '200');
        if (wrong.length > 0) throw new Error(`${name} answered ${JSON.stringify(result.statuses)}`);
        if (name === OURS) parts.accepted += result.latencies.length;
        return result;
      };
      await drive(round === 0 ? 3 : 1);
      const before = await server.ask('cpu');
      const result = await drive(seconds);
      const cpu = (await server.ask('cpu')) - before;
      const count = result.latencies.length;
      measured.get(name).push({
        rate: count / result.seconds,
        p50: percentile(result.latencies, 0.5),
        p99: percentile(result.latencies, 0.99),
        cpu: cpu / count,
      });
    }
  }
  return measured;
}

function print(measured, rounds) {
  const middle = (name) => {
    const all = measured.get(name);
    return Object.fromEntries(Object.keys(all[0]).map((key) => [key, median(all.map((one) => one[key]))]));
  };
  console.log(`\n${CONNECTIONS} connections, medians of ${rounds} interleaved rounds:`);
  const names = [...measured.keys()];
  printTable(
    ['', 'requests/s', 'p50 (ms)', 'p99 (ms)', 'CPU of the server (ms)'],
    names.map((name) => {
      const { rate, p50, p99, cpu } = middle(name);
      return [name, rate.toFixed(0), p50.toFixed(1), p99.toFixed(1), cpu.toFixed(2)];
    }),
  );
  const ours = middle(OURS);
  const [ofRow, ofGroup] = [ROW, GROUP].map((name) => ours.rate / middle(name).rate);
  console.log(`ratio: ${ofRow.toFixed(2)}× one row, ${ofGroup.toFixed(2)}× group commit`);
  const verdict = (reached) => (reached ? 'reached' : 'NOT reached');
  console.log(
    `aims: 0.4× group commit ${verdict(ofGroup >= 0.4)}, p99 at most 55 ms ${verdict(ours.p99 <= 55)}, ` +
      `at most 0.6 ms CPU ${verdict(ours.cpu <= 0.6)}`,
  );
}

/** What was acknowledged is there, each with its revision: a fast server that loses answers is no server. */
async function mustBeKept(url, accepted) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query(
    `select (select count(*)::int from report_revision) as revisions, (select sum(revision)::int from report) as counted`,
  );
  await client.end();
  const [{ revisions, counted }] = rows;
  if (revisions !== accepted || counted !== accepted) {
    throw new Error(`${accepted} answers were acknowledged, ${revisions} revisions and ${counted} changes are kept`);
  }
  console.log(`kept: ${accepted} of ${accepted} acknowledged changes, each with its revision`);
}
