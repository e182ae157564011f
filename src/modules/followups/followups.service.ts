import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { CalendarService, type Obligation, ObligationsService } from '../calendar/index.js';
import { Database, row, rows, run, type Em } from '../database/index.js';
import { type ClaimedMessage, type DoorAnswer, OutboxService, Wake } from '../outbox/index.js';
import { CLOCK, newId, type Clock } from '../shared/index.js';
import { ContactsService, type Person, PeopleService } from '../units/index.js';
import { DigestWriter, type NoticeLine } from './digest-writer.js';
import { type Digest, groupNotices, type Recipient } from './group-notices.js';
import type { PlannedNotice } from './ladder.js';
import { LaddersService } from './ladders.service.js';
import { NoticeLedger } from './notice-ledger.js';
import { itemOfObligation } from './owed-item.js';
import { planNotices, planRange } from './plan-notices.js';

/** Obligations that open later are asked about too. */
const END_OF_TIME = '9999-12-31';

export interface PlanCounts {
  notices: number;
  superseded: number;
  digests: number;
  unreached: number;
}

/** Plans a day's notices from the ladder, writes them to the ledger, and asks again before each goes out. */
@Injectable()
export class FollowupsService implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly calendar: CalendarService,
    private readonly obligations: ObligationsService,
    private readonly people: PeopleService,
    private readonly contacts: ContactsService,
    private readonly outbox: OutboxService,
    private readonly writer: DigestWriter,
    private readonly ladders: LaddersService,
    private readonly ledger: NoticeLedger,
    private readonly wake: Wake,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    for (const prefix of ['digest', 'remind-now']) {
      this.outbox.addDoor(prefix, (messages) => this.askAtTheDoor(messages));
    }
  }

  /**
   * Plans what must go out today. Planning again the same day adds only what is new (an obligation that opened, a person who
   * was linked); a day that was missed is caught up by the rungs that still make sense.
   */
  async planToday(): Promise<PlanCounts> {
    const day = await this.calendar.today();
    const counts = await this.database.transaction(async (em) => {
      // Two schedulers at once: the second waits and finds everything recorded.
      await run(em, `select pg_advisory_xact_lock(4207005)`);
      return this.planDay(em, day);
    });
    if (counts.digests > 0) this.wake.wake('deliver');
    return counts;
  }

  /** How many notices would still go out about these obligations until the last of them is due, if nobody answered. */
  async ahead(obligations: readonly string[], em: Em = this.database.em): Promise<number> {
    const ladder = await this.ladders.inForce(em);
    const wanted = new Set(obligations);
    const open = (await this.obligations.outstanding(END_OF_TIME, em)).filter((one) => wanted.has(one.id));
    const until = open
      .map((one) => one.dueOn)
      .sort()
      .at(-1);
    if (!ladder || until === undefined) return 0;
    const [day, promises] = await Promise.all([this.calendar.today(em), this.promises(em)]);
    const sent = await this.recorded(em, day);
    const items = open.map((obligation) => itemOfObligation(obligation, promises.get(obligation.id)));
    return planRange(ladder, items, day, until, sent).notices.length;
  }

  private async planDay(em: Em, day: string): Promise<PlanCounts> {
    const ladder = await this.ladders.inForce(em);
    const outstanding = ladder ? await this.obligations.outstanding(day, em) : [];
    if (!ladder || outstanding.length === 0) return { notices: 0, superseded: 0, digests: 0, unreached: 0 };
    const [sent, promises, everyone, reachable] = await Promise.all([
      this.recorded(em, day),
      this.promises(em),
      this.people.everyone(em),
      this.contacts.reachable(em),
    ]);
    const items = outstanding.map((obligation) => itemOfObligation(obligation, promises.get(obligation.id)));
    const planned = planNotices(ladder, items, day, sent);
    const at = recipientFinder(everyone, reachable);
    const { digests, unreachable } = groupNotices(planned.notices, at);
    await this.ledger.keep(
      em,
      planned.superseded.map((notice) => ({ notice, state: 'superseded' })),
    );
    await this.ledger.keep(
      em,
      unreachable.map((notice) => ({ notice, state: 'unreached' })),
    );
    for (const digest of digests) await this.write(em, digest, outstanding);
    await this.keepWorkItems(em, unreachable, outstanding, unitsReached(everyone, reachable), day);
    await run(
      em,
      `insert into planned_day (on_date, counts, planned_at) values (?, ?::jsonb, ?)
       on conflict (on_date) do update set planned_at = excluded.planned_at`,
      [day, JSON.stringify({ notices: planned.notices.length }), this.clock.now()],
    );
    return {
      notices: planned.notices.length,
      superseded: planned.superseded.length,
      digests: digests.length,
      unreached: unreachable.length,
    };
  }

  /** One message for one person and morning; a second one of the same day (something opened later) gets its own key. */
  private async write(em: Em, digest: Digest, outstanding: readonly Obligation[]): Promise<void> {
    const earlier = await row<{ n: number }>(em, `select count(*)::int as n from message where key like ?`, [
      `${digest.key}%`,
    ]);
    const key = earlier?.n ? `${digest.key}/${earlier.n + 1}` : digest.key;
    const kind = digest.notices.some((notice) => notice.sort === 'escalation')
      ? 'escalation'
      : digest.notices.some((notice) => notice.sort === 'last-day')
        ? 'last-day'
        : 'reminder';
    const lines = linesOf(digest.notices, outstanding);
    const person = await this.people.find(digest.person, em);
    if (!person) return;
    const body = { text: await this.writer.write(person, lines, digest.on, em) };
    const [id] = await this.outbox.put(em, [
      { key, kind, to: { person: digest.person }, body, notBefore: new Date(digest.at) },
    ]);
    await this.ledger.keep(
      em,
      digest.notices.map((notice) => ({ notice, state: 'planned', person: digest.person, message: id })),
    );
  }

  /** Keys of all rungs already recorded for what is still owed. */
  private async recorded(em: Em, day: string): Promise<Set<string>> {
    const found = await rows<{ rung_key: string }>(
      em,
      `select distinct n.rung_key from notice n join obligation o on o.id = n.obligation_id
       where o.settled_at is null and o.opens_on <= ?`,
      [day],
    );
    return new Set(found.map((notice) => notice.rung_key));
  }

  private async promises(em: Em): Promise<Map<string, string>> {
    const found = await rows<{ obligation_id: string; promised_on: string }>(
      em,
      `select distinct on (p.obligation_id) p.obligation_id, p.promised_on
       from promise p join obligation o on o.id = p.obligation_id and o.settled_at is null
       order by p.obligation_id, p.made_at desc`,
    );
    return new Map(found.map((promise) => [promise.obligation_id, promise.promised_on]));
  }

  /** A unit nobody of whom is linked is a matter for whoever watches it, the same day; one that is linked again is none. */
  private async keepWorkItems(
    em: Em,
    unreached: readonly PlannedNotice[],
    outstanding: readonly Obligation[],
    reached: ReadonlySet<string>,
    day: string,
  ): Promise<void> {
    await this.reached(em, [...reached]);
    const superiors = new Map(outstanding.map((obligation) => [obligation.unit, obligation.superior]));
    const alone = new Set(unreached.filter(({ audience, unit }) => audience.unit === unit).map(({ unit }) => unit));
    for (const unit of alone) {
      const superior = superiors.get(unit);
      if (!superior || reached.has(unit)) continue;
      await run(
        em,
        `insert into work_item (id, kind, unit_code, for_unit, opened_on) values (?, 'unreached', ?, ?, ?)
         on conflict (kind, unit_code) where closed_at is null do nothing`,
        [newId(), unit, superior, day],
      );
    }
  }

  /** Somebody of these units can be told again: they leave the list of those who cannot. */
  async reached(em: Em, units: readonly string[]): Promise<void> {
    if (units.length === 0) return;
    await run(
      em,
      `update work_item set closed_at = ? where kind = 'unreached' and closed_at is null and unit_code in (?)`,
      [this.clock.now(), units],
    );
  }

  /** Still owed? The texts are written anew with what is; nothing left means nothing is sent. */
  private async askAtTheDoor(messages: readonly ClaimedMessage[]): Promise<DoorAnswer[]> {
    const { em } = this.database;
    const [notices, people] = await Promise.all([
      this.stillOwed(messages.map((message) => message.id)),
      this.people.findAll(
        messages.flatMap((message) => message.person ?? []),
        em,
      ),
    ]);
    const obligations = await this.obligations.findAll(
      [...notices.values()].flat().map((notice) => notice.obligation_id),
      em,
    );
    const letters = new Map<string, { person: Person; lines: NoticeLine[] }>();
    for (const message of messages) {
      const person = people.get(message.person ?? '');
      const lines = (notices.get(message.id) ?? []).flatMap((notice) => {
        const obligation = obligations.get(notice.obligation_id);
        return obligation ? [{ obligation, template: notice.template, sort: notice.sort }] : [];
      });
      if (person && lines.length > 0) letters.set(message.id, { person, lines });
    }
    const texts = await this.writer.writeAll([...letters.values()], await this.calendar.today(), em);
    const written = new Map([...letters.keys()].map((id, index) => [id, texts[index]!]));
    return messages.map((message) => {
      if (!notices.has(message.id)) return { skip: 'nothing of it is owed any more' };
      const text = written.get(message.id);
      return text === undefined ? { skip: 'the person is no longer active' } : { send: { ...message.body, text } };
    });
  }

  /** The notices of these messages about what is still owed, by message. */
  private async stillOwed(messages: readonly string[]): Promise<Map<string, OwedNotice[]>> {
    const found = await rows<OwedNotice>(
      this.database.em,
      `select n.message_id, n.obligation_id, coalesce(n.template, 'notice.' || n.rung) as template, n.sort
       from notice n join obligation o on o.id = n.obligation_id
       where n.message_id = any(?::uuid[]) and o.settled_at is null`,
      [`{${messages.join()}}`],
    );
    return Map.groupBy(found, (notice) => notice.message_id);
  }
}

interface OwedNotice {
  message_id: string;
  obligation_id: string;
  template: string;
  sort: PlannedNotice['sort'];
}

/** Units of which somebody who answers or heads can be told. */
function unitsReached(everyone: readonly Person[], reachable: ReadonlySet<string>): Set<string> {
  const held = everyone.filter((person) => reachable.has(person.id)).flatMap((person) => person.roles);
  return new Set(held.filter(({ role }) => role === 'official' || role === 'head').map(({ unit }) => unit));
}

/** Who of a unit can be told: people with the role there who have a reachable chat. */
function recipientFinder(everyone: readonly Person[], reachable: ReadonlySet<string>) {
  const held = new Map<string, Recipient[]>();
  for (const person of everyone) {
    if (!reachable.has(person.id)) continue;
    for (const { unit, role } of person.roles) {
      const key = `${unit} ${role}`;
      const list = held.get(key) ?? [];
      list.push({ person: person.id, unit, role });
      held.set(key, list);
    }
  }
  return (audience: { unit: string; role: string }) => held.get(`${audience.unit} ${audience.role}`) ?? [];
}

function linesOf(notices: readonly PlannedNotice[], outstanding: readonly Obligation[]): NoticeLine[] {
  const byId = new Map(outstanding.map((obligation) => [obligation.id, obligation]));
  return notices.flatMap((notice) => {
    const obligation = byId.get(notice.obligation);
    return obligation ? [{ obligation, template: notice.template, sort: notice.sort }] : [];
  });
}
