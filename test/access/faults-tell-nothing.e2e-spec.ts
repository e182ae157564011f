import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { LoggerService } from '@nestjs/common';
import { OutboxService } from '../../src/modules/outbox/index.js';
import { JobsService } from '../../src/jobs/index.js';
import { House } from '../house/house.js';
import { until } from '../house/until.js';

const SECRET = 'số riêng của chị Mai';
const PHONE = '+84912345678';

/** Mai of Xã Ngũ Hiệp writes while the database refuses what would be stored of it. */
describe('a fault of the database', () => {
  let house: House;
  let mai: string;
  const logged: string[] = [];
  const note = (...said: unknown[]) => void logged.push(said.map(String).join(' '));
  const log: LoggerService = { log: note, warn: note, error: note, debug: note, verbose: note, fatal: note };

  beforeAll(async () => {
    house = await House.open({ day: '2027-06-15' });
    house.app.useLogger(log);
    mai = await house.person('Nguyễn Thị Mai', { unit: '00667', role: 'official' });
    await house.database.rows(`update person set phone = ? where id = ?`, [PHONE, mai]);
  });
  afterAll(() => house.close());

  /** While `work` runs, `table` refuses every row: PostgreSQL then quotes the whole row in its detail. */
  const refusing = async <T>(table: string, work: () => Promise<T>): Promise<T> => {
    await house.database.rows(`alter table ${table} add constraint refuses_all check (false) not valid`);
    try {
      return await work();
    } finally {
      await house.database.rows(`alter table ${table} drop constraint refuses_all`);
    }
  };
  const everythingTold = async () => {
    const tables = ['inbox', 'job_run', 'message'];
    const kept = await Promise.all(
      tables.map((table) =>
        house.database.rows<{ told: string | null }>(
          `select ${table === 'message' ? 'detail' : 'failure'} as told from ${table}`,
        ),
      ),
    );
    return [...logged, ...kept.flat().map(({ told }) => told ?? '')];
  };

  it('leaves what somebody wrote out of the log and of what is kept of the failure', async () => {
    const phone = await house.phoneOf(mai);
    await refusing('dialog', () => phone.says(`${SECRET} ${PHONE}`));
    const [kept] = await house.database.rows<{ failure: string }>(
      `select failure from inbox where failure is not null`,
    );
    // It happened, and whoever looks finds where.
    expect(kept!.failure).toContain('violates check constraint "refuses_all"');
    expect(logged.join()).toContain('refuses_all');
    for (const told of await everythingTold()) {
      expect(told).not.toContain(SECRET);
      expect(told).not.toContain(PHONE);
      expect(told).not.toContain('Failing row');
    }
  });

  it('leaves a row out of the answer and the log where a page asked', async () => {
    logged.length = 0;
    const cookie = await house.cookieOf(mai);
    const reply = await refusing('password', () =>
      house.app.inject({
        method: 'PUT',
        url: '/api/session/password',
        headers: { cookie },
        payload: { login: 'mai.rieng', password: 'mưa rào tháng sáu' },
      }),
    );
    expect(reply.statusCode).toBe(500);
    expect(logged.join()).toContain('refuses_all');
    expect(logged.join()).not.toContain('mai.rieng');
    expect(reply.body).not.toContain('refuses_all');
  });

  it('leaves a value out that PostgreSQL quotes in its sentence, also for statements that bypass the mapper', async () => {
    const asked = { name: 'told-values', text: 'select $1::text::uuid' };
    const said: unknown[] = await Promise.all([
      house.database.rows(`select ?::text::uuid`, [SECRET]).catch((error: unknown) => error),
      house.database.prepared(asked, [SECRET]).catch((error: unknown) => error),
      house.database.inOneTrip(`select '${SECRET}'::text::uuid`).catch((error: unknown) => error),
    ]);
    for (const error of said) {
      expect(String(error)).toContain('invalid input syntax for type');
      expect(JSON.stringify([String(error), (error as Error).stack, error])).not.toContain(SECRET);
    }
  });

  it('leaves a row out of what is kept of a job', async () => {
    logged.length = 0;
    const failures = () => house.database.rows(`select 1 from job_run where failure like '%refuses_all%'`);
    await house.settle();
    await house.database.transaction((em) =>
      house.of(OutboxService).put(em, [{ key: 'x/1', kind: 'system', to: { person: mai }, body: { text: SECRET } }]),
    );
    await refusing('message', async () => {
      house.of(JobsService).ring('deliver-outbox');
      // It is told in the log a moment after it stands in the table.
      await until(async () => (await failures()).length > 0 && logged.join().includes('refuses_all'));
    });
    for (const told of await everythingTold()) {
      expect(told).not.toContain('Failing row');
      expect(told).not.toContain(SECRET);
    }
  });
});
