import { isObligationId, type Obligation, type ObligationRow, toObligation } from '../calendar/index.js';
import { type Database, Together } from '../database/index.js';
import type { Report, ReportState } from './report.js';
import { type ReportRow, toReport } from './report-row.js';

/** An obligation and its report as both stand; no report before it is begun. */
export interface Standing {
  obligation: Obligation;
  report?: Report;
}

/**
 * What answering asks first, in one round trip for all who answer at the same time. Each trip costs about as much as judging
 * the answers, so the two rows are not read one after the other.
 */
export class StandingReports {
  private readonly together: Together<string, Standing | undefined>;

  constructor(database: Database) {
    this.together = new Together(async (obligations) => {
      const found = await database.prepared<Row>(STANDING, [obligations]);
      const standing = new Map(found.map((one) => [one.id, toStanding(one)]));
      return obligations.map((obligation) => standing.get(obligation));
    });
  }

  /** Undefined where there is no such obligation. */
  async find(obligation: string): Promise<Standing | undefined> {
    return isObligationId(obligation) ? this.together.ask(obligation) : undefined;
  }
}

const STANDING = {
  name: 'standing-reports',
  text: `
    select o.*, r.id as report, r.state, r.form_versions, r.answers, r.revision, r.submitted_at, r.owed_forms,
      r.updated_at, r.updated_by
    from obligation o left join report r on r.obligation_id = o.id
    where o.id = any($1::uuid[])`,
};

type Row = ObligationRow &
  Omit<ReportRow, 'id' | 'obligation_id' | 'state'> & { report: string | null; state: ReportState };

function toStanding(found: Row): Standing {
  const obligation = toObligation(found);
  return found.report === null
    ? { obligation }
    : { obligation, report: toReport({ ...found, id: found.report, obligation_id: found.id }) };
}
