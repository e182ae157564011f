import { Injectable } from '@nestjs/common';
import { type FormDefinition, type IndicatorForm, type LocalText, type Measure, numbered } from '../../forms/index.js';
import { CalendarService, type Milestone } from '../calendar/index.js';
import { Database, rows } from '../database/index.js';
import { DefinitionsService } from '../definitions/index.js';
import { inLocale, type Locale, problem } from '../shared/index.js';
import { titleOf } from '../reports/index.js';
import { type Past, UnitsService } from '../units/index.js';
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
  /** The forms that can be put together, headline first. */
  forms: { key: string; template: string; title: string }[];
}

/** One form of the unit above, filled from the units below. */
export interface ConsolidatedForm {
  unitName: string;
  reportYear: number;
  form: IndicatorForm;
  /** The form the units below answered. */
  below: IndicatorForm;
  measures: Measure[];
  totals: Consolidation;
  children: ChildFacts[];
  /** Figures of past years of the units below that were made of units of before, and those that cannot be. */
  restated: Past;
  /** Name of an indicator or base by its code. */
  nameOf(code: string): LocalText | undefined;
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
    const seen = found.filter((one) => visible === undefined || visible.has(one.superior));
    return Promise.all(
      seen.map(async ({ superior, plan_year: planYear, milestone, submitted, n }) => ({
        unit: superior,
        unitName: tree.name(superior),
        planYear,
        milestone,
        title: titleOf(
          milestones.find(({ id }) => id === milestone),
          { milestone, planYear },
          locale,
        ),
        submitted,
        of: n,
        forms: (await this.pairsOf(superior, planYear, milestone)).pairs.map(({ form }) => ({
          key: form.key,
          template: form.template,
          title: inLocale(form.title, locale),
        })),
      })),
    );
  }

  /** One form of `unit` (the headline where none is named) from what it receives under `milestone`. */
  async consolidate(unit: string, planYear: number, milestone: string, formKey?: string): Promise<ConsolidatedForm> {
    const { pairs, all, versions } = await this.pairsOf(unit, planYear, milestone);
    const pair = formKey === undefined ? pairs[0] : pairs.find(({ form }) => form.key === formKey);
    if (!pair) throw nothingToConsolidate();
    const { form, below } = pair;
    const { children, past } = await this.facts.of(unit, planYear, milestone, below, versions, all);
    if (children.length === 0) throw nothingToConsolidate();
    const measures = form.measures.filter((measure) => below.measures.some((one) => one.key === measure.key));
    const names = new Map(
      all.flatMap((one) => (one.kind === 'indicators' ? one.rows.map((row) => [row.key, row.label] as const) : [])),
    );
    return {
      unitName: (await this.units.tree()).name(unit),
      reportYear: planYear - 1,
      form: numbered(form),
      below,
      measures,
      totals: consolidate(form, measures, children, { form: below, unitOf: unitsOf(all) }),
      children,
      restated: { figures: past.figures.filter((figure) => figure.restated), gaps: past.gaps },
      nameOf: (code) => names.get(code),
    };
  }

  /** The forms of the unit above beside those of the units below, and all forms of both. */
  private async pairsOf(unit: string, planYear: number, milestone: string) {
    const [tree, milestones] = await Promise.all([this.units.tree(), this.calendar.milestones()]);
    const versions = await this.versionsOf(planYear, milestone);
    const below = await Promise.all(
      versions.map(async ({ key, version }) => (await this.definitions.get(key, version)).definition),
    );
    const act = milestones.find((one) => one.id === milestone);
    const kind = tree.find(unit)?.kind;
    const passedOn = kind === undefined ? undefined : actOf(milestones, act, kind);
    const above = passedOn ? await this.newestForms(passedOn.forms) : below;
    return { pairs: pairs(above, below), all: [...below, ...above], versions };
  }

  /** The forms that the units below are asked, each in the newest version that any of them has. */
  private async versionsOf(planYear: number, milestone: string): Promise<{ key: string; version: number }[]> {
    return rows<{ key: string; version: number }>(
      this.database.em,
      `select f.form ->> 'key' as key, max((f.form ->> 'version')::integer) as version
       from obligation o left join report r on r.obligation_id = o.id
       cross join lateral jsonb_array_elements(coalesce(r.form_versions, o.forms)) with ordinality as f (form, place)
       where o.plan_year = ? and o.milestone = ? group by f.form ->> 'key' order by min(f.place)`,
      [planYear, milestone],
    );
  }

  private async newestForms(keys: readonly string[]): Promise<FormDefinition[]> {
    const newest = await this.definitions.newest();
    return Promise.all(keys.map(async (key) => (await this.definitions.get(key, newest.get(key) ?? 1)).definition));
  }
}

/** The act of the same round by which the unit above passes on what it received. */
function actOf(milestones: readonly Milestone[], act: Milestone | undefined, kind: string): Milestone | undefined {
  return milestones.find(
    (one) => one.sort === 'deadline' && one.owes === kind && one.round === act?.round && one.headline,
  );
}

/** Forms of the unit above beside the form of the same template below; headline first. */
function pairs(above: readonly FormDefinition[], below: readonly FormDefinition[]) {
  return above.flatMap((form) => {
    const match = below.find((one) => one.template === form.template && one.kind === 'indicators');
    return form.kind === 'indicators' && match?.kind === 'indicators' ? [{ form, below: match }] : [];
  });
}
