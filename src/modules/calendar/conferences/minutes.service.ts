import { Inject, Injectable } from '@nestjs/common';
import { type Answers, type FormDefinition, type Issue, messageOf } from '../../../forms/index.js';
import { AuditService, Scope } from '../../access/index.js';
import { Database, row, rows, run, type Em } from '../../database/index.js';
import { DefinitionsService, type UnitForm } from '../../definitions/index.js';
import { CLOCK, type Clock, type Locale, MESSAGES, type Messages } from '../../shared/index.js';
import { type Person, UnitsService } from '../../units/index.js';
import { mayActFor, mustActFor } from '../acts/may-act-for.js';
import { conferenceUnknown, nothingToDiscuss, wrongMinutes } from './conference-problems.js';
import { locked, type NamedConference } from './conference-rows.js';

/** What was said about one figure. Figures are decimal strings; `concluded` null takes a conclusion back. */
export interface MinuteLine {
  row: string;
  measure: string;
  discussed?: string;
  concluded?: string | null;
}

/** A line as it stands: what the unit put forward, what was said, what was settled. */
export interface Minute {
  row: string;
  measure: string;
  proposed: string | null;
  discussed: string;
  concluded: string | null;
}

/** Minutes against each figure of the form that was discussed. */
@Injectable()
export class MinutesService {
  constructor(
    private readonly database: Database,
    private readonly definitions: DefinitionsService,
    private readonly units: UnitsService,
    private readonly audit: AuditService,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(MESSAGES) private readonly messages: Messages,
  ) {}

  /** Every figure of the discussed form with what the unit reported, and what the minutes say. */
  async read(
    person: Person,
    id: string,
  ): Promise<{ conference: NamedConference; mayWrite: boolean; form: FormDefinition; minutes: Minute[] }> {
    return this.database.transaction(async (em) => {
      const conference = await this.find(em, id);
      const tree = await this.units.tree();
      const scope = new Scope(person, tree);
      if (!scope.sees(conference.unit)) scope.mustSee(conference.heldBy);
      const { form, reported } = await this.discussed(em, conference);
      const kept = await rows<Minute>(
        em,
        `select row_key as row, measure, proposed, discussed, concluded from conference_minute where conference_id = ?::uuid`,
        [id],
      );
      const written = new Map(kept.map((one) => [`${one.row} ${one.measure}`, one]));
      const minutes = placesOf(form.form).map(({ row: rowKey, measure }): Minute => {
        const stands = written.get(`${rowKey} ${measure}`);
        const proposed = stands?.proposed ?? reported.get(`${rowKey} ${measure}`) ?? null;
        return stands ? { ...stands, proposed } : { row: rowKey, measure, proposed, discussed: '', concluded: null };
      });
      return { conference, mayWrite: mayActFor(person, tree, conference.heldBy), form: form.form, minutes };
    });
  }

  /** Writes lines; a concluded figure must be one that the form would take. What the unit put forward is kept beside it. */
  async write(person: Person, id: string, lines: readonly MinuteLine[]): Promise<void> {
    await this.database.transaction(async (em) => {
      const conference = await this.find(em, id);
      mustActFor(person, await this.units.tree(), conference.heldBy);
      const { form, reported } = await this.discussed(em, conference);
      this.mustBeRight(form, lines, conference.planYear - 1, person.locale);
      for (const line of lines) {
        await run(
          em,
          `insert into conference_minute (conference_id, row_key, measure, proposed, discussed, concluded, written_by, written_at)
           values (?, ?, ?, ?, ?, ?, ?, ?)
           on conflict (conference_id, row_key, measure) do update set
             discussed = case when ?::boolean then excluded.discussed else conference_minute.discussed end,
             concluded = case when ?::boolean then excluded.concluded else conference_minute.concluded end,
             written_by = excluded.written_by, written_at = excluded.written_at`,
          [
            id,
            line.row,
            line.measure,
            reported.get(`${line.row} ${line.measure}`) ?? null,
            line.discussed?.normalize('NFC') ?? '',
            line.concluded ?? null,
            person.id,
            this.clock.now(),
            line.discussed !== undefined,
            line.concluded !== undefined,
          ],
        );
      }
      await this.audit.note(em, {
        actor: person.id,
        action: 'conference minutes written',
        subject: id,
        details: { lines },
      });
    });
  }

  private mustBeRight(form: UnitForm, lines: readonly MinuteLine[], reportYear: number, locale: Locale): void {
    const places = new Set(placesOf(form.form).map(({ row: rowKey, measure }) => `${rowKey} ${measure}`));
    const unknown = lines.filter((line) => !places.has(`${line.row} ${line.measure}`));
    if (unknown.length > 0) {
      throw wrongMinutes({ count: unknown.length, first: `${unknown[0]!.row} / ${unknown[0]!.measure}` });
    }
    const cells: Answers['cells'] = {};
    for (const { row: rowKey, measure, concluded } of lines) {
      if (concluded) (cells[rowKey] ??= {})[measure] = { state: 'value', value: concluded };
    }
    const issues: Issue[] = form.validate(cells, reportYear);
    const [first] = issues;
    if (!first) return;
    const { key, params } = messageOf(first, locale);
    throw wrongMinutes({ count: issues.length, first: this.messages.t(locale, key, params) });
  }

  private async find(em: Em, id: string): Promise<NamedConference> {
    const conference = await locked(em, id);
    if (!conference) throw conferenceUnknown();
    return conference;
  }

  /** The headline form that the unit last owed by the day of its conference, and what it answered there. */
  private async discussed(
    em: Em,
    { unit, planYear, day }: NamedConference,
  ): Promise<{ form: UnitForm; reported: Map<string, string> }> {
    const tree = await this.units.tree();
    const owed = await row<{ id: string; headline: string; forms: { key: string; version: number }[] }>(
      em,
      `select o.id, o.headline, coalesce(r.form_versions, o.forms) as forms
       from obligation o left join report r on r.obligation_id = o.id
       where o.unit_code = ? and o.plan_year = ? and o.headline is not null and not o.signed_document
       order by o.due_on <= ? desc, o.due_on desc limit 1`,
      [unit, planYear, day],
    );
    const version = owed?.forms.find((one) => one.key === owed.headline)?.version;
    if (!owed || version === undefined) throw nothingToDiscuss({ unit: tree.name(unit) });
    const form = await this.definitions.forUnit(owed.headline, version, { traits: tree.get(unit).traits }, em);
    const answered = await rows<{ row_key: string; measure: string; value: string }>(
      em,
      `select v.row_key, v.measure, trim_scale(v.value)::text as value
       from report_value v join report r on r.id = v.report_id
       where r.obligation_id = ?::uuid and v.state = 'value' and v.value is not null`,
      [owed.id],
    );
    return { form, reported: new Map(answered.map((one) => [`${one.row_key} ${one.measure}`, one.value])) };
  }
}

/** The cells of an indicator form that people fill in. */
function placesOf(form: FormDefinition): { row: string; measure: string }[] {
  if (form.kind !== 'indicators') return [];
  const measures = form.measures.filter((measure) => !measure.computed);
  return form.rows.flatMap((one) => measures.map((measure) => ({ row: one.key, measure: measure.key })));
}
