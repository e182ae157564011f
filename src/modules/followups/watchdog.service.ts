import { Inject, Injectable } from '@nestjs/common';
import { AuditService } from '../access/index.js';
import { CalendarService } from '../calendar/index.js';
import { Database, instant, row, rows, run, type Em } from '../database/index.js';
import { OutboxService, Wake } from '../outbox/index.js';
import { CLOCK, MESSAGES, newId, type Clock, type Messages } from '../shared/index.js';
import { type Person, PeopleService, UnitsService } from '../units/index.js';
import { DAYS_OF_CARE, withoutNextAction } from './next-action.js';
import { PlanningFactsService } from './planning-facts.service.js';

/** What may be wrong: nothing follows on a lateness, a message was taken and never settled, a schedule did not run, messages wait, data past their period stand. */
export type AlarmCause =
  'no-next-action' | 'claim-unresolved' | 'schedule-not-run' | 'messages-late' | 'erasure-failed';

export interface Alarm {
  cause: AlarmCause;
  /** How many things it is about. */
  count: number;
  /** Some of them, in words. */
  examples: string[];
  /** All of them, where they can be told apart: what comes to it later is told of again. */
  about?: string[];
}

/** Planning rings every five minutes, in every process and by the queue: three missed in a row are no accident. */
const PLANNED_WITHIN = `interval '16 minutes'`;
/** A claim runs out after a minute and is settled within another. */
const CLAIMED_WITHIN = `interval '3 minutes'`;
const SENT_WITHIN = `interval '60 minutes'`;
/** Erasing rings every night. */
const ERASED_WITHIN = `interval '3 days'`;
/** A process that has just started may find the day unplanned. */
const SETTLING_IN_MS = 3 * 60_000;

/** Looks every few minutes whether the follow-ups still do what they promise, and raises an alarm where they do not. */
@Injectable()
export class WatchdogService {
  private readonly startedAt = performance.now();

  constructor(
    private readonly database: Database,
    private readonly calendar: CalendarService,
    private readonly facts: PlanningFactsService,
    private readonly people: PeopleService,
    private readonly units: UnitsService,
    private readonly outbox: OutboxService,
    private readonly wake: Wake,
    private readonly audit: AuditService,
    @Inject(MESSAGES) private readonly messages: Messages,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Raises an alarm for each cause that was not known (admins are told once), closes those whose cause is gone. Nothing is raised
   * about schedules in the first minutes of a process (`settledIn` overrides that).
   */
  async watch(
    settledIn = performance.now() - this.startedAt > SETTLING_IN_MS,
  ): Promise<{ raised: number; closed: number }> {
    const found = await this.find(settledIn);
    const counts = await this.database.transaction(async (em) => {
      // Two processes that watch at once tell of a cause once.
      await run(em, `select pg_advisory_xact_lock(4207008)`);
      const raised = await this.raise(em, found);
      const closed = await rows<{ cause: string }>(
        em,
        `update alarm set closed_at = ? where closed_at is null and cause <> all(?::text[]) returning cause`,
        [this.clock.now(), `{${found.map(({ cause }) => cause).join()}}`],
      );
      for (const { cause } of closed) {
        await run(em, `update work_item set closed_at = ? where kind = ? and closed_at is null`, [
          this.clock.now(),
          kindOf(cause),
        ]);
      }
      return { raised, closed: closed.length };
    });
    if (counts.raised > 0) this.wake.wake('deliver');
    return counts;
  }

  /** The alarms that stand, the oldest first. */
  async alarms(): Promise<(Alarm & { since: string })[]> {
    const found = await rows<{ cause: AlarmCause; details: Omit<Alarm, 'cause'>; raised_at: string }>(
      this.database.em,
      `select cause, details, raised_at from alarm where closed_at is null order by raised_at, cause`,
    );
    return found.map(({ cause, details: { count, examples }, raised_at: at }) => ({
      ...{ cause, count, examples },
      since: instant(at),
    }));
  }

  private async find(settledIn: boolean): Promise<Alarm[]> {
    const [stuck, late, unplanned, unerased, forgotten] = await Promise.all([
      this.count(
        `select count(*)::int as count, (array_agg(key order by seq))[1:5] as examples from message
         where state in ('claimed', 'sending') and claimed_until < now() - ${CLAIMED_WITHIN}`,
      ),
      this.count(
        `select count(*)::int as count, (array_agg(key order by seq))[1:5] as examples from message
         where state = 'due' and not_before < ?::timestamptz - ${SENT_WITHIN} and created_at < ?::timestamptz - ${SENT_WITHIN}
           and (retry_at is null or retry_at <= now())`,
        [this.clock.now(), this.clock.now()],
      ),
      this.count(
        `select count(*)::int as count, array['plan-followups'] as examples from (select 1) one
         where exists (select 1 from cycle) and not exists (
           select 1 from planned_day where planned_at > ?::timestamptz - ${PLANNED_WITHIN})`,
        [this.clock.now()],
      ),
      // In training the clock may jump over nights in which nothing was running.
      this.count(
        `select count(*)::int as count, array['erase-expired'] as examples from (
           select failure, started_at from job_run where job = 'erase-expired' order by id desc limit 1) last
         where failure is not null or (started_at < ?::timestamptz - ${ERASED_WITHIN}
           and not exists (select 1 from training where clock_offset_ms <> 0))`,
        [this.clock.now()],
      ),
      this.forgotten(),
    ]);
    const alarms: Alarm[] = [
      { cause: 'claim-unresolved', ...stuck },
      { cause: 'no-next-action', ...forgotten },
    ];
    if (settledIn) {
      alarms.push(
        { cause: 'messages-late', ...late },
        { cause: 'schedule-not-run', ...unplanned },
        { cause: 'erasure-failed', ...unerased },
      );
    }
    return alarms.filter(({ count }) => count > 0);
  }

  private async count(sql: string, params: readonly unknown[] = []): Promise<Omit<Alarm, 'cause'>> {
    const found = await row<{ count: number; examples: string[] | null }>(this.database.em, sql, params);
    return { count: found?.count ?? 0, examples: found?.examples ?? [] };
  }

  /** Obligations past due of which nothing more would happen. */
  private async forgotten(): Promise<Omit<Alarm, 'cause'>> {
    const { em } = this.database;
    const today = await this.calendar.today();
    const facts = await this.facts.gather(today, em, true);
    if (!facts || facts.items.length === 0) return { count: 0, examples: [] };
    const [recorded, tree, cared] = await Promise.all([this.facts.recorded(em), this.units.tree(), this.cared(em)]);
    const titles = new Map((await this.calendar.milestones()).map(({ id, title }) => [id, title.vi]));
    const left = withoutNextAction(facts.ladder, facts.items, today, recorded, cared, facts.days);
    return {
      count: left.length,
      examples: left
        .slice(0, 5)
        .map(({ unit, milestone }) => `${tree.name(unit)}: ${titles.get(milestone) ?? milestone}`),
      about: left.map(({ id }) => id),
    };
  }

  /** Obligations for which somebody has something to do: a question of the last days, a unit to be reached. */
  private async cared(em: Em): Promise<Set<string>> {
    const found = await rows<{ id: string }>(
      em,
      `select o.id from obligation o where o.settled_at is null and o.due_on <= ? and (
         exists (select 1 from escalation_question q where q.obligation_id = o.id and q.answered_at is null
             and q.asked_at > ?::timestamptz - make_interval(days => ${DAYS_OF_CARE}))
         or exists (select 1 from work_item w
           where w.unit_code = o.unit_code and w.kind in ('unreached', 'no-contact') and w.closed_at is null))`,
      [await this.calendar.today(em), this.clock.now()],
    );
    return new Set(found.map(({ id }) => id));
  }

  private async raise(em: Em, found: readonly Alarm[]): Promise<number> {
    if (found.length === 0) return 0;
    const admins = (await this.people.everyone(em)).filter(({ roles }) => roles.some(({ role }) => role === 'admin'));
    let raised = 0;
    for (const { cause, ...details } of found) {
      const id = newId();
      await this.closeWhereNew(em, cause, details.about);
      const fresh = await row(
        em,
        `insert into alarm (id, cause, subject, details, raised_at) values (?, ?, '', ?::jsonb, ?)
         on conflict (cause, subject) where closed_at is null do update set details = excluded.details
         returning (xmax = 0) as fresh`,
        [id, cause, JSON.stringify(details), this.clock.now()],
      );
      if (!(fresh as { fresh: boolean }).fresh) continue;
      raised += 1;
      await this.tell(em, id, { cause, ...details }, admins);
      const { count, examples } = details;
      await this.audit.note(em, { action: 'alarm raised', subject: cause, details: { count, examples } });
    }
    return raised;
  }

  /** An alarm that knows nothing of some of these is closed, so that another one tells of all. */
  private async closeWhereNew(em: Em, cause: AlarmCause, about: readonly string[] | undefined): Promise<void> {
    if (about === undefined) return;
    await run(
      em,
      `update alarm set closed_at = ? where cause = ? and closed_at is null and exists (
         select from jsonb_array_elements_text(?::jsonb) as now(id)
         where not coalesce(details -> 'about', '[]'::jsonb) @> to_jsonb(now.id))`,
      [this.clock.now(), cause, JSON.stringify(about)],
    );
  }

  private async tell(em: Em, id: string, { cause, count, examples }: Alarm, admins: readonly Person[]): Promise<void> {
    await this.outbox.put(
      em,
      admins.map((admin) => ({
        key: `alarm/${id}/${admin.id}`,
        kind: 'system' as const,
        to: { person: admin.id },
        body: {
          text: this.messages.t(admin.locale, `alarm.${cause}`, {
            name: admin.name,
            count,
            examples: examples.join('; '),
          }),
        },
      })),
    );
    const units = new Set(
      admins.flatMap(({ roles }) => roles.flatMap(({ role, unit }) => (role === 'admin' ? unit : []))),
    );
    for (const unit of units) {
      await run(
        em,
        `insert into work_item (id, kind, unit_code, for_unit, opened_on, details) values (?, ?, ?, ?, ?, ?::jsonb)
         on conflict (kind, unit_code) where closed_at is null do nothing`,
        [newId(), kindOf(cause), unit, unit, await this.calendar.today(em), JSON.stringify({ alarm: id, count })],
      );
    }
  }
}

const kindOf = (cause: string): string => `alarm:${cause}`;
