import { Injectable } from '@nestjs/common';
import {
  type Answers,
  type Carry,
  checkAnswers,
  compileForm,
  type CompiledForm,
  computeCells,
  type FormDefinition,
  type Issue,
  normalise,
  partOf,
  viewOf,
} from '../../forms/index.js';
import { Database, rows } from '../database/index.js';
import { DefinitionsService } from '../definitions/index.js';
import { type Past, PastFiguresService, UnitsService, type UnitTree } from '../units/index.js';
import { CarryingService, type Led } from './carrying.service.js';
import { lastValues } from './last-values.js';
import { unitView } from './unit-view.js';

/** What a definition would say of one unit's last answers. */
export interface Replayed {
  unit: string;
  unitName: string;
  reportYear: number;
  refused: Issue[];
  warned: Issue[];
  /** Computed figures that come out otherwise than today. */
  recomputed: { row: string; measure: string; before?: string; after?: string }[];
}

export interface Replay {
  /** Units whose last answers were looked at. */
  replayed: number;
  units: Replayed[];
  /** Reports under way under another version of the form, how many of their answers would be carried over or lost, and who has not begun. */
  openReports: number;
  toMap: number;
  notBegun: number;
  /** Open obligations that ask for the form. */
  obligations: string[];
}

interface Answered {
  unit_code: string;
  plan_year: number;
  only_led_rows: boolean;
  due_on: string;
  answers: Answers;
  /** Of the form, under which the answers were given. */
  version: number;
}

/** Plays every unit's last answers through a definition that is not published yet. */
@Injectable()
export class ReplayService {
  constructor(
    private readonly database: Database,
    private readonly definitions: DefinitionsService,
    private readonly carrying: CarryingService,
    private readonly units: UnitsService,
    private readonly past: PastFiguresService,
  ) {}

  /**
   * `carries` lead answers from version `base` to the definition. Those that were given under an older version are led to `base`
   * first, as was confirmed when the versions between were published and as moving their report will do.
   */
  async replay(definition: FormDefinition, base: number, carries: readonly Carry[]): Promise<Replay> {
    const { key } = definition;
    const [tree, last, open] = await Promise.all([this.units.tree(), this.lastAnswers(key), this.openOf(key)]);
    const begun = open.filter((one) => one.answers !== null);
    const ways = new Map<number, Way>();
    for (const from of new Set([...last, ...begun].map((one) => one.version))) {
      const { definition: before } = await this.definitions.get(key, from);
      ways.set(from, { before, lead: await this.carrying.wayToDraft(from, { base, definition, carries }) });
    }
    const compiled = new CompiledViews(definition);
    const figures = await this.figuresOf(definition, last);
    const units = last.map((one) =>
      replayOne(one, { way: ways.get(one.version)!, compiled, tree, past: figures.get(one.unit_code) ?? [] }),
    );
    return {
      replayed: last.length,
      units: units.filter((one) => one.refused.length + one.warned.length + one.recomputed.length > 0),
      openReports: begun.length,
      toMap: begun.filter((one) => ways.get(one.version)!.lead(one.answers!).isCarried).length,
      notBegun: open.length - begun.length,
      obligations: open.map((one) => one.id),
    };
  }

  /** What each unit had the years before; only where the form compares with it. */
  private async figuresOf(
    definition: FormDefinition,
    last: readonly Answered[],
  ): Promise<Map<string, Past['figures']>> {
    const compares = definition.kind === 'indicators' && definition.rows.some((row) => row.jump !== undefined);
    if (!compares || last.length === 0) return new Map();
    const years = last.map((one) => one.plan_year - 1);
    const units = last.map((one) => one.unit_code);
    const { figures } = await this.past.of(units, Math.min(...years) - 1, Math.max(...years), [definition]);
    return Map.groupBy(figures, ({ unit }) => unit);
  }

  /** Each unit's newest answers to the form, submitted ones first. */
  private lastAnswers(key: string): Promise<Answered[]> {
    return rows<Answered>(
      this.database.em,
      `select distinct on (o.unit_code) o.unit_code, o.plan_year, o.only_led_rows, o.due_on, r.answers, f.version
       from report r join obligation o on o.id = r.obligation_id
         join lateral jsonb_to_recordset(r.form_versions) as f (key text, version integer) on f.key = ?
       order by o.unit_code, r.submitted_at desc nulls last, r.updated_at desc`,
      [key],
    );
  }

  private openOf(key: string): Promise<{ id: string; version: number; answers: Answers | null }[]> {
    return rows(
      this.database.em,
      `select o.id, f.version, r.answers from obligation o left join report r on r.obligation_id = o.id
         join lateral jsonb_to_recordset(coalesce(r.form_versions, o.forms)) as f (key text, version integer) on f.key = ?
       where o.settled_at is null and (r.id is null or r.state in ('draft', 'returned'))`,
      [key],
    );
  }
}

/** How answers that were given under one version go on to the draft. */
interface Way {
  before: FormDefinition;
  lead: (answers: Answers) => Led;
}

interface Rehearsal {
  way: Way;
  compiled: CompiledViews;
  tree: UnitTree;
  /** The unit's figures of the years before. */
  past: Past['figures'];
}

function replayOne(one: Answered, { way, compiled, tree, past }: Rehearsal): Replayed {
  const unit = tree.get(one.unit_code);
  const view = unitView(unit, { onlyLedRows: one.only_led_rows, dueOn: one.due_on });
  const { form, validate } = compiled.of(view);
  const reportYear = one.plan_year - 1;
  const { answers } = way.lead(one.answers);
  const last = form.kind === 'indicators' ? lastValues(form, { figures: past }, reportYear) : {};
  const checked = checkAnswers(form, answers, reportYear, (row, measure) => last[row]?.[measure]?.value);
  return {
    reportYear,
    unit: one.unit_code,
    unitName: tree.name(one.unit_code),
    refused: [...validate(normalise(form, partOf(form, answers)), reportYear), ...checked.refused],
    warned: checked.warned,
    recomputed: recomputed(way.before, one.answers, form, answers),
  };
}

/** The views of a definition, each compiled once: units of a kind mostly see the same. */
class CompiledViews {
  private readonly views = new Map<string, { form: FormDefinition } & CompiledForm>();

  constructor(private readonly definition: FormDefinition) {}

  of(view: Parameters<typeof viewOf>[1]): { form: FormDefinition } & CompiledForm {
    const name = JSON.stringify(view);
    let found = this.views.get(name);
    if (!found) {
      const form = viewOf(this.definition, view);
      found = { form, ...compileForm(form) };
      this.views.set(name, found);
    }
    return found;
  }
}

function recomputed(before: FormDefinition, old: Answers, after: FormDefinition, answers: Answers) {
  if (before.kind !== 'indicators' || after.kind !== 'indicators') return [];
  const was = computeCells(before, old.cells);
  const is = computeCells(after, answers.cells);
  const valueIn = (cells: typeof was, row: string, measure: string): string | undefined => {
    const cell = cells[row]?.[measure];
    return cell?.state === 'value' ? String(cell.value) : undefined;
  };
  return after.rows.flatMap((row) =>
    after.measures.flatMap((measure) => {
      const values = { before: valueIn(was, row.key, measure.key), after: valueIn(is, row.key, measure.key) };
      return values.before === values.after ? [] : [{ row: row.key, measure: measure.key, ...values }];
    }),
  );
}
