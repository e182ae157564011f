import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query, Res, UseGuards } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import type { FormWords, Issue } from '../../forms/index.js';
import { messageOf } from '../../forms/index.js';
import { CurrentPerson, SessionGuard, type SignedIn } from '../access/index.js';
import { type Obligation, ObligationsService, obligationUnknown } from '../calendar/index.js';
import { applyChange, ReportsService } from '../reports/index.js';
import { fold, inLocale, type Locale, MESSAGES, type Messages } from '../shared/index.js';
import { UnitsService } from '../units/index.js';
import { formNotAsked, notAWorkbook, unusableWorkbook } from './problems.js';
import { PreviewAnswer, WrittenAnswer } from './report-workbook/answers.js';
import type { AnswerChanged } from './report-workbook/changes.js';
import type { ToldFault } from './report-workbook/mark-faults.js';
import type { ReadReport } from './report-workbook/read-report-workbook.js';

const Which = z.object({ form: z.string().min(1).max(100) });

const Upload = z
  .object({
    write: z.enum(['true', 'false']).default('false'),
    /** The revision that the preview was made from. */
    revision: z.coerce.number().int().min(0).optional(),
  })
  .refine(({ write, revision }) => write === 'false' || revision !== undefined, {
    error: 'write=true needs the revision of the preview',
  });

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** More faults than anybody mends at once; the rest is told when these are mended. */
const MOST_FAULTS = 200;

/** A report's forms as workbooks: downloaded with the answers so far, sent back filled in. */
@Controller('api/reports/:obligation/workbook')
@UseGuards(SessionGuard)
export class ReportWorkbookController {
  /** A workbook is an official document: it is written and read in Vietnamese, whatever language its reader prefers. */
  private readonly words: FormWords;

  constructor(
    private readonly obligations: ObligationsService,
    private readonly reports: ReportsService,
    private readonly units: UnitsService,
    @Inject(MESSAGES) private readonly messages: Messages,
  ) {
    this.words = (word, params) => messages.t('vi', `forms.word.${word}`, params);
  }

  @Get()
  async download(
    @CurrentPerson() { scope }: SignedIn,
    @Param('obligation') id: string,
    @Query({ schema: Which }) { form: key }: z.infer<typeof Which>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const obligation = await this.mustFind(id);
    scope.mustSee(obligation.unit);
    const { report, forms, answers, unitName } = await this.standing(obligation);
    const wanted = forms.find((one) => one.key === key);
    if (!wanted) throw formNotAsked({ form: key });
    const { planYear, unit } = obligation;
    // exceljs takes a third of the program's memory: it is loaded when somebody first wants a workbook.
    const { writeFormWorkbook } = await import('./form-workbook/index.js');
    const stamp = { planYear, unit, unitName, form: key, version: wanted.version };
    const buffer = await writeFormWorkbook(wanted.form, answers, stamp, this.words);
    this.send(reply, buffer, `${unitName} ${key} ${planYear} ${report?.revision ?? 0}`);
  }

  /** What a filled-in workbook would change, answer by answer, and what is wrong in it; written only with `write=true`. */
  @Post()
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: z.union([PreviewAnswer, WrittenAnswer]) })
  async upload(
    @CurrentPerson() { person, scope }: SignedIn,
    @Param('obligation') id: string,
    @Query({ schema: Upload }) { write, revision }: z.infer<typeof Upload>,
    @Body() body: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const obligation = await this.mustFind(id);
    scope.mustAnswerFor(obligation.unit);
    const { locale } = person;
    const read = await this.read(obligation, body, locale);
    const found = read.issues.map((issue) => this.told(issue, locale));
    if (write === 'false') {
      return {
        form: read.form.key,
        changed: read.changed.map((one) => this.shown(one, read, locale)),
        issues: found.slice(0, MOST_FAULTS),
        answers: read.answers,
        revision: read.revision,
      };
    }
    if (found.length > 0) return this.refuse(reply, found, locale);
    if (read.changed.length === 0) return { revision: read.revision };
    const doer = { person: person.id, via: 'workbook', locale };
    const written = await this.reports.answerAlone(obligation, read.change, doer, revision);
    if (written.ok) return { revision: written.revision };
    return this.refuse(
      reply,
      written.issues.map((issue) => this.told(issue, locale)),
      locale,
    );
  }

  /** The same workbook with its faults as notes in coloured cells, and a first sheet that lists them. */
  @Post('marked')
  @HttpCode(200)
  async marked(
    @CurrentPerson() { person, scope }: SignedIn,
    @Param('obligation') id: string,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const obligation = await this.mustFind(id);
    scope.mustAnswerFor(obligation.unit);
    const read = await this.read(obligation, body, person.locale);
    const { markFaults } = await import('./report-workbook/index.js');
    const t = (key: string) => this.messages.t(person.locale, `exchange.faults.${key}`);
    const faults = read.issues.slice(0, MOST_FAULTS).map((issue) => this.told(issue, person.locale));
    const buffer = await markFaults(read.workbook, faults, {
      sheet: t('sheet'),
      title: t('title'),
      hint: t('hint'),
      none: t('none'),
      sequence: t('sequence'),
      place: t('place'),
      fault: t('fault'),
    });
    this.send(reply, buffer, `${read.unitName} ${read.form.key} ${obligation.planYear} ${t('file')}`);
  }

  private async mustFind(id: string): Promise<Obligation> {
    const obligation = await this.obligations.find(id);
    if (!obligation) throw obligationUnknown();
    return obligation;
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

  private async read(obligation: Obligation, body: unknown, locale: Locale) {
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

  private told(issue: Issue, locale: Locale): ToldFault {
    const { key, params } = messageOf(issue, locale);
    return { cell: issue.cell ?? null, text: this.messages.t(locale, key, params) };
  }

  private shown({ label, column, ...one }: AnswerChanged, { form }: ReadReport, locale: Locale) {
    const params = { label: inLocale(label, locale), column: column ? inLocale(column, locale) : '', line: one.row };
    const key = form.form.kind === 'records' ? 'line' : column ? 'cell' : 'text';
    return { ...one, label: this.messages.t(locale, `exchange.changed.${key}`, params) };
  }

  private refuse(reply: FastifyReply, issues: ToldFault[], locale: Locale) {
    void reply.status(422);
    return {
      code: 'reports.wrong-answers',
      message: this.messages.t(locale, 'reports.wrong-answers', { count: issues.length }),
      issues: issues.slice(0, MOST_FAULTS),
    };
  }

  private send(reply: FastifyReply, buffer: Buffer, name: string): void {
    void reply
      .header('content-type', XLSX)
      .header('content-disposition', `attachment; filename="${fold(name).replace(/[^a-z0-9]+/g, '-')}.xlsx"`)
      .header('cache-control', 'no-store')
      .send(buffer);
  }
}
