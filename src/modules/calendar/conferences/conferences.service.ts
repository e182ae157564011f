import { Inject, Injectable } from '@nestjs/common';
import { AuditService, Scope } from '../../access/index.js';
import { Database, rows, run, type Em } from '../../database/index.js';
import { CLOCK, newId, plainDate, type Clock } from '../../shared/index.js';
import { PeopleService, type Person, UnitsService } from '../../units/index.js';
import { mustActFor } from '../acts/may-act-for.js';
import { CalendarService } from '../calendar.service.js';
import type { Milestone } from '../milestone.js';
import { EventsService } from '../occasions/events.service.js';
import { dayIn } from '../plan-obligations.js';
import { cycleNotOpen } from '../problems.js';
import { selectUnits } from '../select-units.js';
import { type Clash, clashesOf } from './clashes.js';
import { type Panel, roomOf, type Sitting, type Slot } from './conference.js';
import { ConferenceMessages } from './conference-messages.js';
import {
  chairUnknown,
  conferenceClash,
  conferenceOver,
  conferenceUnknown,
  dayOff,
  noWindow,
  notTheHolder,
  notYetHeld,
  outsideWindow,
  unitNotHeard,
} from './conference-problems.js';
import { locked, type NamedConference, ofYear, standingOn } from './conference-rows.js';
import { planConferences, slotsOf } from './plan-conferences.js';

/** A window of a plan year as one unit holds it. */
interface Window {
  milestone: Milestone;
  first: string;
  last: string;
  /** Codes of the units that are heard. */
  units: string[];
}

/** Arranges the conferences of a window: planned all at once, moved by hand, held, cancelled. */
@Injectable()
export class ConferencesService {
  constructor(
    private readonly database: Database,
    private readonly units: UnitsService,
    private readonly people: PeopleService,
    private readonly calendar: CalendarService,
    private readonly events: EventsService,
    private readonly tellers: ConferenceMessages,
    private readonly audit: AuditService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The conferences that a person may see: of the own units, of those watched, and of those held. */
  async list(person: Person, planYear: number): Promise<NamedConference[]> {
    const scope = new Scope(person, await this.units.tree());
    const visible = scope.visible();
    return ofYear(this.database.em, planYear, visible && [...visible, ...scope.own()]);
  }

  /**
   * Plans a conference for each unit of a window that has none, as early as the panels allow. Without `confirmed` nothing is
   * written and the plan is only shown.
   */
  async arrange(
    person: Person,
    wish: { planYear: number; milestone: string; heldBy: string; panels: Panel[]; confirmed: boolean },
  ): Promise<{
    sittings: (Sitting & { unitName: string })[];
    unplaced: { code: string; name: string }[];
    applied: boolean;
  }> {
    const tree = await this.units.tree();
    mustActFor(person, tree, wish.heldBy);
    return this.database.transaction(async (em) => {
      await run(em, `select pg_advisory_xact_lock(4207008)`);
      const window = await this.windowOf(em, wish);
      const panels = wish.panels.map((panel) => ({ ...panel, room: roomOf(panel.room) }));
      await this.mustKnow(
        em,
        panels.map((panel) => panel.chair),
      );
      const today = await this.calendar.today(em);
      const days = await this.calendar.workingDays(em);
      const from = window.first > today ? window.first : plainDate.add(today, 1);
      const slots = slotsOf(from, window.last, days);
      const taken = await standingOn(em, [...new Set(slots.map((slot) => slot.day))]);
      const heard = await rows<{ unit: string }>(
        em,
        `select unit_code as unit from conference where plan_year = ? and milestone = ? and state <> 'cancelled'`,
        [wish.planYear, wish.milestone],
      );
      const done = new Set(heard.map((one) => one.unit));
      const units = window.units.filter((code) => !done.has(code));
      const { sittings, unplaced } = planConferences({ units, panels, slots, taken });
      const plan = {
        sittings: sittings.map((one) => ({ ...one, unitName: tree.name(one.unit) })),
        unplaced: unplaced.map((code) => ({ code, name: tree.name(code) })),
      };
      if (!wish.confirmed) return { ...plan, applied: false };
      for (const sitting of sittings) await this.write(em, sitting, wish, window.milestone, person);
      await this.audit.note(em, {
        actor: person.id,
        action: 'conferences arranged',
        subject: wish.milestone,
        details: { planYear: wish.planYear, heldBy: wish.heldBy, arranged: sittings.length, unplaced },
      });
      return { ...plan, applied: true };
    });
  }

  /** Moves a conference to another half day, chair or room; who must be there hears of it once. */
  async move(person: Person, id: string, to: Slot & Panel & { note?: string }): Promise<NamedConference> {
    return this.change(person, id, async (em, conference) => {
      const window = await this.windowOf(em, conference);
      const wanted: Sitting = {
        unit: conference.unit,
        day: to.day,
        half: to.half,
        chair: to.chair,
        room: roomOf(to.room),
      };
      await this.mustKnow(em, [to.chair]);
      await this.mustFit(em, window, wanted);
      const others = (await standingOn(em, [to.day])).filter((one) => one.id !== id);
      const [clash] = clashesOf(wanted, others);
      if (clash) throw conferenceClash(told(clash));
      await run(
        em,
        `update conference set on_day = ?, half = ?, chair_id = ?, room = ?, note = ?, version = version + 1 where id = ?::uuid`,
        [to.day, to.half, to.chair, wanted.room, to.note?.normalize('NFC') ?? conference.note, id],
      );
      const moved = (await locked(em, id))!;
      await this.tellers.tell(em, 'moved', moved, window.milestone);
      await this.audit.note(em, {
        actor: person.id,
        action: 'conference moved',
        subject: id,
        details: { from: placeOf(conference), to: placeOf(moved) },
      });
      return moved;
    });
  }

  /** Calls a conference off; its unit may be given another. */
  async cancel(person: Person, id: string, reason: string): Promise<void> {
    await this.change(person, id, async (em, conference) => {
      await run(em, `update conference set state = 'cancelled', note = ?, version = version + 1 where id = ?::uuid`, [
        reason.normalize('NFC'),
        id,
      ]);
      const { milestone } = await this.windowOf(em, conference);
      await this.tellers.tell(em, 'cancelled', (await locked(em, id))!, milestone);
      await this.audit.note(em, { actor: person.id, action: 'conference cancelled', subject: id, details: { reason } });
      return conference;
    });
  }

  /** It was held and ended on a day: whoever chaired owes the conclusion notice from then on. */
  async hold(person: Person, id: string, endedOn: string): Promise<NamedConference> {
    return this.change(person, id, async (em, conference) => {
      if (endedOn < conference.day) throw notYetHeld({ day: plainDate.vi(conference.day) });
      const milestones = await this.calendar.milestones(em);
      const follows = milestones.some((one) => one.after?.events.includes(conference.milestone));
      const { planYear, milestone, unit, heldBy } = conference;
      const event = follows
        ? await this.events.record(
            { planYear, milestone, unit, heldBy, endedOn, occasion: `conference/${id}` },
            { actor: person.id, confirmed: true },
            em,
          )
        : undefined;
      await run(em, `update conference set state = 'held', event_id = ? where id = ?::uuid`, [event?.id ?? null, id]);
      await this.audit.note(em, { actor: person.id, action: 'conference held', subject: id, details: { endedOn } });
      return (await locked(em, id))!;
    });
  }

  private change(
    person: Person,
    id: string,
    act: (em: Em, conference: NamedConference) => Promise<NamedConference>,
  ): Promise<NamedConference> {
    return this.database.transaction(async (em) => {
      await run(em, `select pg_advisory_xact_lock(4207008)`);
      const conference = await locked(em, id);
      if (!conference) throw conferenceUnknown();
      mustActFor(person, await this.units.tree(), conference.heldBy);
      if (conference.state !== 'planned') throw conferenceOver();
      return act(em, conference);
    });
  }

  private async write(
    em: Em,
    sitting: Sitting,
    { planYear, heldBy }: { planYear: number; heldBy: string },
    window: Milestone,
    person: Person,
  ): Promise<void> {
    const id = newId();
    await run(
      em,
      `insert into conference (id, plan_year, milestone, unit_code, held_by, chair_id, room, on_day, half, arranged_by, arranged_at)
       values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      [
        id,
        planYear,
        window.id,
        sitting.unit,
        heldBy,
        sitting.chair,
        sitting.room,
        sitting.day,
        sitting.half,
        person.id,
        this.clock.now(),
      ],
    );
    await this.tellers.tell(em, 'invited', (await locked(em, id))!, window);
  }

  private async windowOf(
    em: Em,
    { planYear, milestone: id, heldBy }: { planYear: number; milestone: string; heldBy: string },
  ): Promise<Window> {
    if (!(await this.calendar.cycles(em)).includes(planYear)) throw cycleNotOpen({ year: planYear });
    const milestone = (await this.calendar.milestones(em)).find((one) => one.id === id);
    if (!milestone || milestone.sort !== 'window' || !milestone.windowStart || !milestone.due) {
      throw noWindow({ milestone: id });
    }
    const tree = await this.units.tree();
    const holder = tree.find(heldBy);
    if (!holder || (holder.kind !== milestone.owes && holder.level !== milestone.owesLevel)) {
      throw notTheHolder({ unit: tree.name(heldBy) });
    }
    const last = plainDate.add(dayIn(milestone.due, planYear), -1);
    const heard = milestone.recipients.flatMap((selector) => selectUnits(selector, { unit: holder, tree, on: last }));
    return {
      milestone,
      first: dayIn(milestone.windowStart, planYear),
      last,
      units: heard.filter((unit) => unit.member).map((unit) => unit.code),
    };
  }

  private async mustFit(em: Em, window: Window, { unit, day }: Sitting): Promise<void> {
    if (!window.units.includes(unit)) throw unitNotHeard({ unit: (await this.units.tree()).name(unit) });
    if (day < window.first || day > window.last) {
      throw outsideWindow({ first: plainDate.vi(window.first), last: plainDate.vi(window.last) });
    }
    if (!(await this.calendar.workingDays(em)).isWorkingDay(day)) throw dayOff({ day: plainDate.vi(day) });
  }

  private async mustKnow(em: Em, chairs: readonly string[]): Promise<void> {
    const found = await this.people.findAll(chairs, em);
    if (chairs.some((chair) => !found.has(chair))) throw chairUnknown();
  }
}

/** A clash in words: who or what is taken, and by whose conference. */
function told({ over, with: other }: Clash<NamedConference>): { who: string; unit: string; day: string } {
  const who = { unit: other.unitName, chair: other.chairName, room: other.room }[over];
  return { who, unit: other.unitName, day: plainDate.vi(other.day) };
}

const placeOf = ({ day, half, chair, room }: Sitting) => ({ day, half, chair, room });
