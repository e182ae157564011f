import { Inject, Injectable } from '@nestjs/common';
import { AuditService } from '../../access/index.js';
import { Database, row, rows, run, type Em } from '../../database/index.js';
import { CLOCK, newId, plainDate, type Clock } from '../../shared/index.js';
import { UnitsService, type UnitTree } from '../../units/index.js';
import { CalendarService } from '../calendar.service.js';
import type { CalendarEvent } from '../occasion.js';
import type { Milestone } from '../milestone.js';
import { dayIn } from '../plan-obligations.js';
import { planAfterEvent } from '../plan-occasions.js';
import {
  cycleNotOpen,
  eventInTheFuture,
  eventLongBefore,
  eventUnknown,
  notAboutUnit,
  nothingFollows,
  unitUnknown,
} from '../problems.js';
import { selectUnits } from '../select-units.js';
import { CausedObligations, type Effect, effectOf } from './caused-obligations.js';
import type { Difference } from './reconcile.js';

/** What ended so many days before its window begins was another year's: its day was mistyped. */
const EARLIEST = 180;

/** What is told of an event; `occasion` tells it from others of its window, by the unit that it was about where absent. */
export type NewEvent = Omit<CalendarEvent, 'id' | 'occasion' | 'note'> & { occasion?: string; note?: string };

interface EventRow {
  id: string;
  plan_year: number;
  milestone: string;
  occasion: string;
  unit_code: string;
  held_by: string;
  ended_on: string;
  note: string;
}

/** Events that date relative terms: recorded, corrected by recording again, withdrawn. */
@Injectable()
export class EventsService {
  constructor(
    private readonly database: Database,
    private readonly calendar: CalendarService,
    private readonly units: UnitsService,
    private readonly caused: CausedObligations,
    private readonly audit: AuditService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Records an event and makes what follows from it. The same occasion again is a correction: what nobody has begun moves
   * with it, the rest stays. Without `confirmed` nothing is written and the effect is only told. Give `em` within a transaction.
   */
  async record(
    event: NewEvent,
    by: { actor?: string; confirmed: boolean },
    em?: Em,
  ): Promise<{ id?: string; effect: Effect; applied: boolean }> {
    if (!em) return this.database.transaction((own) => this.record(event, by, own));
    const occasion = event.occasion ?? `${event.milestone}/${event.unit}`;
    await this.mustMakeSense(em, event);
    const before = await row<EventRow & { withdrawn_at: string | null }>(
      em,
      `select * from calendar_event where plan_year = ? and milestone = ? and occasion = ? for update`,
      [event.planYear, event.milestone, occasion],
    );
    const id = before?.id ?? newId();
    const whole: CalendarEvent = { ...event, id, occasion, note: event.note?.normalize('NFC') ?? '' };
    const planned = await this.following(em, whole);
    const difference = await this.caused.difference(em, { event: id }, planned);
    if (!by.confirmed) return { effect: effectOf(difference), applied: false };
    await run(
      em,
      `insert into calendar_event
         (id, plan_year, milestone, occasion, unit_code, held_by, ended_on, note, recorded_by, recorded_at)
       values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
       on conflict (plan_year, milestone, occasion) do update set unit_code = excluded.unit_code,
         held_by = excluded.held_by, ended_on = excluded.ended_on, note = excluded.note,
         recorded_by = excluded.recorded_by, recorded_at = excluded.recorded_at, withdrawn_at = null`,
      [
        id,
        event.planYear,
        event.milestone,
        occasion,
        event.unit,
        event.heldBy,
        event.endedOn,
        whole.note,
        by.actor ?? null,
        this.clock.now(),
      ],
    );
    const effect = await this.caused.apply(em, { event: id }, difference);
    await this.audit.note(em, {
      actor: by.actor,
      action: before ? 'event corrected' : 'event recorded',
      subject: id,
      details: { ...whole, before: before?.ended_on, ...effect },
    });
    return { id, effect, applied: true };
  }

  /** It did not happen: what followed from it and nobody has begun is withdrawn. */
  async withdraw(
    id: string,
    by: { actor?: string; confirmed: boolean },
    em?: Em,
  ): Promise<{ effect: Effect; applied: boolean }> {
    if (!em) return this.database.transaction((own) => this.withdraw(id, by, own));
    const found = await this.find(id, em);
    if (!found) throw eventUnknown();
    const difference = await this.caused.difference(em, { event: id }, []);
    if (!by.confirmed) return { effect: effectOf(difference), applied: false };
    await run(em, `update calendar_event set withdrawn_at = ? where id = ?::uuid`, [this.clock.now(), id]);
    const effect = await this.caused.apply(em, { event: id }, difference);
    await this.audit.note(em, { actor: by.actor, action: 'event withdrawn', subject: id, details: { ...effect } });
    return { effect, applied: true };
  }

  /** What recording an event, or withdrawing the one of that id, would do, obligation by obligation; for a plan of the notices. */
  async lookAt(given: { event: NewEvent } | { withdraw: string }): Promise<Difference> {
    return this.database.transaction(async (em) => {
      if ('withdraw' in given) {
        const found = await this.find(given.withdraw, em);
        if (!found) throw eventUnknown();
        return this.caused.difference(em, { event: found.id }, []);
      }
      const { event } = given;
      await this.mustMakeSense(em, event);
      const occasion = event.occasion ?? `${event.milestone}/${event.unit}`;
      const before = await row<{ id: string }>(
        em,
        `select id from calendar_event where plan_year = ? and milestone = ? and occasion = ?`,
        [event.planYear, event.milestone, occasion],
      );
      const id = before?.id ?? newId();
      const planned = await this.following(em, { ...event, id, occasion, note: '' });
      return this.caused.difference(em, { event: id }, planned);
    });
  }

  /** A standing event, locked until the transaction ends. */
  async find(id: string, em: Em = this.database.em): Promise<CalendarEvent | undefined> {
    const found = await row<EventRow>(
      em,
      `select * from calendar_event where id = ?::uuid and withdrawn_at is null ${em.isInTransaction() ? 'for update' : ''}`,
      [id],
    );
    return found && toEvent(found);
  }

  /** The standing events of a plan year, in the order of days. */
  async ofYear(planYear: number): Promise<CalendarEvent[]> {
    const found = await rows<EventRow>(
      this.database.em,
      `select * from calendar_event where plan_year = ? and withdrawn_at is null order by ended_on, occasion`,
      [planYear],
    );
    return found.map(toEvent);
  }

  private async following(em: Em, event: CalendarEvent) {
    const [milestones, tree, rules] = await Promise.all([
      this.calendar.milestones(em),
      this.units.tree(),
      this.calendar.dayRules(em),
    ]);
    return planAfterEvent(milestones, tree, event, rules);
  }

  private async mustMakeSense(em: Em, event: NewEvent): Promise<void> {
    const tree = await this.units.tree();
    for (const code of [event.unit, event.heldBy]) if (!tree.find(code)) throw unitUnknown({ unit: code });
    const milestones = await this.calendar.milestones(em);
    const window = milestones.find((one) => one.id === event.milestone);
    if (!window || !milestones.some((one) => one.after?.events.includes(event.milestone))) {
      throw nothingFollows({ milestone: event.milestone });
    }
    if (!maybeAbout(window, tree, event)) throw notAboutUnit({ unit: tree.name(event.unit) });
    if (!(await this.calendar.cycles(em)).includes(event.planYear)) throw cycleNotOpen({ year: event.planYear });
    const today = await this.calendar.today(em);
    if (event.endedOn > today) throw eventInTheFuture({ today: plainDate.vi(today) });
    const begins = window.windowStart && dayIn(window.windowStart, event.planYear);
    if (begins && event.endedOn < plainDate.add(begins, -EARLIEST)) {
      throw eventLongBefore({ window: plainDate.vi(begins), year: event.planYear });
    }
  }
}

/** Whether a conference of this window that `heldBy` holds can be about the unit. A body may hold it for the unit it stands under. */
function maybeAbout(window: Milestone, tree: UnitTree, { unit, heldBy, endedOn }: NewEvent): boolean {
  const holder = tree.get(heldBy);
  const superior = holder.parent === undefined ? undefined : tree.find(holder.parent);
  return [holder, ...(superior ? [superior] : [])].some((standing) =>
    window.recipients.some((selector) =>
      selectUnits(selector, { unit: standing, tree, on: endedOn }).some((found) => found.code === unit),
    ),
  );
}

function toEvent(found: EventRow): CalendarEvent {
  return {
    id: found.id,
    planYear: found.plan_year,
    milestone: found.milestone,
    occasion: found.occasion,
    unit: found.unit_code,
    heldBy: found.held_by,
    endedOn: found.ended_on,
    note: found.note,
  };
}
