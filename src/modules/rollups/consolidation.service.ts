import { Injectable } from '@nestjs/common';
import type { FormDefinition, IndicatorForm, Measure } from '../../forms/index.js';
import { CalendarService, type Milestone } from '../calendar/index.js';
import { Database, row, rows } from '../database/index.js';
import { DefinitionsService } from '../definitions/index.js';
import { type Locale, problem } from '../shared/index.js';
import { titleOf } from '../reports/index.js';
import { UnitsService } from '../units/index.js';
import { ChildFactsService } from './child-facts.service.js';
import { type Consolidation, consolidate, unitsOf } from './consolidate.js';
import type { ChildFacts } from './roll-up.js';

export const nothingToConsolidate = problem('rollups.nothing', 404);

/** What can be consolidated: the reports that one unit receives for one milestone of a plan year. */
export interface RollUpOffer {
  unit: string;
  unitName: string;
  planYear: number;
  milestone: string;
  title: string;
  submitted: number;
  of: number;
}

/** One form of the unit above, filled from the units below. */
export interface ConsolidatedForm {
  form: IndicatorForm;
  /** The form the units below answered. */
  below: IndicatorForm;
  measures: Measure[];
  totals: Consolidation;
}

export interface ConsolidatedReport extends RollUpOffer {
  reportYear: number;
  forms: ConsolidatedForm[];
  children: ChildFacts[];
}

/** Puts the reports of the units below together into the forms of the unit above, with what is missing beside each total. */
@Injectable()
export class ConsolidationService {
  constructor(
    private readonly database: Database,
    private readonly calendar: CalendarService,
    private readonly definitions: DefinitionsService,
    private readonly units: UnitsService,
    private readonly facts: ChildFactsService,
  ) {}

  /** What `visible` units (all when undefined) receive and can be put together, newest first. */
  async offers(visible: ReadonlySet<string> | undefined, locale: Locale): Promise<RollUpOffer[]> {
    const today = await this.calendar.today();
    const found = await rows<{ superior: string; plan_year: number; milestone: string; submitted: number; n: number }>(
      this.database.em,
      `select o.superior, o.plan_year, o.milestone, count(*)::int as n,
         (count(*) filter (where r.state in ('submitted', 'accepted')))::int as submitted
       from obligation o left join report r on r.obligation_id = o.id
       where o.superior is not null and o.headline is not null and not o.signed_document and o.opens_on <= ?
       group by o.superior, o.plan_year, o.milestone, o.due_on having count(*) > 1
       order by o.due_on desc, o.superior`,
      [today],
    );
    const [tree, milestones] = await Promise.all([this.units.tree(), this.calendar.milestones()]);
    return found
      .filter((one) => visible === undefined || visible.has(one.superior))
      .map((one) => ({
        unit: one.superior,
        unitName: tree.name(one.superior),
        planYear: one.plan_year,
        milestone: one.milestone,
        title: titleOf(milestones.find(({ id }) => id === one.milestone), { milestone: one.milestone, planYear: one.plan_year }, locale),
        submitted: one.submitted,
        of: one.n,
      }));
  }

  /** The consolidated forms of `unit` for what it receives under `milestone`. */
  async consolidate(unit: string, planYear: number, milestone: string, locale: Locale): Promise<ConsolidatedReport> {
    const children = await this.facts.of(unit, planYear, milestone);
    if (children.length === 0) throw nothingToConsolidate();
    const [tree, milestones] = await Promise.all([this.units.tree(), this.calendar.milestones()]);
    const act = milestones.find((one) => one.id === milestone);
    const childForms = await this.formsOf(planYear, milestone);
    const above = parentAct(milestones, act, tree.get(unit).kind);
    const parentForms = above ? await this.newestForms(above.forms) : childForms;
    const unitOf = unitsOf([...childForms, ...parentForms]);
    const forms = pairs(parentForms, childForms).map(({ form, below }) => {
      const measures = form.measures.filter((measure) => below.measures.some((one) => one.key === measure.key));
      return { form, below, measures, totals: consolidate(form, measures, children, { form: below, unitOf }) };
    });
    return {
      unit,
      unitName: tree.name(unit),
      planYear,
      reportYear: planYear - 1,
      milestone,
      title: titleOf(act, { milestone, planYear }, locale),
      submitted: children.filter((child) => child.reported).length,
      of: children.length,
      forms,
      children,
    };
  }

  /** The forms in the versions with which the cycle was opened. */
  private async formsOf(planYear: number, milestone: string): Promise<FormDefinition[]> {
    const found = await row<{ forms: { key: string; version: number }[] }>(
      this.database.em,
      `select forms from obligation where plan_year = ? and milestone = ? limit 1`,
      [planYear, milestone],
    );
    return Promise.all(
      (found?.forms ?? []).map(async ({ key, version }) => (await this.definitions.get(key, version)).definition),
    );
  }

  private async newestForms(keys: readonly string[]): Promise<FormDefinition[]> {
    const newest = await this.definitions.newest();
    return Promise.all(keys.map(async (key) => (await this.definitions.get(key, newest.get(key) ?? 1)).definition));
  }
}

/** The act of the same round by which the unit above passes on what it received. */
function parentAct(milestones: readonly Milestone[], act: Milestone | undefined, kind: string): Milestone | undefined {
  return milestones.find((one) => one.sort === 'deadline' && one.owes === kind && one.round === act?.round && one.headline);
}

/** Forms of the unit above beside the form of the same template below; headline first. */
function pairs(above: readonly FormDefinition[], below: readonly FormDefinition[]) {
  return above.flatMap((form) => {
    const match = below.find((one) => one.template === form.template && one.kind === 'indicators');
    return form.kind === 'indicators' && match?.kind === 'indicators' ? [{ form, below: match }] : [];
  });
}
