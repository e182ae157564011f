import { Injectable } from '@nestjs/common';
import { CalendarService, type ChainItem, forecast, type Forecast } from '../calendar/index.js';
import { Database, rows, type Em } from '../database/index.js';
import { inLocale, type Locale, plainDate } from '../shared/index.js';
import { UnitsService, type UnitTree } from '../units/index.js';

/** A unit of a chain and how it stands, as the board shows it. */
export interface ForecastLine extends Forecast {
  unit: string;
  milestone: string;
}

interface ChainRow {
  id: string;
  milestone: string;
  unit: string;
  recipients: { unit?: string }[];
  due_on: string;
  settled_at: string | null;
  said_on: string | null;
}

/** How the chains of a cycle stand: from what was handed in, reported and promised. */
@Injectable()
export class ForecastService {
  constructor(
    private readonly database: Database,
    private readonly calendar: CalendarService,
    private readonly units: UnitsService,
  ) {}

  /**
   * Every obligation of a plan year that stands in a chain or waits for a superior's act, by its id. One question for a whole
   * year; the rule is `forecast.ts` of the calendar.
   */
  async ofYear(planYear: number, em: Em = this.database.em): Promise<Map<string, ForecastLine>> {
    const [milestones, tree, today, zone] = await Promise.all([
      this.calendar.milestones(em),
      this.units.tree(),
      this.calendar.today(em),
      this.calendar.timeZone(em),
    ]);
    const links = milestones.filter(({ id, feeds, waitsOn }) => {
      const named = milestones.some((other) => other.feeds === id || other.waitsOn === id);
      return named || feeds !== undefined || waitsOn !== undefined;
    });
    if (links.length === 0) return new Map();
    const found = await this.rowsOf(
      em,
      planYear,
      links.map((link) => link.id),
    );
    const items = found.map((one) => toItem(one, zone));
    const forecasts = forecast(items, links, (unit) => above(tree, unit), today);
    return new Map(items.map(({ id, unit, milestone }) => [id, { ...forecasts.get(id)!, unit, milestone }]));
  }

  /** The links of one round that something feeds and that are not done, the tightest first. */
  async of(planYear: number, round: string): Promise<ForecastLine[]> {
    const milestones = await this.calendar.milestones();
    const ofRound = new Set(milestones.filter((one) => one.round === round).map((one) => one.id));
    return [...(await this.ofYear(planYear)).values()]
      .filter((one) => ofRound.has(one.milestone) && one.slackDays !== undefined)
      .sort((a, b) => a.slackDays! - b.slackDays! || (a.unit < b.unit ? -1 : 1));
  }

  /** The links of every open cycle that still wait for units below, at most `days` before their last day; the tightest first. */
  async ahead(days: number, locale: Locale): Promise<(ForecastLine & { title: string })[]> {
    const [milestones, cycles] = await Promise.all([this.calendar.milestones(), this.calendar.cycles()]);
    const titles = new Map(milestones.map(({ id, title }) => [id, inLocale(title, locale)]));
    const years = await Promise.all(cycles.map((year) => this.ofYear(year)));
    return years
      .flatMap((lines) => [...lines.values()])
      .filter((line) => line.childrenOpen > 0 && line.slackDays !== undefined && line.daysLeft <= days)
      .sort((a, b) => a.daysLeft - b.daysLeft || (a.unit < b.unit ? -1 : 1))
      .map((line) => ({ ...line, title: titles.get(line.milestone) ?? line.milestone }));
  }

  private rowsOf(em: Em, planYear: number, milestones: readonly string[]): Promise<ChainRow[]> {
    return rows<ChainRow>(
      em,
      `select o.id, o.milestone, o.unit_code as unit, o.recipients, o.due_on::text, o.settled_at,
              said.on_day::text as said_on
       from obligation o
       left join lateral (
         select on_day from (
           select expected_on as on_day, said_at as at from status_report where obligation_id = o.id
           union all select promised_on, made_at from promise where obligation_id = o.id) heard
         where on_day is not null order by at desc limit 1) said on o.settled_at is null
       where o.plan_year = ? and o.milestone in (?)`,
      [planYear, milestones],
    );
  }
}

function toItem(found: ChainRow, zone: string): ChainItem {
  return {
    id: found.id,
    milestone: found.milestone,
    unit: found.unit,
    recipients: found.recipients.flatMap((to) => to.unit ?? []),
    dueOn: found.due_on,
    ...(found.settled_at === null ? {} : { doneOn: plainDate.today(new Date(found.settled_at), zone) }),
    ...(found.said_on === null ? {} : { saidOn: found.said_on }),
  };
}

/** The units above one, the nearest first. */
function above(tree: UnitTree, unit: string): string[] {
  const found: string[] = [];
  for (let at = tree.find(unit)?.parent; at !== undefined && !found.includes(at); at = tree.find(at)?.parent) {
    found.push(at);
  }
  return found;
}
