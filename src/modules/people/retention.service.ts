import { Inject, Injectable } from '@nestjs/common';
import { AuditService } from '../access/index.js';
import { Database, row } from '../database/index.js';
import { type Clock, WALL_CLOCK } from '../shared/index.js';
import { type Periods, type Step, stepsOf } from './retention.js';

/** Rows in one transaction, and transactions for one table in one run: what is left goes the next night. */
const ROWS = 1000;
const BATCHES = 100;

/** Erases what is past the period for which the profile keeps it (docs/data-inventory.md). */
@Injectable()
export class RetentionService {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditService,
    // Not the clock of the plan: in training that one may be moved a year ahead.
    @Inject(WALL_CLOCK) private readonly clock: Clock,
  ) {}

  /** The periods of the profile in force; undefined where none was loaded. */
  async periods(): Promise<Periods | undefined> {
    const found = await row<{ periods: Periods | null }>(
      this.database.em,
      `select rules -> 'keeping' as periods from profile_state order by loaded_at desc limit 1`,
    );
    return found?.periods ?? undefined;
  }

  /**
   * Erases in sets of at most `batch` rows, each with its count in the trail in one transaction. Gives how many rows went by
   * table, `tables` looked through, and `left`: tables of which more is past its period than one run erases.
   */
  async eraseExpired(batch = ROWS): Promise<Record<string, number>> {
    const periods = await this.periods();
    const counts: Record<string, number> = { tables: 0 };
    if (!periods) return counts;
    for (const step of stepsOf(periods)) {
      const { erased, more } = await this.eraseStep(step, batch);
      counts['tables']! += 1;
      if (erased > 0) counts[step.table] = erased;
      if (more) counts['left'] = (counts['left'] ?? 0) + 1;
    }
    return counts;
  }

  private async eraseStep(step: Step, batch: number): Promise<{ erased: number; more: boolean }> {
    const before = new Date(this.clock.now().getTime() - step.days * 86_400_000);
    let erased = 0;
    for (let done = 0; done < BATCHES; done += 1) {
      const gone = await this.eraseBatch(step, before, batch);
      erased += gone;
      if (gone < batch) return { erased, more: false };
    }
    return { erased, more: true };
  }

  private async eraseBatch({ table, sql }: Step, before: Date, batch: number): Promise<number> {
    return this.database.transaction(async (em) => {
      const gone = await row<{ n: number }>(
        em,
        `with gone as (${sql} returning 1) select count(*)::int as n from gone`,
        [before, batch],
      );
      const erased = gone?.n ?? 0;
      if (erased > 0) {
        const details = { erased: { [table]: erased }, before: before.toISOString() };
        await this.audit.note(em, { action: 'data past their period erased', subject: table, details });
      }
      return erased;
    });
  }
}
