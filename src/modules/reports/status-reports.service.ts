import { Inject, Injectable } from '@nestjs/common';
import { Database, instant, rows, run, type Em } from '../database/index.js';
import { DefinitionsService } from '../definitions/index.js';
import { CLOCK, newId, type Clock, type Locale, MESSAGES, type Messages } from '../shared/index.js';
import type { Doer } from './report.js';
import { type SaidBeside, type StatusReport, statusInWords } from './status-report.js';

/** What the unit says: facts by the form's keys, and its answers to what admins ask beside them. */
export interface NewStatusReport {
  state: string;
  progress?: number;
  difficulty?: string;
  expectedOn?: string;
  own?: Readonly<Record<string, string>>;
  notes?: Readonly<Record<string, string>>;
  /** The version of the status form that asked; absent where the product's own words did. */
  formVersion?: number;
}

/** Whose questions are answered in a status report. */
export const STATUS_FORM = 'status';

@Injectable()
export class StatusReportsService {
  constructor(
    private readonly database: Database,
    private readonly definitions: DefinitionsService,
    @Inject(MESSAGES) private readonly messages: Messages,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async add(em: Em, obligation: string, said: NewStatusReport, doer: Doer): Promise<void> {
    await run(
      em,
      `insert into status_report (id, obligation_id, person_id, state, progress, difficulty, expected_on,
         form_version, answers, notes, said_at, via)
       values (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?, ?)`,
      [
        newId(),
        obligation,
        doer.person,
        said.state,
        said.progress ?? null,
        said.difficulty ?? null,
        said.expectedOn ?? null,
        said.formVersion ?? null,
        JSON.stringify(said.own ?? {}),
        JSON.stringify(said.notes ?? {}),
        this.clock.now(),
        doer.via,
      ],
    );
  }

  /** The newest status report of each of `obligations`, in words of `locale`. */
  async newest(
    obligations: readonly string[],
    locale: Locale,
    em: Em = this.database.em,
  ): Promise<Map<string, StatusReport>> {
    if (obligations.length === 0) return new Map();
    const found = await rows<
      SaidBeside & {
        obligation_id: string;
        form_version: number | null;
        progress: number | null;
        difficulty: string | null;
        expected_on: string | null;
        said_at: string;
        giver: string;
        outcome: 'accepted' | 'returned' | null;
        reason: string | null;
        reviewer: string | null;
      }
    >(
      em,
      `select distinct on (obligation_id) obligation_id, state, progress::float8 as progress, difficulty, expected_on,
         form_version, answers, notes, said_at, g.name as giver, r.outcome, r.reason, p.name as reviewer
       from status_report s join person g on g.id = s.person_id left join status_review r on r.status_report_id = s.id left join person p on p.id = r.reviewed_by
       where obligation_id in (select value::uuid from jsonb_array_elements_text(?::jsonb))
       order by obligation_id, said_at desc`,
      [JSON.stringify(obligations)],
    );
    const reports = await Promise.all(
      found.map(async (said): Promise<StatusReport> => ({
        obligation: said.obligation_id,
        state: said.state,
        ...statusInWords(said, await this.formOf(said.form_version, em), locale, this.messages),
        progress: said.progress ?? undefined,
        difficulty: said.difficulty ?? undefined,
        expectedOn: said.expected_on ?? undefined,
        saidAt: instant(said.said_at),
        saidBy: said.giver,
        ...(said.outcome === null
          ? {}
          : { review: { outcome: said.outcome, reason: said.reason ?? '', by: said.reviewer ?? '' } }),
      })),
    );
    return new Map(reports.map((report) => [report.obligation, report]));
  }

  /** The form that asked: a report reads as it was given, whatever is asked since. */
  private async formOf(version: number | null, em: Em) {
    if (version === null) return undefined;
    const { definition } = await this.definitions.get(STATUS_FORM, version, em);
    return definition.kind === 'short' ? definition : undefined;
  }
}
