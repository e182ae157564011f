import { Inject, Injectable } from '@nestjs/common';
import { Database, instant, rows, run, type Em } from '../database/index.js';
import { CLOCK, newId, type Clock } from '../shared/index.js';
import type { Doer } from './report.js';

/** The short answer by chat: where it stands, how far, what hinders, when it will be done. */
export interface StatusReport {
  obligation: string;
  state: 'not_started' | 'in_progress' | 'blocked' | 'done';
  progress?: number;
  difficulty?: string;
  expectedOn?: string;
  saidAt: string;
  /** What whoever watches the unit made of it. */
  review?: { outcome: 'accepted' | 'returned'; reason: string; by: string };
}

@Injectable()
export class StatusReportsService {
  constructor(
    private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async add(
    em: Em,
    obligation: string,
    said: Omit<StatusReport, 'obligation' | 'saidAt' | 'review'>,
    doer: Doer,
  ): Promise<void> {
    await run(
      em,
      `insert into status_report (id, obligation_id, person_id, state, progress, difficulty, expected_on, said_at, via)
       values (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      [
        newId(),
        obligation,
        doer.person,
        said.state,
        said.progress ?? null,
        said.difficulty ?? null,
        said.expectedOn ?? null,
        this.clock.now(),
        doer.via,
      ],
    );
  }

  /** The newest status report of each of `obligations`. */
  async newest(obligations: readonly string[], em: Em = this.database.em): Promise<Map<string, StatusReport>> {
    if (obligations.length === 0) return new Map();
    const found = await rows<{
      obligation_id: string;
      state: StatusReport['state'];
      progress: number | null;
      difficulty: string | null;
      expected_on: string | null;
      said_at: string;
      outcome: 'accepted' | 'returned' | null;
      reason: string | null;
      reviewer: string | null;
    }>(
      em,
      `select distinct on (obligation_id) obligation_id, state, progress, difficulty, expected_on, said_at,
         r.outcome, r.reason, p.name as reviewer
       from status_report s left join status_review r on r.status_report_id = s.id left join person p on p.id = r.reviewed_by
       where obligation_id in (select value::uuid from jsonb_array_elements_text(?::jsonb))
       order by obligation_id, said_at desc`,
      [JSON.stringify(obligations)],
    );
    return new Map(
      found.map((said) => [
        said.obligation_id,
        {
          obligation: said.obligation_id,
          state: said.state,
          progress: said.progress ?? undefined,
          difficulty: said.difficulty ?? undefined,
          expectedOn: said.expected_on ?? undefined,
          saidAt: instant(said.said_at),
          ...(said.outcome === null
            ? {}
            : { review: { outcome: said.outcome, reason: said.reason ?? '', by: said.reviewer ?? '' } }),
        },
      ]),
    );
  }
}
