import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { OneTimeService } from '../../src/modules/access/index.js';
import { House } from '../house/house.js';
import { until } from '../house/until.js';
import { TelegramStandIn } from '../standins/telegram/telegram-stand-in.js';

const root = path.join(import.meta.dirname, '../..');
const MAI = 7;
/** So long nobody would take what the dead one held, if its death were not seen. */
const LEASE_MS = 60_000;

jest.setTimeout(240_000);

/** Messages come in here; the process that sends is another one, and is killed. */
describe('a process that is killed while it sends', () => {
  let house: House;
  let telegram: TelegramStandIn;
  let env: Record<string, string>;
  const workers: ChildProcess[] = [];

  beforeAll(async () => {
    execFileSync(process.execPath, [path.join(root, 'scripts/build.mjs')], { stdio: 'ignore' });
    telegram = await TelegramStandIn.open();
    env = { TELEGRAM_BOT_TOKEN: telegram.token, TELEGRAM_API_ROOT: telegram.apiRoot, ROLE: 'web' };
    house = await House.open({ day: '2027-06-15', env });
    await house.openCycle(2028);
  });
  afterAll(async () => {
    for (const worker of workers) worker.kill('SIGKILL');
    await house?.close();
    await telegram?.close();
  });

  async function startWorker(): Promise<ChildProcess> {
    const worker = spawn(process.execPath, [path.join(root, 'test/chaos/process.mjs')], {
      env: {
        ...{ PATH: process.env.PATH, HOME: process.env.HOME, PORT: '0', LOG_LEVEL: 'fatal' },
        ...{ ...env, ROLE: 'worker', DATABASE_URL: house.databaseUrl, CLOCK_OFFSET_MS: String(house.clock.offset) },
        ...(house.redisUrl && { REDIS_URL: house.redisUrl }),
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    workers.push(worker);
    await once(worker.stdout, 'data');
    return worker;
  }
  const texts = () =>
    telegram
      .user(MAI)
      .inbox()
      .map(({ text }) => text);

  it('leaves a chat silent for seconds: what it was sending is unknown, what waited behind it arrives', async () => {
    const worker = await startWorker();
    const person = await house.person('Nguyễn Thị Mai', { unit: '00667', role: 'official' });
    telegram.user(MAI).says(`/start ${await house.of(OneTimeService).enrolmentCode(person)}`);
    await until(() => texts().length === 1);
    telegram.user(MAI).says('1');
    await until(() => texts().some((text) => text.includes('liên kết thành công')));
    await until(async () => (await waiting()).length === 0);

    telegram.failNext('sendMessage', 'silence after');
    telegram.user(MAI).says('/viec');
    await until(async () => (await waiting()).includes('sending'));
    telegram.user(MAI).says('/trogiup');
    await until(async () => (await waiting()).length === 2);
    const before = texts().length;
    worker.kill('SIGKILL');
    const since = performance.now();
    await startWorker();
    await until(() => texts().length > before);
    expect(performance.now() - since).toBeLessThan(LEASE_MS);
    const became = await house.database.rows<{ state: string }>(
      `select state from message where kind = 'reply' and person_id = ?::uuid order by seq desc limit 2`,
      [person],
    );
    await until(async () => (await waiting()).length === 0);
    expect(became[1]).toEqual({ state: 'unknown' });
  });

  // The worker plans the day too: a digest that waits for its hour is none of this test's messages.
  const waiting = async (): Promise<string[]> => {
    const found = await house.database.rows<{ state: string }>(
      `select state from message where kind = 'reply' and state in ('due', 'claimed', 'sending')`,
    );
    return found.map(({ state }) => state);
  };
});
