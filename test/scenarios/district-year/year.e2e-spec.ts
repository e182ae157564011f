import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { freshDatabase, type TestDatabase } from '../../setup/database.js';
import { TelegramStandIn } from '../../standins/telegram/telegram-stand-in.js';
import { doubledMornings, outcomes, outOfHours, sentNotices } from './ledger.js';
import { LAST_DAY, SCENES } from './scenes.js';
import { Theatre } from './theatre.js';

jest.setTimeout(600_000);

/** The reviewed record of who was told what on which day; `RECORD=1` writes it anew, and the diff is read like code. */
const record = path.join(import.meta.dirname, 'year.ledger.txt');

let database: TestDatabase;
let telegram: TelegramStandIn;
let theatre: Theatre;

/** Plays the year; `disturb` is called before each scene with its number. */
async function play(disturb: (scene: number, day: string) => Promise<void> = async () => {}): Promise<void> {
  database = await freshDatabase();
  telegram = await TelegramStandIn.open();
  theatre = await Theatre.open(database.url, telegram);
  await theatre.browser('Bình').signIn(theatre.props.links['Bình']!);
  let today = '2027-06-09';
  for (const [index, scene] of SCENES.entries()) {
    await disturb(index, today);
    if (scene.day > today) await advance(scene.day);
    today = scene.day;
    await scene.play(theatre);
  }
  await advance(LAST_DAY);
}

/** Moves the training clock; a journey that a kill cut short is asked for again. */
async function advance(day: string): Promise<void> {
  const { now } = await theatre.browser('Bình').get<{ now: string }>('/api/training/clock');
  // Nine in the morning in Hà Nội.
  if (Date.parse(now) >= Date.parse(`${day}T02:00:00Z`)) return;
  await theatre.browser('Bình').post('/api/training/clock', { date: day, time: '09:00' });
}

describe('a plan year of Huyện Thanh Trì', () => {
  let quiet: { notices: string[]; outcomes: string[] };

  afterEach(async () => {
    await theatre.close();
    await telegram.close();
    await database.drop();
  });

  it('tells everyone who owes, nobody twice, nobody at night, and climbs the ladder for those who are silent', async () => {
    await play();
    const notices = await sentNotices(theatre);
    quiet = { notices, outcomes: await outcomes(theatre) };
    if (process.env.RECORD) writeFileSync(record, notices.join('\n') + '\n');
    expect(notices).toEqual(readFileSync(record, 'utf8').trim().split('\n'));
    expect(await doubledMornings(theatre)).toEqual([]);
    expect(await outOfHours(theatre)).toEqual([]);
  });

  it('comes out the same when the queue is wiped and the process killed in mid-year', async () => {
    await play(async (scene, today) => {
      if (scene % 3 === 0) await theatre.wipeQueue();
      if (scene % 5 === 4) await theatre.killAndStart();
      // In the middle of a journey: some of the days on the way have happened, some have not.
      const next = SCENES[scene]!.day;
      if (scene % 4 === 2 && next > today) await theatre.killDuring(advance(next), 150 + 40 * scene);
    });
    expect(await outcomes(theatre)).toEqual(quiet.outcomes);
    // A message that was being sent at the moment of a kill is recorded as unknown, and by which channel is not known either.
    const withoutChannel = (line: string) => line.replace(/ \((webchat|telegram|null)\)/, '');
    expect((await sentNotices(theatre)).map(withoutChannel)).toEqual(quiet.notices.map(withoutChannel));
    expect(await doubledMornings(theatre)).toEqual([]);
  });
});
