import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Answers } from '../../src/forms/index.js';
import { House } from '../house/house.js';
import { Desk, indicator } from './desk.js';

const FORM = 'm3-commune';
const MOST = 3_000;

interface Stored {
  id: string;
  unit: string;
  revision: number;
  answers: Answers;
  versions: number[];
  revisions: number;
}

/** Every commune is under way in every round when Hà renames an indicator and adds one. */
describe('moving thousands of open reports to a new version', () => {
  let house: House;
  let ha: Desk;
  let before: Stored[];
  let first: string;

  beforeAll(async () => {
    house = await House.open({ day: '2027-06-10' });
    await house.openCycle(2028);
    const haId = await house.person('Trần Thu Hà', { unit: 'so-khdt', role: 'admin' });
    ha = await Desk.of(house, haId);
    const { body } = await ha.get<{ definition: { rows: { key: string }[] } }>(`/forms/${FORM}?version=1`);
    first = body.definition.rows[0]!.key;
    await begin(house, haId, first);
    before = await stored(house);
    // The first indicator goes under another key; a new one is asked beside it.
    const draft = await ha.begins(FORM);
    const old = draft.definition.kind === 'indicators' ? draft.definition.rows[0]! : undefined;
    await ha.edits(
      FORM,
      draft.revision,
      { do: 'add', list: 'rows', item: { ...old!, key: 'renamed' } as never, after: first },
      { do: 'remove', list: 'rows', item: old as never },
      { do: 'add', list: 'rows', item: indicator('public-services', old!.group) as never, after: null },
    );
    await ha.publishes(FORM, 'Theo kết luận họp ngày 9/6', [
      { do: 'rename', list: 'rows', from: first, to: 'renamed' },
    ]);
  });

  afterAll(() => house.close());

  it('tells of every one of them what it does', async () => {
    const { body } = await ha.get<{ reports: { unitName: string; differences: string[]; summary: string }[] }>(
      `/forms/${FORM}/moves?to=2`,
    );
    expect(body.reports).toHaveLength(before.length);
    for (const report of body.reports) expect(report.differences).toContain('Thêm chỉ tiêu «Thu từ dịch vụ công».');
  });

  it('changes none of them where one cannot be changed', async () => {
    const last = before.at(-1)!.id;
    await house.database.rows(
      `create function spoiled() returns trigger language plpgsql as $$ begin raise exception 'the disk is full'; end $$`,
    );
    await house.database.rows(
      `create trigger spoiled before update on report for each row when (old.id = '${last}') execute function spoiled()`,
    );
    const { status } = await ha.post(`/forms/${FORM}/moves`, { to: 2 });
    await house.database.rows(`drop trigger spoiled on report`);
    expect(status).toBe(500);
    expect(await stored(house)).toEqual(before);
    expect((await ha.get<{ moves: unknown[] }>(`/forms/${FORM}/moves/history`)).body.moves).toEqual([]);
  });

  it('leads every answer on, each with a revision of its own', async () => {
    const { body } = await ha.post<{ moved: number; notBegun: number }>(`/forms/${FORM}/moves`, { to: 2 });
    expect(body.moved).toBe(before.length);
    const after = await stored(house);
    expect(after).toEqual(
      before.map((one) => {
        // What the newer version no longer asks for is kept, as everything that was ever answered.
        const answers = { ...one.answers, cells: { ...one.answers.cells, renamed: one.answers.cells[first]! } };
        return { ...one, answers, revision: one.revision + 1, revisions: one.revisions + 1, versions: [2] };
      }),
    );
    const [asking] = await house.database.rows<{ left: number }>(
      `select count(*)::integer as left from obligation o, jsonb_to_recordset(o.forms) as f (key text, version integer)
       where f.key = '${FORM}' and f.version <> 2 and o.settled_at is null`,
    );
    expect(asking!.left).toBe(0);
  });

  it('takes all of them back but the one that was answered since', async () => {
    const answered = before[3]!;
    await house.database.rows(`update report set revision = revision + 1 where id = '${answered.id}'`);
    const { moves } = (await ha.get<{ moves: { id: string }[] }>(`/forms/${FORM}/moves/history`)).body;
    const { body } = await ha.post<{ restored: number; kept: { unitName: string; text: string }[] }>(
      `/forms/${FORM}/moves/${moves[0]!.id}/undo`,
    );
    expect(body.kept).toHaveLength(1);
    const after = await stored(house);
    for (const [at, one] of after.entries()) {
      const was = before[at]!;
      if (one.id === answered.id) {
        expect([one.versions, one.answers.cells['renamed']]).toEqual([[2], was.answers.cells[first]]);
      } else expect(one).toEqual({ ...was, revision: was.revision + 2, revisions: was.revisions + 2 });
    }
  });
});

/** A report with its first revision for each obligation that asks for the form, as many as there are. */
async function begin(house: House, by: string, row: string): Promise<void> {
  await house.database.rows(
    `with open as (
       select o.id, o.forms, row_number() over (order by o.unit_code, o.id) as nth from obligation o
       where o.forms @> '[{"key":"${FORM}"}]' and o.settled_at is null order by o.unit_code, o.id limit ${MOST}
     ), begun as (
       insert into report (id, obligation_id, state, form_versions, answers, revision, updated_at, updated_by)
       select gen_random_uuid(), id, 'draft', forms, jsonb_build_object('cells', jsonb_build_object('${row}', jsonb_build_object(
         'estimate-current', jsonb_build_object('state', 'value', 'value', nth::text))), 'records', '{}'::jsonb, 'sections', '{}'::jsonb),
         1, now(), '${by}' from open returning *
     )
     insert into report_revision (report_id, revision, state, answers, at, by, via)
     select id, revision, state, answers, now(), '${by}', 'web' from begun`,
  );
}

/** Every report as it stands, with the version of the form that it and its obligation ask for. */
async function stored(house: House): Promise<Stored[]> {
  return house.database.rows<Stored>(
    `select r.id, o.unit_code as unit, r.revision, r.answers,
       (select array_agg(distinct f.version) from jsonb_to_recordset(r.form_versions || o.forms) as f (key text, version integer)
        where f.key = '${FORM}') as versions,
       (select count(*)::integer from report_revision v where v.report_id = r.id) as revisions
     from report r join obligation o on o.id = r.obligation_id order by o.unit_code, o.id`,
  );
}
