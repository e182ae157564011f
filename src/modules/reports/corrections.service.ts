import { Inject, Injectable } from '@nestjs/common';
import type { Cells } from '../../forms/index.js';
import { AuditService } from '../access/index.js';
import { CalendarService, type Obligation } from '../calendar/index.js';
import { Database, instant, row, rows, run, type Em } from '../database/index.js';
import { CLOCK, plainDate, type Clock } from '../shared/index.js';
import { applyChange } from './apply-change.js';
import { acceptedAlready, correctionTooLate, notSubmitted } from './problems.js';
import type { Change, Doer, Written } from './report.js';
import { type ReportRow, toReport } from './report-row.js';
import { ReportsService } from './reports.service.js';

/** One change of a submitted report: what, by whom, why. */
export interface Correction {
  revision: number;
  at: string;
  by: string;
  reason: string;
  change: Change;
  /** The answers of the change as they stood before; null where there was none. */
  was: NonNullable<Change['cells']>;
}

/** Corrects answers of a report that stands submitted, until its due day; the reason goes with it to whoever receives it. */
@Injectable()
export class CorrectionsService {
  constructor(
    private readonly database: Database,
    private readonly calendar: CalendarService,
    private readonly reports: ReportsService,
    private readonly audit: AuditService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Writes `change` into the submitted report and keeps `reason` with the revision. Refused once it is accepted or past its
   * due day (the recipient then returns it), and where the report would break a hard check.
   */
  async correct(em: Em, obligation: Obligation, change: Change, reason: string, doer: Doer): Promise<Written> {
    const found = await row<ReportRow>(em, `select * from report where obligation_id = ?::uuid for update`, [
      obligation.id,
    ]);
    if (found?.state === 'accepted') throw acceptedAlready({ to: recipientsOf(obligation) });
    if (found?.state !== 'submitted') throw notSubmitted();
    if (obligation.closedAt || (await this.calendar.today(em)) >= obligation.dueOn) {
      throw correctionTooLate({ due: plainDate.vi(obligation.dueOn), to: recipientsOf(obligation) });
    }
    const report = toReport(found);
    const forms = await this.reports.formsOf(obligation, report, em);
    const { answers, issues } = applyChange(forms, report.answers, change, obligation.planYear - 1);
    if (issues.length > 0) return { ok: false, issues };
    const { refused } = await this.reports.findings(obligation, { forms: report.forms, answers }, em);
    if (refused.length > 0) return { ok: false, issues: refused };
    const revision = report.revision + 1;
    const now = this.clock.now();
    await run(
      em,
      `update report set answers = ?::jsonb, revision = ?, updated_at = ?, updated_by = ? where id = ?::uuid`,
      [JSON.stringify(answers), revision, now, doer.person, report.id],
    );
    await run(
      em,
      `insert into report_revision (report_id, revision, state, answers, at, by, via, reason)
       values (?, ?, 'corrected', ?::jsonb, ?, ?, ?, ?)`,
      [
        report.id,
        revision,
        JSON.stringify({ ...change, was: before(report.answers.cells, change) }),
        now,
        doer.person,
        doer.via,
        reason.normalize('NFC'),
      ],
    );
    await this.audit.note(em, {
      actor: doer.person,
      action: 'report corrected',
      subject: obligation.id,
      details: { via: doer.via, reason, revision },
    });
    return { ok: true, revision };
  }

  /** What was corrected since the report was submitted, the newest first. */
  async of(obligation: string, em: Em = this.database.em): Promise<Correction[]> {
    const found = await rows<Omit<Correction, 'was' | 'change'> & { change: Change & { was?: Correction['was'] } }>(
      em,
      `select v.revision, v.at, coalesce(p.name, '') as by, coalesce(v.reason, '') as reason, v.answers as change
       from report_revision v join report r on r.id = v.report_id left join person p on p.id = v.by
       where r.obligation_id = ?::uuid and v.state = 'corrected' order by v.revision desc limit 100`,
      [obligation],
    );
    return found.map(({ change: { was = {}, ...change }, ...one }) => ({ ...one, at: instant(one.at), change, was }));
  }
}

/** What stood in the cells of a change. */
function before(cells: Cells, change: Change): Correction['was'] {
  return Object.fromEntries(
    Object.entries(change.cells ?? {}).map(([row, measures]) => [
      row,
      Object.fromEntries(Object.keys(measures).map((measure) => [measure, cells[row]?.[measure] ?? null])),
    ]),
  );
}

/** Whom to ask for a return: who received the report. */
export const recipientsOf = ({ recipients }: Pick<Obligation, 'recipients'>): string =>
  recipients.map((to) => to.name).join(', ');
