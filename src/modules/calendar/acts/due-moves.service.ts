import { Inject, Injectable } from '@nestjs/common';
import { AuditService } from '../../access/index.js';
import { Database, instant, row, rows, run, type Em } from '../../database/index.js';
import { CLOCK, newId, plainDate, type Clock, type PlainDate } from '../../shared/index.js';
import { UnitsService } from '../../units/index.js';
import { CalendarService } from '../calendar.service.js';
import { workOutDueDays } from '../due-day.js';
import { beforeOpening, milestoneUnknown, moveUnknown, nothingMoves, outageTooLong, unitUnknown } from '../problems.js';
import { movedBy, movedByOutage, type Shift } from './moved-due.js';

/** Which obligations of a milestone move: of all units, of a kind, under a unit, or of certain units. */
export interface Selection {
  kind?: string;
  under?: string;
  units?: readonly string[];
}

export interface Move extends Selection {
  planYear: number;
  milestone: string;
  shift: Shift;
  reason: string;
}

/** What a move does: how many due days change, how many of these are over at once, how many stay because they are settled. */
export interface MoveEffect {
  moved: number;
  lateAtOnce: number;
  settled: number;
}

interface Candidate {
  id: string;
  opens_on: PlainDate;
  due_on: PlainDate;
  base: PlainDate;
  /** The latest day granted to the unit. */
  granted: PlainDate | null;
  settled: boolean;
}

interface Moved {
  id: string;
  from: PlainDate;
  to: PlainDate;
}

/** What is longer is a year typed wrongly, and would move whatever fell due in it. */
const LONGEST_OUTAGE = 60;

/** What would stand after an act. */
interface DaysAfter {
  dues: { obligation: string; dueOn: PlainDate }[];
  lost: { from: PlainDate; to: PlainDate }[];
}

/** The day that stands without any extension: of the newest standing move, else the first one. */
const BASE = `coalesce((select moved.to_due_on from due_moved moved join due_move act on act.id = moved.move_id
  where moved.obligation_id = o.id and act.undone_at is null order by act.seq desc limit 1), o.first_due_on)`;

const GRANTED = `(select max(to_due_on) from extension where obligation_id = o.id and taken_back_at is null)`;

/** Moves due days for many units at once, and takes such a move back. */
@Injectable()
export class DueMovesService {
  constructor(
    private readonly database: Database,
    private readonly calendar: CalendarService,
    private readonly units: UnitsService,
    private readonly audit: AuditService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Moves what is open of a milestone. Extensions stay where they are later. Without `confirmed` nothing is written and the
   * effect is only told.
   */
  async move(
    move: Move,
    by: { actor?: string; confirmed: boolean },
  ): Promise<{ id?: string; effect: MoveEffect; applied: boolean }> {
    return this.database.transaction(async (em) => {
      await oneAtATime(em);
      const { changed, settled } = await this.shifted(em, move);
      const effect = await this.effectOf(em, changed.flatMap(ruling), settled);
      if (!by.confirmed) return { effect, applied: false };
      if (changed.length === 0) throw nothingMoves();
      const { planYear, reason, ...what } = move;
      const id = await this.write(em, { planYear, what, reason, actor: by.actor }, changed);
      return { id, effect, applied: true };
    });
  }

  /** The due days that a move would give, those that an extension rules left out; for a plan of the notices. */
  async lookAtMove(move: Omit<Move, 'reason'>): Promise<{ obligation: string; dueOn: PlainDate }[]> {
    const { changed } = await this.database.transaction((em) => this.shifted(em, move));
    return changed.flatMap(ruling).map(({ id, to }) => ({ obligation: id, dueOn: to }));
  }

  private async shifted(em: Em, move: Omit<Move, 'reason'>) {
    const found = await this.candidates(em, move);
    const open = found.filter((one) => !one.settled);
    const moved = open.map((one) => ({ ...one, from: one.base, to: movedBy(one.base, move.shift) }));
    const wrong = moved.find((one) => one.to <= one.opens_on);
    if (wrong) throw beforeOpening({ opens: plainDate.vi(wrong.opens_on) });
    return { changed: moved.filter((one) => one.to !== one.from), settled: found.length - open.length };
  }

  /** Takes a move back: exactly what it moved goes back; what was moved or granted since stays. Give `em` within a transaction. */
  async undo(
    id: string,
    by: { actor?: string; confirmed: boolean },
    em?: Em,
  ): Promise<{ moved: number; lateAtOnce: number; applied: boolean }> {
    if (!em) return this.database.transaction((own) => this.undo(id, by, own));
    await run(em, `savepoint look_at_undo`);
    const back = await this.takeBack(em, id, by.actor);
    const { moved, lateAtOnce } = await this.effectOf(em, back, 0);
    if (!by.confirmed) {
      await run(em, `rollback to savepoint look_at_undo`);
      return { moved, lateAtOnce, applied: false };
    }
    await this.audit.note(em, { actor: by.actor, action: 'due days moved back', subject: id, details: { moved } });
    return { moved, lateAtOnce, applied: true };
  }

  /** The due days that would go back with a move, and to which, and the lost days without it; for a plan of the notices. */
  lookAtUndo(id: string): Promise<DaysAfter> {
    return this.database.transaction(async (em) => {
      await run(em, `savepoint look_at_undo`);
      const back = await this.takeBack(em, id);
      const lost = await this.lostDays(em);
      await run(em, `rollback to savepoint look_at_undo`);
      return { dues: back.map(({ id: obligation, to }) => ({ obligation, dueOn: to })), lost };
    });
  }

  private async takeBack(em: Em, id: string, actor?: string): Promise<Moved[]> {
    await oneAtATime(em);
    const act = await row<{ id: string; outage_id: string | null }>(
      em,
      `select id, outage_id from due_move where id = ?::uuid and undone_at is null for update`,
      [id],
    );
    if (!act) throw moveUnknown();
    const now = this.clock.now();
    const before = await this.daysMovedBy(em, id);
    await run(em, `update due_move set undone_at = ?, undone_by = ? where id = ?::uuid`, [now, actor ?? null, id]);
    if (act.outage_id) await run(em, `update outage set withdrawn_at = ? where id = ?::uuid`, [now, act.outage_id]);
    await workOutDueDays(em, [...before.keys()]);
    // A newer move, or an extension, may rule the day: what stays where it is did not go back.
    const after = await this.daysMovedBy(em, id);
    return [...before].flatMap(([obligation, from]) => {
      const to = after.get(obligation) ?? from;
      return to === from ? [] : [{ id: obligation, from, to }];
    });
  }

  /** Due days of what a move has moved and is still owed, by obligation. */
  private async daysMovedBy(em: Em, move: string): Promise<Map<string, PlainDate>> {
    const found = await rows<{ id: string; due: PlainDate }>(
      em,
      `select o.id, o.due_on::text as due from obligation o join due_moved m on m.obligation_id = o.id
       where m.move_id = ?::uuid`,
      [move],
    );
    return new Map(found.map(({ id, due }) => [id, due]));
  }

  /**
   * Records that the product could not be reached from one instant to another, and moves every open due day whose last day
   * fell on a day that it touched ({@link movedByOutage}). What was late by then is left as late as it was: its further rungs come
   * later by the days that were lost.
   */
  async recordOutage(
    outage: { from: Date; to: Date; reason: string },
    by: { actor?: string; confirmed: boolean },
  ): Promise<{ id?: string; effect: MoveEffect; applied: boolean }> {
    return this.database.transaction(async (em) => {
      await oneAtATime(em);
      const { span, moved } = await this.lostBy(em, outage);
      const effect = await this.effectOf(em, moved, 0);
      if (!by.confirmed) return { effect, applied: false };
      const outageId = newId();
      const reason = outage.reason.normalize('NFC');
      await run(
        em,
        `insert into outage (id, from_at, to_at, reason, recorded_by, recorded_at) values (?, ?, ?, ?, ?, ?)`,
        [outageId, outage.from, outage.to, reason, by.actor ?? null, this.clock.now()],
      );
      const id = await this.write(em, { outage: outageId, what: span, reason, actor: by.actor }, moved);
      return { id, effect, applied: true };
    });
  }

  /** The due days that an outage would move, and to which, and the lost days with it; for a plan of the notices. */
  lookAtOutage(outage: { from: Date; to: Date }): Promise<DaysAfter> {
    return this.database.transaction(async (em) => {
      const { span, moved } = await this.lostBy(em, outage);
      const lost = [...(await this.lostDays(em)), span].sort((a, b) => (a.from < b.from ? -1 : 1));
      return { dues: moved.map(({ id, to }) => ({ obligation: id, dueOn: to })), lost };
    });
  }

  /** The days of the outages that stand, each span inclusive, in order. */
  lostDays(em: Em): Promise<{ from: PlainDate; to: PlainDate }[]> {
    return rows(
      em,
      `select what ->> 'from' as "from", what ->> 'to' as "to" from due_move
       where outage_id is not null and undone_at is null order by 1, 2`,
    );
  }

  private async lostBy(em: Em, outage: { from: Date; to: Date }) {
    const zone = await this.calendar.timeZone(em);
    const span = { from: plainDate.today(outage.from, zone), to: plainDate.today(outage.to, zone) };
    if (plainDate.daysBetween(span.from, span.to) > LONGEST_OUTAGE) throw outageTooLong({ days: LONGEST_OUTAGE });
    const days = await this.calendar.workingDays(em);
    const found = await rows<Candidate>(
      em,
      `select o.id, o.opens_on::text, o.due_on::text, ${BASE}::text as base, ${GRANTED}::text as granted, false as settled
       from obligation o
       where o.settled_at is null and o.opens_on <= ? and o.due_on - 1 between ?::date and ?::date for update of o`,
      [span.to, span.from, span.to],
    );
    const moved = found.flatMap((one) => {
      const to = movedByOutage(one.due_on, span, days);
      return to === undefined ? [] : [{ ...one, from: one.base, to }];
    });
    return { span, moved };
  }

  /** Moves certain due days, for an act that has judged which: new holidays. Extensions stay where they are later. */
  moveEach(em: Em, moved: readonly Moved[], act: { holidays: string; actor?: string }): Promise<string> {
    const what = { holidays: act.holidays };
    return this.write(em, { what, reason: act.holidays, actor: act.actor }, moved);
  }

  /** Whether a move was not taken back yet. */
  async isStanding(em: Em, id: string): Promise<boolean> {
    return Boolean(await row(em, `select 1 from due_move where id = ?::uuid and undone_at is null`, [id]));
  }

  /** The outages on record, the latest first. */
  async outages(em: Em = this.database.em): Promise<{ id: string; from: string; to: string; reason: string }[]> {
    const found = await rows<{ id: string; from_at: string; to_at: string; reason: string }>(
      em,
      `select id, from_at, to_at, reason from outage where withdrawn_at is null order by from_at desc`,
    );
    return found.map((one) => ({ id: one.id, from: instant(one.from_at), to: instant(one.to_at), reason: one.reason }));
  }

  /** The moves that stand, the newest first, with how many due days each moved. */
  async standing(): Promise<
    { id: string; planYear?: number; what: object; reason: string; madeAt: string; moved: number }[]
  > {
    const found = await rows<{
      id: string;
      plan_year: number | null;
      what: object;
      reason: string;
      made_at: string;
      moved: number;
    }>(
      this.database.em,
      `select m.id, m.plan_year, m.what, m.reason, m.made_at,
              (select count(*)::int from due_moved d where d.move_id = m.id) as moved
       from due_move m where m.undone_at is null order by m.seq desc limit 200`,
    );
    return found.map(({ plan_year: planYear, made_at: madeAt, ...one }) => ({
      ...one,
      ...(planYear === null ? {} : { planYear }),
      madeAt: instant(madeAt),
    }));
  }

  private async candidates(
    em: Em,
    { planYear, milestone, kind, under, units }: Omit<Move, 'reason'>,
  ): Promise<Candidate[]> {
    const tree = await this.units.tree();
    if (!(await this.calendar.milestones(em)).some((one) => one.id === milestone))
      throw milestoneUnknown({ milestone });
    for (const code of [...(units ?? []), ...(under === undefined ? [] : [under])]) {
      if (!tree.find(code)) throw unitUnknown({ unit: code });
    }
    const subtree = under === undefined ? undefined : tree.subtree(under);
    const codes = tree.units
      .filter((unit) => kind === undefined || unit.kind === kind)
      .filter((unit) => subtree === undefined || subtree.has(unit.code))
      .filter((unit) => units === undefined || units.includes(unit.code))
      .map((unit) => unit.code);
    return rows<Candidate>(
      em,
      `select o.id, o.opens_on::text, o.due_on::text, ${BASE}::text as base, ${GRANTED}::text as granted,
         o.settled_at is not null as settled
       from obligation o
       where o.plan_year = ? and o.milestone = ? and o.unit_code in (select jsonb_array_elements_text(?::jsonb))
       for update of o`,
      [planYear, milestone, JSON.stringify(codes)],
    );
  }

  private async effectOf(em: Em, moved: readonly Moved[], settled: number): Promise<MoveEffect> {
    const today = await this.calendar.today(em);
    return {
      moved: moved.length,
      lateAtOnce: moved.filter((one) => one.to <= today && one.from > today).length,
      settled,
    };
  }

  private async write(
    em: Em,
    act: { planYear?: number; outage?: string; what: object; reason: string; actor?: string },
    moved: readonly Moved[],
  ): Promise<string> {
    const id = newId();
    await run(
      em,
      `insert into due_move (id, plan_year, outage_id, what, reason, made_by, made_at) values (?, ?, ?, ?::jsonb, ?, ?, ?)`,
      [
        id,
        act.planYear ?? null,
        act.outage ?? null,
        JSON.stringify(act.what),
        act.reason.normalize('NFC'),
        act.actor ?? null,
        this.clock.now(),
      ],
    );
    await run(
      em,
      `insert into due_moved (move_id, obligation_id, from_due_on, to_due_on)
       select ?::uuid, id, "from", "to" from jsonb_to_recordset(?::jsonb) as m (id uuid, "from" date, "to" date)`,
      [id, JSON.stringify(moved.map(({ id: obligation, from, to }) => ({ id: obligation, from, to })))],
    );
    await workOutDueDays(
      em,
      moved.map((one) => one.id),
    );
    await this.audit.note(em, {
      actor: act.actor,
      action: act.outage ? 'outage recorded' : 'due days moved',
      subject: id,
      details: { ...act.what, planYear: act.planYear, reason: act.reason, moved: moved.length },
    });
    return id;
  }
}

/** The due day as it then rules, from where it ruled; nothing where a longer extension keeps it. */
function ruling({ id, due_on: from, to: moved, granted }: Candidate & Moved): Moved[] {
  const to = granted !== null && granted > moved ? granted : moved;
  return to === from ? [] : [{ id, from, to }];
}

/** Moves come one after the other: each counts from where the one before left the days. */
const oneAtATime = (em: Em): Promise<void> => run(em, `select pg_advisory_xact_lock(4207021)`);
