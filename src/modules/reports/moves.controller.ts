import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query, UseGuards } from '@nestjs/common';
import { z } from 'zod';
import { AdminGuard, CurrentPerson, SessionGuard, type SignedIn } from '../access/index.js';
import { DefinitionsService, Sayer, SurroundingsService } from '../definitions/index.js';
import { type FormDefinition, type Issue, messageOf } from '../../forms/index.js';
import { inLocale, type Locale, MESSAGES, type Messages } from '../shared/index.js';
import type { Audience } from '../units/index.js';
import type { AnswerChange } from './answer-changes.js';
import { type MovingReport, MovesService } from './moves.service.js';

const Target = z.object({ to: z.coerce.number().int().min(1) });

const key = z.string().min(1).max(100);
const CarryBody = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('rename'), list: key, from: key, to: key.nullable() }),
  z.strictObject({
    do: z.literal('scale'),
    list: key,
    key,
    factor: z.string().regex(/^-?[0-9]{1,18}(\.[0-9]{1,18})?$/),
  }),
  z.strictObject({ do: z.literal('choices'), list: key, key, map: z.record(key, key.nullable()) }),
]);

export const MoveBody = z.strictObject({
  to: z.number().int().min(1),
  carries: z.array(CarryBody).max(5000).optional(),
  obligations: z.array(z.uuid()).max(20_000).optional(),
  notBegun: z.boolean().optional(),
});

/** Open reports and the versions of their forms, for admins. */
@Controller('api/forms/:key/moves')
@UseGuards(SessionGuard, AdminGuard)
export class MovesController {
  constructor(
    private readonly moves: MovesService,
    private readonly definitions: DefinitionsService,
    private readonly surroundings: SurroundingsService,
    private readonly sayer: Sayer,
    @Inject(MESSAGES) private readonly messages: Messages,
  ) {}

  /** What moving would change, report by report and in words; nothing is moved. */
  @Get()
  async preview(
    @CurrentPerson() { person }: SignedIn,
    @Param('key') form: string,
    @Query({ schema: Target }) { to }: z.infer<typeof Target>,
  ) {
    await this.definitions.get(form, to);
    const { reports, notBegun } = await this.moves.preview(form, to, person.locale);
    const differences = this.differencesIn(person.locale, await this.surroundings.audiences());
    return {
      notBegun,
      reports: reports.map((report) => this.shown(report, differences(report), person.locale)),
    };
  }

  @Post()
  @HttpCode(200)
  move(
    @CurrentPerson() { person }: SignedIn,
    @Param('key') form: string,
    @Body({ schema: MoveBody }) body: z.infer<typeof MoveBody>,
  ) {
    return this.moves.move(form, body as Parameters<MovesService['move']>[1], person.id, person.locale);
  }

  @Get('history')
  async history(@Param('key') form: string) {
    return { moves: await this.moves.history(form) };
  }

  /** Reports answered since the move keep their answers and are named. */
  @Post(':move/undo')
  @HttpCode(200)
  async undo(@CurrentPerson() { person }: SignedIn, @Param('key') form: string, @Param('move') move: string) {
    const { restored, kept } = await this.moves.undo(form, move, person.id);
    const text = this.messages.t(person.locale, 'reports.move-kept');
    return { restored, kept: kept.map((unitName) => ({ unitName, text })) };
  }

  /** What a report's unit is asked otherwise; units that see the same of a form, hundreds of them, are told the same. */
  private differencesIn(locale: Locale, audiences: readonly Audience[]): (report: MovingReport) => string[] {
    const said = new Map<FormDefinition, Map<FormDefinition, string[]>>();
    return ({ before, after }) => {
      const ofBefore = said.get(before) ?? new Map<FormDefinition, string[]>();
      said.set(before, ofBefore);
      const known = ofBefore.get(after);
      if (known) return known;
      const texts = this.sayer.differences(before, after, locale, audiences).differences.map(({ text }) => text);
      ofBefore.set(after, texts);
      return texts;
    };
  }

  /** One report: what its unit is asked otherwise, what becomes of its answers, and what the newer version finds wrong. */
  private shown(
    { before: _, after: __, kept, changes, unasked, issues, ...report }: MovingReport,
    differences: string[],
    locale: Locale,
  ) {
    const [converted, lost] = [
      changes.filter((one) => one.after !== undefined),
      changes.filter((one) => one.after === undefined),
    ];
    const counted = (message: string, count: number) =>
      count === 0 ? [] : [this.messages.t(locale, `reports.${message}`, { count })];
    const answers = [
      ...counted('move-kept-answers', kept),
      ...counted('move-converted', converted.length),
      ...counted('move-unasked', unasked),
      ...counted('move-lost', lost.length),
    ];
    const isSame = differences.length === 0 && changes.length === 0;
    return {
      ...report,
      summary: [...(isSame ? [this.messages.t(locale, 'reports.move-unchanged')] : []), ...answers].join(' '),
      differences,
      changes: converted.map((one) => this.changeText(one, locale)),
      lost: lost.map((one) => this.changeText(one, locale)),
      issues: issues.map((issue) => this.issueText(issue, locale)),
    };
  }

  private changeText({ label, column, before, after }: AnswerChange, locale: Locale): string {
    const place = [inLocale(label, locale), column && inLocale(column, locale)].filter(Boolean).join(', ');
    const none = this.messages.t(locale, 'reports.no-answer');
    return this.messages.t(locale, 'reports.answer-change', { place, before: before ?? none, after: after ?? none });
  }

  private issueText(issue: Issue, locale: Locale): string {
    const { key: message, params } = messageOf(issue, locale);
    return this.messages.t(locale, message, params);
  }
}
