import { Injectable } from '@nestjs/common';
import { CalendarService, DueMovesService, type Obligation, ObligationsService } from '../calendar/index.js';
import { Database, rows, type Em } from '../database/index.js';
import { QuestionsService } from '../questions/index.js';
import { plainDate, type PlainDate } from '../shared/index.js';
import { UnitsService } from '../units/index.js';
import { ForecastService } from './forecast.service.js';
import type { Ladder, OwedItem, Recorded, Trace } from './ladder.js';
import { LaddersService } from './ladders.service.js';
import { itemOfObligation, type KnownOfItem } from './owed-item.js';
import type { OpenDifficulty } from './plan-difficulties.js';
import type { OpenRebaseline } from './plan-rebaselines.js';
import type { PlanningDays } from './planning-days.js';
import { type Act, withWaits } from './waits.js';

/** Everything the planner must know, as it stands in the database. */
export interface PlanningFacts {
  ladder: Ladder;
  obligations: Obligation[];
  items: OwedItem[];
  days: PlanningDays;
}

/** Gathers what the pure planner asks for. */
@Injectable()
export class PlanningFactsService {
  constructor(
    private readonly database: Database,
    private readonly calendar: CalendarService,
    private readonly obligations: ObligationsService,
    private readonly units: UnitsService,
    private readonly ladders: LaddersService,
    private readonly forecasts: ForecastService,
    private readonly questions: QuestionsService,
    private readonly moves: DueMovesService,
  ) {}

  /** About everything still owed that opens by `until`, only what is late then where `late`; undefined before a profile is loaded. */
  async gather(until: PlainDate, em: Em = this.database.em, late = false): Promise<PlanningFacts | undefined> {
    const ladder = await this.ladders.inForce(em);
    if (!ladder) return undefined;
    const obligations = (await this.obligations.outstanding(until, em)).filter(
      (one) => one.closedAt === undefined && (!late || one.dueOn <= until),
    );
    const [known, milestones, tree, days] = await Promise.all([
      this.known(em, ladder.timeZone),
      this.calendar.milestones(em),
      this.units.tree(),
      this.days(em),
    ]);
    const acts = await this.acts(
      em,
      milestones.flatMap(({ waitsOn }) => waitsOn ?? []),
      ladder.timeZone,
    );
    const slack = await this.slack(em, ladder, obligations);
    const items = obligations.map((obligation): OwedItem => {
      const slackDays = slack.get(obligation.id);
      const item = itemOfObligation(obligation, known.get(obligation.id));
      return slackDays === undefined ? item : { ...item, slackDays };
    });
    return { ladder, obligations, items: withWaits(items, milestones, acts, tree), days };
  }

  async days(em: Em = this.database.em): Promise<PlanningDays> {
    const [workingDays, policy, lost] = await Promise.all([
      this.calendar.workingDays(em),
      this.calendar.daysOffPolicy(em),
      this.moves.lostDays(em),
    ]);
    return { workingDays, onWorkingDaysOnly: policy.noticesOnWorkingDaysOnly, lost };
  }

  /**
   * What is recorded of everything still owed. That the unit's own people could not be told of a lateness counts as nothing
   * said once somebody of them can be (`reachable` holds `<unit> <role>`): they are told then.
   */
  async recorded(em: Em, reachable: ReadonlySet<string> = new Set()): Promise<Recorded> {
    const found = await rows<{ key: string; on: string; told: boolean; open: boolean; to: string }>(
      em,
      `select n.rung_key as key, min(n.on_date)::text as on, bool_or(n.state = 'planned') as told,
         bool_and(n.state = 'unreached' and n.sort = 'overdue' and n.audience_unit = n.unit_code) as open,
         min(n.audience_unit || ' ' || n.audience_role) as to
       from notice n join obligation o on o.id = n.obligation_id
       where o.settled_at is null group by n.rung_key`,
    );
    return new Map(
      found.flatMap(({ key, on, told, open, to }) =>
        open && reachable.has(to) ? [] : [[key, { on, told }] satisfies [string, Trace]],
      ),
    );
  }

  /** Difficulties that are not settled, as the planner sees them. */
  async difficulties(em: Em, { timeZone }: Ladder): Promise<OpenDifficulty[]> {
    const open = await this.questions.openDifficulties(em);
    return open.map(({ number, unit, forUnit, askedAt, answers }) => ({
      number,
      unit,
      forUnit,
      answers: answers.length,
      lastWordOn: plainDate.today(new Date(answers.at(-1)?.at ?? askedAt), timeZone),
    }));
  }

  /** What units were asked about their targets and have not answered whole. */
  async rebaselines(em: Em, { timeZone }: Ladder): Promise<OpenRebaseline[]> {
    return rows(
      em,
      `select batch::text as batch, unit_code as unit, (min(asked_at) at time zone ?)::date::text as "askedOn"
       from rebaseline where answer is null group by batch, unit_code order by min(asked_at), batch`,
      [timeZone],
    );
  }

  /** What is recorded of questions about targets that are open. */
  async recordedOfRebaselines(em: Em): Promise<Recorded> {
    const found = await rows<{ key: string; on: string; told: boolean }>(
      em,
      `select n.rung_key as key, min(n.on_date)::text as on, bool_or(n.state = 'planned') as told
       from notice n where n.rebaseline in (select batch from rebaseline where answer is null) group by n.rung_key`,
    );
    return new Map(found.map(({ key, ...trace }) => [key, trace]));
  }

  /** What is recorded of difficulties that are open. */
  async recordedOfDifficulties(em: Em): Promise<Recorded> {
    const found = await rows<{ key: string; on: string; told: boolean }>(
      em,
      `select n.rung_key as key, min(n.on_date)::text as on, bool_or(n.state = 'planned') as told
       from notice n join question q on q.number = n.difficulty where q.closed_at is null group by n.rung_key`,
    );
    return new Map(found.map(({ key, ...trace }) => [key, trace]));
  }

  /** Days of slack by obligation; asked only where a rung depends on it. */
  private async slack(em: Em, { rungs }: Ladder, obligations: readonly Obligation[]): Promise<Map<string, number>> {
    const slack = new Map<string, number>();
    if (!rungs.some((rung) => rung.slackAtMost !== undefined)) return slack;
    for (const planYear of new Set(obligations.map((obligation) => obligation.planYear))) {
      for (const [id, { slackDays }] of await this.forecasts.ofYear(planYear, em)) {
        if (slackDays !== undefined) slack.set(id, slackDays);
      }
    }
    return slack;
  }

  /** Answers, promises, status reports and deliveries of everything still owed, as days of the ladder's zone. */
  private async known(em: Em, zone: string): Promise<Map<string, KnownOfItem>> {
    const found = await rows<KnownRow>(
      em,
      `select o.id, p.promised_on::text, p.made_on::text as promise_made_on, a.made_on::text as acknowledged_on,
         s.said_on::text, d.delivered_on::text
       from obligation o
       left join lateral (
         select promised_on, (made_at at time zone ?)::date as made_on from promise
         where obligation_id = o.id order by made_at desc limit 1) p on true
       left join lateral (
         select (max(made_at) at time zone ?)::date as made_on from acknowledgement
         where obligation_id = o.id and due_on = o.due_on) a on true
       left join lateral (
         select (max(said_at) at time zone ?)::date as said_on from status_report said
         where said.obligation_id = o.id and not exists (
           select 1 from status_review r where r.status_report_id = said.id and r.outcome = 'returned')) s on true
       left join lateral (
         select (min(m.sent_at) at time zone ?)::date as delivered_on
         from notice n join message m on m.id = n.message_id and m.state = 'sent'
         where n.obligation_id = o.id and n.audience_unit = o.unit_code
           and n.sort in ('reminder', 'last-day', 'overdue')) d on true
       where o.settled_at is null`,
      [zone, zone, zone, zone],
    );
    return new Map(
      found.map((one) => [
        one.id,
        {
          promisedOn: one.promised_on ?? undefined,
          promiseMadeOn: one.promise_made_on ?? undefined,
          acknowledgedOn: one.acknowledged_on ?? undefined,
          statusReportedOn: one.said_on ?? undefined,
          contact: one.delivered_on === null ? {} : { deliveredOn: one.delivered_on },
        },
      ]),
    );
  }

  /** The obligations of `milestones`, done or not. */
  private async acts(em: Em, milestones: readonly string[], zone: string): Promise<Act[]> {
    if (milestones.length === 0) return [];
    const found = await rows<Omit<Act, 'doneOn'> & { doneOn: string | null }>(
      em,
      `select plan_year as "planYear", milestone, unit_code as unit, due_on::text as "dueOn",
         (settled_at at time zone ?)::date::text as "doneOn"
       from obligation where milestone in (?)`,
      [zone, milestones],
    );
    return found.map(({ doneOn, ...act }) => ({ ...act, ...(doneOn === null ? {} : { doneOn }) }));
  }
}

interface KnownRow {
  id: string;
  promised_on: string | null;
  promise_made_on: string | null;
  acknowledged_on: string | null;
  said_on: string | null;
  delivered_on: string | null;
}
