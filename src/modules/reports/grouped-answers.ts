import type { Answers } from '../../forms/index.js';
import { type Database, Together } from '../database/index.js';
import type { Change, Doer } from './report.js';

/** One report's new answers, made from what revision `seen` held. */
export interface NewAnswers {
  report: string;
  seen: number;
  answers: Answers;
  change: Change;
  at: Date;
  doer: Doer;
}

/**
 * Writes the answers of many reports with one statement and one commit: each report as it stands and its revision, or
 * nothing of it. A report that has changed since, is closed, or is being written by somebody else is left alone.
 */
export class GroupedAnswers {
  private readonly together: Together<NewAnswers, boolean>;

  constructor(database: Database) {
    this.together = new Together(async (group) => {
      const distinct = new Map(group.map((one) => [one.report, one]).reverse() as [string, NewAnswers][]);
      const rows = [...distinct.values()].map(({ doer, ...one }) => ({ ...one, by: doer.person, via: doer.via }));
      const written = await database.prepared<{ report_id: string }>(WRITE, [JSON.stringify(rows)]);
      const ids = new Set(written.map((one) => one.report_id));
      return group.map((one) => distinct.get(one.report) === one && ids.has(one.report));
    });
  }

  /** True when it is committed; false when nothing was written and the caller has to go the long way, alone. */
  async write(one: NewAnswers): Promise<boolean> {
    // Another's answers may be what the database refused: alone, each gets its own fault or none.
    return this.together.ask(one).catch(() => false);
  }
}

// Rows that a transaction holds are skipped, not waited for: one slow chat turn must not hold up everybody's answers.
const WRITE = {
  name: 'write-answers',
  text: `
    with given as materialized (
      select * from jsonb_to_recordset($1::jsonb)
        as g (report uuid, seen integer, answers jsonb, change jsonb, at timestamptz, by uuid, via text)
    ), free as (
      select r.id from report r join given g on g.report = r.id and g.seen = r.revision
      where r.state in ('draft', 'returned') for update of r skip locked
    ), written as (
      update report r set answers = g.answers, revision = g.seen + 1, updated_at = g.at, updated_by = g.by
      from given g join free f on f.id = g.report where r.id = g.report
      returning r.id, r.revision, r.state, g.change, g.at, g.by, g.via
    )
    insert into report_revision (report_id, revision, state, answers, at, by, via)
    select id, revision, state, change, at, by, via from written
    returning report_id`,
};
