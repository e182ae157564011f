import { Inject, Injectable } from '@nestjs/common';
import { Scope } from '../access/index.js';
import { CalendarService, type SpecialDay, type UnitChange, UnitChangesService } from '../calendar/index.js';
import { Database, rows } from '../database/index.js';
import { CLOCK, MESSAGES, plainDate, type Clock, type Locale, type Messages, type PlainDate } from '../shared/index.js';
import { ContactsService, type Person, PeopleService, UnitsService, UnitTree } from '../units/index.js';
import { ChannelLimits } from './channel-limits.js';
import { dryRun, fromNow } from './dry-run.js';
import { EvidenceService } from './evidence.service.js';
import { groupNotices } from './group-notices.js';
import type { OwedItem, PlannedNotice, Recorded } from './ladder.js';
import { type ChannelLoad, loadOf, type Peak, type PlannedMessage } from './load-of-plan.js';
import { countOf, type DifferenceCount, planDifference } from './plan-difference.js';
import { afterEdit, type PlanEdit, type PlanWorld } from './plan-edit.js';
import { PlanningFactsService } from './planning-facts.service.js';
import { Recipients } from './recipients.js';
import { placeSilences } from './silence-in-plan.js';
import { whyText, wordsFor } from './why.js';

const END_OF_TIME = '9999-12-31';
/** More lines than anybody reads; the totals count all. */
const MOST_LINES = 500;
const MOST_PEOPLE = 100;

export interface DryRunQuestion {
  from: PlainDate;
  to: PlainDate;
  /** Only what concerns these units, or this milestone; all when absent. */
  units?: readonly string[];
  milestone?: string;
  /** Only what this person would hear. */
  person?: string;
  edit?: PlanEdit;
}

/** What one person would hear of, and where: one row of the list that is downloaded. */
export interface DryRunRow {
  at: string;
  name: string;
  channel?: string;
  /** How many notices stand in the same message. */
  together: number;
  unitName: string;
  title: string;
  rungTitle: string;
}

/** A notice as a page shows it. */
export interface DryRunLine {
  key: string;
  unit: string;
  unitName: string;
  milestone: string;
  /** Name of what is owed, in the reader's language. */
  title: string;
  rung: string;
  /** Name of the rung, in the reader's language. */
  rungTitle: string;
  sort: PlannedNotice['sort'];
  audience: PlannedNotice['audience'];
  /** The unit whose people are told. */
  audienceName: string;
  /** How many people of the audience can be told; 0 is a matter for the superior. */
  people: number;
  at: string;
  why: string;
}

export interface DryRunAnswer {
  notices: number;
  messages: number;
  /** Notices of which nobody can be told as things stand. */
  unreachable: number;
  days: { on: PlainDate; people: number; messages: number }[];
  /** Who hears most, at most a hundred people. */
  people: { person: string; name: string; channel?: string; messages: number; notices: number }[];
  channels: ChannelLoad[];
  peak?: Peak;
  /** At most five hundred, in the order of time. */
  lines: DryRunLine[];
  difference?: {
    /** In one sentence. */
    sentence: string;
    moved: DifferenceCount;
    added: DifferenceCount;
    cancelled: DifferenceCount;
    lines: { change: 'moved' | 'added' | 'cancelled'; notice: DryRunLine; before?: string }[];
  };
}

/** Shows what will go out, and what a change would make of it, before anything is written. */
@Injectable()
export class DryRunService {
  constructor(
    private readonly database: Database,
    private readonly calendar: CalendarService,
    private readonly facts: PlanningFactsService,
    private readonly people: PeopleService,
    private readonly contacts: ContactsService,
    private readonly units: UnitsService,
    private readonly changes: UnitChangesService,
    private readonly limits: ChannelLimits,
    private readonly evidence: EvidenceService,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(MESSAGES) private readonly messages: Messages,
  ) {}

  /**
   * The plan of the days `from`..`to` for the units that the person may see, as if nobody answered from now on. What lies before
   * today is planned as if nothing had been sent. With an edit the answer is the plan after it, and the difference it makes.
   */
  async run(person: Person, question: DryRunQuestion): Promise<DryRunAnswer> {
    const { before, after, tree, recipients, everyone } = await this.plan(person, question);
    const { locale } = person;
    const founded = question.edit?.kind === 'items' ? question.edit.founded : [];
    const named = founded.length > 0 ? new UnitTree([...tree.units, ...founded]) : tree;
    const line = this.lineMaker(named, recipients, await this.titles(locale), locale);
    return {
      ...(await this.loadOf(after, recipients, everyone, question.person)),
      lines: after.slice(0, MOST_LINES).map(line),
      ...(question.edit ? { difference: this.difference(before, after, line, locale) } : {}),
    };
  }

  /** What would be owed after units merged or split; they stand as before when it is known. */
  async afterChange(change: UnitChange): Promise<PlanEdit> {
    const tree = await this.units.tree();
    const facts = await this.changes.lookWithin(change, (em) => this.facts.gather(END_OF_TIME, em));
    const like = tree.find(change.units[0] ?? '');
    const founded = change.into.flatMap(({ code, name }) => (name && like ? [{ ...like, code, name }] : []));
    return { kind: 'items', items: facts?.items ?? [], founded };
  }

  /** Every notice of every message, in the order of time: what `run` counts, for a list to keep. */
  async rows(person: Person, question: DryRunQuestion): Promise<DryRunRow[]> {
    const { after, tree, recipients, everyone } = await this.plan(person, question);
    const { messages, digests, names, unreachable } = await this.messagesOf(
      after,
      recipients,
      everyone,
      question.person,
    );
    const titles = await this.titles(person.locale);
    const about = ({ unit, milestone, rung }: PlannedNotice) => ({
      unitName: tree.name(unit),
      title: titles.get(milestone) ?? milestone,
      rungTitle: this.evidence.rungTitle(rung, person.locale),
    });
    const told = digests.flatMap((digest, at) =>
      digest.notices.map((notice) => ({
        at: digest.at,
        name: names.get(digest.person) ?? digest.person,
        ...(messages[at]!.channel === undefined ? {} : { channel: messages[at]!.channel }),
        together: digest.notices.length,
        ...about(notice),
      })),
    );
    // Of which nobody can be told stands there too, without a name.
    return [...told, ...unreachable.map((notice) => ({ at: notice.at, name: '', together: 0, ...about(notice) }))];
  }

  private async plan(person: Person, question: DryRunQuestion) {
    const [facts, tree, everyone, contacts, today] = await Promise.all([
      this.facts.gather(END_OF_TIME),
      this.units.tree(),
      this.people.everyone(),
      this.contacts.reachable(),
      this.calendar.today(),
    ]);
    const recipients = new Recipients(everyone, contacts);
    const { units } = recipients;
    const world: PlanWorld | undefined = facts && {
      ladder: facts.ladder,
      days: facts.days,
      items: facts.items,
    };
    const recorded: Recorded =
      question.from < today ? new Map() : await this.facts.recorded(this.database.em, recipients.roles);
    const visible = new Scope(person, tree).visible();
    const wanted = question.units && new Set(question.units);
    const concerns = ({ unit, milestone }: { unit: string; milestone: string }): boolean =>
      (visible === undefined || visible.has(unit)) &&
      (wanted === undefined || wanted.has(unit)) &&
      (question.milestone === undefined || milestone === question.milestone);
    const isHeard = (notice: PlannedNotice): boolean =>
      question.person === undefined || recipients.of(notice).some((one) => one.person === question.person);
    // Whoever can be told will have been told by the time it matters; so will the people of a unit that is founded. Since when
    // somebody was told already counts all the same.
    const asTold = (item: OwedItem): OwedItem =>
      item.contact?.deliveredOn === undefined && (units.has(item.unit) || !tree.find(item.unit))
        ? { ...item, contact: undefined }
        : item;
    const heard = question.from < today ? new Set<string>() : await this.heardOfLateness();
    const plan = ({ ladder, items, days }: PlanWorld): PlannedNotice[] => {
      const concerned = items.filter(concerns).map(asTold);
      const planned = dryRun(ladder, concerned, question.from, question.to, days, recorded, today);
      const all = placeSilences(planned, ladder, recipients, tree, heard).filter(isHeard);
      return question.from < today ? all : fromNow(all, this.clock.now(), ladder);
    };
    const before = world ? plan(world) : [];
    const { edit } = question;
    const known = { tree, today, milestones: await this.calendar.milestones(), holidays: await this.holidays() };
    const after = world && edit ? plan(afterEdit(world, edit, known)) : before;
    return { before, after, tree, recipients, everyone };
  }

  /** The messages that a plan makes, beside the digests that they stand for. */
  private async messagesOf(
    notices: readonly PlannedNotice[],
    recipients: Recipients,
    everyone: readonly Person[],
    only?: string,
  ) {
    const grouped = groupNotices(notices, (notice) => recipients.of(notice));
    const digests = grouped.digests.filter(({ person }) => only === undefined || person === only);
    const contacts = await this.contacts.ofAll([...new Set(digests.map((digest) => digest.person))]);
    const messages = digests.map(({ person, on, at, notices: all, channels }): PlannedMessage => {
      const reached = contacts.get(person) ?? [];
      const wished = channels?.find((channel) => reached.some((one) => one.channel === channel));
      const channel = wished ?? reached[0]?.channel;
      return { to: person, on, at, notices: all.length, ...(channel === undefined ? {} : { channel }) };
    });
    const names = new Map(everyone.map(({ id, name }) => [id, name]));
    return { messages, digests, names, contacts, unreachable: grouped.unreachable };
  }

  private async loadOf(
    notices: readonly PlannedNotice[],
    recipients: Recipients,
    everyone: readonly Person[],
    only?: string,
  ) {
    const { messages, names, contacts, unreachable } = await this.messagesOf(notices, recipients, everyone, only);
    const { days, people, channels, peak } = loadOf(messages, this.limits.all);
    return {
      notices: notices.length,
      messages: messages.length,
      unreachable: unreachable.length,
      days,
      people: people
        .map(({ to, ...one }) => ({
          ...{ person: to, name: names.get(to) ?? to, channel: contacts.get(to)?.[0]?.channel },
          ...one,
        }))
        .sort((a, b) => b.messages - a.messages || (a.name < b.name ? -1 : 1))
        .slice(0, MOST_PEOPLE),
      channels,
      ...(peak ? { peak } : {}),
    };
  }

  private difference(
    before: readonly PlannedNotice[],
    after: readonly PlannedNotice[],
    line: (notice: PlannedNotice) => DryRunLine,
    locale: Locale,
  ): DryRunAnswer['difference'] {
    const { moved, added, cancelled } = planDifference(before, after);
    const counts = {
      moved: countOf(moved.map((one) => one.after)),
      added: countOf(added),
      cancelled: countOf(cancelled),
    };
    const parts = Object.entries(counts).flatMap(([change, { reminders, escalations }]) => [
      ...(reminders > 0 ? [this.messages.t(locale, `dry-run.${change}-reminders`, { count: reminders })] : []),
      ...(escalations > 0 ? [this.messages.t(locale, `dry-run.${change}-escalations`, { count: escalations })] : []),
    ]);
    return {
      sentence: parts.length > 0 ? parts.join(', ') : this.messages.t(locale, 'dry-run.no-difference'),
      ...counts,
      lines: [
        ...cancelled.map((notice) => ({ change: 'cancelled' as const, notice: line(notice) })),
        ...moved.map((one) => ({ change: 'moved' as const, notice: line(one.after), before: one.before.at })),
        ...added.map((notice) => ({ change: 'added' as const, notice: line(notice) })),
      ].slice(0, MOST_LINES),
    };
  }

  private async titles(locale: Locale): Promise<ReadonlyMap<string, string>> {
    return new Map((await this.calendar.milestones()).map(({ id, title }) => [id, title[locale]]));
  }

  private lineMaker(
    tree: UnitTree,
    recipients: Recipients,
    titles: ReadonlyMap<string, string>,
    locale: Locale,
  ): (notice: PlannedNotice) => DryRunLine {
    const words = wordsFor(this.messages, locale);
    return (notice) => {
      const { key, unit, milestone, rung, sort, audience, at, why } = notice;
      return {
        ...{ key, unit, unitName: tree.name(unit), milestone, title: titles.get(milestone) ?? milestone },
        ...{ rung, rungTitle: this.evidence.rungTitle(rung, locale), sort, at },
        why: whyText(why, words),
        ...{ audience, audienceName: tree.name(audience.unit) },
        people: new Set(recipients.of(notice).map(({ person }) => person)).size,
      };
    };
  }

  /** `<obligation> <person>` of whoever was told that something is late which still is. */
  private async heardOfLateness(): Promise<ReadonlySet<string>> {
    const found = await rows<{ told: string }>(
      this.database.em,
      `select n.obligation_id || ' ' || n.person_id as told from notice n join obligation o on o.id = n.obligation_id
       where o.settled_at is null and n.state = 'planned' and n.person_id is not null and n.on_date >= o.due_on
         and n.sort in ('escalation', 'no-contact')`,
    );
    return new Set(found.map(({ told }) => told));
  }

  private holidays(): Promise<SpecialDay[]> {
    return rows<SpecialDay>(
      this.database.em,
      `select on_date::text as date, kind, status from holiday order by on_date`,
    );
  }
}

/** Whether a range can be planned: in order, and not longer than two years. */
export const rangeHolds = ({ from, to }: { from: PlainDate; to: PlainDate }): boolean =>
  from <= to && plainDate.daysBetween(from, to) <= 800;
