import { Inject, Injectable } from '@nestjs/common';
import { AuditService } from '../access/index.js';
import { Database, row, rows, run, Together, type Em } from '../database/index.js';
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
  private readonly allMilestones = new Together<undefined, Milestone[]>(async (asked) => {
    const found = await this.milestones(this.database.em);
    return asked.map(() => found);
  });

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

  async milestones(em?: Em): Promise<Milestone[]> {
    if (!em) return this.allMilestones.ask(undefined);
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
  async openCycle(planYear: number, actor?: string, em?: Em): Promise<{ planned: number; added: number }> {
    if (!em) return this.database.transaction((own) => this.openCycle(planYear, actor, own));
    const tree = await this.units.tree();
    await run(em, `insert into cycle (plan_year, opened_at) values (?, ?) on conflict do nothing`, [
      planYear,
      this.clock.now(),
    ]);
    return this.addMissing(em, planYear, tree, actor);
  }

  /** What opening a plan year would add, by milestone in the order of the calendar; nothing is written. */
  async lookAtCycle(
    planYear: number,
  ): Promise<{ added: number; lateAtOnce: number; milestones: { milestone: string; added: number }[] }> {
    const { em } = this.database;
    const milestones = await this.milestones(em);
    const { missing } = await this.writer.missing(em, await this.planned(em, planYear, await this.units.tree()));
    const today = await this.today(em);
    const by = Map.groupBy(missing, (one) => one.milestone);
    return {
      added: missing.length,
      lateAtOnce: missing.filter(({ dueOn }) => dueOn <= today).length,
      milestones: milestones.flatMap(({ id }) => {
        const added = by.get(id)?.length ?? 0;
        return added > 0 ? { milestone: id, added } : [];
      }),
    };
  }

  /** Adds what the units of `tree` owe in an open plan year and do not owe yet, in the caller's transaction. */
  async addMissing(
    em: Em,
    planYear: number,
    tree: UnitTree,
    actor?: string,
  ): Promise<{ planned: number; added: number }> {
    const planned = await this.planned(em, planYear, tree);
    const added = await this.writer.add(em, planned);
    if (added > 0) {
      await this.audit.note(em, { actor, action: 'cycle opened', subject: String(planYear), details: { added } });
    }
    return { planned: planned.length, added };
  }

  /** All that the calendar and the rules ask for in a plan year. */
  private async planned(em: Em, planYear: number, tree: UnitTree): Promise<CausedObligation[]> {
    const rules = await this.dayRules(em);
    const milestones = await this.milestones(em);
    const planned: CausedObligation[] = planObligations(milestones, tree.units, planYear, rules);
    for (const rule of await standingRules(em)) {
      const milestone = milestones.find((one) => one.id === rule.milestone);
      if (!milestone) continue;
      const under = planUnderRule(milestone, tree, rule, planYear, rules);
      planned.push(...under.map((one) => ({ ...one, cause: { rule: rule.id } })));
    }
    return planned;
  }
}
