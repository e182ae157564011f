import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { type FormWords, type Issue, messageOf } from '../../forms/index.js';
import { Scope } from '../access/index.js';
import { type Obligation, ObligationsService } from '../calendar/index.js';
import { type Attachment, Attachments } from '../outbox/index.js';
import { applyChange, ReportsService } from '../reports/index.js';
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
    const stamp = { planYear, unit, unitName, form: key, version: wanted.version };
    const content = await writeFormWorkbook(wanted.form, answers, stamp, this.words);
    return { content, name: fileName(`${unitName} ${key} ${planYear} ${report?.revision ?? 0}`) };
  }

  /** Which unit, year and form a workbook of ours was made for; undefined for any other file. */
  async stampOf(content: Buffer): Promise<WorkbookStamp | undefined> {
    const { openFormWorkbook } = await import('./form-workbook/index.js');
    const opened = await openFormWorkbook(content);
    return 'code' in opened ? undefined : opened.stamp;
  }

  /** The same workbook with its faults as notes in coloured cells, and a first sheet that lists them. */
  async marked(obligation: Obligation, read: ReadWorkbook, locale: Locale): Promise<WorkbookFile> {
    const { markFaults } = await import('./report-workbook/index.js');
    const t = (key: string) => this.messages.t(locale, `exchange.faults.${key}`);
    const faults = read.issues.slice(0, MOST_FAULTS).map((issue) => this.told(issue, locale));
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
    const read = await readReportWorkbook(body, { unit, unitName, planYear, forms, answers }, this.words);
    if ('code' in read) throw unusableWorkbook(read, locale);
    const applied = applyChange(forms, answers, read.change, planYear - 1);
    const issues = read.issues.length > 0 ? read.issues : applied.issues;
    return { ...read, issues, answers: applied.answers, revision: report?.revision ?? 0, unitName };
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

export type ReadWorkbook = Awaited<ReturnType<ReportWorkbooksService['read']>>;

const fileName = (name: string): string => `${fold(name).replace(/[^a-z0-9]+/g, '-')}.xlsx`;
