import { Injectable } from '@nestjs/common';
import { Database, rows } from '../../database/index.js';
import { inLocale, type PlainDate, plainDate } from '../../shared/index.js';
import { PeopleService, type Person, UnitsService, type UnitTree } from '../../units/index.js';
import { mayActFor } from '../acts/may-act-for.js';
import { CalendarService } from '../calendar.service.js';
import type { Milestone } from '../milestone.js';
import { dayIn } from '../plan-obligations.js';
import { selectUnits } from '../select-units.js';
import type { ConferenceLine, HeldWindow } from './conference-view.js';
import { ConferencesService } from './conferences.service.js';

/** What the page of conferences reads: the windows that somebody may plan, and conferences with what became of them. */
@Injectable()
export class ConferenceViewService {
  constructor(
    private readonly database: Database,
    private readonly calendar: CalendarService,
    private readonly units: UnitsService,
    private readonly people: PeopleService,
    private readonly conferences: ConferencesService,
  ) {}

  /** Windows of open cycles that `person` may plan, in the order of the calendar. */
  async windows(person: Person): Promise<{ planYears: number[]; windows: HeldWindow[] }> {
    const [planYears, milestones, tree] = await Promise.all([
      this.calendar.cycles(),
      this.calendar.milestones(),
      this.units.tree(),
    ]);
    const arranged = await this.arranged();
    const chairs = new Map<string, HeldWindow['chairs']>();
    const windows: HeldWindow[] = [];
    for (const planYear of planYears) {
      for (const { window, first, due } of milestones.flatMap((one) => placeOf(one, planYear))) {
        const last = plainDate.add(due, -1);
        for (const holder of holdersOf(window, tree).filter((code) => mayActFor(person, tree, code))) {
          const heard = this.heardBy(window, holder, tree, last);
          if (heard.length === 0) continue;
          if (!chairs.has(holder)) chairs.set(holder, await this.chairsOf(holder, tree));
          const has = arranged.get(`${planYear} ${window.id}`);
          windows.push({
            planYear,
            milestone: window.id,
            title: inLocale(window.title, person.locale),
            heldBy: holder,
            heldByName: tree.name(holder),
            first,
            last,
            agenda: (window.agenda ?? []).map((point) => inLocale(point, person.locale)),
            units: heard.length,
            arranged: heard.filter((code) => has?.has(code)).length,
            chairs: chairs.get(holder)!,
          });
        }
      }
    }
    return { planYears, windows };
  }

  /** The conferences that `person` may see, each with the conclusion notice that is owed for it. */
  async lines(person: Person, planYear: number): Promise<ConferenceLine[]> {
    const [found, milestones, tree, today] = await Promise.all([
      this.conferences.list(person, planYear),
      this.calendar.milestones(),
      this.units.tree(),
      this.calendar.today(),
    ]);
    const titles = new Map(milestones.map((one) => [one.id, inLocale(one.title, person.locale)]));
    const owed = await this.conclusions(found.map(({ id }) => id));
    return found.map((one): ConferenceLine => {
      const conclusion = owed.get(one.id);
      return {
        ...one,
        title: titles.get(one.milestone) ?? one.milestone,
        heldByName: tree.name(one.heldBy),
        mayAct: mayActFor(person, tree, one.heldBy),
        ...(conclusion
          ? {
              conclusion: {
                obligation: conclusion.obligation,
                owedBy: tree.name(conclusion.unit),
                dueOn: conclusion.dueOn,
                settled: conclusion.settled,
                late: !conclusion.settled && conclusion.dueOn <= today,
              },
            }
          : {}),
      };
    });
  }

  private heardBy(window: Milestone, holder: string, tree: UnitTree, on: PlainDate): string[] {
    const unit = tree.get(holder);
    return window.recipients
      .flatMap((selector) => selectUnits(selector, { unit, tree, on }))
      .filter((one) => one.member)
      .map((one) => one.code);
  }

  /** Units that have a conference, by plan year and window. */
  private async arranged(): Promise<Map<string, Set<string>>> {
    const found = await rows<{ at: string; unit: string }>(
      this.database.em,
      `select plan_year || ' ' || milestone as at, unit_code as unit from conference where state <> 'cancelled'`,
    );
    return new Map(
      [...Map.groupBy(found, (one) => one.at)].map(([at, all]) => [at, new Set(all.map((one) => one.unit))]),
    );
  }

  private async chairsOf(holder: string, tree: UnitTree): Promise<HeldWindow['chairs']> {
    const bodies = tree.units.filter(
      ({ code, parent, traits }) => code === holder || (parent === holder && traits.includes('watches-with-parent')),
    );
    const found = await Promise.all(
      bodies.flatMap(({ code }) => [this.people.at(code, 'head'), this.people.at(code, 'supervisor')]),
    );
    const byId = new Map(found.flat().map(({ id, name }) => [id, { id, name }]));
    return [...byId.values()];
  }

  private async conclusions(ids: readonly string[]) {
    const found = await rows<{ conference: string; obligation: string; unit: string; dueOn: string; settled: boolean }>(
      this.database.em,
      `select c.id as conference, o.id as obligation, o.unit_code as unit, o.due_on::text as "dueOn", o.settled_at is not null as settled
       from conference c join obligation o on o.event_id = c.event_id where c.id = any(?::uuid[])`,
      [`{${ids.join()}}`],
    );
    return new Map(found.map((one) => [one.conference, one]));
  }
}

function placeOf(window: Milestone, planYear: number): { window: Milestone; first: string; due: string }[] {
  if (window.sort !== 'window' || !window.windowStart || !window.due) return [];
  return [{ window, first: dayIn(window.windowStart, planYear), due: dayIn(window.due, planYear) }];
}

const holdersOf = (window: Milestone, tree: UnitTree): string[] =>
  tree.units
    .filter(({ kind, level }) => kind === window.owes || (window.owesLevel !== undefined && level === window.owesLevel))
    .map(({ code }) => code);
