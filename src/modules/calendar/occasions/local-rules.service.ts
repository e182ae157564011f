import { Inject, Injectable } from '@nestjs/common';
import { AuditService } from '../../access/index.js';
import { Database, run, type Em } from '../../database/index.js';
import { CLOCK, newId, type Clock } from '../../shared/index.js';
import { UnitsService } from '../../units/index.js';
import { CalendarService } from '../calendar.service.js';
import type { LocalRule } from '../occasion.js';
import { planUnderRule } from '../plan-occasions.js';
import { ruleUnknown } from '../problems.js';
import { CausedObligations, type Effect, effectOf } from './caused-obligations.js';
import { mustBeSound } from './check-rule.js';
import type { Difference } from './reconcile.js';
import { lockRule, standingRules } from './rule-rows.js';

export type NewRule = Omit<LocalRule, 'id'>;

const NONE: Effect = { added: 0, moved: 0, withdrawn: 0, kept: 0 };

/** Days and periods that a superior sets for its own: set, corrected by setting again, withdrawn. */
@Injectable()
export class LocalRulesService {
  constructor(
    private readonly database: Database,
    private readonly calendar: CalendarService,
    private readonly units: UnitsService,
    private readonly caused: CausedObligations,
    private readonly audit: AuditService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Sets a rule and makes its obligations in every open cycle in which it holds; later cycles get theirs when they open. The same
   * key again is a correction. Without `confirmed` nothing is written and the effect is only told.
   */
  async set(
    rule: NewRule,
    by: { actor?: string; confirmed: boolean },
    em?: Em,
  ): Promise<{ id?: string; effect: Effect; applied: boolean }> {
    if (!em) return this.database.transaction((own) => this.set(rule, by, own));
    mustBeSound(rule, await this.calendar.milestones(em), await this.units.tree());
    const before = await lockRule(em, rule);
    const whole: LocalRule = { ...rule, id: before?.id ?? newId() };
    if (!by.confirmed) return { effect: await this.bring(em, whole, 'tell'), applied: false };
    const { units, forms, periods, decision } = rule;
    await run(
      em,
      `insert into local_rule (id, milestone, set_by, key, spec, from_plan_year, to_plan_year, recorded_by, recorded_at)
       values (?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?)
       on conflict (milestone, set_by, key) do update set spec = excluded.spec, from_plan_year = excluded.from_plan_year,
         to_plan_year = excluded.to_plan_year, recorded_by = excluded.recorded_by, recorded_at = excluded.recorded_at,
         withdrawn_at = null`,
      [
        whole.id,
        rule.milestone,
        rule.setBy,
        rule.key,
        JSON.stringify({ units, forms, periods, decision: decision.normalize('NFC') }),
        rule.fromPlanYear,
        rule.toPlanYear ?? null,
        by.actor ?? null,
        this.clock.now(),
      ],
    );
    const effect = await this.bring(em, whole, 'do');
    await this.audit.note(em, {
      actor: by.actor,
      action: before ? 'local rule corrected' : 'local rule set',
      subject: whole.id,
      details: { rule: whole, before, ...effect },
    });
    return { id: whole.id, effect, applied: true };
  }

  /** It holds no more: what it made and nobody has begun is withdrawn. */
  async withdraw(
    id: string,
    by: { actor?: string; confirmed: boolean },
    em?: Em,
  ): Promise<{ effect: Effect; applied: boolean }> {
    if (!em) return this.database.transaction((own) => this.withdraw(id, by, own));
    const rule = await this.find(id, em);
    if (!rule) throw ruleUnknown();
    const ended = { ...rule, periods: [] };
    if (!by.confirmed) return { effect: await this.bring(em, ended, 'tell'), applied: false };
    await run(em, `update local_rule set withdrawn_at = ? where id = ?::uuid`, [this.clock.now(), id]);
    const effect = await this.bring(em, ended, 'do');
    await this.audit.note(em, { actor: by.actor, action: 'local rule withdrawn', subject: id, details: { ...effect } });
    return { effect, applied: true };
  }

  /** What setting a rule, or withdrawing the one of that id, would do, obligation by obligation; for a plan of the notices. */
  async lookAt(given: { rule: NewRule } | { withdraw: string }): Promise<Difference> {
    return this.database.transaction(async (em) => {
      const rule = 'rule' in given ? await this.wholeOf(em, given.rule) : await this.endOf(em, given.withdraw);
      const all = [];
      for (const planYear of await this.calendar.cycles(em)) all.push(await this.differenceOf(em, rule, planYear));
      return {
        add: all.flatMap((one) => one.add),
        move: all.flatMap((one) => one.move),
        withdraw: all.flatMap((one) => one.withdraw),
        keep: all.flatMap((one) => one.keep),
      };
    });
  }

  private async wholeOf(em: Em, rule: NewRule): Promise<LocalRule> {
    mustBeSound(rule, await this.calendar.milestones(em), await this.units.tree());
    return { ...rule, id: (await lockRule(em, rule))?.id ?? newId() };
  }

  private async endOf(em: Em, id: string): Promise<LocalRule> {
    const rule = await this.find(id, em);
    if (!rule) throw ruleUnknown();
    return { ...rule, periods: [] };
  }

  async find(id: string, em: Em = this.database.em): Promise<LocalRule | undefined> {
    return (await standingRules(em)).find((rule) => rule.id === id);
  }

  /** The rules that hold, all or those that one unit has set. */
  standing(setBy?: string): Promise<LocalRule[]> {
    return standingRules(this.database.em, setBy);
  }

  private async bring(em: Em, rule: LocalRule, how: 'tell' | 'do'): Promise<Effect> {
    const effects: Effect[] = [];
    for (const planYear of await this.calendar.cycles(em)) effects.push(await this.bringYear(em, rule, planYear, how));
    return effects.reduce(
      (sum, one) => ({
        added: sum.added + one.added,
        moved: sum.moved + one.moved,
        withdrawn: sum.withdrawn + one.withdrawn,
        kept: sum.kept + one.kept,
      }),
      NONE,
    );
  }

  private async bringYear(em: Em, rule: LocalRule, planYear: number, how: 'tell' | 'do'): Promise<Effect> {
    const difference = await this.differenceOf(em, rule, planYear);
    return how === 'do' ? this.caused.apply(em, { rule: rule.id }, difference) : effectOf(difference);
  }

  private async differenceOf(em: Em, rule: LocalRule, planYear: number): Promise<Difference> {
    const milestone = (await this.calendar.milestones(em)).find((one) => one.id === rule.milestone);
    if (!milestone) return { add: [], move: [], withdraw: [], keep: [] };
    const planned = planUnderRule(milestone, await this.units.tree(), rule, planYear, await this.calendar.dayRules(em));
    return this.caused.difference(em, { rule: rule.id }, planned, planYear);
  }
}
