import { Inject, Injectable } from '@nestjs/common';
import { AuditService } from '../access/index.js';
import { Database, row, rows, run, type Em } from '../database/index.js';
import { DefinitionsService } from '../definitions/index.js';
import { CLOCK, newId, plainDate, type Clock } from '../shared/index.js';
import { UnitsService } from '../units/index.js';
import { type DaysOffPolicy, NO_POLICY } from './days-off-policy.js';
import type { Milestone } from './milestone.js';
import { ObligationEntity } from './obligation.entity.js';
import { planObligations } from './plan-obligations.js';
import { type SpecialDay, WorkingDays } from './working-days.js';

/** The calendar of the profile in force and the cycles opened from it. */
@Injectable()
export class CalendarService {
  private zone?: string;

  constructor(
    private readonly database: Database,
    private readonly definitions: DefinitionsService,
    private readonly units: UnitsService,
    private readonly audit: AuditService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Replaces the milestones; obligations already made keep the dates that they were made with. */
  async saveMilestones(em: Em, milestones: readonly Milestone[]): Promise<void> {
    for (const [position, milestone] of milestones.entries()) {
      await run(
        em,
        `insert into milestone (id, position, spec) values (?, ?, ?::jsonb)
         on conflict (id) do update set position = excluded.position, spec = excluded.spec`,
        [milestone.id, position, JSON.stringify(milestone)],
      );
    }
  }

  async milestones(em: Em = this.database.em): Promise<Milestone[]> {
    const found = await rows<{ spec: Milestone }>(em, `select spec from milestone order by position`);
    return found.map((milestone) => milestone.spec);
  }

  /** The time zone in which the days of this profile begin and end. */
  async timeZone(em?: Em): Promise<string> {
    if (this.zone) return this.zone;
    const found = await row<{ time_zone: string }>(
      em ?? this.database.em,
      `select time_zone from profile_state order by loaded_at desc limit 1`,
    );
    this.zone = found?.time_zone;
    return found?.time_zone ?? 'Asia/Ho_Chi_Minh';
  }

  /** Which days are worked, from the holidays as they stand now. */
  async workingDays(em: Em = this.database.em): Promise<WorkingDays> {
    return new WorkingDays(
      await rows<SpecialDay>(em, `select on_date::text as date, kind, status from holiday order by on_date`),
    );
  }

  /** What the profile in force says of days off. */
  async daysOffPolicy(em: Em = this.database.em): Promise<DaysOffPolicy> {
    const found = await row<{ policy: DaysOffPolicy | null }>(
      em,
      `select rules -> 'daysOff' as policy from profile_state order by loaded_at desc limit 1`,
    );
    return found?.policy ?? NO_POLICY;
  }

  /** The day it is now for the people of this profile. */
  async today(em?: Em): Promise<string> {
    return plainDate.today(this.clock.now(), await this.timeZone(em));
  }

  /**
   * Makes the obligations of a plan year: one per unit and milestone that has a date. Opening again adds what is missing
   * (a new milestone, a new unit) and changes nothing that stands.
   */
  async openCycle(planYear: number, actor?: string): Promise<{ planned: number; added: number }> {
    const tree = await this.units.tree();
    return this.database.transaction(async (em) => {
      await run(em, `insert into cycle (plan_year, opened_at) values (?, ?) on conflict do nothing`, [
        planYear,
        this.clock.now(),
      ]);
      const newest = await this.definitions.newest(em);
      const retired = await this.definitions.retired(em);
      const planned = planObligations(await this.milestones(em), tree.units, planYear);
      // At every start the cycle is opened again: thousands of rows that stand are not sent once more.
      const standing = await standingOf(em, planYear);
      const before = standing.size;
      const missing = planned.filter((one) => !standing.has(keyOf(one)));
      if (missing.length === 0) return { planned: planned.length, added: 0 };
      await em.upsertMany(
        ObligationEntity,
        missing.map((one) => ({
          id: newId(),
          planYear: one.planYear,
          milestone: one.milestone,
          unitCode: one.unit,
          occasion: one.occasion,
          superior: one.superior ?? null,
          recipients: one.recipients,
          forms: one.forms
            .filter((key) => !retired.has(key))
            .map((key) => ({ key, version: newest.get(key) ?? missingForm(key, one.milestone) })),
          headline: one.headline !== undefined && !retired.has(one.headline) ? one.headline : null,
          signedDocument: one.signedDocument,
          onlyLedRows: one.onlyLedRows,
          opensOn: one.opensOn,
          dueOn: one.dueOn,
          firstDueOn: one.dueOn,
          clause: one.clause,
          settledAt: null,
          settledAs: null,
        })),
        {
          onConflictFields: ['planYear', 'milestone', 'unitCode', 'occasion'],
          onConflictAction: 'ignore',
          batchSize: 500,
        },
      );
      const added = (await standingOf(em, planYear)).size - before;
      if (added > 0) {
        await this.audit.note(em, { actor, action: 'cycle opened', subject: String(planYear), details: { added } });
      }
      return { planned: planned.length, added };
    });
  }
}

/** What a plan year's obligations are told apart by. */
async function standingOf(em: Em, planYear: number): Promise<Set<string>> {
  const found = await rows<{ milestone: string; unit: string; occasion: string }>(
    em,
    `select milestone, unit_code as unit, occasion from obligation where plan_year = ?`,
    [planYear],
  );
  return new Set(found.map(keyOf));
}

const keyOf = (one: { milestone: string; unit: string; occasion: string }) =>
  `${one.milestone} ${one.unit} ${one.occasion}`;

function missingForm(key: string, milestone: string): never {
  throw new Error(`milestone ${milestone} asks for form ${key}, which was never published`);
}
