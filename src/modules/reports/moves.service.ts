import { Inject, Injectable } from '@nestjs/common';
import {
  type Answers,
  type Carry,
  carryAnswers,
  type FormDefinition,
  type Issue,
  normalise,
  partOf,
  unaskedAnswers,
} from '../../forms/index.js';
import { AuditService } from '../access/index.js';
import { Database, instant, row, rows, run, type Em } from '../database/index.js';
import { DefinitionsService, refuseUnconfirmed } from '../definitions/index.js';
import { CLOCK, newId, type Clock, type Locale } from '../shared/index.js';
import { UnitsService } from '../units/index.js';
import { type AnswerChange, answerChanges, countAnswers, type Renamed } from './answer-changes.js';
import { CarryingService } from './carrying.service.js';
import { type Moved, takeBack, writeMoves } from './move-writes.js';
import { moveUndone, moveUnknown } from './problems.js';
import type { Report } from './report.js';
import { unitView } from './unit-view.js';

/** An open obligation that still asks for an older version of a form. Without a report nothing was answered yet. */
interface Open {
  obligation: string;
  unit: string;
  planYear: number;
  onlyLedRows: boolean;
  dueOn: string;
  from: number;
  forms: Report['forms'];
  report?: { id: string; state: string; answers: Answers; revision: number };
}

export interface MovingReport {
  obligation: string;
  unit: string;
  unitName: string;
  from: number;
  state: string;
  /** The form as this unit sees it, now and after the move. */
  before: FormDefinition;
  after: FormDefinition;
  /** How many answers stay exactly as they are. */
  kept: number;
  changes: AnswerChange[];
  /** How many answers stay that the newer version does not ask for, and the older one did. */
  unasked: number;
  /** What the newer version finds wrong in the answers as they would stand. */
  issues: Issue[];
}

export interface MoveRecord {
  id: string;
  at: string;
  by: string;
  to: number;
  moved: number;
  notBegun: number;
  undoneAt?: string;
}

/** Moves open reports to a newer version of their form: shown first, all or nothing, and taken back where wanted. */
@Injectable()
export class MovesService {
  constructor(
    private readonly database: Database,
    private readonly definitions: DefinitionsService,
    private readonly carrying: CarryingService,
    private readonly units: UnitsService,
    private readonly audit: AuditService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** What moving to version `to` would do to each report under way, and how many obligations nobody has begun. */
  async preview(key: string, to: number, locale: Locale): Promise<{ reports: MovingReport[]; notBegun: number }> {
    const em = this.database.em;
    const [tree, target, open] = await Promise.all([
      this.units.tree(),
      this.definitions.get(key, to),
      this.open(em, key, to),
    ]);
    const begun = open.filter((one) => one.report !== undefined);
    const carried = await this.carrier(key, to, undefined, begun, em);
    const renamed = new Map<number, Renamed>();
    for (const from of new Set(begun.map((one) => one.from))) {
      renamed.set(from, await this.carrying.renamed(key, from, to, em));
    }
    const reports: MovingReport[] = [];
    for (const one of begun) {
      const answers = carried(one);
      const before = await this.definitions.get(key, one.from, em);
      const reportYear = one.planYear - 1;
      const unit = tree.get(one.unit);
      const view = unitView(unit, one);
      const form = await this.definitions.forUnit(key, to, view, em);
      const asked = (await this.definitions.forUnit(key, one.from, view, em)).form;
      const name = renamed.get(one.from)!;
      const changes = answerChanges(
        { definition: before.definition, answers: one.report!.answers },
        { definition: target.definition, answers },
        reportYear,
        locale,
        name,
      );
      const gone = changes.filter((change) => change.before !== undefined).length;
      const unaskedBefore = new Set(
        unaskedAnswers(asked, one.report!.answers).map((place) => place.split('\n').map(name).join('\n')),
      );
      reports.push({
        obligation: one.obligation,
        unit: one.unit,
        unitName: tree.name(one.unit),
        from: one.from,
        state: one.report!.state,
        before: asked,
        after: form.form,
        kept: countAnswers(before.definition, one.report!.answers) - gone,
        changes,
        unasked: unaskedAnswers(form.form, answers).filter((place) => !unaskedBefore.has(place)).length,
        issues: form.validate(normalise(form.form, partOf(form.form, answers)), reportYear),
      });
    }
    return { reports, notBegun: open.length - begun.length };
  }

  /**
   * Moves the open reports of a form (those of `obligations` where given) and, with `notBegun`, obligations that nobody has
   * begun. `carries` stand in for what was confirmed when version `to` was published, and must say as much. All in one
   * transaction.
   */
  async move(
    key: string,
    given: { to: number; carries?: readonly Carry[]; obligations?: readonly string[]; notBegun?: boolean },
    person: string,
    locale: Locale,
  ): Promise<{ move: string; moved: number; notBegun: number }> {
    return this.database.transaction(async (em) => {
      await this.definitions.get(key, given.to, em);
      const open = (await this.open(em, key, given.to, true)).filter((one) =>
        one.report ? (given.obligations?.includes(one.obligation) ?? true) : given.notBegun !== false,
      );
      if (given.carries) await this.mustBeConfirmed(em, key, given.to, given.carries, open, locale);
      const move = newId();
      const now = this.clock.now();
      await run(
        em,
        `insert into report_move (id, form_key, to_version, carries, at, by) values (?, ?, ?, ?::jsonb, ?, ?)`,
        [move, key, given.to, JSON.stringify(given.carries ?? []), now, person],
      );
      await writeMoves(em, await this.afterMove(em, key, given, open), { move, person, now });
      const moved = open.filter((one) => one.report !== undefined).length;
      const notBegun = open.length - moved;
      await this.audit.note(em, {
        actor: person,
        action: 'reports moved',
        subject: key,
        details: { to: given.to, moved, notBegun, move },
      });
      return { move, moved, notBegun };
    });
  }

  /** Takes a move back. A report that was answered since is kept as it is and named. */
  async undo(key: string, move: string, person: string): Promise<{ restored: number; kept: string[] }> {
    return this.database.transaction(async (em) => {
      const found = await row<{ undone_at: string | null }>(
        em,
        `select undone_at from report_move where id::text = ? and form_key = ? for update`,
        [move, key],
      );
      if (!found) throw moveUnknown();
      if (found.undone_at) throw moveUndone();
      const now = this.clock.now();
      const { restored, kept } = await takeBack(em, { move, person, now });
      const tree = await this.units.tree();
      await run(em, `update report_move set undone_at = ?, undone_by = ? where id = ?::uuid`, [now, person, move]);
      await this.audit.note(em, { actor: person, action: 'move of reports undone', subject: key, details: { move } });
      return { restored, kept: kept.map((unit) => tree.name(unit)) };
    });
  }

  async history(key: string): Promise<MoveRecord[]> {
    const found = await rows<{
      id: string;
      at: string;
      name: string;
      to_version: number;
      undone_at: string | null;
      moved: number;
      not_begun: number;
    }>(
      this.database.em,
      `select m.id, m.at, p.name, m.to_version, m.undone_at, count(i.report_id)::integer as moved,
         (count(i.obligation_id) - count(i.report_id))::integer as not_begun
       from report_move m join person p on p.id = m.by left join report_move_item i on i.move_id = m.id
       where m.form_key = ? group by m.id, p.name order by m.at desc`,
      [key],
    );
    return found.map((one) => ({
      id: one.id,
      at: instant(one.at),
      by: one.name,
      to: one.to_version,
      moved: one.moved,
      notBegun: one.not_begun,
      undoneAt: instant(one.undone_at),
    }));
  }

  private async mustBeConfirmed(
    em: Em,
    key: string,
    to: number,
    carries: readonly Carry[],
    open: readonly Open[],
    locale: Locale,
  ): Promise<void> {
    const after = (await this.definitions.get(key, to, em)).definition;
    for (const from of new Set(open.filter((one) => one.report !== undefined).map((one) => one.from))) {
      refuseUnconfirmed((await this.definitions.get(key, from, em)).definition, after, carries, locale);
    }
  }

  private async afterMove(
    em: Em,
    key: string,
    { to, carries }: { to: number; carries?: readonly Carry[] },
    open: readonly Open[],
  ): Promise<Moved[]> {
    const carried = await this.carrier(key, to, carries, open, em);
    return open.map((one) => ({
      obligation: one.obligation,
      forms: one.forms.map((form) => (form.key === key ? { ...form, version: to } : form)),
      report: one.report && { id: one.report.id, answers: carried(one) },
    }));
  }

  /** How the answers of each of the open reports go on under version `to`; what is asked of the database is asked once. */
  private async carrier(
    key: string,
    to: number,
    carries: readonly Carry[] | undefined,
    open: readonly Open[],
    em: Em,
  ): Promise<(one: Open) => Answers> {
    const after = (await this.definitions.get(key, to, em)).definition;
    const ways = new Map<number, (answers: Answers) => Answers>();
    for (const from of new Set(open.map((one) => one.from))) {
      const before = (await this.definitions.get(key, from, em)).definition;
      ways.set(
        from,
        carries
          ? (answers) => carryAnswers(answers, before, after, carries).answers
          : await this.carrying.way(key, from, to, em),
      );
    }
    return (one) => ways.get(one.from)!(one.report!.answers);
  }

  /** Everything not settled that asks for `key` in another version than `to`; with `hold` nobody answers meanwhile. */
  private async open(em: Em, key: string, to: number, hold = false): Promise<Open[]> {
    // Reports before obligations, as everybody who submits holds them: otherwise two could wait for each other.
    if (hold) {
      await rows(
        em,
        `select 1 from report r join obligation o on o.id = r.obligation_id
         where o.settled_at is null and r.state in ('draft', 'returned') order by r.id for update of r`,
      );
    }
    const found = await rows<{
      id: string;
      unit_code: string;
      plan_year: number;
      only_led_rows: boolean;
      due_on: string;
      forms: Report['forms'];
      report_id: string | null;
      state: string | null;
      answers: Answers | null;
      revision: number | null;
      form_versions: Report['forms'] | null;
    }>(
      em,
      `select o.id, o.unit_code, o.plan_year, o.only_led_rows, o.due_on, o.forms, r.id as report_id, r.state, r.answers, r.revision,
         r.form_versions
       from obligation o left join report r on r.obligation_id = o.id
       where o.settled_at is null and (r.id is null or r.state in ('draft', 'returned'))
         and exists (select 1 from jsonb_to_recordset(coalesce(r.form_versions, o.forms)) as f (key text, version integer)
                     where f.key = ? and f.version <> ?)
       order by o.unit_code, o.due_on ${hold ? 'for update of o' : ''}`,
      [key, to],
    );
    return found.map((one) => {
      const forms = one.form_versions ?? one.forms;
      return {
        obligation: one.id,
        unit: one.unit_code,
        planYear: one.plan_year,
        onlyLedRows: one.only_led_rows,
        dueOn: one.due_on,
        forms,
        from: forms.find((form) => form.key === key)!.version,
        report: one.report_id
          ? { id: one.report_id, state: one.state!, answers: one.answers!, revision: one.revision! }
          : undefined,
      };
    });
  }
}
