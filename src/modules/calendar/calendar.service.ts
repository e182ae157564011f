import { Inject, Injectable } from '@nestjs/common';
import { AuditService } from '../access/index.js';
import { Database, row, rows, run, type Em } from '../database/index.js';
import { CLOCK, plainDate, type Clock, type Text } from '../shared/index.js';
import { UnitsService, type UnitTree } from '../units/index.js';
import { type DayRules, type DaysOffPolicy, NO_POLICY } from './days-off-policy.js';
import type { Milestone } from './milestone.js';
import { type OfficeHours, withinHours } from './office-hours.js';
import { type CausedObligation, ObligationWriter } from './obligation-writer.js';
import { standingRules } from './occasions/rule-rows.js';
import { planUnderRule } from './plan-occasions.js';
import { planObligations } from './plan-obligations.js';
import { type SpecialDay, WorkingDays } from './working-days.js';

/** The calendar of the profile in force and the cycles opened from it. */
@Injectable()
export class CalendarService {
  private zone?: string;

  constructor(
    private readonly database: Database,
    private readonly writer: ObligationWriter,
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

  /** What people call the sorts of units, by kind. */
  async kindTitles(em: Em = this.database.em): Promise<Record<string, Text>> {
    const found = await row<{ kinds: Record<string, Text> | null }>(
      em,
      `select rules -> 'kinds' as kinds from profile_state order by loaded_at desc limit 1`,
    );
    return found?.kinds ?? {};
  }

  /** When a message that is written now may leave: at once, or when the profile's hours begin. */
  async sendableFrom(em: Em = this.database.em): Promise<Date> {
    const now = this.clock.now();
    const found = await row<{ hours: OfficeHours | null }>(
      em,
      `select rules -> 'hours' as hours from profile_state order by loaded_at desc limit 1`,
    );
    return found?.hours ? withinHours(now, found.hours, await this.timeZone(em)) : now;
  }

  /** Both together: what moves a due day off a day off. */
  async dayRules(em: Em = this.database.em): Promise<DayRules> {
    return { days: await this.workingDays(em), policy: await this.daysOffPolicy(em) };
  }

  /** The plan years whose cycles were opened, the earliest first. */
  async cycles(em: Em = this.database.em): Promise<number[]> {
    const found = await rows<{ plan_year: number }>(em, `select plan_year from cycle order by plan_year`);
    return found.map((cycle) => cycle.plan_year);
  }

  /** The day it is now for the people of this profile. */
  async today(em?: Em): Promise<string> {
    return plainDate.today(this.clock.now(), await this.timeZone(em));
  }

  /**
   * Makes the obligations of a plan year: one per unit and milestone that has a date, and what local rules ask for. Opening again adds what is missing
   * (a new milestone, a new unit) and changes nothing that stands.
   */
  async openCycle(planYear: number, actor?: string): Promise<{ planned: number; added: number }> {
    const tree = await this.units.tree();
    return this.database.transaction(async (em) => {
      await run(em, `insert into cycle (plan_year, opened_at) values (?, ?) on conflict do nothing`, [
        planYear,
        this.clock.now(),
      ]);
      return this.addMissing(em, planYear, tree, actor);
    });
  }

  /** Adds what the units of `tree` owe in an open plan year and do not owe yet, in the caller's transaction. */
  async addMissing(
    em: Em,
    planYear: number,
    tree: UnitTree,
    actor?: string,
  ): Promise<{ planned: number; added: number }> {
    const rules = await this.dayRules(em);
    const milestones = await this.milestones(em);
    const planned: CausedObligation[] = planObligations(milestones, tree.units, planYear, rules);
    for (const rule of await standingRules(em)) {
      const milestone = milestones.find((one) => one.id === rule.milestone);
      if (!milestone) continue;
      const under = planUnderRule(milestone, tree, rule, planYear, rules);
      planned.push(...under.map((one) => ({ ...one, cause: { rule: rule.id } })));
    }
    const added = await this.writer.add(em, planned);
    if (added > 0) {
      await this.audit.note(em, { actor, action: 'cycle opened', subject: String(planYear), details: { added } });
    }
    return { planned: planned.length, added };
  }
}
