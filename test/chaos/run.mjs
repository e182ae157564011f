// `npm run chaos`: many officials report at once by chat, every message comes one to three times and out of order, the provider
// fails, and the processes are killed (`kill -9`) again and again. Prints its counts; ends non-zero with the conversation of the first
// official for whom something was lost, doubled, skipped or misread.
//   npm run chaos -- --channel telegram|zalo|webchat|all --officials 500 --kills 20 --seed 7
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { inThrowawayFolder } from '../../scripts/bench/kit/throwaway.mjs';
import { ensureServerBuilt } from '../../scripts/prepare/build.mjs';
import { drawer } from './draw.mjs';

const CHANNELS = ['webchat', 'telegram', 'zalo'];
const { values } = parseArgs({
  options: {
    channel: { type: 'string', default: 'all' },
    officials: { type: 'string', default: '500' },
    kills: { type: 'string', default: '20' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    minutes: { type: 'string', default: '30' },
    /** Prints every conversation. */
    verbose: { type: 'boolean', default: false },
  },
});
const PLAN_YEAR = 2028;
/** The round is open, and it is an hour at which notices go out. */
const TODAY = new Date('2027-06-15T02:00:00Z');
/** Two processes take what comes in, one sends: each may be killed. */
const ROLES = ['web', 'worker', 'web'];

const channels = values.channel === 'all' ? CHANNELS : values.channel.split(',');
const unknown = channels.filter((name) => !CHANNELS.includes(name));
if (unknown.length > 0)
  throw new Error(`there is no channel ${unknown.join(', ')}; there is: ${CHANNELS.join(', ')}, all`);
const [count, kills] = [Number(values.officials), Number(values.kills)];
const draw = drawer(values.seed);
const began = performance.now();
const say = (line) => console.log(`${String(Math.round((performance.now() - began) / 1000)).padStart(4)} s  ${line}`);

await ensureServerBuilt();
// What follows stands on the built product.
const { withDatabase } = await import('../../scripts/bench/kit/postgres.mjs');
const { audit } = await import('./audit.mjs');
const { Line } = await import('./line.mjs');
const { openTelegram } = await import('./messengers/telegram.mjs');
const { openWebchat } = await import('./messengers/webchat.mjs');
const { openZalo } = await import('./messengers/zalo.mjs');
const { Official } = await import('./official.mjs');
const { Product } = await import('./product.mjs');
const { setStage } = await import('./set-stage.mjs');
const { makeSheet } = await import('./sheet.mjs');
const { TrainingClock } = await import('../../dist/modules/shared/index.js');
const open = { telegram: openTelegram, zalo: openZalo, webchat: openWebchat };

say(`seed ${values.seed}, ${count} officials on ${channels.join(', ')}, ${kills} kills`);
await inThrowawayFolder((folder) =>
  withDatabase(folder, async ({ url }) => {
    process.exitCode = (await play(folder, url)) ? 0 : 1;
  }),
);

async function play(folder, databaseUrl) {
  const clock = new TrainingClock();
  clock.set(TODAY);
  const stage = await setStage({ databaseUrl, clock, planYear: PLAN_YEAR, count });
  const shown = ({ label, year }) => label.vi.replace(/\{N([+-]1)?\}/, String(PLAN_YEAR - 1 + (year ?? 0)));
  const form = { rows: stage.rows, measures: stage.measures.map((one) => ({ ...one, shown: shown(one) })) };
  const stop = new AbortController();
  let product;
  let asks = 0;
  const port = () => product.webPort(draw('port', (asks += 1)));
  const line = new Line(draw, port);
  await line.open();
  const messengers = await Promise.all(
    channels.map((name) => open[name]({ draw, port, now: () => clock.now().getTime() })),
  );
  const { PATH, HOME, TEST_REDIS_URL } = process.env;
  product = new Product({
    folder,
    env: {
      ...{ PATH, HOME, DATABASE_URL: databaseUrl, PUBLIC_URL: line.address, LOG_LEVEL: 'error' },
      ...(TEST_REDIS_URL && { REDIS_URL: `${TEST_REDIS_URL}/8` }),
      ...Object.assign({}, ...messengers.map(({ env }) => env)),
      CLOCK_OFFSET_MS: String(clock.offset),
    },
  });
  try {
    await product.start(ROLES);
    const officials = await Promise.all(
      stage.officials.map(async (given, number) => {
        const messenger = messengers[number % messengers.length];
        const sheet = makeSheet(draw, number, form);
        const chat = await messenger.chat(number);
        return new Official({
          ...given,
          name: number,
          channel: messenger.name,
          sheet,
          chat,
          draw,
          signal: stop.signal,
        });
      }),
    );
    say(`${officials.length} officials begin`);
    const failures = [];
    const playing = Promise.all(
      officials.map((official) =>
        official.play().catch((error) => {
          if (error.name !== 'AbortError') failures.push({ official, what: error.message });
        }),
      ),
    );
    const late = sleep(Number(values.minutes) * 60_000, 'late', { ref: false });
    const killing = killAgain(product, officials);
    if ((await Promise.race([playing, late])) === 'late') say('the time is over');
    await killing;
    say('everybody is through; waiting until all is quiet');
    const quiet = await untilQuiet(databaseUrl, line, messengers);
    if (!quiet) failures.push({ what: 'it never became quiet: messages have no outcome' });
    stop.abort();
    const { counts, wrong } = await audit(databaseUrl, officials);
    wrong.unshift(...failures);
    if (product.kills < kills) wrong.push({ what: `only ${product.kills} kills were made` });
    tell(product, line, messengers, counts, officials, wrong);
    return wrong.length === 0;
  } finally {
    stop.abort();
    await product.end();
    line.close();
    for (const messenger of messengers) await messenger.close();
  }
}

/** Kills when so much of the whole is done, spread evenly, each time another process; also where nothing goes on meanwhile. */
async function killAgain(product, officials) {
  const share = () => officials.reduce((sum, { progress }) => sum + progress, 0) / officials.length;
  const MOST_WAIT_MS = 20_000;
  for (let kill = 0; kill < kills; kill += 1) {
    const at = (kill + 0.2 + 0.6 * draw('kill', kill)) / (kills + 0.5);
    for (let waited = 0; share() < at && waited < MOST_WAIT_MS; waited += 20) await sleep(20);
    await sleep(draw.between(0, 300, 'moment', kill));
    const place = Math.floor(draw('place', kill) * ROLES.length);
    // Only what is up can be killed in the middle of something.
    await product.processes[place].starting;
    if (officials.every(({ done }) => done)) return;
    product.kill(place);
    say(`kill ${kill + 1} (${ROLES[place]}) at ${Math.round(share() * 100)} %`);
  }
}

/** Until everything was brought, taken and has an outcome; a claim of a killed process is found when its lease has run out. */
async function untilQuiet(databaseUrl, line, messengers) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    for (let waited = 0; waited < 240_000; waited += 500) {
      await sleep(500);
      const { rows } = await client.query(
        `select (select count(*) from message where state in ('due', 'claimed', 'sending') and not_before <= now() + interval '1 year')
              + (select count(*) from inbox where done_at is null) as open`,
      );
      const brought = line.underWay === 0 && messengers.every((one) => one.isQuiet?.() ?? true);
      if (brought && Number(rows[0].open) === 0) return true;
    }
    return false;
  } finally {
    await client.end();
  }
}

function tell(product, line, messengers, counts, officials, wrong) {
  const all = { kills: product.kills, 'processes that ended by themselves': product.endedByThemselves, ...line.counts };
  for (const { name, counts: of } of messengers) {
    for (const [what, n] of Object.entries(of())) all[`${name}: ${what}`] = n;
  }
  for (const [what, n] of Object.entries({ ...all, ...counts })) say(`${what}: ${n}`);
  for (const { official, what } of wrong.slice(0, 20))
    say(`WRONG: ${official ? `official ${official.name}: ` : ''}${what}`);
  if (wrong.length > 20) say(`… and ${wrong.length - 20} more`);
  const first = wrong.find(({ official }) => official)?.official;
  if (first) printTranscript(first);
  if (values.verbose) officials.forEach(printTranscript);
  say(wrong.length === 0 ? 'every report is what was typed, nothing lost, nothing doubled' : `${wrong.length} faults`);
}

function printTranscript({ name, channel, unit, sheet, transcript }) {
  console.log(`\nofficial ${name} of ${unit} on ${channel}, answers ${sheet.way}:`);
  for (const { at, who, text, buttons } of transcript) {
    const time = new Date(at).toISOString().slice(14, 23);
    console.log(`${time} ${who} ${text.replaceAll('\n', '\n            | ')}`);
    if (buttons.length > 0) console.log(`            = ${buttons.map((row) => `[${row.join('] [')}]`).join(' ')}`);
  }
}
