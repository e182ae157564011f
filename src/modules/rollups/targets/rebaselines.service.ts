import { Inject, Injectable } from '@nestjs/common';
import { AuditService, Scope } from '../../access/index.js';
import { CalendarService } from '../../calendar/index.js';
import { Database, row, rows, run, type Em } from '../../database/index.js';
import { CLOCK, type Clock, type Locale, MESSAGES, type Messages, newId } from '../../shared/index.js';
import { type Person, UnitsService } from '../../units/index.js';
import { answerFault, type Difference, differencesOf, type RebaselineAnswer } from './rebaseline.js';
import { RebaselineMessages, shown } from './rebaseline-messages.js';
import { TargetFigures } from './target-figures.service.js';
import { fallsShort, reasonNeeded, rebaselineAnswered, rebaselineUnknown, wrongTarget } from './target-problems.js';
import { type TargetRows, TargetRowsService } from './target-rows.service.js';

/** A question that waits for a unit's answer, or how it was answered. */
export interface Rebaseline {
  id: string;
  planYear: number;
  unit: string;
  code: string;
  label: string;
  assigned: string;
  assignedBy: string;
  resolved: string;
  resolvedBy: string;
  askedAt: string;
  answer: 'adopted' | 'kept' | 'overtaken' | null;
  adopted: string | null;
  reason: string;
}

/** The question to a unit where its council and its superior differ, and the unit's answer. */
@Injectable()
export class RebaselinesService {
  constructor(
    private readonly database: Database,
    private readonly units: UnitsService,
    private readonly calendar: CalendarService,
    private readonly rowsOf: TargetRowsService,
    private readonly figures: TargetFigures,
    private readonly tellers: RebaselineMessages,
    private readonly audit: AuditService,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(MESSAGES) private readonly messages: Messages,
  ) {}

  /** What waits for an answer of the signed-in person's units, the oldest first. */
  async waitingFor(person: Person): Promise<(Rebaseline & { unitName: string })[]> {
    const tree = await this.units.tree();
    const scope = new Scope(person, tree);
    const own = scope.own().filter((unit) => scope.answersFor(unit));
    if (own.length === 0) return [];
    const em = this.database.em;
    const open = await rows<{ unit: string; planYear: number }>(
      em,
      `select distinct unit_code as unit, plan_year as "planYear" from rebaseline where answer is null and unit_code in (?)
       order by plan_year, unit_code`,
      [own],
    );
    const found = await Promise.all(
      open.map(async ({ unit, planYear }) => {
        const known = await this.rowsOf.of(em, unit, planYear);
        const asked = await this.asked(em, [unit], planYear, known, person.locale);
        return asked.filter((one) => one.answer === null).map((one) => ({ ...one, unitName: tree.name(unit) }));
      }),
    );
    return found.flat();
  }

  /** The unit's answer: it adopts a figure by a decision of its own, or keeps its own and says why. */
  async answer(
    person: Person,
    id: string,
    answer: RebaselineAnswer & { decision?: string; decidedOn?: string },
  ): Promise<void> {
    await this.database.transaction(async (em) => {
      const open = await row<Difference & { unit: string; planYear: number; answer: string | null }>(
        em,
        `select r.unit_code as unit, r.plan_year as "planYear", r.code, r.answer,
           jsonb_build_object('id', a.id, 'code', a.code, 'value', trim_scale(a.value)::text) as assigned,
           jsonb_build_object('id', o.id, 'code', o.code, 'value', trim_scale(o.value)::text) as resolved
         from rebaseline r join target a on a.id = r.assigned_id join target o on o.id = r.resolved_id
         where r.id = ?::uuid for update of r`,
        [id],
      );
      if (!open) throw rebaselineUnknown();
      new Scope(person, await this.units.tree()).mustAnswerFor(open.unit);
      if (open.answer) throw rebaselineAnswered();
      const known = await this.rowsOf.of(em, open.unit, open.planYear);
      const assigned = shown(open.assigned.value, person.locale);
      const given =
        'adopt' in answer ? { ...answer, adopt: await this.figureOf(em, person, open, answer.adopt, known) } : answer;
      const fault = answerFault(given, open, known.get(open.code).direction);
      if (fault === 'falls-short') throw fallsShort({ assigned });
      if (fault === 'reason-needed') throw reasonNeeded({ assigned });
      const adopted = 'adopt' in given ? await this.adopt(em, person, open, given, known) : undefined;
      await run(
        em,
        `update rebaseline set answer = ?, reason = ?, adopted_id = ?, answered_by = ?, answered_at = ? where id = ?::uuid`,
        [
          adopted ? 'adopted' : 'kept',
          'keep' in given ? given.keep.normalize('NFC') : '',
          adopted ?? null,
          person.id,
          this.clock.now(),
          id,
        ],
      );
      await this.audit.note(em, {
        actor: person.id,
        action: 'target answered',
        subject: id,
        details: {
          unit: open.unit,
          code: open.code,
          assigned: open.assigned.value,
          resolved: open.resolved.value,
          ...given,
        },
      });
    });
  }

  /** Asks the unit about each figure that differs and was not asked about yet; gives how many. */
  async ask(em: Em, unit: string, planYear: number, known: TargetRows): Promise<number> {
    const differing = differencesOf(
      await this.figures.standing(em, unit, planYear, 'assigned'),
      await this.figures.standing(em, unit, planYear, 'resolved'),
    );
    const batch = newId();
    const fresh: Difference[] = [];
    for (const difference of differing) {
      // A figure that the unit adopted in answer to this very assignment is settled, also where it goes beyond it.
      const settled = await row(em, `select 1 from rebaseline where assigned_id = ?::uuid and adopted_id = ?::uuid`, [
        difference.assigned.id,
        difference.resolved.id,
      ]);
      if (settled) continue;
      const written = await row(
        em,
        `insert into rebaseline (id, batch, plan_year, unit_code, code, assigned_id, resolved_id, asked_at)
         values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (assigned_id, resolved_id) do nothing returning id`,
        [
          newId(),
          batch,
          planYear,
          unit,
          difference.code,
          difference.assigned.id,
          difference.resolved.id,
          this.clock.now(),
        ],
      );
      if (written) fresh.push(difference);
    }
    if (fresh.length > 0) await this.tellers.tell(em, { unit, planYear, batch }, fresh, known);
    return fresh.length;
  }

  /** Everything that units were asked in a plan year, the oldest first. */
  async asked(
    em: Em,
    units: readonly string[],
    planYear: number,
    known: TargetRows,
    locale: Locale,
  ): Promise<Rebaseline[]> {
    const found = await rows<Omit<Rebaseline, 'label'>>(
      em,
      `select r.id, r.plan_year as "planYear", r.unit_code as unit, r.code, trim_scale(a.value)::text as assigned,
         a.decision as "assignedBy", trim_scale(o.value)::text as resolved, o.decision as "resolvedBy", r.asked_at as "askedAt",
         r.answer, trim_scale(n.value)::text as adopted, r.reason
       from rebaseline r join target a on a.id = r.assigned_id join target o on o.id = r.resolved_id
         left join target n on n.id = r.adopted_id
       where r.unit_code in (?) and r.plan_year = ? order by r.asked_at, r.code`,
      [units, planYear],
    );
    return found.map((one) => ({ ...one, label: known.label(one.code, locale) }));
  }

  /** A figure as it was typed; only what has one reading is taken. */
  private async figureOf(
    em: Em,
    person: Person,
    { code }: { code: string },
    typed: string,
    known: TargetRows,
  ): Promise<string> {
    const read = known.read(code, typed, await this.calendar.today(em));
    if (read !== undefined) return read;
    const why = this.messages.t(person.locale, 'targets.no-number');
    throw wrongTarget({ row: known.label(code, person.locale), why });
  }

  private async adopt(
    em: Em,
    person: Person,
    open: { unit: string; planYear: number; code: string },
    answer: { adopt: string; decision?: string; decidedOn?: string },
    known: TargetRows,
  ): Promise<string> {
    const { unit, planYear, code } = open;
    known.mustTake(code, answer.adopt, (key, params) => this.messages.t(person.locale, key, params), person.locale);
    // The question itself is being answered; it must not be taken for overtaken by its own answer.
    await run(
      em,
      `update target set superseded_at = ? where plan_year = ? and unit_code = ? and code = ? and sort = 'resolved' and superseded_at is null`,
      [this.clock.now(), planYear, unit, code],
    );
    return this.figures.put(
      em,
      {
        planYear,
        unit,
        code,
        value: answer.adopt,
        sort: 'resolved',
        setBy: unit,
        decision: answer.decision ?? this.messages.t(person.locale, 'targets.rebaseline'),
        decidedOn: answer.decidedOn ?? (await this.calendar.today(em)),
      },
      person,
    );
  }
}
