import { Inject, Injectable } from '@nestjs/common';
import { Scope } from '../access/index.js';
import { CalendarService, type SpecialDay } from '../calendar/index.js';
import { Database, rows } from '../database/index.js';
import { MESSAGES, plainDate, type Locale, type Messages, type PlainDate } from '../shared/index.js';
import { ContactsService, type Person, PeopleService, UnitsService, type UnitTree } from '../units/index.js';
import { ChannelLimits } from './channel-limits.js';
import { dryRun } from './dry-run.js';
import { EvidenceService } from './evidence.service.js';
import { groupNotices } from './group-notices.js';
import type { PlannedNotice, Recorded } from './ladder.js';
import { type Peak, peakHour, type PlannedMessage, totalsPerDay } from './load-of-plan.js';
import { countOf, type DifferenceCount, planDifference } from './plan-difference.js';
import { afterEdit, type PlanEdit, type PlanWorld } from './plan-edit.js';
import { PlanningFactsService } from './planning-facts.service.js';
import { Recipients } from './recipients.js';

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
  edit?: PlanEdit;
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
    private readonly limits: ChannelLimits,
    private readonly evidence: EvidenceService,
    @Inject(MESSAGES) private readonly messages: Messages,
  ) {}

  /**
   * The plan of the days `from`..`to` for the units that the person may see, as if nobody answered from now on. What lies before
   * today is planned as if nothing had been sent. With an edit the answer is the plan after it, and the difference it makes.
   */
  async run(person: Person, question: DryRunQuestion): Promise<DryRunAnswer> {
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
      // Whoever can be told will have been told by the time it matters.
      items: facts.items.map((item) => (units.has(item.unit) ? { ...item, contact: undefined } : item)),
    };
    const recorded: Recorded =
      question.from < today ? new Map() : await this.facts.recorded(this.database.em, recipients.roles);
    const visible = new Scope(person, tree).visible();
    const wanted = question.units && new Set(question.units);
    const concerns = ({ unit, milestone }: { unit: string; milestone: string }): boolean =>
      (visible === undefined || visible.has(unit)) &&
      (wanted === undefined || wanted.has(unit)) &&
      (question.milestone === undefined || milestone === question.milestone);
    const plan = ({ ladder, items, days }: PlanWorld): PlannedNotice[] =>
      dryRun(ladder, items.filter(concerns), question.from, question.to, days, recorded, today);

    const before = world ? plan(world) : [];
    const { edit } = question;
    const after = world && edit ? plan(afterEdit(world, edit, { tree, holidays: await this.holidays() })) : before;
    const line = this.lineMaker(tree, recipients, await this.titles(person.locale), person.locale);
    return {
      ...(await this.loadOf(after, recipients, everyone)),
      lines: after.slice(0, MOST_LINES).map(line),
      ...(edit ? { difference: this.difference(before, after, line, person.locale) } : {}),
    };
  }

  private async loadOf(notices: readonly PlannedNotice[], recipients: Recipients, everyone: readonly Person[]) {
    const { digests, unreachable } = groupNotices(notices, (notice) => recipients.of(notice));
    const names = new Map(everyone.map(({ id, name }) => [id, name]));
    const told = [...new Set(digests.map((digest) => digest.person))];
    const contacts = await this.contacts.ofAll(told);
    const messages = digests.map(({ person, on, at, notices: all }): PlannedMessage => ({
      to: person,
      on,
      at,
      notices: all.length,
    }));
    const people = [...Map.groupBy(messages, (message) => message.to)]
      .map(([person, all]) => ({
        person,
        name: names.get(person) ?? person,
        channel: contacts.get(person)?.[0]?.channel,
        messages: all.length,
        notices: all.reduce((sum, one) => sum + one.notices, 0),
      }))
      .sort((a, b) => b.messages - a.messages || (a.name < b.name ? -1 : 1));
    return {
      notices: notices.length,
      messages: messages.length,
      unreachable: unreachable.length,
      days: totalsPerDay(messages),
      people: people.slice(0, MOST_PEOPLE),
      peak: peakHour(messages, this.limits.all),
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
    return (notice) => {
      const { key, unit, milestone, rung, sort, audience, at, why } = notice;
      return {
        ...{ key, unit, unitName: tree.name(unit), milestone, title: titles.get(milestone) ?? milestone },
        ...{ rung, rungTitle: this.evidence.rungTitle(rung, locale), sort, at, why },
        ...{ audience, audienceName: tree.name(audience.unit) },
        people: new Set(recipients.of(notice).map(({ person }) => person)).size,
      };
    };
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
