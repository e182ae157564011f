import { Injectable } from '@nestjs/common';
import type { Answers, FormDefinition } from '../../forms/index.js';
import { AuditService } from '../access/index.js';
import { CalendarService } from '../calendar/index.js';
import { Database, rows, run, type Em } from '../database/index.js';
import { DefinitionsService } from '../definitions/index.js';
import { problem } from '../shared/index.js';
import { UnitsService } from '../units/index.js';
import { besideKept, comparisonFigures } from './comparison-figures.js';

export const yearNotOpen = problem<{ year: number }>('rollups.year-not-open', 409);

/** What rolling over does, or would do. */
export interface RollOver {
  fromPlanYear: number;
  toPlanYear: number;
  figures: { added: number; replaced: number; stays: number; unlike: number };
  /** What is still open of the year that ends, by milestone. */
  open: { milestone: string; units: number }[];
  /** Obligations of the year that begins. */
  obligations?: { planned: number; added: number };
  applied: boolean;
}

/** From one plan year to the next: its reported outcomes and plans become what the new year is compared with. */
@Injectable()
export class RollOverService {
  constructor(
    private readonly database: Database,
    private readonly calendar: CalendarService,
    private readonly definitions: DefinitionsService,
    private readonly units: UnitsService,
    private readonly audit: AuditService,
  ) {}

  /**
   * Carries the submitted figures of `planYear` over and opens the next plan year. Nothing of the old year changes; what is still
   * open there stays owed and is told. Again it carries what came in since. Without `confirmed` it only tells.
   */
  async rollOver(planYear: number, by: { actor?: string; confirmed: boolean }): Promise<RollOver> {
    const told = await this.database.transaction(async (em) => {
      await run(em, `select pg_advisory_xact_lock(4207020)`);
      if (!(await this.calendar.cycles(em)).includes(planYear)) throw yearNotOpen({ year: planYear });
      const { figures, unlike } = await this.figuresOf(em, planYear);
      const years = figures.map((figure) => figure.year);
      const codes = [...new Set(figures.map((figure) => figure.unit))];
      const kept = await this.units.baseFigures(codes, Math.min(...years), Math.max(...years), em);
      const { added, replaced, stays } = besideKept(figures, figures.length > 0 ? kept : []);
      const effect: RollOver = {
        fromPlanYear: planYear,
        toPlanYear: planYear + 1,
        figures: { added: added.length, replaced: replaced.length, stays: stays.length, unlike },
        open: await this.stillOpen(em, planYear),
        applied: by.confirmed,
      };
      if (!by.confirmed) return effect;
      await this.units.saveBaseFigures(em, [...added, ...replaced]);
      await this.audit.note(em, {
        actor: by.actor,
        action: 'year rolled over',
        subject: String(planYear),
        details: { ...effect.figures },
      });
      return effect;
    });
    if (!by.confirmed) return told;
    return { ...told, obligations: await this.calendar.openCycle(told.toPlanYear, by.actor) };
  }

  private async figuresOf(em: Em, planYear: number) {
    const found = await rows<{
      unit: string;
      milestone: string;
      answers: Answers;
      forms: { key: string; version: number }[];
    }>(
      em,
      `select o.unit_code as unit, o.milestone, r.answers, r.form_versions as forms
       from report r join obligation o on o.id = r.obligation_id
       where o.plan_year = ? and r.state in ('submitted', 'accepted') order by r.submitted_at, o.id`,
      [planYear],
    );
    const submitted = [];
    const newest = new Map<string, FormDefinition>();
    const versions = await this.definitions.newest(em);
    for (const { forms, ...report } of found) {
      const definitions = [];
      for (const { key, version } of forms) {
        definitions.push((await this.definitions.get(key, version, em)).definition);
        const now = versions.get(key);
        if (now !== undefined && !newest.has(key))
          newest.set(key, (await this.definitions.get(key, now, em)).definition);
      }
      submitted.push({ ...report, planYear, forms: definitions });
    }
    return comparisonFigures(submitted, newest);
  }

  private stillOpen(em: Em, planYear: number): Promise<RollOver['open']> {
    return rows(
      em,
      `select milestone, count(*)::int as units from obligation
       where plan_year = ? and settled_at is null group by milestone order by min(due_on), milestone`,
      [planYear],
    );
  }
}
