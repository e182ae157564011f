import { Injectable } from '@nestjs/common';
import { CalendarService, type Obligation, ObligationsService } from '../calendar/index.js';
import { Database, instant, rows } from '../database/index.js';
import { OverviewService, type OwedItem } from '../reports/index.js';
import { type Locale, plainDate } from '../shared/index.js';
import { ContactsService, type Person, UnitsService } from '../units/index.js';
import { type Evidence, EvidenceService } from './evidence.service.js';
import { UnreachedService } from './unreached.service.js';

/** What a supervisor sees at a glance: who holds the chain up, what was escalated and on what evidence, whom nobody reached. */
@Injectable()
export class BoardService {
  constructor(
    private readonly database: Database,
    private readonly calendar: CalendarService,
    private readonly obligations: ObligationsService,
    private readonly overview: OverviewService,
    private readonly units: UnitsService,
    private readonly contacts: ContactsService,
    private readonly evidence: EvidenceService,
    private readonly unreachedUnits: UnreachedService,
  ) {}

  /** The board over `visible` units (all when undefined), as `person` reads it. */
  async board(visible: ReadonlySet<string> | undefined, person: Person) {
    const { locale } = person;
    const today = await this.calendar.today();
    const opened = await this.obligations.opened(visible && [...visible], today);
    const late = opened.filter((obligation) => !obligation.settled && obligation.dueOn <= today);
    const ids = late.map((obligation) => obligation.id);
    const [items, tree, evidence, promises, taken] = await Promise.all([
      this.overview.describe(late, today, locale),
      this.units.tree(),
      this.evidence.of(ids, locale),
      this.promises(ids),
      this.acknowledgements(ids),
    ]);
    const counts = new Map<string, { open: number; overdue: number; settled: number }>();
    for (const obligation of opened) {
      const count = counts.get(obligation.unit) ?? { open: 0, overdue: 0, settled: 0 };
      if (obligation.settled) count.settled += 1;
      else if (obligation.dueOn <= today) count.overdue += 1;
      else count.open += 1;
      counts.set(obligation.unit, count);
    }
    const lateItems = items.map((item) => ({
      ...this.toLate(item, today, evidence.get(item.id) ?? [], promises.get(item.id)),
      acknowledged: taken.get(item.id),
    }));
    return {
      today,
      units: [...counts].map(([unit, count]) => ({ unit, unitName: tree.name(unit), ...count })),
      late: lateItems,
      escalations: await this.escalations(lateItems, evidence, person),
      annexes: await this.annexes(opened, today, locale),
      unreached: await this.unreached(visible),
      lostChats: await this.lostChats(visible),
    };
  }

  /** Reports that are submitted and still owe forms beside their headline. */
  private async annexes(opened: readonly Obligation[], today: string, locale: Locale) {
    const owing = await rows<{ obligation_id: string }>(
      this.database.em,
      `select obligation_id from report where state = 'submitted' and owed_forms <> '{}'
         and obligation_id in (select value::uuid from jsonb_array_elements_text(?::jsonb))`,
      [JSON.stringify(opened.filter((one) => one.settled?.as === 'submitted').map((one) => one.id))],
    );
    const ids = new Set(owing.map((one) => one.obligation_id));
    const items = await this.overview.describe(
      opened.filter((one) => ids.has(one.id)),
      today,
      locale,
    );
    return items.map(({ id, unit, unitName, title, lastDay, owedForms }) => ({
      obligation: id,
      unit,
      unitName,
      title,
      lastDay,
      owedForms,
    }));
  }

  private toLate(
    item: OwedItem,
    today: string,
    evidence: readonly Evidence[],
    promise?: { promisedOn: string; by: string },
  ) {
    const last = evidence.at(-1);
    return {
      obligation: item.id,
      unit: item.unit,
      unitName: item.unitName,
      title: item.title,
      lastDay: item.lastDay,
      daysLate: plainDate.daysBetween(item.lastDay, today),
      progress: item.progress,
      status: item.status,
      promise,
      lastNotice: last && { at: last.at, to: last.rung, state: last.state },
    };
  }

  private async escalations<L extends { obligation: string }>(
    late: readonly L[],
    evidence: ReadonlyMap<string, Evidence[]>,
    person: Person,
  ) {
    const raised = await rows<{ obligation_id: string; rung: string; on_date: string; mine: boolean }>(
      this.database.em,
      `select distinct on (obligation_id) obligation_id, rung, on_date::text,
         coalesce(bool_or(person_id = ?::uuid) over (partition by obligation_id), false) as mine
       from notice
       where sort = 'escalation' and state <> 'superseded'
         and obligation_id in (select value::uuid from jsonb_array_elements_text(?::jsonb))
       order by obligation_id, on_date desc, at desc`,
      [person.id, JSON.stringify(late.map((item) => item.obligation))],
    );
    const byObligation = new Map(raised.map((escalation) => [escalation.obligation_id, escalation]));
    return late.flatMap((item) => {
      const escalation = byObligation.get(item.obligation);
      if (!escalation) return [];
      return [
        {
          ...item,
          rung: escalation.rung,
          rungTitle: this.evidence.rungTitle(escalation.rung, person.locale),
          on: escalation.on_date,
          raisedToMe: escalation.mine,
          evidence: evidence.get(item.obligation) ?? [],
        },
      ];
    });
  }

  private async promises(
    ids: readonly string[],
  ): Promise<Map<string, { promisedOn: string; by: string; note: string }>> {
    const found = await rows<{ obligation_id: string; promised_on: string; name: string; note: string }>(
      this.database.em,
      `select distinct on (p.obligation_id) p.obligation_id, p.promised_on::text, q.name, p.note
       from promise p join person q on q.id = p.person_id
       where p.obligation_id in (select value::uuid from jsonb_array_elements_text(?::jsonb))
       order by p.obligation_id, p.made_at desc`,
      [JSON.stringify(ids)],
    );
    return new Map(
      found.map((one) => [one.obligation_id, { promisedOn: one.promised_on, by: one.name, note: one.note }]),
    );
  }

  /** Who took a lateness on last, since its due day is what it is. */
  private async acknowledgements(ids: readonly string[]): Promise<Map<string, { by: string; at: string }>> {
    const found = await rows<{ obligation_id: string; name: string; made_at: string }>(
      this.database.em,
      `select distinct on (a.obligation_id) a.obligation_id, q.name, a.made_at
       from acknowledgement a join person q on q.id = a.person_id
       join obligation o on o.id = a.obligation_id and o.due_on = a.due_on
       where a.obligation_id in (select value::uuid from jsonb_array_elements_text(?::jsonb))
       order by a.obligation_id, a.made_at desc`,
      [JSON.stringify(ids)],
    );
    return new Map(found.map((one) => [one.obligation_id, { by: one.name, at: instant(one.made_at) }]));
  }

  /** Chats that refuse us, of people of these units; the reason for whoever administers them. */
  private async lostChats(visible: ReadonlySet<string> | undefined) {
    const [found, tree] = await Promise.all([this.contacts.lost(), this.units.tree()]);
    return found
      .map(({ units, ...chat }) => ({ ...chat, unit: units.find((unit) => visible?.has(unit) ?? true) }))
      .flatMap(({ unit, ...chat }) => (unit === undefined ? [] : [{ ...chat, unit, unitName: tree.name(unit) }]));
  }

  /** Units that cannot be told. */
  private async unreached(visible: ReadonlySet<string> | undefined) {
    const [found, tree] = await Promise.all([this.unreachedUnits.list(), this.units.tree()]);
    return found
      .filter((item) => visible === undefined || visible.has(item.unit))
      .map((item) => ({ ...item, unitName: tree.name(item.unit) }));
  }
}
