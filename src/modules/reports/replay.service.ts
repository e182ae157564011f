import { Injectable } from '@nestjs/common';
import {
  type Answers,
  type Carry,
  carryAnswers,
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
import { UnitsService, type UnitTree } from '../units/index.js';
import type { Report } from './report.js';
import { unitView } from './unit-view.js';

/** What a definition would say of one unit's last answers. */
export interface Replayed {
  unit: string;
  unitName: string;
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
  form_versions: Report['forms'];
}

/** Plays every unit's last answers through a definition that is not published yet. */
@Injectable()
export class ReplayService {
  constructor(
    private readonly database: Database,
    private readonly definitions: DefinitionsService,
    private readonly units: UnitsService,
  ) {}

  async replay(definition: FormDefinition, base: number, carries: readonly Carry[]): Promise<Replay> {
    const { key } = definition;
    const [tree, before, last, open] = await Promise.all([
      this.units.tree(),
      this.definitions.get(key, base),
      this.lastAnswers(key),
      this.openOf(key),
    ]);
    const compiled = new CompiledViews(definition);
    const units = last.map((one) => replayOne(one, { before: before.definition, definition, carries, compiled, tree }));
    return {
      replayed: last.length,
      units: units.filter((one) => one.refused.length + one.warned.length + one.recomputed.length > 0),
      openReports: open.filter((one) => one.answers !== null).length,
      toMap: open.filter((one) => one.answers && isCarried(one.answers, before.definition, definition, carries)).length,
      notBegun: open.filter((one) => one.answers === null).length,
      obligations: open.map((one) => one.id),
    };
  }

  /** Each unit's newest answers to the form, submitted ones first. */
  private lastAnswers(key: string): Promise<Answered[]> {
    return rows<Answered>(
      this.database.em,
      `select distinct on (o.unit_code) o.unit_code, o.plan_year, o.only_led_rows, o.due_on, r.answers, r.form_versions
       from report r join obligation o on o.id = r.obligation_id
       where exists (select 1 from jsonb_to_recordset(r.form_versions) as f (key text) where f.key = ?)
       order by o.unit_code, r.submitted_at desc nulls last, r.updated_at desc`,
      [key],
    );
  }

  private openOf(key: string): Promise<{ id: string; answers: Answers | null }[]> {
    return rows(
      this.database.em,
      `select o.id, r.answers from obligation o left join report r on r.obligation_id = o.id
       where o.settled_at is null and (r.id is null or r.state in ('draft', 'returned'))
         and exists (select 1 from jsonb_to_recordset(coalesce(r.form_versions, o.forms)) as f (key text) where f.key = ?)`,
      [key],
    );
  }
}

interface Rehearsal {
  before: FormDefinition;
  definition: FormDefinition;
  carries: readonly Carry[];
  compiled: CompiledViews;
  tree: UnitTree;
}

function replayOne(one: Answered, { before, definition, carries, compiled, tree }: Rehearsal): Replayed {
  const unit = tree.get(one.unit_code);
  const view = unitView(unit, { onlyLedRows: one.only_led_rows, dueOn: one.due_on });
  const { form, validate } = compiled.of(view);
  const reportYear = one.plan_year - 1;
  const { answers } = carryAnswers(one.answers, before, definition, carries);
  const checked = checkAnswers(form, answers, reportYear);
  return {
    unit: one.unit_code,
    unitName: tree.name(one.unit_code),
    refused: [...validate(normalise(form, partOf(form, answers)), reportYear), ...checked.refused],
    warned: checked.warned,
    recomputed: recomputed(before, one.answers, form, answers),
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

function isCarried(
  answers: Answers,
  before: FormDefinition,
  after: FormDefinition,
  carries: readonly Carry[],
): boolean {
  const { changed, lost } = carryAnswers(answers, before, after, carries);
  return changed.length + lost.length > 0;
}
