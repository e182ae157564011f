import { Inject, Injectable } from '@nestjs/common';
import { AuditService } from '../../access/index.js';
import { Database, rows, type Em } from '../../database/index.js';
import { CLOCK, type Clock } from '../../shared/index.js';
import { CalendarService } from '../calendar.service.js';
import { WaiversService } from './waivers.service.js';

/** What opening a plan year would write. */
export interface Opening {
  added: number;
  /** Of these so many are over already: their units hear of a lateness the same day. */
  lateAtOnce: number;
  /** Of these so many are over already and let go. */
  waived: number;
  milestones: { milestone: string; added: number }[];
}

/**
 * Opens a plan year that may have begun: what is over by then can be let go in the same act, so that nobody is chased for what
 * was asked of nobody here.
 */
@Injectable()
export class OpeningService {
  constructor(
    private readonly database: Database,
    private readonly calendar: CalendarService,
    private readonly waivers: WaiversService,
    private readonly audit: AuditService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** What opening would add, by milestone in the order of the calendar; nothing is written. */
  async look(planYear: number, waiveOver: boolean): Promise<Opening> {
    const { added, lateAtOnce: over, milestones } = await this.calendar.lookAtCycle(planYear);
    return { added, milestones, lateAtOnce: waiveOver ? 0 : over, waived: waiveOver ? over : 0 };
  }

  /** Opens the year; with `waiveOver`, a reason, what this adds and is over is waived. Again it adds what is missing. */
  async open(
    planYear: number,
    { actor, waiveOver }: { actor?: string; waiveOver?: string },
  ): Promise<{ planned: number; added: number; waived: number }> {
    return this.database.transaction(async (em) => {
      const stood = new Set(await this.over(em, planYear));
      const opened = await this.calendar.openCycle(planYear, actor, em);
      if (waiveOver === undefined) return { ...opened, waived: 0 };
      const fresh = (await this.over(em, planYear)).filter((id) => !stood.has(id));
      await this.waivers.putAll(em, fresh, { reason: waiveOver, at: this.clock.now(), by: actor });
      if (fresh.length > 0) {
        const details = { waived: fresh.length, reason: waiveOver };
        await this.audit.note(em, { actor, action: 'obligation waived', subject: String(planYear), details });
      }
      return { ...opened, waived: fresh.length };
    });
  }

  /** What is owed in the year and over already. */
  private async over(em: Em, planYear: number): Promise<string[]> {
    const found = await rows<{ id: string }>(
      em,
      `select id from obligation where plan_year = ? and due_on <= ? and settled_at is null`,
      [planYear, await this.calendar.today(em)],
    );
    return found.map(({ id }) => id);
  }
}
