import { Inject, Injectable } from '@nestjs/common';
import { AuditService } from '../../access/index.js';
import { Database, rows, run, type Em } from '../../database/index.js';
import { CLOCK, newId, type Clock, type PlainDate } from '../../shared/index.js';
import { UnitsService } from '../../units/index.js';
import { DueMovesService } from '../acts/due-moves.service.js';
import { CalendarService } from '../calendar.service.js';
import type { DayRules } from '../days-off-policy.js';
import { keyOf } from '../obligation.js';
import { planObligations } from '../plan-obligations.js';
import { noHolidays } from '../problems.js';
import { WorkingDays } from '../working-days.js';
import {
  type DeadlineEffect,
  effectsOnDeadlines,
  type HolidayDifference,
  holidayDifference,
  yearOf,
} from './holiday-difference.js';
import { importedYears, keptHolidays, replaceHolidays } from './holiday-rows.js';
import type { Holiday } from './read-holidays.js';

export interface ImportEffect {
  difference: HolidayDifference;
  /** Deadlines around which other days are off than before. */
  deadlines: DeadlineEffect[];
  /** Due days that move because the profile lets them move off days off. */
  dueDays: number;
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
   * difference and its effect on every open deadline are told.
   */
  async import(
    days: readonly Holiday[],
    by: { actor?: string; confirmed: boolean; fileName: string },
  ): Promise<ImportEffect & { applied: boolean }> {
    if (days.length === 0) throw noHolidays();
    return this.database.transaction(async (em) => {
      await run(em, `lock table holiday in exclusive mode`);
      const kept = await keptHolidays(em);
      const difference = holidayDifference(kept, days);
      const others = kept.filter((day) => !difference.years.includes(yearOf(day)));
      const policy = await this.calendar.daysOffPolicy(em);
      const [was, is] = [kept, [...others, ...days]].map((list) => ({ policy, days: new WorkingDays(list) }));
      const moved = await this.movedDays(em, was!, is!);
      const effect = {
        difference,
        deadlines: effectsOnDeadlines(await this.deadlines(em), was!.days, is!.days),
        dueDays: moved.length,
      };
      if (!by.confirmed) return { ...effect, applied: false };
      const { years } = difference;
      await run(
        em,
        `insert into holiday_import (id, years, file_name, before, imported_by, imported_at)
         values (?, array(select jsonb_array_elements_text(?::jsonb)::int), ?, ?::jsonb, ?, ?)`,
        [
          newId(),
          JSON.stringify(years),
          by.fileName,
          JSON.stringify(kept.filter((day) => years.includes(yearOf(day)))),
          by.actor ?? null,
          this.clock.now(),
        ],
      );
      await replaceHolidays(em, years, days);
      if (moved.length > 0) await this.moves.moveEach(em, moved, { holidays: by.fileName, actor: by.actor });
      await this.audit.note(em, {
        actor: by.actor,
        action: 'holidays imported',
        subject: years.join(', '),
        details: {
          file: by.fileName,
          added: difference.added.map((day) => day.date),
          removed: difference.removed.map((day) => day.date),
          changed: difference.changed.map((one) => one.is.date),
          dueDays: moved.length,
        },
      });
      return { ...effect, applied: true };
    });
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

  /** Under a policy that moves due days: the open ones whose day is another under the new days. */
  private async movedDays(em: Em, was: DayRules, is: DayRules) {
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
    const open = await rows<Parameters<typeof keyOf>[0] & { id: string }>(
      em,
      `select id, plan_year as "planYear", milestone, unit_code as unit, occasion from obligation
       where settled_at is null for update`,
    );
    return open.flatMap((one) => {
      const move = moved.get(keyOf(one));
      return move ? [{ id: one.id, ...move }] : [];
    });
  }
}
