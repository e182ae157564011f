import { Body, Controller, Get, HttpCode, Inject, Param, Post, Put, Query, Res, UseGuards } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { type FormWords, type Issue, jsonSchemaOf, messageOf, uiSchemaOf } from '../../forms/index.js';
import { CurrentPerson, SessionGuard, type SignedIn } from '../access/index.js';
import { obligationUnknown, type Obligation, ObligationsService } from '../calendar/index.js';
import { Database } from '../database/index.js';
import type { UnitForm } from '../definitions/index.js';
import { type Locale, MESSAGES, type Messages, Takes } from '../shared/index.js';
import { gapText, PastFiguresService, PeopleService, restatedText, type Say } from '../units/index.js';
import { CorrectionsService } from './corrections.service.js';
import { AnswersBody } from './bodies.js';
import { lastGaps, lastValues } from './last-values.js';
import { OverviewService } from './overview.service.js';
import type { Change } from './report.js';
import { ReportsService } from './reports.service.js';

const OwedQuery = z.object({
  scope: z.enum(['own', 'below']).default('own'),
  state: z.enum(['open', 'overdue', 'settled', 'all']).default('all'),
});

@Controller('api')
@UseGuards(SessionGuard)
export class ReportsController {
  constructor(
    private readonly database: Database,
    private readonly overview: OverviewService,
    private readonly obligations: ObligationsService,
    private readonly reports: ReportsService,
    private readonly past: PastFiguresService,
    private readonly people: PeopleService,
    private readonly corrections: CorrectionsService,
    @Inject(MESSAGES) private readonly messages: Messages,
  ) {}

  /** What the signed-in person's units owe (`own`), or the units they watch (`below`). */
  @Get('obligations')
  async owed(
    @CurrentPerson() { person, scope }: SignedIn,
    @Query({ schema: OwedQuery }) query: z.infer<typeof OwedQuery>,
  ) {
    const visible = scope.visible();
    const units = query.scope === 'own' ? scope.own() : visible && [...visible];
    const { today, items } = await this.overview.owed(units, person.locale);
    const settled = ['submitted', 'document-recorded', 'waived'];
    const wanted = items.filter((item) => {
      if (query.state === 'all') return true;
      if (query.state === 'settled') return settled.includes(item.state);
      return query.state === 'overdue' ? item.late : !item.late && !settled.includes(item.state);
    });
    return { today, items: wanted };
  }

  /** A report with the forms it is answered in: definition, JSON Schema 2020-12 and UI schema, and the answers so far. */
  @Get('reports/:obligation')
  async report(@CurrentPerson() { person, scope }: SignedIn, @Param('obligation') id: string) {
    const obligation = await this.mustFind(id);
    scope.mustSee(obligation.unit);
    const report = await this.reports.find(id);
    const forms = await this.reports.formsOf(obligation, report);
    const words: FormWords = (word, params) => this.messages.t(person.locale, `forms.word.${word}`, params);
    const reportYear = obligation.planYear - 1;
    const answers = await this.reports.answersOf(obligation, report);
    const found = await this.reports.findings(obligation, { forms: report?.forms ?? obligation.forms, answers });
    const { today, items } = await this.overview.owed([obligation.unit], person.locale);
    return {
      obligation: id,
      state: report?.state ?? 'draft',
      revision: report?.revision ?? 0,
      submittedAt: report?.submittedAt ?? null,
      owedForms: report?.state === 'submitted' ? report.owedForms : [],
      corrections: report?.submittedAt ? await this.corrections.of(id) : [],
      changed: report ? { at: report.updatedAt, by: await this.nameOf(report.updatedBy) } : null,
      today,
      about: items.find((item) => item.id === id) ?? null,
      mayAnswer: scope.answersFor(obligation.unit),
      reportYear,
      answers,
      last: await this.last(obligation, forms, reportYear, person.locale),
      issues: found.refused.map((issue) => this.said(issue, person.locale)),
      warnings: found.warned.map((issue) => this.said(issue, person.locale)),
      forms: forms.map(({ key, version, form }) => ({
        key,
        version,
        definition: form,
        schema: jsonSchemaOf(form, { words, reportYear, notes: true }),
        uiSchema: uiSchemaOf(form, { words, reportYear, notes: true }),
      })),
    };
  }

  /** Writes answers; wrong ones come back all at once (422), each with its place and a sentence, and nothing is written. */
  @Put('reports/:obligation/answers')
  @Takes({ body: 'file' })
  async answer(
    @CurrentPerson() { person, scope }: SignedIn,
    @Param('obligation') id: string,
    @Body({ schema: AnswersBody }) body: z.infer<typeof AnswersBody>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const standing = await this.reports.withObligation(id);
    if (!standing) throw obligationUnknown();
    scope.mustAnswerFor(standing.obligation.unit);
    const { revision, ...change } = body;
    const doer = { person: person.id, via: 'api' };
    const written = await this.reports.answerAlone(standing, change as Change, doer, revision);
    if (written.ok) return { revision: written.revision };
    void reply.status(422);
    return {
      code: 'reports.wrong-answers',
      message: this.messages.t(person.locale, 'reports.wrong-answers', { count: written.issues.length }),
      issues: written.issues.map((issue) => this.said(issue, person.locale)),
    };
  }

  @Post('reports/:obligation/submit')
  @HttpCode(200)
  async submit(@CurrentPerson() { person, scope }: SignedIn, @Param('obligation') id: string) {
    const obligation = await this.mustFind(id);
    scope.mustAnswerFor(obligation.unit);
    const report = await this.database.transaction((em) =>
      this.reports.submit(em, obligation, { person: person.id, via: 'api', locale: person.locale }),
    );
    return {
      state: report.state,
      revision: report.revision,
      submittedAt: report.submittedAt,
      owedForms: report.owedForms,
    };
  }

  private async nameOf(person: string | undefined): Promise<string | null> {
    return person === undefined ? null : ((await this.people.find(person))?.name ?? null);
  }

  /** Figures of the year before, beside the cells they are compared with. */
  private async last(obligation: Obligation, forms: readonly UnitForm[], reportYear: number, locale: Locale) {
    const all = forms.map((one) => one.whole);
    const past = await this.past.of([obligation.unit], reportYear - 1, reportYear, all);
    const said: Record<string, Record<string, { value?: string; label: string; note?: string }>> = {};
    const say: Say = (key, params) => this.messages.t(locale, key, params);
    for (const { form } of forms) {
      if (form.kind !== 'indicators') continue;
      for (const [row, measures] of Object.entries(lastValues(form, past, reportYear))) {
        for (const [measure, { labelKey, year, value, restated }] of Object.entries(measures)) {
          const label = say(`bot.${labelKey}`, { year });
          (said[row] ??= {})[measure] = {
            value,
            label,
            ...(restated ? { note: restatedText(say, locale, restated) } : {}),
          };
        }
      }
      for (const [row, measures] of Object.entries(lastGaps(form, past, reportYear))) {
        for (const [measure, gap] of Object.entries(measures)) {
          (said[row] ??= {})[measure] = { label: '', note: gapText(say, gap) };
        }
      }
    }
    return said;
  }

  private said(issue: Issue, locale: Locale) {
    const { key, params } = messageOf(issue, locale);
    return { code: issue.code, path: issue.path, message: this.messages.t(locale, key, params) };
  }

  private async mustFind(id: string): Promise<Obligation> {
    const obligation = await this.obligations.find(id);
    if (!obligation) throw obligationUnknown();
    return obligation;
  }
}
