import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { JobsService } from '../../src/jobs/index.js';
import { WatchdogService } from '../../src/modules/followups/index.js';
import { RetentionService } from '../../src/modules/people/index.js';
import { House } from '../house/house.js';
import type { Phone } from '../house/phone.js';
import { until } from '../house/until.js';

const NGU_HIEP = '00667';
/** Every instant by which the age of a row is told. */
const INSTANTS: Record<string, string[]> = {
  inbox: ['received_at', 'done_at'],
  received_file: ['received_at'],
  webchat_line: ['at'],
  dialog: ['updated_at'],
  message: ['created_at', 'not_before', 'sent_at'],
  session: ['expires_at'],
  enrolment_code: ['expires_at'],
  channel_link: ['ended_at'],
};

describe('what is kept of people', () => {
  let house: House;
  let phone: Phone;
  let mai: string;

  beforeAll(async () => {
    house = await House.open({ day: '2027-06-15' });
    await house.openCycle(2028);
    mai = await house.person('Nguyễn Thị Mai', { unit: NGU_HIEP, role: 'official' });
    phone = await house.phoneOf(mai);
    await phone.says('/baocao 40% chậm vì thiếu số liệu thuế, xong 28/6');
    await phone.says('1');
    await phone.says('chào trợ lý hay hát');
    await house.cookieOf(mai);
    await house.settle();
  }, 240_000);
  afterAll(() => house.close());

  const erase = (batch?: number) => house.of(RetentionService).eraseExpired(batch);
  const count = async (table: string, where = 'true') =>
    (await house.database.rows<{ n: number }>(`select count(*)::int as n from ${table} where ${where}`))[0]!.n;
  /** As if everything had happened `days` before this real day; the house itself lives in 2027. */
  const age = async (days: number) => {
    for (const [table, instants] of Object.entries(INSTANTS)) {
      const set = instants.map(
        (one) => `${one} = case when ${one} is not null then now() - interval '${days} days' end`,
      );
      await house.database.rows(`update ${table} set ${set.join()} returning 1`);
    }
  };

  it('stands while its period lasts', async () => {
    await age(20);
    const before = await Promise.all(Object.keys(INSTANTS).map((table) => count(table)));
    expect(await erase()).toEqual({ tables: 16 });
    expect(await Promise.all(Object.keys(INSTANTS).map((table) => count(table)))).toEqual(before);
  });

  it('loses conversations, dialogs and what lets somebody in after theirs, in bounded sets, each with its count in the trail', async () => {
    await age(401);
    const inbox = await count('inbox');
    const last = await house.database.rows(`select max(line) as line from webchat_line`);
    expect(inbox).toBeGreaterThan(2);
    const erased = await erase(2);
    expect(erased).toMatchObject({ inbox, session: 1 });
    expect(erased['dialog']).toBeGreaterThan(0);
    expect(erased).not.toHaveProperty('message');
    expect(await count('inbox')).toBe(0);
    expect(await count('dialog')).toBe(0);
    const trail = await house.database.rows<{ details: { erased: { inbox: number } } }>(
      `select details from audit_event where action = 'data past their period erased' and subject = 'inbox' order by id`,
    );
    expect(trail.length).toBe(Math.ceil(inbox / 2));
    expect(trail.reduce((sum, { details }) => sum + details.erased.inbox, 0)).toBe(inbox);
    // The newest line of the chat keeps its number.
    expect(await house.database.rows(`select line from webchat_line`)).toEqual(last);
    expect(await count('status_report')).toBe(1);
  });

  it('goes on in the same chat afterwards', async () => {
    expect(await phone.says('/viec')).toContain('Dự thảo');
  });

  it('keeps of a message that it was sent, when, on which channel, and no more', async () => {
    await age(801);
    const sent = await count('message', `person_id = '${mai}' and state = 'sent'`);
    expect(await erase()).toMatchObject({ message: await count('message') });
    expect(await count('message', `body ->> 'text' <> '' or address is not null`)).toBe(0);
    expect(
      await count('message', `person_id = '${mai}' and state = 'sent' and channel is not null and sent_at is not null`),
    ).toBe(sent);
    expect(await erase()).not.toHaveProperty('message');
  });

  it('keeps what was not settled, however old', async () => {
    await house.database.rows(
      `insert into message (id, key, kind, priority, lane, body, not_before, created_at)
       values (gen_random_uuid(), 'waits', 'digest', 5, 'waits', '{"text":"chờ"}', now() - interval '9 years', now() - interval '9 years') returning 1`,
    );
    await erase();
    expect(await house.database.rows(`select body from message where key = 'waits'`)).toEqual([
      { body: { text: 'chờ' } },
    ]);
    await house.database.rows(`delete from message where key = 'waits' returning 1`);
  });

  it('is looked through by a job, which counts what it did', async () => {
    house.of(JobsService).ring('erase-expired');
    const runs = () => house.database.rows(`select counts, failure from job_run where job = 'erase-expired'`);
    await until(async () => (await runs()).length > 0);
    expect(await runs()).toMatchObject([{ counts: { tables: 16 }, failure: null }]);
  });

  it('is watched over: a night that failed raises an alarm, the next good one ends it', async () => {
    const nightly = (failure: string | null) =>
      house.database.rows(
        `insert into job_run (job, started_at, took_ms, failure) values ('erase-expired', ?, 1, ?) returning 1`,
        [house.clock.now(), failure],
      );
    const alarms = async () => {
      await house.of(WatchdogService).watch(true);
      return (await house.of(WatchdogService).alarms()).map(({ cause }) => cause);
    };
    await nightly('the database went away');
    expect(await alarms()).toContain('erasure-failed');
    await nightly(null);
    expect(await alarms()).not.toContain('erasure-failed');
  });
});
