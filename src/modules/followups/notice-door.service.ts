import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { CalendarService, ObligationsService } from '../calendar/index.js';
import { Database, instant, rows } from '../database/index.js';
import { type ClaimedMessage, type DoorAnswer, type Hours, OutboxService } from '../outbox/index.js';
import { CLOCK, type Clock } from '../shared/index.js';
import { PeopleService } from '../units/index.js';
import { allowedHours, nextAllowed } from './allowed-hours.js';
import { DigestWriter, type Letter } from './digest-writer.js';
import type { PlannedNotice } from './ladder.js';
import { LaddersService } from './ladders.service.js';

/** First parts of the keys of all messages that carry notices. */
const PREFIXES = ['digest', 'notice', 'remind-now'];
/** What people write to each other about a lateness: it leaves as it was written, but by day. */
const LETTERS = ['handover', 'unit-question', 'unit-answer'];

interface OwedNotice {
  message_id: string;
  obligation_id: string;
  template: string;
  sort: PlannedNotice['sort'];
  planned_at: string;
}

/** What hangs on a due day bears it in its key ({@link itemKey}); what hangs on the opening bears none. */
const DUE_STANDS = `(strpos(n.rung_key, '@') = 0 or strpos(n.rung_key, '@' || to_char(o.due_on, 'YYYY-MM-DD')) > 0)`;

/** Asks again before a notice goes out: is it still owed, is it still unanswered? */
@Injectable()
export class NoticeDoor implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly calendar: CalendarService,
    private readonly obligations: ObligationsService,
    private readonly people: PeopleService,
    private readonly outbox: OutboxService,
    private readonly writer: DigestWriter,
    private readonly ladders: LaddersService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    for (const prefix of PREFIXES) this.outbox.addDoor(prefix, (messages) => this.ask(messages));
    for (const prefix of LETTERS) this.outbox.addDoor(prefix, (messages) => this.askTheHour(messages));
  }

  private async askTheHour(messages: readonly ClaimedMessage[]): Promise<DoorAnswer[]> {
    const hours = await this.hours();
    return messages.map(({ body }) => ('holdUntil' in hours ? hours : { send: body, ...hours }));
  }

  /** The hours in which we are, or when the next ones begin. */
  private async hours(): Promise<{ within?: Hours } | { holdUntil: Date }> {
    const ladder = await this.ladders.inForce(this.database.em);
    if (!ladder) return {};
    const now = this.clock.now();
    const allowed = nextAllowed(now, ladder);
    return allowed > now ? { holdUntil: allowed } : { within: allowedHours(now, ladder) };
  }

  /**
   * The texts are written anew with what is still owed; nothing left means nothing is sent. What a backlog, a retry or an
   * outage has brought beyond the hours waits for the next morning.
   */
  private async ask(messages: readonly ClaimedMessage[]): Promise<DoorAnswer[]> {
    const { em } = this.database;
    const hours = await this.hours();
    if ('holdUntil' in hours) return messages.map(() => hours);
    const ids = messages.map((message) => message.id);
    const [notices, difficulties, rebaselines, people] = await Promise.all([
      this.stillOwed(ids),
      this.stillOpen(ids),
      this.stillAsked(ids),
      this.people.findAll(
        messages.flatMap((message) => message.person ?? []),
        em,
      ),
    ]);
    const obligations = await this.obligations.findAll(
      [...notices.values()].flat().map((notice) => notice.obligation_id),
      em,
    );
    const letters = new Map<string, Letter>();
    for (const message of messages) {
      const person = people.get(message.person ?? '');
      const lines = (notices.get(message.id) ?? []).flatMap((notice) => {
        const obligation = obligations.get(notice.obligation_id);
        if (!obligation) return [];
        const { template, sort, planned_at: plannedAt } = notice;
        return [{ obligation, template, sort, plannedAt: new Date(instant(plannedAt)) }];
      });
      const open = difficulties.get(message.id) ?? [];
      const asked = rebaselines.get(message.id) ?? [];
      if (person && lines.length + open.length + asked.length > 0) {
        letters.set(message.id, { person, lines, difficulties: open, rebaselines: asked });
      }
    }
    const texts = await this.writer.writeAll([...letters.values()], await this.calendar.today(), em);
    const written = new Map([...letters.keys()].map((id, index) => [id, texts[index]!]));
    return messages.map((message) => {
      if (![notices, difficulties, rebaselines].some((still) => still.has(message.id))) return { skip: 'nothing-owed' };
      const text = written.get(message.id);
      return text === undefined ? { skip: 'not-active' } : { send: { ...message.body, text }, ...hours };
    });
  }

  /**
   * The notices of these messages about what is still owed, by message, and still by the day they speak of: after an
   * extension the new day has notices of its own. What goes to a deputy because nobody answered is pointless once somebody has.
   */
  private async stillOwed(messages: readonly string[]): Promise<Map<string, OwedNotice[]>> {
    const found = await rows<OwedNotice>(
      this.database.em,
      `select n.message_id, n.obligation_id, coalesce(n.template, 'notice.' || n.rung) as template, n.sort,
         m.created_at as planned_at
       from notice n join obligation o on o.id = n.obligation_id join message m on m.id = n.message_id
       where n.message_id = any(?::uuid[]) and o.settled_at is null and o.closed_at is null
         and ${DUE_STANDS}
         and (n.audience_role <> 'deputy' or not exists (
           select 1 from notice told, lateral (
             select made_at from acknowledgement where obligation_id = o.id and due_on = o.due_on
             union all select made_at from promise where obligation_id = o.id) answer
           where told.rung_key = replace(n.rung_key, '/silence', '') and answer.made_at >= told.at))`,
      [`{${messages.join()}}`],
    );
    return Map.groupBy(found, (notice) => notice.message_id);
  }

  /** The batches of questions about targets in these messages that are not answered whole, by message. */
  private async stillAsked(messages: readonly string[]): Promise<Map<string, string[]>> {
    const found = await rows<{ message_id: string; batches: string[] }>(
      this.database.em,
      `select n.message_id, array_agg(distinct n.rebaseline::text) as batches from notice n
       where n.message_id = any(?::uuid[]) and n.rebaseline in (select batch from rebaseline where answer is null)
       group by n.message_id`,
      [`{${messages.join()}}`],
    );
    return new Map(found.map(({ message_id: id, batches }) => [id, batches]));
  }

  /** The numbers of the difficulties in these messages that are not settled, by message. */
  private async stillOpen(messages: readonly string[]): Promise<Map<string, number[]>> {
    const found = await rows<{ message_id: string; numbers: number[] }>(
      this.database.em,
      `select n.message_id, array_agg(q.number order by q.number) as numbers
       from notice n join question q on q.number = n.difficulty
       where n.message_id = any(?::uuid[]) and q.closed_at is null group by n.message_id`,
      [`{${messages.join()}}`],
    );
    return new Map(found.map(({ message_id: id, numbers }) => [id, numbers]));
  }
}
