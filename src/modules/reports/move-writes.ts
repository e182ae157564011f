import type { Answers } from '../../forms/index.js';
import { row, rows, run, type Em } from '../database/index.js';
import type { Report } from './report.js';

/** What an open obligation asks for after a move, with the answers of its report where it has one. */
export interface Moved {
  obligation: string;
  forms: Report['forms'];
  report?: { id: string; answers: Answers };
}

interface By {
  move: string;
  person: string;
  now: Date;
}

/** Obligations written with one statement: enough that a round trip is nothing beside the work, few enough to hold in memory. */
const AT_ONCE = 300;

/**
 * Keeps how each of them stood, and writes how it stands after the move: reports with a revision of their own. Whoever answered
 * last is still who did.
 */
export async function writeMoves(em: Em, moved: readonly Moved[], by: By): Promise<void> {
  for (let from = 0; from < moved.length; from += AT_ONCE) {
    await writeSome(em, moved.slice(from, from + AT_ONCE), by);
  }
}

async function writeSome(em: Em, moved: readonly Moved[], { move, person, now }: By): Promise<void> {
  const obligations = JSON.stringify(moved.map(({ obligation, forms }) => ({ id: obligation, forms })));
  await run(
    em,
    `insert into report_move_item (move_id, obligation_id, report_id, forms_before, answers_before, revision_after)
     select ?::uuid, o.id, r.id, coalesce(r.form_versions, o.forms), r.answers, r.revision + 1
     from jsonb_to_recordset(?::jsonb) as m (id uuid)
     join obligation o on o.id = m.id left join report r on r.obligation_id = o.id`,
    [move, obligations],
  );
  await run(
    em,
    `update obligation o set forms = m.forms from jsonb_to_recordset(?::jsonb) as m (id uuid, forms jsonb) where o.id = m.id`,
    [obligations],
  );
  const reports = moved.flatMap(({ forms, report }) => (report ? [{ ...report, forms }] : []));
  if (reports.length === 0) return;
  await run(
    em,
    `with moved as (
       update report r set form_versions = m.forms, answers = m.answers, revision = r.revision + 1
       from jsonb_to_recordset(?::jsonb) as m (id uuid, forms jsonb, answers jsonb) where r.id = m.id
       returning r.id, r.revision, r.state, r.answers
     )
     ${REVISIONS}`,
    [JSON.stringify(reports), now, person],
  );
}

/** What a move kept is written back, but for obligations that were answered since; `kept` are the units of those, in order. */
export async function takeBack(em: Em, { move, person, now }: By): Promise<{ restored: number; kept: string[] }> {
  // Reports before obligations, as everybody who submits holds them.
  await rows(
    em,
    `select 1 from report r join report_move_item i on i.obligation_id = r.obligation_id
     where i.move_id = ?::uuid order by r.id for update of r`,
    [move],
  );
  const kept = await rows<{ unit: string }>(
    em,
    `select o.unit_code as unit from report_move_item i join obligation o on o.id = i.obligation_id
     left join report r on r.obligation_id = i.obligation_id
     where i.move_id = ?::uuid and r.revision is distinct from i.revision_after order by o.unit_code`,
    [move],
  );
  await run(
    em,
    `update obligation o set forms = i.forms_before
     from report_move_item i left join report r on r.obligation_id = i.obligation_id
     where i.move_id = ?::uuid and o.id = i.obligation_id and r.revision is not distinct from i.revision_after`,
    [move],
  );
  await run(
    em,
    `with moved as (
       update report r set form_versions = i.forms_before, answers = i.answers_before, revision = r.revision + 1
       from report_move_item i
       where i.move_id = ?::uuid and r.id = i.report_id and r.revision = i.revision_after
       returning r.id, r.revision, r.state, r.answers
     )
     ${REVISIONS}`,
    [move, now, person],
  );
  const all = await row<{ count: number }>(
    em,
    `select count(*)::integer as count from report_move_item where move_id = ?::uuid`,
    [move],
  );
  return { restored: all!.count - kept.length, kept: kept.map(({ unit }) => unit) };
}

const REVISIONS = `insert into report_revision (report_id, revision, state, answers, at, by, via)
     select id, revision, state, answers, ?, ?::uuid, 'move' from moved`;
