import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MikroORM } from '@mikro-orm/postgresql';
import { randomUUID } from 'node:crypto';
import { Database } from '../../src/modules/database/database.js';
import { databaseOptions } from '../../src/modules/database/options.js';
import { GroupedAnswers, type NewAnswers } from '../../src/modules/reports/grouped-answers.js';
import { freshDatabase, type TestDatabase } from '../setup/database.js';

const noon = new Date('2027-06-20T05:00:00Z');

describe('answers written together', () => {
  let owned: TestDatabase;
  let database: Database;
  let grouped: GroupedAnswers;
  const person = randomUUID();

  beforeAll(async () => {
    owned = await freshDatabase();
    database = new Database(await MikroORM.init(databaseOptions({ url: owned.url, entities: [] })));
    grouped = new GroupedAnswers(database);
    await database.rows(`insert into milestone (id, position, spec) values ('m', 1, '{}')`);
    await database.rows(`insert into cycle (plan_year, opened_at) values (2028, now())`);
    await database.rows(`insert into person (id, name) values (?, 'Nguyễn Thị Mai')`, [person]);
  });

  afterAll(async () => {
    await database.close();
    await owned.drop();
  });

  it('keep each report with its own answers and a revision of its own', async () => {
    const reports = await Promise.all([begun(), begun(), begun()]);
    const written = await Promise.all(reports.map((report, at) => grouped.write(change(report, 0, `${at}`))));
    expect(written).toEqual([true, true, true]);
    for (const [at, report] of reports.entries()) {
      expect(await kept(report)).toEqual({ revision: 1, value: `${at}`, revisions: [{ revision: 1, via: 'api' }] });
    }
  });

  it('let one of two changes of the same revision through, and say so to the other', async () => {
    const report = await begun();
    const written = await Promise.all([grouped.write(change(report, 0, 'a')), grouped.write(change(report, 0, 'b'))]);
    expect(written).toEqual([true, false]);
    expect(await kept(report)).toMatchObject({ revision: 1, value: 'a' });
    await expect(grouped.write(change(report, 0, 'late'))).resolves.toBe(false);
  });

  it('leave a submitted report as it is', async () => {
    const report = await begun('submitted');
    await expect(grouped.write(change(report, 0, 'late'))).resolves.toBe(false);
    expect(await kept(report)).toMatchObject({ revision: 0, revisions: [] });
  });

  it('do not wait for a report that a transaction holds', async () => {
    const [held, free] = [await begun(), await begun()];
    await database.transaction(async (em) => {
      await em.execute('select 1 from report where id = ? for update', [held]);
      const written = await Promise.all([grouped.write(change(held, 0, 'x')), grouped.write(change(free, 0, 'y'))]);
      expect(written).toEqual([false, true]);
    });
  });

  it('write nothing of a group that the database refuses, and tell every writer', async () => {
    const [broken, whole] = [await begun(), await begun()];
    // PostgreSQL keeps no NUL in a text.
    const both = [grouped.write(change(broken, 0, 'a\u0000b')), grouped.write(change(whole, 0, 'y'))];
    expect(await Promise.all(both)).toEqual([false, false]);
    expect(await kept(whole)).toMatchObject({ revision: 0, revisions: [] });
    await expect(grouped.write(change(whole, 0, 'y'))).resolves.toBe(true);
  });

  it('begin a report with its first answer, as revision 1', async () => {
    const first = firstAnswer(await owed(), 'a');
    await expect(grouped.write(first)).resolves.toBe(true);
    expect(await kept(first.report)).toEqual({ revision: 1, value: 'a', revisions: [{ revision: 1, via: 'api' }] });
    await expect(grouped.write(change(first.report, 1, 'b'))).resolves.toBe(true);
    expect(await kept(first.report)).toMatchObject({ revision: 2, value: 'b' });
  });

  it('begin one report where two of a unit give the first answer at the same moment', async () => {
    const obligation = await owed();
    const both = [firstAnswer(obligation, 'a'), firstAnswer(obligation, 'b')];
    const written = await Promise.all(both.map((one) => grouped.write(one)));
    expect(written.filter(Boolean)).toHaveLength(1);
    const reports = await database.rows(`select revision from report where obligation_id = ?`, [obligation]);
    expect(reports).toEqual([{ revision: 1 }]);
    await expect(grouped.write(firstAnswer(obligation, 'c'))).resolves.toBe(false);
  });

  it('begin nothing under forms that were moved meanwhile, nor in a round that was closed', async () => {
    const [moved, closed] = [await owed(), await owed()];
    await database.rows(`update obligation set forms = '[{"key":"f","version":2}]' where id = ?`, [moved]);
    await database.rows(`update obligation set closed_at = now() where id = ?`, [closed]);
    const written = await Promise.all([moved, closed].map((one) => grouped.write(firstAnswer(one, 'a'))));
    expect(written).toEqual([false, false]);
    const reports = await database.rows(`select 1 from report where obligation_id in (?)`, [[moved, closed]]);
    expect(reports).toEqual([]);
  });

  async function owed(): Promise<string> {
    const [unit, obligation] = [randomUUID(), randomUUID()];
    await database.rows(`insert into unit (code, name, kind, level) values (?, 'Xã', 'x', 'x')`, [unit]);
    await database.rows(
      `insert into obligation (id, plan_year, milestone, unit_code, recipients, forms, signed_document, only_led_rows,
                               opens_on, due_on, first_due_on, clause)
       values (?, 2028, 'm', ?, '[]', '[]', false, false, '2027-06-01', '2027-06-30', '2027-06-30', '{}')`,
      [obligation, unit],
    );
    return obligation;
  }

  async function begun(state = 'draft'): Promise<string> {
    const [obligation, report] = [await owed(), randomUUID()];
    await database.rows(
      `insert into report (id, obligation_id, state, form_versions, answers, updated_at) values (?, ?, ?, '[]', '{}', ?)`,
      [report, obligation, state, noon],
    );
    return report;
  }

  function change(report: string, seen: number, value: string): NewAnswers {
    const cells = { row: { plan: { state: 'value' as const, value } } };
    const answers = { cells, records: {}, sections: {} };
    return { report, seen, answers, change: { cells }, at: noon, doer: { person, via: 'api' } };
  }

  function firstAnswer(obligation: string, value: string): NewAnswers {
    return { ...change(randomUUID(), 0, value), begins: { obligation, forms: [] } };
  }

  async function kept(report: string) {
    const [found] = await database.rows<{ revision: number; value: string | null }>(
      `select revision, answers #>> '{cells,row,plan,value}' as value from report where id = ?`,
      [report],
    );
    const revisions = await database.rows(
      `select revision, via from report_revision where report_id = ? order by revision`,
      [report],
    );
    return { ...found, revisions };
  }
});
