// `npm run faults`: some deadline days for all units of the profile, while two processes that plan and send are killed again
// and again, the queue is wiped, PostgreSQL restarted and the clock set. Prints its counts; ends non-zero where a notice was
// lost, doubled beyond what docs/delivery.md grants, or has no outcome in the ledger.
import { parseArgs } from 'node:util';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { Redis } from 'ioredis';
import { inThrowawayFolder } from '../../scripts/bench/kit/throwaway.mjs';
import { ensureServerBuilt } from '../../scripts/prepare/build.mjs';
import { Crew } from './crew.mjs';
import { seeded } from './seeded.mjs';

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: process.env.FAULT_KILLS ?? '200' },
    /** Keeps the queue and the limits in this Redis, in a database that is empty, instead of in PostgreSQL. */
    redis: { type: 'string' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    /** Runs a copy with a deliberate fault: the suite must find it. */
    broken: { type: 'boolean', default: false },
  },
});
const kills = Number(values.kills);
const random = seeded(Number(values.seed));
const PLAN_YEAR = 2028;
const ZONE_HOURS = 7;
/**
 * Reminders, the last day, the first day too late, the heads' day, the escalations. Two days begin so late that the evening
 * comes while messages wait in line, one so early that the night is not over.
 */
const SCENES = [
  ['2027-06-26', '07:30:00'],
  ['2027-06-28', '17:59:50'],
  ['2027-06-29', '06:59:50'],
  ['2027-06-29', '07:30:00'],
  ['2027-06-30', '07:30:00'],
  ['2027-07-01', '17:59:50'],
  ['2027-07-02', '07:30:00'],
];
const WIPES = 5;
const RESTARTS = 2;
const WORKERS = 2;
/** A process is killed at most so long after it began to plan, or to send. */
const MOST_MS = 1200;
const DEADLOCK = '40P01';
const MOST_TRIES = 10;
const EMPTY_THE_QUEUE = `do $$ declare t record; begin
  for t in select format('%I.%I', schemaname, tablename) as name from pg_tables
    where schemaname = 'bullmq' and tablename not like '%migration%' and tablename not like '%version%'
  loop execute 'truncate ' || t.name || ' cascade'; end loop; end $$`;
/** At the end: so long nothing may come to its outcome. A claim of a killed process needs a minute. */
const STANDS_STILL_MS = 180_000;

await ensureServerBuilt();
const { openDatabase } = await import('./embedded-database.mjs');
const { openProvider } = await import('./provider.mjs');
const { setStage } = await import('./set-stage.mjs');
const { audit } = await import('./audit.mjs');

const began = performance.now();
const say = (line) => console.log(`${String(Math.round((performance.now() - began) / 1000)).padStart(4)} s  ${line}`);
const queue = values.redis ? 'Redis' : 'PostgreSQL';
say(`seed ${values.seed}, ${kills} kills, queue in ${queue}${values.broken ? ', with a deliberate fault' : ''}`);
await inThrowawayFolder(async (folder) => {
  const database = await openDatabase(folder);
  const provider = await openProvider(random);
  try {
    process.exitCode = (await play(database, provider)) ? 0 : 1;
  } finally {
    provider.close();
    await database.close();
  }
});

async function play(database, provider) {
  const env = {
    DATABASE_URL: database.url,
    ...(values.redis && { REDIS_URL: values.redis }),
    ROLE: 'worker',
    TELEGRAM_BOT_TOKEN: '1:faults',
    TELEGRAM_API_ROOT: provider.address,
  };
  if (env.REDIS_URL) await mustBeEmpty(env.REDIS_URL);
  const { units, people } = await setStage(env, localTime(SCENES[0][0], '00:01:00'), PLAN_YEAR);
  say(`${units} units, ${people} people with a chat`);
  const crew = new Crew(WORKERS, { env, broken: values.broken });
  const did = { kills: 0, wipes: 0, restarts: 0, jumps: 0, 'processes that ended by themselves': 0 };
  const at = { kills: 0 };
  // At which kill something else happens too.
  const events = new Map();
  const plan = (what, times) => {
    for (let n = 0; n < times; n += 1) {
      const when = Math.floor(((n + 0.3 + 0.4 * random()) * kills) / times);
      events.set(when, [...(events.get(when) ?? []), what]);
    }
  };
  plan('wipe', WIPES);
  plan('restart', RESTARTS);
  plan('forth', 2);
  plan('back', 2);

  let scene = 0;
  crew.setClock(localTime(...SCENES[0]));
  await crew.fill();
  for (at.kills = 0; at.kills < kills; at.kills += 1) {
    for (const what of events.get(at.kills) ?? []) {
      if (what === 'wipe') {
        await wipeQueue(env);
        did.wipes += 1;
      } else if (what === 'restart') {
        await database.restart(did.restarts % 2 === 1);
        did.restarts += 1;
      } else {
        crew.jump(what === 'forth' ? 3_600_000 : -3_600_000);
        did.jumps += 1;
      }
      say(`${what} at kill ${at.kills}`);
    }
    // One in three while it plans, the others while they send.
    const after = random() < 1 / 3 ? 'begun' : 'swept';
    await crew.kill(Math.floor(random() * WORKERS), after, random() * MOST_MS);
    did.kills += 1;
    const next = Math.floor(((at.kills + 1) * SCENES.length) / kills);
    if (next > scene && next < SCENES.length) {
      scene = next;
      crew.setClock(localTime(...SCENES[scene]));
      say(`it is ${SCENES[scene].join(' ')}, ${provider.accepted.size} messages accepted so far`);
    }
  }
  say('no more faults; waiting until all is quiet');
  await untilQuiet(env.DATABASE_URL);
  did['processes that ended by themselves'] = crew.endedByThemselves;
  await crew.dismiss();
  if (env.REDIS_URL) await wipeQueue(env);
  const { counts, wrong } = await audit(env.DATABASE_URL, provider.accepted);
  for (const [what, n] of Object.entries({ ...did, ...counts })) say(`${what}: ${n}`);
  for (const sentence of wrong.slice(0, 20)) say(`WRONG: ${sentence}`);
  if (did.kills < kills) wrong.push('not all kills were made');
  say(wrong.length === 0 ? 'nothing lost, nothing doubled, every outcome is in the ledger' : `${wrong.length} faults`);
  return wrong.length === 0;
}

/** What is in it would be wiped. */
async function mustBeEmpty(url) {
  const redis = new Redis(url);
  const held = await redis.dbsize();
  await redis.quit();
  if (held > 0) throw new Error(`${held} keys stand in ${url}: name a database that nobody uses, such as redis://…/9`);
}

async function wipeQueue({ DATABASE_URL, REDIS_URL }) {
  if (REDIS_URL) {
    const redis = new Redis(REDIS_URL);
    await redis.flushdb();
    await redis.quit();
    return;
  }
  // The processes go on meanwhile, and lock the same tables in another order: whom PostgreSQL then refuses tries again.
  for (let tries = 1; ; tries += 1) {
    try {
      return await inDatabase(DATABASE_URL, (client) => client.query(EMPTY_THE_QUEUE));
    } catch (error) {
      if (error.code !== DEADLOCK || tries === MOST_TRIES) throw error;
    }
  }
}

/** Until every message has an outcome, or nothing moves any more. */
async function untilQuiet(url) {
  let open = -1;
  for (let since = performance.now(); performance.now() - since < STANDS_STILL_MS; await sleep(500)) {
    const { rows } = await inDatabase(url, (client) =>
      client.query(`select count(*)::int as n from message where state in ('due', 'claimed', 'sending')`),
    );
    if (rows[0].n === 0) return;
    if (rows[0].n !== open) since = performance.now();
    open = rows[0].n;
  }
}

async function inDatabase(url, work) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function localTime(day, time) {
  return new Date(Date.parse(`${day}T${time}Z`) - ZONE_HOURS * 3_600_000);
}
