import type { Answers } from '../../forms/index.js';
import { type Database, Together } from '../database/index.js';
import type { Change, Doer, Report } from './report.js';

/** One report's new answers, made from what revision `seen` held. */
export interface NewAnswers {
  report: string;
  /** What the report is begun for, and in which versions of its forms, where this is its first answer. */
  begins?: { obligation: string; forms: Report['forms'] };
  seen: number;
  answers: Answers;
  change: Change;
  at: Date;
  doer: Doer;
}

/**
 * Writes the answers of many reports with one statement and one commit: each report as it stands and its revision, or
 * nothing of it. A report that has changed since, is closed, or is being written by somebody else is left alone; so is one to be
 * begun whose forms were moved to other versions meanwhile.
 */
export class GroupedAnswers {
  private readonly together: Together<NewAnswers, boolean>;

  constructor(database: Database) {
    this.together = new Together(async (group) => {
      const distinct = new Map(group.map((one) => [one.report, one]).reverse() as [string, NewAnswers][]);
      const written = await database.prepared<{ report_id: string }>(WRITE, [givenAnswers([...distinct.values()])]);
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

/** What {@link writingAnswers} reads: the answers of reports that are all different, each with what else is said `about` it. */
export const givenAnswers = <A extends NewAnswers>(
  all: readonly A[],
  about: (one: A) => Record<string, unknown> = () => ({}),
): string =>
  JSON.stringify(
    all.map((one) => {
      const { report, begins, seen, answers, change, at, doer } = one;
      return { ...about(one), report, ...begins, seen, answers, change, at, by: doer.person, via: doer.via };
    }),
  );

/**
 * The parts of a `with` that write what {@link givenAnswers} gave in the parameter `given`; `answers_written` holds the reports
 * that were. `only` narrows it by a column of `extra` (its name and type) that was said about each. Reports that a transaction
 * holds are skipped, not waited for: one slow chat turn must not hold up everybody's answers.
 */
export const writingAnswers = (given: string, { extra = '', only = '' } = {}): string => `
    answers_given as materialized (
      select * from jsonb_to_recordset(${given}::jsonb)
        as g (report uuid, obligation uuid, forms jsonb, seen integer, answers jsonb, change jsonb, at timestamptz, by uuid, via text${extra && `, ${extra}`})
    ), answers_free as materialized (
      select r.id from report r join answers_given g on g.report = r.id and g.seen = r.revision
      where r.state in ('draft', 'returned') ${only && `and ${only}`} for update of r skip locked
    ), answers_open as materialized (
      select o.id from obligation o join answers_given g on g.obligation = o.id and g.forms = o.forms
      where o.closed_at is null ${only && `and ${only}`} for no key update of o skip locked
    ), answers_begun as (
      insert into report (id, obligation_id, state, form_versions, answers, revision, updated_at, updated_by)
      select g.report, g.obligation, 'draft', g.forms, g.answers, g.seen + 1, g.at, g.by
      from answers_given g join answers_open o on o.id = g.obligation
      on conflict (obligation_id) do nothing returning id
    ), answers_changed as (
      update report r set answers = g.answers, revision = g.seen + 1, updated_at = g.at, updated_by = g.by
      from answers_given g join answers_free f on f.id = g.report where r.id = g.report
      returning r.id, r.state
    ), answers_written as (
      select id, 'draft' as state from answers_begun union all select id, state from answers_changed
    ), answers_kept as (
      insert into report_revision (report_id, revision, state, answers, at, by, via)
      select w.id, g.seen + 1, w.state, g.change, g.at, g.by, g.via from answers_written w join answers_given g on g.report = w.id
      returning report_id
    )`;

const WRITE = { name: 'write-answers', text: `with ${writingAnswers('$1')} select report_id from answers_kept` };
