import { Inject, Injectable } from '@nestjs/common';
import { completeness, noAnswers } from '../../forms/index.js';
import { CalendarService, type Milestone, type Obligation, ObligationsService } from '../calendar/index.js';
import { Database, rows, type Em } from '../database/index.js';
import { DefinitionsService } from '../definitions/index.js';
import { type Locale, MESSAGES, type Messages } from '../shared/index.js';
import { UnitsService } from '../units/index.js';
import { toOwedItem, type OwedItem } from './overview.js';
import type { Report } from './report.js';
import { type ReportRow, toReport } from './report-row.js';
import { ReportsService } from './reports.service.js';
import { StatusReportsService } from './status-reports.service.js';
import { yearsTold } from './years-told.js';

/** The list of what is owed by some units, with where each report stands. */
@Injectable()
export class OverviewService {
  constructor(
    private readonly database: Database,
    private readonly calendar: CalendarService,
    private readonly obligations: ObligationsService,
    private readonly definitions: DefinitionsService,
    private readonly units: UnitsService,
    private readonly reports: ReportsService,
    private readonly statuses: StatusReportsService,
    @Inject(MESSAGES) private readonly messages: Messages,
  ) {}

  /** Everything that has opened for `units` (all when absent), most urgent first. */
  async owed(units: readonly string[] | undefined, locale: Locale): Promise<{ today: string; items: OwedItem[] }> {
    const today = await this.calendar.today();
    const opened = await this.obligations.opened(units, today);
    return { today, items: await this.describe(opened, today, locale) };
  }

  /** Within a transaction give its `em`, so that it asks for no second connection. */
  async describe(
    obligations: readonly Obligation[],
    today: string,
    locale: Locale,
    em: Em = this.database.em,
  ): Promise<OwedItem[]> {
    const ids = obligations.map((obligation) => obligation.id);
    const [tree, milestones, reports, statuses] = await Promise.all([
      this.units.tree(),
      this.calendar.milestones(em),
      this.reportsOf(ids, em),
      this.statuses.newest(ids, locale, em),
    ]);
    const byId = new Map<string, Milestone>(milestones.map((milestone) => [milestone.id, milestone]));
    const items = await Promise.all(
      obligations.map(async (obligation) => {
        const report = reports.get(obligation.id);
        const forms = await Promise.all(
          obligation.forms.map(({ key, version }) => this.definitions.get(key, version, em)),
        );
        return toOwedItem({
          obligation,
          milestone: byId.get(obligation.milestone),
          unitName: tree.name(obligation.unit),
          forms,
          report,
          progress: await this.progress(obligation, report, em),
          owedForms: report?.state === 'submitted' ? await this.reports.owedForms(obligation, report, em) : [],
          status: statuses.get(obligation.id),
          today,
          locale,
        });
      }),
    );
    return yearsTold(items, (one) => this.messages.t(locale, 'calendar.title-of-year', one));
  }

  private async progress(obligation: Obligation, report: Report | undefined, em: Em) {
    if (obligation.signedDocument || !obligation.headline) return undefined;
    const forms = await this.reports.formsOf(obligation, report, em);
    const headline = forms.find((form) => form.key === obligation.headline);
    if (!headline) return undefined;
    const { answered, asked } = completeness(headline.form, report?.answers ?? noAnswers());
    return { answered, asked };
  }

  private async reportsOf(obligations: readonly string[], em: Em): Promise<Map<string, Report>> {
    if (obligations.length === 0) return new Map();
    const found = await rows<ReportRow>(
      em,
      `select * from report where obligation_id in (select value::uuid from jsonb_array_elements_text(?::jsonb))`,
      [JSON.stringify(obligations)],
    );
    return new Map(found.map((report) => [report.obligation_id, toReport(report)]));
  }
}
