import { Inject, Injectable } from '@nestjs/common';
import { CalendarService, type Obligation } from '../calendar/index.js';
import { Database, rows, run, type Em } from '../database/index.js';
import { OutboxService, type Unsent, Wake } from '../outbox/index.js';
import { CLOCK, type Clock, type PlainDate } from '../shared/index.js';
import { ContactsService, PeopleService } from '../units/index.js';
import { WordingService } from '../wording/index.js';
import { nextAllowed } from './allowed-hours.js';
import { DigestWriter } from './digest-writer.js';
import { type Digest, groupNotices } from './group-notices.js';
import type { Notice } from './ladder.js';
import { LaddersService } from './ladders.service.js';
import { MovedDaysService } from './moved-days.service.js';
import { NoticeLedger } from './notice-ledger.js';
import { planDifficulties } from './plan-difficulties.js';
import { planRebaselines } from './plan-rebaselines.js';
import { planNotices, planRange } from './plan-notices.js';
import { PlanningFactsService } from './planning-facts.service.js';
import { Recipients } from './recipients.js';
import { SilenceService } from './silence.service.js';
import { TakeBackService } from './take-back.service.js';
import { UnreachedService } from './unreached.service.js';

/** Obligations that open later are asked about too. */
const END_OF_TIME = '9999-12-31';

export interface PlanCounts {
  notices: number;
  superseded: number;
  digests: number;
  unreached: number;
  /** Messages about due days that were moved. */
  moves?: number;
}

/** Plans a day's notices from the ladder and writes them to the ledger and the outbox. */
@Injectable()
export class FollowupsService {
  constructor(
    private readonly database: Database,
    private readonly calendar: CalendarService,
    private readonly facts: PlanningFactsService,
    private readonly people: PeopleService,
    private readonly contacts: ContactsService,
    private readonly outbox: OutboxService,
    private readonly writer: DigestWriter,
    private readonly ledger: NoticeLedger,
    private readonly unreached: UnreachedService,
    private readonly silence: SilenceService,
    private readonly takeBack: TakeBackService,
    private readonly wording: WordingService,
    private readonly ladders: LaddersService,
    private readonly movedDays: MovedDaysService,
    private readonly wake: Wake,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Plans what must go out today. Planning again the same day adds only what is new (an obligation that opened, a person who
   * was linked); a day that was missed is caught up by the rungs that still make sense.
   */
  async planToday(): Promise<PlanCounts> {
    const day = await this.calendar.today();
    // Another process may have been told new words.
    await this.wording.refresh();
    const counts = await this.database.transaction(async (em) => {
      // Two schedulers at once: the second waits and finds everything recorded.
      await run(em, `select pg_advisory_xact_lock(4207005)`);
      const planned = await this.planDay(em, day);
      const ladder = await this.ladders.inForce();
      return { ...planned, moves: ladder ? await this.movedDays.tell(em, ladder, day) : 0 };
    });
    if (counts.digests + counts.moves > 0) this.wake.wake('deliver');
    return counts;
  }

  /**
   * Plans today's messages anew that have not left yet, as the ladder stands now: they are skipped with a reason, and their
   * notices are planned again. Gives how many were.
   */
  async replanToday(em: Em, reason: Unsent): Promise<number> {
    await run(em, `select pg_advisory_xact_lock(4207005)`);
    const dropped = await rows<{ id: string }>(
      em,
      `update message set state = 'skipped', detail = ? where state = 'due' and attempts = 0
         and (starts_with(key, 'digest/') or starts_with(key, 'notice/')) returning id`,
      [reason],
    );
    if (dropped.length > 0) {
      await run(em, `delete from notice where message_id in (?)`, [dropped.map(({ id }) => id)]);
    }
    await this.planDay(em, await this.calendar.today(em));
    return dropped.length;
  }

  /** How many notices would still go out about these obligations until the last of them is due, if nobody answered. */
  async ahead(obligations: readonly string[], em: Em = this.database.em): Promise<number> {
    const facts = await this.facts.gather(END_OF_TIME, em);
    const wanted = new Set(obligations);
    const items = facts?.items.filter((one) => wanted.has(one.id)) ?? [];
    const until = items
      .map((one) => one.dueOn)
      .sort()
      .at(-1);
    if (!facts || until === undefined) return 0;
    const day = await this.calendar.today(em);
    const recorded = await this.facts.recorded(em);
    return planRange(facts.ladder, items, day, until, recorded, facts.days).notices.length;
  }

  /** Somebody of these units can be told again: they leave the list of those who cannot. */
  reached(em: Em, units: readonly string[]): Promise<void> {
    return this.unreached.reached(em, units);
  }

  private async planDay(em: Em, day: PlainDate): Promise<PlanCounts> {
    const facts = await this.facts.gather(day, em);
    await this.notePlanned(em, day);
    const open = facts ? await this.facts.difficulties(em, facts.ladder) : [];
    const asked = facts ? await this.facts.rebaselines(em, facts.ladder) : [];
    if (!facts || (facts.items.length === 0 && open.length === 0 && asked.length === 0)) {
      return { notices: 0, superseded: 0, digests: 0, unreached: 0 };
    }
    const [everyone, reachable] = await Promise.all([this.people.everyone(em, day), this.contacts.reachable(em)]);
    await this.takeBack.ofFormerHolders(em, everyone);
    const recipients = new Recipients(everyone, reachable);
    const recorded = await this.facts.recorded(em, recipients.roles);
    const plan = planNotices(facts.ladder, facts.items, day, recorded, facts.days);
    const heard = await this.silence.place(em, plan.notices, recipients, { day, now: this.clock.now() });
    const planned = { notices: heard.notices, superseded: [...plan.superseded, ...heard.superseded] };
    const difficult = planDifficulties(facts.ladder, open, day, await this.facts.recordedOfDifficulties(em), {
      days: facts.days,
      roles: recipients.roles,
    });
    const targets = planRebaselines(facts.ladder, asked, day, await this.facts.recordedOfRebaselines(em), {
      days: facts.days,
      roles: recipients.roles,
    });
    const morning = groupNotices<Notice>([...planned.notices, ...difficult, ...targets], (notice) =>
      recipients.of(notice),
    );
    const { digests, unreachable: untold } = morning;
    const unreachable = untold.filter((notice) => 'obligation' in notice);
    await this.ledger.keep(em, [
      ...planned.superseded.map((notice) => ({ notice, state: 'superseded' as const })),
      ...untold.map((notice) => ({ notice, state: 'unreached' as const })),
    ]);
    // What is caught up late in the day must not leave at night.
    const soonest = nextAllowed(this.clock.now(), facts.ladder);
    await this.write(em, digests, facts.obligations, { day, soonest });
    await this.unreached.keep(em, {
      planned: planned.notices,
      unreachable,
      items: facts.items,
      units: recipients.units,
      day,
    });
    return {
      notices: planned.notices.length + difficult.length + targets.length,
      superseded: planned.superseded.length,
      digests: digests.length,
      unreached: untold.length,
    };
  }

  /** That a day was planned, whether or not there was anything to say: the watchdog looks for it. */
  private async notePlanned(em: Em, day: PlainDate): Promise<void> {
    await run(
      em,
      `insert into planned_day (on_date, counts, planned_at) values (?, '{}', ?)
       on conflict (on_date) do update set planned_at = excluded.planned_at`,
      [day, this.clock.now()],
    );
  }

  /** One message for one person and morning; a second one of the same day (something opened later) gets its own key. */
  private async write(
    em: Em,
    digests: readonly Digest<Notice>[],
    obligations: readonly Obligation[],
    { day, soonest }: { day: PlainDate; soonest: Date },
  ): Promise<void> {
    if (digests.length === 0) return;
    const people = await this.people.findAll(
      digests.map((digest) => digest.person),
      em,
      day,
    );
    const byId = new Map(obligations.map((obligation) => [obligation.id, obligation]));
    const letters = digests.flatMap((digest) => {
      const person = people.get(digest.person);
      const lines = digest.notices.flatMap((notice) => {
        const obligation = 'obligation' in notice ? byId.get(notice.obligation) : undefined;
        return obligation ? [{ obligation, template: notice.template, sort: notice.sort }] : [];
      });
      const difficulties = digest.notices.flatMap((one) => ('difficulty' in one ? one.difficulty : []));
      const rebaselines = digest.notices.flatMap((one) => ('rebaseline' in one ? one.rebaseline : []));
      return person ? [{ digest, person, lines, difficulties, rebaselines }] : [];
    });
    const earlier = await this.earlierMessages(em, [...people.keys()], day);
    const texts = await this.writer.writeAll(letters, day, em);
    const drafts = letters.map(({ digest }, at) => {
      const before = earlier.get(digest.key) ?? 0;
      return {
        key: before > 0 ? `${digest.key}/${before + 1}` : digest.key,
        kind: kindOf(digest),
        to: { person: digest.person },
        body: { text: texts[at]! },
        notBefore: laterOf(new Date(digest.at), soonest),
        prefer: digest.channels,
      };
    });
    await this.outbox.put(em, drafts);
    const ids = await rows<{ key: string; id: string }>(em, `select key, id from message where key in (?)`, [
      drafts.map(({ key }) => key),
    ]);
    const messages = new Map(ids.map(({ key, id }) => [key, id]));
    await this.ledger.keep(
      em,
      letters.flatMap(({ digest }, at) =>
        digest.notices.map((notice) => ({
          notice,
          state: 'planned' as const,
          person: digest.person,
          message: messages.get(drafts[at]!.key),
        })),
      ),
    );
  }

  /** How many digests of `day` these people have already, by the key that the first one has. */
  private async earlierMessages(em: Em, people: readonly string[], day: PlainDate): Promise<Map<string, number>> {
    const found = await rows<{ key: string; n: number }>(
      em,
      `select 'digest/' || person_id || '/' || ? as key, count(*)::int as n from message
       where person_id = any(?::uuid[]) and key like 'digest/' || person_id || '/' || ? || '%' group by person_id`,
      [day, `{${people.join()}}`, day],
    );
    return new Map(found.map(({ key, n }) => [key, n]));
  }
}

function kindOf({ notices }: Digest<Notice>): 'escalation' | 'last-day' | 'reminder' {
  if (notices.some(({ sort }) => sort === 'escalation' || sort === 'no-contact')) return 'escalation';
  return notices.some(({ sort }) => sort === 'last-day') ? 'last-day' : 'reminder';
}

const laterOf = (one: Date, other: Date): Date => (one < other ? other : one);
