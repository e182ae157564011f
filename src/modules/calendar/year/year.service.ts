import { Injectable } from '@nestjs/common';
import { Database, rows } from '../../database/index.js';
import { inLocale, type Locale } from '../../shared/index.js';
import { UnitsService, type UnitTree } from '../../units/index.js';
import { CalendarService } from '../calendar.service.js';
import { ExtensionsService } from '../extensions.service.js';
import type { Milestone } from '../milestone.js';
import { ObligationsService } from '../obligations.service.js';
import { dayIn } from '../plan-obligations.js';
import { milestoneUnknown } from '../problems.js';
import type { MilestoneAnswer, YearAnswer } from './year.js';

interface Standing {
  milestone: string;
  dueOn: string;
  units: number;
  settled: number;
}

/** A plan year as it stands: what the calendar says beside what became of it. */
@Injectable()
export class YearService {
  constructor(
    private readonly database: Database,
    private readonly calendar: CalendarService,
    private readonly obligations: ObligationsService,
    private readonly units: UnitsService,
    private readonly extensions: ExtensionsService,
  ) {}

  /** Every milestone in the order of the directive, with the due days that stand and how many units have handed in. */
  async ofYear(planYear: number, locale: Locale): Promise<YearAnswer> {
    const [milestones, standing, tree, kinds, cycles, today] = await Promise.all([
      this.calendar.milestones(),
      this.standing(planYear),
      this.units.tree(),
      this.calendar.kindTitles(),
      this.calendar.cycles(),
      this.calendar.today(),
    ]);
    const by = Map.groupBy(standing, (one) => one.milestone);
    const nameOf = (kind: string): string => (kinds[kind] ? inLocale(kinds[kind], locale) : kind);
    const lines = milestones.map((milestone): YearAnswer['lines'][number] => {
      const found = by.get(milestone.id) ?? [];
      const open = (one: Standing): number => one.units - one.settled;
      const { opens, due, after, assumed, oddity, oddityVi, clause } = milestone;
      const begins = milestone.windowStart ?? opens;
      return {
        milestone: milestone.id,
        round: milestone.round,
        sort: milestone.sort,
        title: inLocale(milestone.title, locale),
        who: whoOwes(milestone, tree).map(nameOf),
        clause: { section: clause.section, quote: clause.quote },
        ...(assumed ? { assumed: inLocale(assumed, locale) } : {}),
        ...(oddity ? { oddity: (locale === 'vi' && oddityVi) || oddity } : {}),
        ...(begins ? { opensOn: dayIn(begins, planYear) } : {}),
        opensAssumed: milestone.windowStart === undefined && opens?.assumed === true,
        ...(due ? { calendarDueOn: dayIn(due, planYear) } : {}),
        ...(after ? { after: { days: after.days, count: after.count } } : {}),
        dues: found.map(({ dueOn, units }) => ({ dueOn, units })),
        units: sum(found.map((one) => one.units)),
        settled: sum(found.map((one) => one.settled)),
        late: sum(found.filter((one) => one.dueOn <= today).map(open)),
      };
    });
    return { planYear, today, cycles, lines };
  }

  /** What the units owe for one milestone of a plan year, by unit. */
  async ofMilestone(planYear: number, milestone: string, locale: Locale): Promise<MilestoneAnswer> {
    const known = (await this.calendar.milestones()).some((one) => one.id === milestone);
    if (!known) throw milestoneUnknown({ milestone });
    const [found, tree, before, today] = await Promise.all([
      this.obligations.ofMilestone(planYear, milestone),
      this.units.tree(),
      this.extensions.dueOnceTakenBack(planYear, milestone),
      this.calendar.today(),
    ]);
    return {
      today,
      obligations: found.map((one) => {
        const parent = tree.find(one.unit)?.parent;
        return {
          id: one.id,
          unit: one.unit,
          unitName: tree.name(one.unit),
          ...(parent === undefined ? {} : { within: tree.name(parent) }),
          ...(one.about ? { about: inLocale(one.about, locale) } : {}),
          dueOn: one.dueOn,
          ...(one.firstDueOn === one.dueOn ? {} : { firstDueOn: one.firstDueOn }),
          ...(one.settled ? { settled: one.settled.as } : {}),
          closed: one.closedAt !== undefined,
          ...(before.has(one.id) ? { dueOnceTakenBack: before.get(one.id) } : {}),
        };
      }),
    };
  }

  private standing(planYear: number): Promise<Standing[]> {
    return rows<Standing>(
      this.database.em,
      `select milestone, due_on::text as "dueOn", count(*)::int as units,
         count(*) filter (where settled_at is not null)::int as settled
       from obligation where plan_year = ? group by milestone, due_on order by milestone, due_on`,
      [planYear],
    );
  }
}

/** Kinds of the units that owe, hold or set it; none for what binds nobody. */
function whoOwes({ owes, owesLevel, setBy }: Milestone, tree: UnitTree): string[] {
  if (owes !== undefined) return [owes];
  const kinds =
    owesLevel === undefined
      ? (setBy ?? []).map((setter) => ('kind' in setter ? setter.kind : tree.get(setter.unit).kind))
      : tree.units.filter((unit) => unit.level === owesLevel && unit.member).map((unit) => unit.kind);
  return [...new Set(kinds)];
}

const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);
