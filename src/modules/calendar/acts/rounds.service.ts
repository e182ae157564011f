import { Inject, Injectable } from '@nestjs/common';
import { AuditService } from '../../access/index.js';
import { Database, instant, row, rows, run, type Em } from '../../database/index.js';
import { CLOCK, newId, type Clock } from '../../shared/index.js';
import { type Person, UnitsService } from '../../units/index.js';
import { CalendarService } from '../calendar.service.js';
import { mustDecide } from '../may-decide.js';
import type { Milestone } from '../milestone.js';
import { ObligationsService } from '../obligations.service.js';
import { alreadyClosed, cycleNotOpen, notClosed, obligationUnknown, roundUnknown } from '../problems.js';

export type Round = Milestone['round'];

/** What is still open of a round: counted by milestone, and how many are not due yet. */
export interface StillOpen {
  open: { milestone: string; units: number }[];
  notDueYet: number;
}

/** Closes rounds: what is late after that needs its recipient to open it again. */
@Injectable()
export class RoundsService {
  constructor(
    private readonly database: Database,
    private readonly calendar: CalendarService,
    private readonly obligations: ObligationsService,
    private readonly units: UnitsService,
    private readonly audit: AuditService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Closes a round of a plan year. Without `confirmed` only what is still open is told. */
  async close(
    { planYear, round, reason }: { planYear: number; round: Round; reason: string },
    by: { actor?: string; confirmed: boolean },
  ): Promise<StillOpen & { applied: boolean }> {
    return this.database.transaction(async (em) => {
      const milestones = await this.milestonesOf(round, em);
      if (!(await this.calendar.cycles(em)).includes(planYear)) throw cycleNotOpen({ year: planYear });
      const still = await this.stillOpen(em, planYear, milestones);
      if (await this.standing(em, planYear, round)) throw alreadyClosed();
      if (!by.confirmed) return { ...still, applied: false };
      const now = this.clock.now();
      await run(
        em,
        `insert into round_closing (id, plan_year, round, reason, closed_by, closed_at) values (?, ?, ?, ?, ?, ?)`,
        [newId(), planYear, round, reason.normalize('NFC'), by.actor ?? null, now],
      );
      await run(em, `update obligation set closed_at = ? where plan_year = ? and milestone in (?)`, [
        now,
        planYear,
        milestones,
      ]);
      await this.audit.note(em, {
        actor: by.actor,
        action: 'round closed',
        subject: `${planYear}/${round}`,
        details: { reason, ...still },
      });
      return { ...still, applied: true };
    });
  }

  /** Opens a closed round again, for everybody. */
  async reopen({ planYear, round }: { planYear: number; round: Round }, actor?: string): Promise<void> {
    await this.database.transaction(async (em) => {
      const milestones = await this.milestonesOf(round, em);
      const closing = await this.standing(em, planYear, round);
      if (!closing) throw notClosed();
      await run(em, `update round_closing set reopened_by = ?, reopened_at = ? where id = ?::uuid`, [
        actor ?? null,
        this.clock.now(),
        closing,
      ]);
      await run(em, `update obligation set closed_at = null where plan_year = ? and milestone in (?)`, [
        planYear,
        milestones,
      ]);
      await this.audit.note(em, { actor, action: 'round reopened', subject: `${planYear}/${round}` });
    });
  }

  /** Opens one obligation of a closed round again. Only a head or supervisor of a recipient unit, or an admin, may. */
  async reopenOne(person: Person, id: string, reason: string, em?: Em): Promise<void> {
    if (!em) return this.database.transaction((own) => this.reopenOne(person, id, reason, own));
    const obligation = await this.obligations.lock(id, em);
    if (!obligation) throw obligationUnknown();
    mustDecide(person, await this.units.tree(), obligation);
    if (!obligation.closedAt) throw notClosed();
    await run(em, `update obligation set closed_at = null where id = ?::uuid`, [id]);
    await this.audit.note(em, { actor: person.id, action: 'obligation reopened', subject: id, details: { reason } });
  }

  /** The rounds that are closed. */
  async closed(): Promise<{ planYear: number; round: Round; reason: string; closedAt: string }[]> {
    const found = await rows<{ plan_year: number; round: Round; reason: string; closed_at: string }>(
      this.database.em,
      `select plan_year, round, reason, closed_at from round_closing where reopened_at is null order by plan_year, round`,
    );
    return found.map((one) => ({
      planYear: one.plan_year,
      round: one.round,
      reason: one.reason,
      closedAt: instant(one.closed_at),
    }));
  }

  private async milestonesOf(round: Round, em: Em): Promise<string[]> {
    const found = (await this.calendar.milestones(em)).filter((one) => one.round === round).map((one) => one.id);
    if (found.length === 0) throw roundUnknown();
    return found;
  }

  private async stillOpen(em: Em, planYear: number, milestones: readonly string[]): Promise<StillOpen> {
    const today = await this.calendar.today(em);
    const found = await rows<{ milestone: string; units: number; early: number }>(
      em,
      `select milestone, count(*)::int as units, count(*) filter (where due_on > ?)::int as early from obligation
       where plan_year = ? and milestone in (?) and settled_at is null group by milestone order by milestone`,
      [today, planYear, milestones],
    );
    return {
      open: found.map(({ milestone, units }) => ({ milestone, units })),
      notDueYet: found.reduce((sum, one) => sum + one.early, 0),
    };
  }

  private async standing(em: Em, planYear: number, round: Round): Promise<string | undefined> {
    const found = await row<{ id: string }>(
      em,
      `select id from round_closing where plan_year = ? and round = ? and reopened_at is null for update`,
      [planYear, round],
    );
    return found?.id;
  }
}
