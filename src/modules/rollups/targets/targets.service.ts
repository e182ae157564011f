import { Inject, Injectable } from '@nestjs/common';
import { AuditService, Scope } from '../../access/index.js';
import { CalendarService, cycleNotOpen, mayActFor, mustActFor } from '../../calendar/index.js';
import { Database, rows, run, type Em } from '../../database/index.js';
import { MESSAGES, type Messages } from '../../shared/index.js';
import { type Person, UnitsService } from '../../units/index.js';
import { missingOf, type StandingTarget } from './rebaseline.js';
import { RebaselinesService } from './rebaselines.service.js';
import { TargetFigures } from './target-figures.service.js';
import { notBelow, targetTwice } from './target-problems.js';
import { TargetRowsService } from './target-rows.service.js';

/** A decision that sets targets: of a superior for units below, or of a unit's own council. */
export interface TargetDecision {
  planYear: number;
  decision: string;
  decidedOn: string;
  targets: { unit: string; code: string; value: string }[];
}

/** Whether a department has agreed the assigned indicators before the council votes (clause IV.2 d), and by when it must. */
export interface TargetAgreement {
  by: string;
  dueOn: string;
  agreed: boolean;
}

/** How far a unit is with its targets of a plan year: how many were assigned, resolved, and are asked about. */
export interface TargetStanding {
  unit: string;
  name: string;
  assigned: number;
  resolved: number;
  asked: number;
  mayAssign: boolean;
  mayResolve: boolean;
}

/** Targets of a plan year: assigned from above, resolved by the unit's council. */
@Injectable()
export class TargetsService {
  constructor(
    private readonly database: Database,
    private readonly units: UnitsService,
    private readonly calendar: CalendarService,
    private readonly rowsOf: TargetRowsService,
    private readonly figures: TargetFigures,
    private readonly rebaselines: RebaselinesService,
    private readonly audit: AuditService,
    @Inject(MESSAGES) private readonly messages: Messages,
  ) {}

  /** A superior assigns targets to units directly below; where a council has resolved otherwise, its unit is asked. */
  async assign(person: Person, setBy: string, given: TargetDecision): Promise<{ asked: number }> {
    const tree = await this.units.tree();
    mustActFor(person, tree, setBy);
    const stranger = given.targets.find((one) => tree.find(one.unit)?.parent !== setBy);
    if (stranger) throw notBelow({ unit: tree.name(stranger.unit) });
    return this.record(person, 'assigned', setBy, given);
  }

  /** A unit's council has resolved targets. */
  async resolve(
    person: Person,
    unit: string,
    given: Omit<TargetDecision, 'targets'> & { targets: { code: string; value: string }[] },
  ) {
    new Scope(person, await this.units.tree()).mustAnswerFor(unit);
    const targets = given.targets.map((one) => ({ ...one, unit }));
    return this.record(person, 'resolved', unit, { ...given, targets });
  }

  /** Everything about the targets of a unit: the figures of both sorts, what is missing (clause I.3), what was asked. */
  async of(person: Person, unit: string, planYear: number) {
    const tree = await this.units.tree();
    const scope = new Scope(person, tree);
    if (!scope.answersFor(unit)) scope.mustSee(unit);
    const em = this.database.em;
    const above = tree.find(unit)?.parent;
    const known = await this.rowsOf.of(em, unit, planYear);
    const [assigned, resolved] = await Promise.all([
      this.figures.standing(em, unit, planYear, 'assigned'),
      this.figures.standing(em, unit, planYear, 'resolved'),
    ]);
    const named = (one: StandingTarget) => ({ ...one, label: known.label(one.code, person.locale) });
    return {
      rows: known.list(person.locale),
      ...(above !== undefined && mayActFor(person, tree, above) ? { assignedFrom: above } : {}),
      mayResolve: scope.answersFor(unit),
      agreed: await this.agreed(em, unit, planYear),
      assigned: assigned.map(named),
      resolved: resolved.map(named),
      missing: missingOf(assigned, resolved).map((code) => ({ code, label: known.label(code, person.locale) })),
      rebaselines: await this.rebaselines.asked(em, [unit], planYear, known, person.locale),
    };
  }

  /** The units whose targets `person` may see, with how far each is in a plan year; those with targets of their own first. */
  async overview(person: Person, planYear: number): Promise<TargetStanding[]> {
    const tree = await this.units.tree();
    const scope = new Scope(person, tree);
    const visible = scope.visible();
    const found = await rows<Omit<TargetStanding, 'name' | 'mayAssign' | 'mayResolve'>>(
      this.database.em,
      `select u.code as unit, count(t.id) filter (where t.sort = 'assigned')::int as assigned,
         count(t.id) filter (where t.sort = 'resolved')::int as resolved,
         (select count(*)::int from rebaseline r where r.unit_code = u.code and r.plan_year = ? and r.answer is null) as asked
       from unit u left join target t on t.unit_code = u.code and t.plan_year = ? and t.superseded_at is null
       where u.code in (select o.unit_code from obligation o where o.plan_year = ? and o.headline is not null)
       group by u.code`,
      [planYear, planYear, planYear],
    );
    const own = new Set(scope.own());
    return found
      .filter(({ unit }) => visible === undefined || visible.has(unit) || own.has(unit))
      .map((one) => {
        const above = tree.find(one.unit)?.parent;
        return {
          ...one,
          name: tree.name(one.unit),
          mayAssign: above !== undefined && mayActFor(person, tree, above),
          mayResolve: scope.answersFor(one.unit),
        };
      })
      .sort((a, b) => Number(own.has(b.unit)) - Number(own.has(a.unit)) || a.name.localeCompare(b.name, 'vi'));
  }

  /** Open cycles, for whoever looks at targets. */
  planYears(): Promise<number[]> {
    return this.calendar.cycles();
  }

  /** What departments have said of the assigned indicators that they lead (clause IV.2 d), where the unit they stand under asks them, or the body that they answer to for it. */
  private async agreed(em: Em, unit: string, planYear: number): Promise<TargetAgreement[]> {
    const acts = (await this.calendar.milestones(em)).flatMap(({ id, agreesTargets }) => (agreesTargets ? id : []));
    if (acts.length === 0) return [];
    return rows(
      em,
      `select u.name as by, o.due_on::text as "dueOn", o.settled_at is not null as agreed
       from obligation o join unit u on u.code = o.unit_code
       where o.plan_year = ? and o.milestone in (?) and (u.parent = ? or o.superior = ?) and o.settled_as is distinct from 'waived'
       order by agreed, u.name`,
      [planYear, acts, unit, unit],
    );
  }

  private async record(
    person: Person,
    sort: 'assigned' | 'resolved',
    setBy: string,
    { planYear, decision, decidedOn, targets }: TargetDecision,
  ): Promise<{ asked: number }> {
    return this.database.transaction(async (em) => {
      await run(em, `select pg_advisory_xact_lock(4207009)`);
      if (!(await this.calendar.cycles(em)).includes(planYear)) throw cycleNotOpen({ year: planYear });
      let asked = 0;
      for (const [unit, own] of Map.groupBy(targets, (one) => one.unit)) {
        const known = await this.rowsOf.of(em, unit, planYear);
        for (const [at, { code, value }] of own.entries()) {
          if (own.findIndex((one) => one.code === code) < at)
            throw targetTwice({ row: known.label(code, person.locale) });
          known.mustTake(code, value, (key, params) => this.messages.t(person.locale, key, params), person.locale);
          await this.figures.put(em, { planYear, unit, code, value, sort, setBy, decision, decidedOn }, person);
        }
        asked += await this.rebaselines.ask(em, unit, planYear, known);
      }
      await this.audit.note(em, {
        actor: person.id,
        action: sort === 'assigned' ? 'targets assigned' : 'targets resolved',
        subject: setBy,
        details: { planYear, decision, decidedOn, targets, asked },
      });
      return { asked };
    });
  }
}
