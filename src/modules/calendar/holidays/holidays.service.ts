import { Inject, Injectable } from '@nestjs/common';
import { AuditService } from '../../access/index.js';
import { Database, row, rows, run, type Em } from '../../database/index.js';
import { CLOCK, digest, newId, plainDate, type Clock, type PlainDate } from '../../shared/index.js';
import { UnitsService } from '../../units/index.js';
import { DueMovesService } from '../acts/due-moves.service.js';
import { CalendarService } from '../calendar.service.js';
import type { DayRules } from '../days-off-policy.js';
import { keyOf } from '../obligation.js';
import { planObligations } from '../plan-obligations.js';
import {
  holidaysChanged,
  holidaysWithoutWork,
  importFollowed,
  importUndone,
  importUnknown,
  noHolidays,
} from '../problems.js';
import { LONGEST_BREAK, WorkingDays } from '../working-days.js';
import {
  type DeadlineEffect,
  effectsOnDeadlines,
  type HolidayDifference,
  holidayDifference,
  yearOf,
} from './holiday-difference.js';
import { type HolidayImport, holidayImports, importedYears, keptHolidays, replaceHolidays } from './holiday-rows.js';
import type { Holiday } from './read-holidays.js';

export interface ImportEffect {
  difference: HolidayDifference;
  /** Deadlines around which other days are off than before. */
  deadlines: DeadlineEffect[];
  /** Due days that move because the profile lets them move off days off. */
  dueDays: number;
  /** Which: by obligation, with the days from and to which it moves. */
  moved: MovedDay[];
  /** Which the new days would give another day and somebody moved by hand before: with the day that stands and the other one. */
  byHand: MovedDay[];
  /** Whether these follow the new days as well; without it they stay as they were moved. */
  overHand: boolean;
  /** The days of the file. */
  days: readonly Holiday[];
  /** Tells this reading of the file, compared with what stands now, from any other. */
  digest: string;
}

export interface MovedDay {
  id: string;
  milestone: string;
  unit: string;
  from: PlainDate;
  to: PlainDate;
}

/** An open obligation as it stands; `byHand` where its newest standing move was no import of holidays. */
interface Standing {
  id: string;
  milestone: string;
  unit: string;
  stands: PlainDate;
  byHand: boolean;
}

/** Public holidays as dated data: taken from the profile at first, then imported once a year. */
@Injectable()
export class HolidaysService {
  constructor(
    private readonly database: Database,
    private readonly calendar: CalendarService,
    private readonly units: UnitsService,
    private readonly moves: DueMovesService,
    private readonly audit: AuditService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The days of the profile, but for years of which an admin has imported a file: those stay as imported. */
  async fromProfile(em: Em, days: readonly Holiday[]): Promise<void> {
    const imported = await importedYears(em);
    await replaceHolidays(
      em,
      [],
      days.filter((day) => !imported.has(yearOf(day))),
    );
  }

  /**
   * Imports the days of a file: they take the place of all days of the years that they lie in. Without `confirmed` only the
   * difference and its effect on every open deadline are told. With a `digest` it is done only as it was told under that one. What somebody
   * moved by hand stays unless `overHand` says that it follows too.
   */
  async import(
    days: readonly Holiday[],
    by: { actor?: string; confirmed: boolean; fileName: string; digest?: string; overHand?: boolean },
  ): Promise<ImportEffect & { applied: boolean }> {
    if (days.length === 0) throw noHolidays();
    return this.database.transaction(async (em) => {
      await run(em, `lock table holiday in exclusive mode`);
      const kept = await keptHolidays(em);
      const difference = holidayDifference(kept, days);
      const others = kept.filter((day) => !difference.years.includes(yearOf(day)));
      const policy = await this.calendar.daysOffPolicy(em);
      const [was, is] = [kept, [...others, ...days]].map((list) => ({ policy, days: new WorkingDays(list) }));
      const broken = is!.days.outOfReach(days.map(({ date }) => date));
      if (broken) throw holidaysWithoutWork({ day: plainDate.vi(broken), days: LONGEST_BREAK });
      const all = await this.movedDays(em, was!, is!);
      const overHand = by.overHand ?? false;
      const byHand = all.filter((one) => one.byHand).map(plain);
      const moved = all.filter((one) => overHand || !one.byHand).map(plain);
      const effect = {
        difference,
        deadlines: effectsOnDeadlines(await this.deadlines(em), was!.days, is!.days),
        dueDays: moved.length,
        days,
        ...{ moved, byHand, overHand },
        digest: digest(JSON.stringify([days, kept, moved, byHand])),
      };
      if (!by.confirmed) return { ...effect, applied: false };
      if (by.digest !== undefined && by.digest !== effect.digest) throw holidaysChanged();
      const { years } = difference;
      const fileName = by.fileName.normalize('NFC');
      const moveId =
        moved.length > 0 ? await this.moves.moveEach(em, moved, { holidays: fileName, actor: by.actor }) : null;
      await run(
        em,
        `insert into holiday_import (id, years, file_name, before, imported_by, imported_at, move_id)
         values (?, array(select jsonb_array_elements_text(?::jsonb)::int), ?, ?::jsonb, ?, ?, ?)`,
        [
          newId(),
          JSON.stringify(years),
          fileName,
          JSON.stringify(kept.filter((day) => years.includes(yearOf(day)))),
          by.actor ?? null,
          this.clock.now(),
          moveId,
        ],
      );
      await replaceHolidays(em, years, days);
      await this.audit.note(em, {
        actor: by.actor,
        action: 'holidays imported',
        subject: years.join(', '),
        details: {
          file: fileName,
          added: difference.added.map((day) => day.date),
          removed: difference.removed.map((day) => day.date),
          changed: difference.changed.map((one) => one.is.date),
          dueDays: moved.length,
          ...(byHand.length > 0 ? { movedByHand: byHand.length, overHand } : {}),
        },
      });
      return { ...effect, applied: true };
    });
  }

  /**
   * Takes an import back: the days of its years stand as before it, and the due days that it moved go back. The newest import of a year
   * goes first. Without `confirmed` only how much goes back is told.
   */
  async undo(
    id: string,
    by: { actor?: string; confirmed: boolean },
  ): Promise<{ years: number[]; days: number; dueDays: number; applied: boolean }> {
    return this.database.transaction(async (em) => {
      await run(em, `lock table holiday in exclusive mode`);
      const kept = await row<{ years: number[]; before: Holiday[]; move_id: string | null; undone_at: string | null }>(
        em,
        `select years, before, move_id, undone_at from holiday_import where id = ?::uuid for update`,
        [id],
      );
      if (!kept) throw importUnknown();
      if (kept.undone_at) throw importUndone();
      const later = await row<{ file_name: string }>(
        em,
        `select l.file_name from holiday_import l join holiday_import i on i.id = ?::uuid
         where l.undone_at is null and l.id <> i.id and l.years && i.years
           and (l.imported_at, l.id) > (i.imported_at, i.id) limit 1`,
        [id],
      );
      if (later) throw importFollowed({ file: later.file_name });
      // The move may have been taken back by itself before.
      const move = kept.move_id && (await this.moves.isStanding(em, kept.move_id)) ? kept.move_id : undefined;
      const moved = move === undefined ? undefined : await this.moves.undo(move, by, em);
      const told = { years: kept.years, days: kept.before.length, dueDays: moved?.moved ?? 0 };
      if (!by.confirmed) return { ...told, applied: false };
      await replaceHolidays(em, kept.years, kept.before);
      await run(em, `update holiday_import set undone_by = ?, undone_at = ? where id = ?::uuid`, [
        by.actor ?? null,
        this.clock.now(),
        id,
      ]);
      await this.audit.note(em, {
        actor: by.actor,
        action: 'holidays taken back',
        subject: kept.years.join(', '),
        details: { import: id, dueDays: told.dueDays },
      });
      return { ...told, applied: true };
    });
  }

  /** The imports on record, the newest first. */
  imports(): Promise<HolidayImport[]> {
    return holidayImports(this.database.em);
  }

  /** Every special day on record. */
  all(): Promise<Holiday[]> {
    return keptHolidays(this.database.em);
  }

  /** Deadlines that still lie ahead of somebody, counted. */
  private deadlines(em: Em): Promise<{ milestone: string; lastDay: PlainDate; units: number }[]> {
    return rows(
      em,
      `select milestone, (due_on - 1)::text as "lastDay", count(*)::int as units from obligation
       where settled_at is null group by milestone, due_on`,
    );
  }

  /** Under a policy that moves due days: the open ones whose day is another under the new days, and whether a hand moved them. */
  private async movedDays(em: Em, was: DayRules, is: DayRules): Promise<(MovedDay & { byHand: boolean })[]> {
    if (was.policy.due === 'none') return [];
    const [milestones, tree, cycles] = await Promise.all([
      this.calendar.milestones(em),
      this.units.tree(),
      this.calendar.cycles(em),
    ]);
    const moved = new Map<string, { from: PlainDate; to: PlainDate }>();
    for (const year of cycles) {
      const before = new Map(planObligations(milestones, tree.units, year, was).map((one) => [keyOf(one), one.dueOn]));
      for (const one of planObligations(milestones, tree.units, year, is)) {
        const from = before.get(keyOf(one));
        if (from !== undefined && from !== one.dueOn) moved.set(keyOf(one), { from, to: one.dueOn });
      }
    }
    const open = await rows<Parameters<typeof keyOf>[0] & Standing>(
      em,
      `select o.id, o.plan_year as "planYear", o.milestone, o.unit_code as unit, o.occasion, o.due_on::text as stands,
         coalesce((select act.what -> 'holidays' is null from due_moved moved join due_move act on act.id = moved.move_id
           where moved.obligation_id = o.id and act.undone_at is null order by act.seq desc limit 1), false) as "byHand"
       from obligation o where o.settled_at is null order by o.milestone, o.unit_code, o.id for update of o`,
    );
    return open.flatMap((one) => {
      const move = moved.get(keyOf(one));
      const { id, milestone, unit, byHand, stands } = one;
      if (!move || (byHand && stands === move.to)) return [];
      return [{ id, milestone, unit, byHand, from: byHand ? stands : move.from, to: move.to }];
    });
  }
}

const plain = ({ id, milestone, unit, from, to }: MovedDay): MovedDay => ({ id, milestone, unit, from, to });
