// `npm run bench -- bot`: a message of an official by Telegram's webhook: kept, understood, its answers in the report, the dialog and the
// reply committed. Beside it frameworks for bots that do nothing with what they hear. 32 chats at a time; all are up all the time and take
// turns. Afterwards a thousand connections are broken off, and the rate is taken once more.
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { at } from '../prepare/root.mjs';
import { breakOff } from './kit/break-off.mjs';
import { connectionsOf } from './kit/connections.mjs';
import { median, percentile, printCircumstances, printTable } from './kit/figures.mjs';
import { startPart } from './kit/part.mjs';
import { installPeers } from './kit/peers.mjs';
import { withDatabase } from './kit/postgres.mjs';
import { inThrowawayFolder } from './kit/throwaway.mjs';

const CHATS_AT_ONCE = 32;
const PEOPLE = 512;
const ABORTED = 1000;
const OURS = 'Nhịp, the whole turn';
const GRAMMY = 'grammY, doing nothing';
const PEERS = { telegraf: '4.16.3', 'node-telegram-bot-api': '2.1.0' };
const AIMS = { ratio: 0.3, p99: 60, aborted: 0.95 };

export async function run(args) {
  const { values } = parseArgs({
    args,
    options: {
      rounds: { type: 'string', default: '3' },
      seconds: { type: 'string', default: '6' },
      /** Folder for a CPU profile of our server. */
      profile: { type: 'string' },
      /** Ours alone, for looking at it. */
      alone: { type: 'boolean', default: false },
    },
  });
  const [rounds, seconds] = [Number(values.rounds), Number(values.seconds)];
  await inThrowawayFolder((folder) =>
    withDatabase(folder, async ({ url, about }) => {
      const more = { ...PEERS, PostgreSQL: about };
      printCircumstances(['grammy', '@nestjs/core', 'fastify', '@mikro-orm/core', 'pg'], more);
      const load = await startPart(at('scripts/bench/bot/load.mjs'), {});
      const servers = await startAll(folder, url, values);
      const drive = (name, job) => driveOne(load, servers.get(name), job);
      const measured = await takeTurns(servers, drive, rounds, seconds);
      print(measured, rounds);
      await afterBrokenConnections(url, servers.get(OURS), (job) => drive(OURS, job), rounds, seconds);
      await mustBeKept(url, servers.get(OURS));
      for (const part of [...servers.values(), load]) await part.end();
    }),
  );
}

async function startAll(folder, databaseUrl, { profile, alone }) {
  const execArgv = profile ? ['--cpu-prof', `--cpu-prof-dir=${profile}`] : [];
  const ours = await startPart(at('scripts/bench/bot/ours.mjs'), { databaseUrl, people: PEOPLE, execArgv });
  const servers = new Map([[OURS, Object.assign(ours, { said: {}, turns: 0 })]]);
  if (alone) return servers;
  const peer = async (name, framework, from) => {
    const part = await startPart(at('scripts/bench/bot/peer.mjs'), { framework, from, chats: ours.ready.chats });
    servers.set(name, Object.assign(part, { said: {}, turns: 0 }));
  };
  await peer(GRAMMY, 'grammy', at('package.json'));
  const require = installPeers(folder, PEERS);
  for (const name of require ? Object.keys(PEERS) : []) {
    await peer(`${name}, doing nothing`, name, `${folder}/package.json`);
  }
  return servers;
}

async function driveOne(load, server, job) {
  const { opening, ...ready } = server.ready;
  const texts = job.opens ? [opening] : ready.texts;
  const { said, ...result } = await load.ask({
    ...ready,
    texts,
    connections: CHATS_AT_ONCE,
    said: server.said,
    ...job,
  });
  if (!job.opens) server.said = said;
  server.turns += result.latencies.length;
  return result;
}

/** Each round measures every server once, after a warm-up of its own. */
async function takeTurns(servers, drive, rounds, seconds) {
  // Every official opens the form first.
  await drive(OURS, { opens: true, turnsEach: 1 });
  servers.get(OURS).opened = servers.get(OURS).turns;
  const measured = new Map([...servers.keys()].map((name) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, server] of servers) {
      await drive(name, { seconds: round === 0 ? 3 : 1 });
      const before = await server.ask('cpu');
      const { latencies, seconds: took } = await drive(name, { seconds });
      const cpu = (await server.ask('cpu')) - before;
      const [p50, p99] = [percentile(latencies, 0.5), percentile(latencies, 0.99)];
      measured.get(name).push({ rate: latencies.length / took, p50, p99, cpu: cpu / latencies.length });
    }
  }
  return measured;
}

const middleOf = (all) =>
  Object.fromEntries(Object.keys(all[0]).map((key) => [key, median(all.map((one) => one[key]))]));
const verdict = (reached) => (reached ? 'reached' : 'NOT reached');

function print(measured, rounds) {
  console.log(`\n${CHATS_AT_ONCE} chats at once, medians of ${rounds} interleaved rounds:`);
  const middle = new Map([...measured].map(([name, all]) => [name, middleOf(all)]));
  const ours = middle.get(OURS);
  printTable(
    ['', 'updates/s', 'p50 (ms)', 'p99 (ms)', 'CPU (ms)', 'ours beside it'],
    [...middle].map(([name, { rate, p50, p99, cpu }]) => [
      ...[name, rate.toFixed(0), p50.toFixed(1), p99.toFixed(1), cpu.toFixed(2)],
      name === OURS ? '' : `${(ours.rate / rate).toFixed(3)}×`,
    ]),
  );
  const stub = middle.get(GRAMMY);
  const ratio = stub && ours.rate / stub.rate;
  console.log(
    `aims: ${AIMS.ratio}× grammY doing nothing ${stub ? verdict(ratio >= AIMS.ratio) : 'not measured'}, ` +
      `p99 at most ${AIMS.p99} ms ${verdict(ours.p99 <= AIMS.p99)}`,
  );
}

async function afterBrokenConnections(url, server, drive, rounds, seconds) {
  const { port, path, secret } = server.ready;
  const head = `POST ${path} HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\nx-telegram-bot-api-secret-token: ${secret}\r\n`;
  // Cut in the head, in the body, and while the answer is waited for.
  const requests = [head, `${head}content-length: 500\r\n\r\n{"update_id":`, `${head}content-length: 2\r\n\r\n{}`];
  const rate = async () => {
    const { latencies, seconds: took } = await drive({ seconds });
    return latencies.length / took;
  };
  const ratios = [];
  let idle = 0;
  for (let round = 0; round < rounds; round += 1) {
    const before = await rate();
    await breakOff(port, ABORTED, (number) => requests[number % requests.length]);
    await sleep(1000);
    ({ idle } = await connectionsOf(url));
    ratios.push((await rate()) / before);
  }
  const ratio = median(ratios);
  console.log(
    `after ${ABORTED} broken connections: ${ratio.toFixed(2)}× the rate before, ${idle} idle in transaction; ` +
      `aim ${AIMS.aborted}× ${verdict(ratio >= AIMS.aborted)}`,
  );
}

/** Each message has its turn, its reply and, where it answered something, its revision. */
async function mustBeKept(url, { turns, opened }) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query(
    `select (select count(*)::int from inbox where done_at is not null and failure is null) as taken,
            (select count(*)::int from message where kind = 'reply') as replies,
            (select count(*)::int from report_revision) as revisions`,
  );
  await client.end();
  const [{ taken, replies, revisions }] = rows;
  if (taken !== turns || replies < turns || revisions < turns - opened) {
    throw new Error(`${turns} turns: ${taken} taken, ${replies} replies, ${revisions} revisions are kept`);
  }
  console.log(`kept: ${taken} of ${turns} messages, ${replies} replies, ${revisions} revisions`);
}
