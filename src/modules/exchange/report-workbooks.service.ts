import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { type FormWords, type Issue, messageOf } from '../../forms/index.js';
import { Scope } from '../access/index.js';
import { type Obligation, ObligationsService } from '../calendar/index.js';
import { type Attachment, Attachments } from '../outbox/index.js';
import { applyChange, type Report, ReportsService } from '../reports/index.js';
import { fold, inLocale, type Locale, MESSAGES, type Messages } from '../shared/index.js';
import { PeopleService, UnitsService } from '../units/index.js';
import type { WorkbookStamp } from './form-workbook/index.js';
import { formNotAsked, notAWorkbook, unusableWorkbook } from './problems.js';
import type { AnswerChanged } from './report-workbook/changes.js';
import type { ToldFault } from './report-workbook/mark-faults.js';
import type { ReadReport } from './report-workbook/read-report-workbook.js';

/** More faults than anybody mends at once; the rest is told when these are mended. */
export const MOST_FAULTS = 200;

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export interface WorkbookFile {
  /** File name with its ending, in plain letters. */
  name: string;
  content: Buffer;
}

/** A report's forms as workbooks: written with the answers so far, and read back filled in. For pages and for chats. */
@Injectable()
export class ReportWorkbooksService implements OnModuleInit {
  /** A workbook is an official document: it is written and read in Vietnamese, whatever language its reader prefers. */
  private readonly words: FormWords;

  constructor(
    private readonly obligations: ObligationsService,
    private readonly reports: ReportsService,
    private readonly units: UnitsService,
    private readonly people: PeopleService,
    private readonly attachments: Attachments,
    @Inject(MESSAGES) private readonly messages: Messages,
  ) {
    this.words = (word, params) => messages.t('vi', `forms.word.${word}`, params);
  }

  onModuleInit(): void {
    this.attachments.addMaker('workbook', (rest, person) => this.attached(rest, person));
  }

  /** The workbook of `<obligation>/<form>` for somebody who may see the unit. */
  private async attached(rest: string, personId: string | undefined): Promise<Attachment | undefined> {
    const [id = '', form = ''] = rest.split('/');
    const obligation = await this.obligations.find(id);
    const person = personId === undefined ? undefined : await this.people.find(personId);
    if (!obligation || !person || !new Scope(person, await this.units.tree()).sees(obligation.unit)) return undefined;
    return { ...(await this.write(obligation, form)), mediaType: XLSX };
  }

  /** One form of a report with the answers so far. */
  async write(obligation: Obligation, key: string): Promise<WorkbookFile> {
    const { report, forms, answers, unitName } = await this.standing(obligation);
    const wanted = forms.find((one) => one.key === key);
    if (!wanted) throw formNotAsked({ form: key });
    const { planYear, unit } = obligation;
    // exceljs takes a third of the program's memory: it is loaded when somebody first wants a workbook.
    const { writeFormWorkbook } = await import('./form-workbook/index.js');
    const stamp = { planYear, unit, unitName, form: key, version: wanted.version, round: roundOf(obligation) };
    const content = await writeFormWorkbook(wanted.form, answers, stamp, this.words);
    return { content, name: fileName(`${unitName} ${key} ${planYear} ${report?.revision ?? 0}`) };
  }

  /** Which unit, year and form a workbook of ours was made for; of any other file why it is none, and that in a sentence. */
  async stampOf(content: Buffer, locale: Locale): Promise<WorkbookStamp | { code: string; text: string }> {
    const { openFormWorkbook } = await import('./form-workbook/index.js');
    const opened = await openFormWorkbook(content);
    if (!('code' in opened)) return opened.stamp;
    const { code, params } = unusableWorkbook(opened, locale);
    return { code: opened.code, text: this.messages.t(locale, code, params) };
  }

  /**
   * The same workbook with its faults, and what its checks find, as notes in coloured cells, and a first sheet that lists
   * them.
   */
  async marked(obligation: Obligation, read: ReadWorkbook, locale: Locale): Promise<WorkbookFile> {
    const { markFaults } = await import('./report-workbook/index.js');
    const t = (key: string) => this.messages.t(locale, `exchange.faults.${key}`);
    const found = [...read.issues, ...read.findings.map(({ issue }) => issue)];
    const faults = found.slice(0, MOST_FAULTS).map((issue) => this.told(issue, locale));
    const content = await markFaults(read.workbook, faults, {
      sheet: t('sheet'),
      title: t('title'),
      hint: t('hint'),
      none: t('none'),
      sequence: t('sequence'),
      place: t('place'),
      fault: t('fault'),
    });
    return { content, name: fileName(`${read.unitName} ${read.form.key} ${obligation.planYear} ${t('file')}`) };
  }

  private async standing(obligation: Obligation) {
    const report = await this.reports.find(obligation.id);
    return {
      report,
      forms: await this.reports.formsOf(obligation, report),
      answers: await this.reports.answersOf(obligation, report),
      unitName: (await this.units.tree()).name(obligation.unit),
    };
  }

  /** What a filled-in workbook would change, and what is wrong in it; a file that is none of ours or another's is refused. */
  async read(obligation: Obligation, body: unknown, locale: Locale) {
    if (!Buffer.isBuffer(body)) throw notAWorkbook();
    const { report, forms, answers, unitName } = await this.standing(obligation);
    const { readReportWorkbook } = await import('./report-workbook/index.js');
    const { unit, planYear } = obligation;
    const read = await readReportWorkbook(
      body,
      { unit, unitName, planYear, round: roundOf(obligation), forms, answers },
      this.words,
    );
    if ('code' in read) throw unusableWorkbook(read, locale);
    const applied = applyChange(forms, answers, read.change, planYear - 1);
    const issues = read.issues.length > 0 ? read.issues : applied.issues;
    const standing = { forms: report?.forms ?? obligation.forms, answers: applied.answers };
    const findings = await this.findings(obligation, standing, { ...read, issues });
    return { ...read, issues, findings, answers: applied.answers, revision: report?.revision ?? 0, unitName };
  }

  /**
   * What the form's checks and comparisons find in the report as the file would make it, each with its cell. They do not
   * keep the file from being read in, but the report from being submitted.
   */
  private async findings(obligation: Obligation, standing: Pick<Report, 'forms' | 'answers'>, read: ReadReport) {
    const { refused, warned } = await this.reports.findings(obligation, standing);
    const placed = (issue: Issue): Issue => ({ ...issue, cell: read.cellOf(issue.path, standing.answers) });
    const told = new Set(read.issues.map(spelled));
    const isNew = (issue: Issue) => issue.path.form === read.form.key && !told.has(spelled(issue));
    return [
      ...refused.filter(isNew).map((issue) => ({ issue: placed(issue), hard: true })),
      ...warned.filter(isNew).map((issue) => ({ issue: placed(issue), hard: false })),
    ];
  }

  /** A fault in words, with its cell. */
  told(issue: Issue, locale: Locale): ToldFault {
    const { key, params } = messageOf(issue, locale);
    return { cell: issue.cell ?? null, text: this.messages.t(locale, key, params) };
  }

  /** A change in words. */
  shown({ label, column, ...one }: AnswerChanged, { form }: ReadReport, locale: Locale) {
    const params = { label: inLocale(label, locale), column: column ? inLocale(column, locale) : '', line: one.row };
    const key = form.form.kind === 'records' ? 'line' : column ? 'cell' : 'text';
    return { ...one, label: this.messages.t(locale, `exchange.changed.${key}`, params) };
  }
}

/** What tells one of a unit's reports of a plan year from the others with the same form. */
export const roundOf = ({ milestone, occasion }: Pick<Obligation, 'milestone' | 'occasion'>): string =>
  [milestone, occasion].filter(Boolean).join(' ');

export type ReadWorkbook = Awaited<ReturnType<ReportWorkbooksService['read']>>;

const spelled = ({ code, path }: Issue): string =>
  JSON.stringify([code, path.row, path.measure, path.index, path.column, path.section]);

const fileName = (name: string): string => `${fold(name).replace(/[^a-z0-9]+/g, '-')}.xlsx`;
