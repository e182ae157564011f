import { Injectable } from '@nestjs/common';
import { type Answers, type Cells, computeCells, type FormDefinition, type IndicatorForm } from '../../forms/index.js';
import { Database, rows } from '../database/index.js';
import { CarryingService, type Report } from '../reports/index.js';
import { type Past, PastFiguresService, UnitsService } from '../units/index.js';
import { isWholeYear } from './earlier-measure.js';
import type { ChildFacts } from './roll-up.js';

interface ChildRow {
  unit_code: string;
  submitted: boolean;
  answers: Answers | null;
  form_versions: Report['forms'] | null;
}

/** What the units below have reported for one milestone of a plan year, with their past figures. */
@Injectable()
export class ChildFactsService {
  constructor(
    private readonly database: Database,
    private readonly units: UnitsService,
    private readonly past: PastFiguresService,
    private readonly carrying: CarryingService,
  ) {}

  /**
   * Facts of every unit that owes `milestone` to `superior`, as answers to `form`. A draft counts as not reported:
   * only what was submitted adds up. `forms` are all that the units answer: what they restate a ratio from stands in others. Answers given under older versions are led to `versions`, so that all are in one unit of measure. Where a unit left a whole-year column open, the figure on record stands in it.
   */
  async of(
    superior: string,
    planYear: number,
    milestone: string,
    form: IndicatorForm,
    versions: Report['forms'],
    forms: readonly FormDefinition[],
  ): Promise<{ children: ChildFacts[]; past: Past }> {
    const { measures } = form;
    const needs = new Map(form.rows.map((row) => [row.key, row.appliesTo]));
    const tree = await this.units.tree();
    const children = await rows<ChildRow>(
      this.database.em,
      `select o.unit_code, coalesce(r.state in ('submitted', 'accepted'), false) as submitted,
         case when r.state in ('submitted', 'accepted') then r.answers end as answers, r.form_versions
       from obligation o left join report r on r.obligation_id = o.id
       where o.superior = ? and o.plan_year = ? and o.milestone = ? order by o.unit_code`,
      [superior, planYear, milestone],
    );
    const answers = new Map(
      await Promise.all(
        children.map(async (child) => {
          const given =
            child.answers && (await this.carrying.forward(child.answers, child.form_versions ?? [], versions));
          return [child.unit_code, given?.cells] as const;
        }),
      ),
    );
    const reportYear = planYear - 1;
    const past = await this.past.of(
      children.map((child) => child.unit_code),
      // A year before the oldest column: its growth is reckoned against it.
      reportYear - 2,
      reportYear + 1,
      forms,
    );
    const known = new Map(
      past.figures.map(({ unit, code, year, sort, value }) => [`${unit} ${code} ${year - reportYear} ${sort}`, value]),
    );
    const whole = new Map(
      measures.filter((one) => isWholeYear(one, measures) && !one.asked).map((one) => [one.key, one]),
    );
    const facts = children.map((child): ChildFacts => ({
      unit: child.unit_code,
      name: tree.name(child.unit_code),
      reported: child.submitted,
      asks: (code) => {
        const trait = needs.get(code) ?? 'all';
        return trait === 'all' || tree.get(child.unit_code).traits.includes(trait);
      },
      value: (code, key) => {
        const given = answers.get(child.unit_code)?.[code]?.[key];
        // What is worked out is worked out of the sums, not summed up.
        const cell = given?.state === 'worked-out' ? undefined : given;
        const measure = cell ? undefined : whole.get(key);
        const figure = measure && known.get(`${child.unit_code} ${code} ${measure.year} ${measure.sort}`);
        return cell ?? (figure === undefined ? undefined : { state: 'value', value: figure });
      },
      workedOut: workedOutOf(form, answers.get(child.unit_code) ?? {}),
      base: (code, yearOffset) => known.get(`${child.unit_code} ${code} ${yearOffset} outcome`),
    }));
    return { children: facts, past };
  }
}

/** The figures that a unit's form works out; looked at only where somebody explained one. */
function workedOutOf(form: IndicatorForm, cells: Cells): ChildFacts['workedOut'] {
  const isExplained = Object.values(cells).some((ofRow) =>
    Object.values(ofRow).some((one) => one.state === 'worked-out'),
  );
  const computed = isExplained ? computeCells(form, cells) : {};
  return (row, measure) => computed[row]?.[measure];
}
