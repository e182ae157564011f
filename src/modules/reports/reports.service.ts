import { Inject, Injectable } from '@nestjs/common';
import {
  type Answers,
  checkAnswers,
  completeness,
  type FormView,
  type Issue,
  messageOf,
  noAnswers,
  normalise,
  partOf,
} from '../../forms/index.js';
import { AuditService } from '../access/index.js';
import { CalendarService, type Obligation, ObligationsService, roundClosed } from '../calendar/index.js';
import { Database, row, run, Together, type Em } from '../database/index.js';
import { DefinitionsService, type UnitForm } from '../definitions/index.js';
import { CLOCK, MESSAGES, newId, plainDate, type Clock, type Messages } from '../shared/index.js';
import { PastFiguresService, UnitsService } from '../units/index.js';
import { headlineIn, isOfOwedForms, type OwedForm, owedForms } from './annexes.js';
import { applyChange } from './apply-change.js';
import { CarryingService } from './carrying.service.js';
import { FilesService } from './files.service.js';
import { EarlierAnswers } from './earlier-answers.js';
import { GroupedAnswers, type NewAnswers } from './grouped-answers.js';
import {
  alreadySubmitted,
  annexesIncomplete,
  changedMeanwhile,
  faulty,
  fileUnknown,
  incomplete,
  needsDocument,
  notOpen,
} from './problems.js';
import { lastValues } from './last-values.js';
import type { Change, Doer, Report, ReportState, Written } from './report.js';
import { type ReportRow, toReport } from './report-row.js';
import { type Standing, StandingReports } from './standing-reports.js';
import { unitView } from './unit-view.js';

const BY_OBLIGATION = { name: 'reports', text: `select * from report where obligation_id = any($1::uuid[])` };

/** A report's life: begun, answered bit by bit, submitted, returned, accepted. */
@Injectable()
export class ReportsService {
  private readonly grouped: GroupedAnswers;
  private readonly earlier: EarlierAnswers;
  private readonly byObligation: Together<string, Report | undefined>;
  private readonly standing: StandingReports;

  constructor(
    private readonly database: Database,
    private readonly definitions: DefinitionsService,
    private readonly obligations: ObligationsService,
    private readonly units: UnitsService,
    private readonly past: PastFiguresService,
    private readonly calendar: CalendarService,
    private readonly carrying: CarryingService,
    private readonly files: FilesService,
    private readonly audit: AuditService,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(MESSAGES) private readonly messages: Messages,
  ) {
    this.grouped = new GroupedAnswers(database);
    this.earlier = new EarlierAnswers(database);
    this.standing = new StandingReports(database);
    this.byObligation = new Together(async (obligations) => {
      const found = await database.prepared<ReportRow>(BY_OBLIGATION, [obligations]);
      const reports = new Map(found.map((one) => [one.obligation_id, toReport(one)]));
      return obligations.map((obligation) => reports.get(obligation));
    });
  }

  /** An obligation with its report, for whoever needs both outside a transaction. */
  async withObligation(obligation: string): Promise<Standing | undefined> {
    return this.standing.find(obligation);
  }

  async find(obligation: string, em?: Em): Promise<Report | undefined> {
    if (!em) return this.byObligation.ask(obligation);
    const found = await row<ReportRow>(em, `select * from report where obligation_id = ?::uuid`, [obligation]);
    return found && toReport(found);
  }

  /**
   * The forms of an obligation as its unit sees them, in the versions of `report` (those of the cycle before it is begun).
   * Within a transaction give its `em`: one that waits for a second connection while all are held by its like waits for ever.
   */
  async formsOf(obligation: Obligation, report?: Pick<Report, 'forms'>, em?: Em): Promise<UnitForm[]> {
    const view = await this.viewOf(obligation);
    return Promise.all(
      (report?.forms ?? obligation.forms).map(({ key, version }) => this.definitions.forUnit(key, version, view, em)),
    );
  }

  /** Which rows a unit sees: by its traits, and for a body that reports on what it leads only those rows. */
  private async viewOf(obligation: Obligation): Promise<FormView> {
    return unitView((await this.units.tree()).get(obligation.unit), obligation);
  }

  /**
   * Writes answers into the draft (which begins with the first). Wrong ones are told all at once and nothing is written.
   * `seen` is the revision the writer saw; another's change in between is refused, never overwritten.
   */
  async answer(em: Em, obligation: Obligation, change: Change, doer: Doer, seen?: number): Promise<Written> {
    const report = await this.draft(em, obligation, doer);
    if (seen !== undefined && seen !== report.revision) throw changedMeanwhile();
    const forms = await this.formsOf(obligation, report, em);
    if (report.state === 'submitted' && !isOfOwedForms(forms, report.owedForms, change)) throw alreadySubmitted();
    if (await this.files.missing(obligation.id, forms, change, em)) throw fileUnknown();
    const { answers, issues } = applyChange(forms, report.answers, change, obligation.planYear - 1);
    if (issues.length > 0) return { ok: false, issues };
    const revision = report.revision + 1;
    await run(
      em,
      `update report set answers = ?::jsonb, revision = ?, updated_at = ?, updated_by = ? where id = ?::uuid`,
      [JSON.stringify(answers), revision, this.clock.now(), doer.person, report.id],
    );
    // A revision of the state "submitted" holds all answers, this one holds what was changed.
    const state = report.state === 'submitted' ? 'annexes' : report.state;
    await this.keepRevision(em, report.id, revision, state, change, doer);
    return { ok: true, revision };
  }

  /**
   * The same in a transaction of its own. A report that is not submitted and that nobody else is writing is written together
   * with other people's, which is several times cheaper; anything else goes the long way.
   */
  async answerAlone({ obligation, report }: Standing, change: Change, doer: Doer, seen?: number): Promise<Written> {
    const made = await this.newAnswers({ obligation, report }, change, doer, seen);
    if (made && 'issues' in made) return made;
    if (made && (await this.grouped.write(made))) return { ok: true, revision: made.seen + 1 };
    return this.database.transaction((em) => this.answer(em, obligation, change, doer, seen));
  }

  /**
   * What a change makes of a report that is not submitted, to be written together with others' (`writingAnswers`); undefined
   * where it has to go the long way.
   */
  async newAnswers(
    { obligation, report }: Standing,
    change: Change,
    doer: Doer,
    seen?: number,
  ): Promise<NewAnswers | Extract<Written, { ok: false }> | undefined> {
    if (obligation.closedAt) throw roundClosed();
    if (report && report.state !== 'draft' && report.state !== 'returned') return undefined;
    const revision = report?.revision ?? 0;
    if ((seen ?? revision) !== revision || (await this.calendar.today()) < obligation.opensOn) return undefined;
    const [forms, before] = await Promise.all([this.formsOf(obligation, report), this.answersOf(obligation, report)]);
    if (await this.files.missing(obligation.id, forms, change)) throw fileUnknown();
    const { answers, issues } = applyChange(forms, before, change, obligation.planYear - 1);
    if (issues.length > 0) return { ok: false, issues };
    const begins = report ? undefined : { obligation: obligation.id, forms: obligation.forms };
    return { report: report?.id ?? newId(), begins, seen: revision, answers, change, at: this.clock.now(), doer };
  }

  /** The answers so far; before a report is begun those that it will begin with. */
  async answersOf(obligation: Obligation, report: Report | undefined, em?: Em): Promise<Answers> {
    if (report) return report.answers;
    const earlier = await this.earlier.find(obligation, em);
    if (!earlier) return noAnswers();
    return this.carrying.forward(earlier.answers, earlier.form_versions, obligation.forms, em);
  }

  /** How much of what is required stands in the headline form (the first form where there is none). */
  async progress(obligation: Obligation, report: Report, em?: Em): Promise<{ answered: number; asked: number }> {
    const forms = await this.formsOf(obligation, report, em);
    const headline = headlineIn(forms, obligation.headline);
    if (!headline) return { answered: 0, asked: 0 };
    const { answered, asked } = completeness(headline.form, report.answers);
    return { answered, asked };
  }

  /** The forms beside the headline in which something is still owed: after the submission those that were not whole then. */
  async owedForms(obligation: Obligation, report: Report | undefined, em?: Em): Promise<OwedForm[]> {
    if (report?.state === 'submitted' && report.owedForms.length === 0) return [];
    const forms = await this.formsOf(obligation, report, em);
    const answers = await this.answersOf(obligation, report, em);
    const owed = owedForms(forms, obligation.headline, answers);
    if (report?.state !== 'submitted') return owed;
    // One that is whole by now is still to be submitted.
    return forms
      .filter(({ key }) => report.owedForms.includes(key))
      .map(({ key, form }) => owed.find((one) => one.key === key) ?? { key, title: form.title, missing: 0 });
  }

  /**
   * Submits. The headline must be answered in full and settles the obligation; forms beside it that are not whole stay open
   * and owed, and are submitted by a second call, once or form by form. The answers as submitted are kept as a revision.
   */
  async submit(em: Em, obligation: Obligation, doer: Doer): Promise<Report> {
    if (obligation.signedDocument) throw needsDocument();
    const report = await this.draft(em, obligation, doer);
    const { answered, asked } = await this.progress(obligation, report, em);
    if (answered < asked) throw incomplete({ count: asked - answered });
    const isFirst = report.state !== 'submitted';
    const forms = await this.formsOf(obligation, report, em);
    const missing = owedForms(forms, obligation.headline, report.answers).filter(
      ({ key }) => isFirst || report.owedForms.includes(key),
    );
    const owed = missing.map(({ key }) => key);
    if (!isFirst && owed.length === report.owedForms.length) {
      throw annexesIncomplete({ count: missing.reduce((sum, one) => sum + one.missing, 0) });
    }
    await this.mustBeRight(em, obligation, report, doer.locale ?? 'vi');
    const now = this.clock.now();
    const revision = report.revision + 1;
    const submittedAt = isFirst ? now.toISOString() : (report.submittedAt ?? now.toISOString());
    await run(
      em,
      `update report set state = 'submitted', revision = ?, submitted_at = ?, submitted_by = ?, updated_at = ?,
         owed_forms = array(select jsonb_array_elements_text(?::jsonb))
       where id = ?::uuid`,
      [revision, submittedAt, doer.person, now, JSON.stringify(owed), report.id],
    );
    await this.keepRevision(em, report.id, revision, 'submitted', report.answers, doer);
    if (isFirst) await this.obligations.settle(em, obligation.id, 'submitted', now);
    await this.audit.note(em, {
      actor: doer.person,
      action: isFirst ? 'report submitted' : 'annexes submitted',
      subject: obligation.id,
      details: { via: doer.via, ...(owed.length > 0 ? { owed } : {}) },
    });
    return { ...report, state: 'submitted', revision, submittedAt, owedForms: owed };
  }

  /**
   * Everything that is wrong in a report as it stands, and what its soft checks ask about: answers that a newer version of a
   * form finds wrong, broken checks, changes without a reason.
   */
  async findings(
    obligation: Obligation,
    report: Pick<Report, 'forms' | 'answers'>,
    em?: Em,
  ): Promise<{ refused: Issue[]; warned: Issue[] }> {
    const reportYear = obligation.planYear - 1;
    const all = await this.formsOf(obligation, report, em);
    const past = await this.past.of(
      [obligation.unit],
      reportYear - 1,
      reportYear,
      all.map((one) => one.whole),
      em,
    );
    const found = all.map(({ form, validate }) => {
      const last = form.kind === 'indicators' ? lastValues(form, past, reportYear) : {};
      const earlier = (row: string, measure: string) => last[row]?.[measure]?.value;
      const { refused, warned } = checkAnswers(form, report.answers, reportYear, earlier);
      return { refused: [...validate(normalise(form, partOf(form, report.answers)), reportYear), ...refused], warned };
    });
    return { refused: found.flatMap((one) => one.refused), warned: found.flatMap((one) => one.warned) };
  }

  private async mustBeRight(em: Em, obligation: Obligation, report: Report, locale: 'vi' | 'en'): Promise<void> {
    const { refused, warned } = await this.findings(obligation, report, em);
    const open = [...refused, ...warned];
    const [first] = open;
    if (!first) return;
    const { key, params } = messageOf(first, locale);
    throw faulty({ count: open.length, first: this.messages.t(locale, key, params) });
  }

  /** The open draft (or the submitted report that still owes forms), begun where there is none; a later round begins with the answers that the unit gave before. */
  private async draft(em: Em, obligation: Obligation, doer: Doer): Promise<Report> {
    if (obligation.closedAt) throw roundClosed();
    if ((await this.calendar.today(em)) < obligation.opensOn)
      throw notOpen({ opens: plainDate.vi(obligation.opensOn) });
    // Two people of one unit write one after the other.
    const standing = () =>
      row<ReportRow>(em, `select * from report where obligation_id = ?::uuid for update`, [obligation.id]);
    const found = (await standing()) ?? (await this.begin(em, obligation, doer), await standing());
    if (!found) throw new Error(`report of ${obligation.id} vanished`);
    const isOpen = found.state === 'submitted' ? found.owed_forms.length > 0 : found.state !== 'accepted';
    if (!isOpen) throw alreadySubmitted();
    return toReport(found);
  }

  private async begin(em: Em, obligation: Obligation, doer: Doer): Promise<void> {
    // The versions are read anew: the obligation may have been moved to newer ones since it was looked up.
    const held = await row<{ forms: Report['forms'] }>(
      em,
      `select forms from obligation where id = ?::uuid for update`,
      [obligation.id],
    );
    const forms = held?.forms ?? obligation.forms;
    const answers = await this.answersOf({ ...obligation, forms }, undefined, em);
    await run(
      em,
      `insert into report (id, obligation_id, state, form_versions, answers, updated_at, updated_by)
       values (?, ?::uuid, 'draft', ?::jsonb, ?::jsonb, ?, ?) on conflict (obligation_id) do nothing`,
      [newId(), obligation.id, JSON.stringify(forms), JSON.stringify(answers), this.clock.now(), doer.person],
    );
  }

  private async keepRevision(
    em: Em,
    report: string,
    revision: number,
    state: ReportState | 'annexes',
    what: unknown,
    doer: Doer,
  ): Promise<void> {
    await run(
      em,
      `insert into report_revision (report_id, revision, state, answers, at, by, via) values (?, ?, ?, ?::jsonb, ?, ?, ?)`,
      [report, revision, state, JSON.stringify(what), this.clock.now(), doer.person, doer.via],
    );
  }
}
