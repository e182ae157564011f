import { Inject, Injectable } from '@nestjs/common';
import { CalendarService } from '../calendar/index.js';
import { rows, run, type Em } from '../database/index.js';
import { type Draft, OutboxService } from '../outbox/index.js';
import { CLOCK, type Clock, MESSAGES, type Messages, type PlainDate, plainDate } from '../shared/index.js';
import { titleOf } from '../reports/index.js';
import { ContactsService, PeopleService, type Person, UnitsService } from '../units/index.js';
import { nextAllowed } from './allowed-hours.js';
import type { Ladder } from './ladder.js';
import { type MovedDay, movedLines } from './moved-days.js';

/** Lines and units that a message on a phone names. */
const MOST_LINES = 6;
const MOST_UNITS = 3;

interface Act {
  id: string;
  reason: string;
  /** Whether the days went back. */
  back: boolean;
  /** Whether an import of holidays moved them. */
  holidays: boolean;
}

/**
 * Tells those who owe that their day was moved, and that it went back: once for each act and person, at the next planning within
 * the hours. An act that is taken back before anybody heard of it is told to nobody.
 */
@Injectable()
export class MovedDaysService {
  constructor(
    private readonly calendar: CalendarService,
    private readonly people: PeopleService,
    private readonly contacts: ContactsService,
    private readonly units: UnitsService,
    private readonly outbox: OutboxService,
    @Inject(MESSAGES) private readonly messages: Messages,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Writes what is to be told of moves into the outbox; gives how many messages that were. */
  async tell(em: Em, ladder: Ladder, today: PlainDate): Promise<number> {
    const now = this.clock.now();
    if (nextAllowed(now, ladder) > now) return 0;
    await run(em, `update due_move set told_at = ?, back_told_at = ? where told_at is null and undone_at is not null`, [
      now,
      now,
    ]);
    const acts = await rows<Act>(
      em,
      `select id, reason, undone_at is not null as back, what -> 'holidays' is not null as holidays from due_move
       where told_at is null or (undone_at is not null and back_told_at is null) order by seq`,
    );
    if (acts.length === 0) return 0;
    const [everyone, reachable] = await Promise.all([this.people.everyone(em, today), this.contacts.reachable(em)]);
    const listening = everyone.filter(({ id }) => reachable.has(id));
    const drafts: Draft[] = [];
    for (const act of acts) drafts.push(...(await this.draftsOf(em, act, listening, today)));
    await this.outbox.put(em, drafts);
    await run(em, `update due_move set back_told_at = ? where undone_at is not null and back_told_at is null`, [now]);
    await run(em, `update due_move set told_at = ? where told_at is null`, [now]);
    return drafts.length;
  }

  private async draftsOf(em: Em, act: Act, listening: readonly Person[], today: PlainDate): Promise<Draft[]> {
    const byUnit = Map.groupBy(await this.movedBy(em, act, today), ({ unit }) => unit);
    if (byUnit.size === 0) return [];
    const milestones = await this.calendar.milestones(em);
    const tree = await this.units.tree();
    return listening.flatMap((person) => {
      const answers = person.roles.filter(({ role }) => role === 'official' || role === 'head');
      const moved = [...new Set(answers.map(({ unit }) => unit))].flatMap((unit) => byUnit.get(unit) ?? []);
      if (moved.length === 0) return [];
      const t = (key: string, params: Record<string, string | number>) => this.messages.t(person.locale, key, params);
      const lines = movedLines(moved).map(({ milestone, planYear, about, from, to, units }) => {
        const spec = milestones.find(({ id }) => id === milestone);
        const more = units.length - MOST_UNITS;
        const names = units.slice(0, MOST_UNITS).map((unit) => tree.name(unit));
        return t('moved.line', {
          title: titleOf(spec, { milestone, planYear, about: about ?? undefined }, person.locale),
          planYear,
          units: [...names, ...(more > 0 ? [t('moved.more-units', { count: more })] : [])].join(', '),
          from: lastDay(from),
          to: lastDay(to),
        });
      });
      const more = lines.length - MOST_LINES;
      const text = t(act.back ? 'moved.back' : 'moved.told', {
        name: person.name,
        reason: act.holidays ? t('moved.holidays', {}) : act.reason,
        lines: [...lines.slice(0, MOST_LINES), ...(more > 0 ? [t('notice.more', { count: more })] : [])].join('\n'),
      });
      const key = `due-moved/${act.id}/${act.back ? 'back' : 'made'}/${person.id}`;
      return [{ key, kind: 'reminder' as const, to: { person: person.id }, body: { text } }];
    });
  }

  /** What is owed, has opened and is due on another day by the act. Where an extension rules the day, nothing changed. */
  private movedBy(em: Em, act: Act, today: PlainDate): Promise<MovedDay[]> {
    return rows<MovedDay>(
      em,
      `select o.unit_code as unit, o.milestone, o.plan_year as "planYear", o.about, o.due_on::text as "to",
         was.due_on::text as "from"
       from due_moved m join obligation o on o.id = m.obligation_id
       cross join lateral (
         select greatest(case when ? then m.to_due_on else m.from_due_on end, max(granted.to_due_on)) as due_on
         from extension granted where granted.obligation_id = o.id and granted.taken_back_at is null) was
       where m.move_id = ?::uuid and o.settled_at is null and o.closed_at is null and o.opens_on <= ?
         and o.due_on <> was.due_on
       order by o.unit_code`,
      [act.back, act.id, today],
    );
  }
}

/** People are told the last day on which a thing is in time. */
const lastDay = (dueOn: PlainDate): string => plainDate.vi(plainDate.add(dueOn, -1));
