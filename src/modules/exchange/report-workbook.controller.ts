import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query, Res, UseGuards } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { CurrentPerson, SessionGuard, type SignedIn } from '../access/index.js';
import { type Obligation, ObligationsService, obligationUnknown } from '../calendar/index.js';
import { ReportsService } from '../reports/index.js';
import { type Locale, MESSAGES, type Messages, Takes } from '../shared/index.js';
import { PreviewAnswer, WrittenAnswer } from './report-workbook/answers.js';
import type { ToldFault } from './report-workbook/mark-faults.js';
import { MOST_FAULTS, ReportWorkbooksService } from './report-workbooks.service.js';

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

/** A report's forms as workbooks: downloaded with the answers so far, sent back filled in. */
@Controller('api/reports/:obligation/workbook')
@UseGuards(SessionGuard)
export class ReportWorkbookController {
  constructor(
    private readonly obligations: ObligationsService,
    private readonly reports: ReportsService,
    private readonly workbooks: ReportWorkbooksService,
    @Inject(MESSAGES) private readonly messages: Messages,
  ) {}

  @Get()
  async download(
    @CurrentPerson() { scope }: SignedIn,
    @Param('obligation') id: string,
    @Query({ schema: Which }) { form: key }: z.infer<typeof Which>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const obligation = await this.mustFind(id);
    scope.mustSee(obligation.unit);
    const { content, name } = await this.workbooks.write(obligation, key);
    this.send(reply, content, name);
  }

  /** What a filled-in workbook would change, answer by answer, and what is wrong in it; written only with `write=true`. */
  @Post()
  @Takes({ body: 'file' })
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
    const read = await this.workbooks.read(obligation, body, locale);
    const found = read.issues.map((issue) => this.workbooks.told(issue, locale));
    if (write === 'false') {
      return {
        form: read.form.key,
        changed: read.changed.map((one) => this.workbooks.shown(one, read, locale)),
        issues: found.slice(0, MOST_FAULTS),
        findings: read.findings
          .slice(0, MOST_FAULTS)
          .map(({ issue, hard }) => ({ ...this.workbooks.told(issue, locale), hard })),
        answers: read.answers,
        revision: read.revision,
      };
    }
    if (found.length > 0) return this.refuse(reply, found, locale);
    if (read.changed.length === 0) return { revision: read.revision };
    const doer = { person: person.id, via: 'workbook', locale };
    const standing = { obligation, report: await this.reports.find(obligation.id) };
    const written = await this.reports.answerAlone(standing, read.change, doer, revision);
    if (written.ok) return { revision: written.revision };
    return this.refuse(
      reply,
      written.issues.map((issue) => this.workbooks.told(issue, locale)),
      locale,
    );
  }

  /** The same workbook with its faults and what its checks find as notes in coloured cells, and a first sheet that lists them. */
  @Post('marked')
  @Takes({ body: 'file' })
  @HttpCode(200)
  async marked(
    @CurrentPerson() { person, scope }: SignedIn,
    @Param('obligation') id: string,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const obligation = await this.mustFind(id);
    scope.mustAnswerFor(obligation.unit);
    const read = await this.workbooks.read(obligation, body, person.locale);
    const { content, name } = await this.workbooks.marked(obligation, read, person.locale);
    this.send(reply, content, name);
  }

  private async mustFind(id: string): Promise<Obligation> {
    const obligation = await this.obligations.find(id);
    if (!obligation) throw obligationUnknown();
    return obligation;
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
      .header('content-disposition', `attachment; filename="${name}"`)
      .header('cache-control', 'no-store')
      .send(buffer);
  }
}
