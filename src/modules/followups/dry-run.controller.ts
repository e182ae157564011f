import { Body, Controller, Get, HttpCode, Inject, Post, Query, Res, UseGuards } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { CurrentPerson, notAllowed, Scope, SessionGuard, type SignedIn } from '../access/index.js';
import {
  ChangeBody,
  DueMovesService,
  eventFields,
  EventsService,
  LocalRulesService,
  mustActFor,
  ruleFields,
} from '../calendar/index.js';
import { MESSAGES, type Messages, plainDate, problem } from '../shared/index.js';
import { UnitsService, type UnitTree } from '../units/index.js';
import { DryRunAnswerBody } from './answers.js';
import { csvOf } from './csv.js';
import { DryRunService, rangeHolds } from './dry-run.service.js';
import { checkedLadder } from './ladder-faults.js';
import type { PlanEdit } from './plan-edit.js';
import { ladderFile } from './read-ladder.js';

export const rangeTooLong = problem('followups.dry-run-range', 422);

const instantField = z.iso.datetime({ offset: true });
const day = z.string().refine(plainDate.valid, { error: 'must be a day as YYYY-MM-DD' });
const code = z.string().min(1).max(100);
const shift = z.union([z.strictObject({ dueOn: day }), z.strictObject({ days: z.int().min(-366).max(366) })]);

const EditBody = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('due'),
    planYear: z.int().min(2000).max(2200),
    milestone: code,
    ofKind: code.optional(),
    under: code.optional(),
    units: z.array(code).min(1).max(5000).optional(),
    shift,
  }),
  z.strictObject({ kind: z.literal('waive'), obligations: z.array(z.uuid()).min(1).max(5000) }),
  z.strictObject({ kind: z.literal('ladder'), ladder: ladderFile }),
  z.strictObject({
    kind: z.literal('holidays'),
    days: z
      .array(
        z.strictObject({
          date: day,
          kind: z.enum(['off', 'swap-off', 'work']),
          status: z.enum(['decreed', 'assumed']).default('assumed'),
        }),
      )
      .min(1)
      .max(500),
    /** Years of which `days` are all. */
    years: z.array(z.int().min(2000).max(2200)).max(20).optional(),
    dues: z
      .array(z.strictObject({ obligation: z.uuid(), dueOn: day }))
      .max(10_000)
      .optional(),
  }),
  z.strictObject({ kind: z.literal('outage'), from: instantField, to: instantField }),
  z.strictObject({ kind: z.literal('move-undo'), move: z.uuid() }),
  z.strictObject({ kind: z.literal('unit-change'), change: ChangeBody }),
  z.strictObject({ kind: z.literal('rule'), rule: z.strictObject(ruleFields) }),
  z.strictObject({ kind: z.literal('rule-end'), id: z.uuid() }),
  z.strictObject({ kind: z.literal('event'), event: z.strictObject(eventFields) }),
  z.strictObject({ kind: z.literal('event-end'), id: z.uuid() }),
]);

const DryRunBody = z.strictObject({
  from: day,
  to: day,
  units: z.array(code).min(1).max(5000).optional(),
  /** A unit and everything below it, beside `units`. */
  under: code.optional(),
  milestone: code.optional(),
  person: z.uuid().optional(),
  edit: EditBody.optional(),
});
const ListWish = z.object({
  from: day,
  to: day,
  unit: code.optional(),
  milestone: code.optional(),
  person: z.uuid().optional(),
});

/** What will go out, before it does. */
@Controller('api/followups')
@UseGuards(SessionGuard)
export class DryRunController {
  constructor(
    private readonly dryRuns: DryRunService,
    private readonly units: UnitsService,
    private readonly rules: LocalRulesService,
    private readonly events: EventsService,
    private readonly moves: DueMovesService,
    @Inject(MESSAGES) private readonly messages: Messages,
  ) {}

  /** Plans a range of days without writing anything; with an edit, what that edit changes. */
  @Post('dry-run')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: DryRunAnswerBody })
  async dryRun(
    @CurrentPerson() { person, scope }: SignedIn,
    @Body({ schema: DryRunBody }) body: z.infer<typeof DryRunBody>,
  ): Promise<z.infer<typeof DryRunAnswerBody>> {
    if (!scope.has('supervisor') && !scope.has('head') && !scope.has('admin')) throw notAllowed();
    if (!rangeHolds(body)) throw rangeTooLong();
    const { edit, under, ...asked } = body;
    const units = under === undefined ? asked.units : [...(asked.units ?? []), ...(await this.below(under))];
    return this.dryRuns.run(person, { ...asked, units, edit: edit && (await this.planEditOf(person, edit)) });
  }

  /** The whole plan of a range of days as CSV, a row for each notice of each message; spreadsheets open it as it is. */
  @Get('dry-run/list')
  async list(
    @CurrentPerson() { person, scope }: SignedIn,
    @Query({ schema: ListWish }) { unit, ...wish }: z.infer<typeof ListWish>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    if (!scope.has('supervisor') && !scope.has('head') && !scope.has('admin')) throw notAllowed();
    if (!rangeHolds(wish)) throw rangeTooLong();
    const question = { ...wish, ...(unit === undefined ? {} : { units: await this.below(unit) }) };
    const rows = await this.dryRuns.rows(person, question);
    const t = (key: string) => this.messages.t(person.locale, `dry-run.column.${key}`);
    const head = ['day', 'time', 'person', 'channel', 'together', 'unit', 'act', 'rung'].map(t);
    const lines = rows.map((one) => [
      ...[one.at.slice(0, 10), one.at.slice(11, 16), one.name, one.channel ?? '', String(one.together)],
      ...[one.unitName, one.title, one.rungTitle],
    ]);
    void reply
      .header('content-type', 'text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="chay-thu-${wish.from}-${wish.to}.csv"`)
      .header('cache-control', 'no-store')
      .send(csvOf([head, ...lines]));
  }

  /** A unit and everything below it. */
  private async below(unit: string): Promise<string[]> {
    return [...(await this.units.tree()).subtree(unit)];
  }

  /** The edit as the planner takes it; of what may be set by superiors only by whoever may set it. */
  private async planEditOf(person: SignedIn['person'], edit: z.infer<typeof EditBody>): Promise<PlanEdit> {
    const tree = await this.units.tree();
    switch (edit.kind) {
      case 'ladder':
        return { kind: 'ladder', ladder: checkedLadder(edit.ladder, tree) };
      case 'due': {
        const { kind: _, ofKind, ...move } = edit;
        return { kind: 'dues', dues: await this.moves.lookAtMove({ ...move, kind: ofKind }) };
      }
      case 'outage':
        mustAdminister(person, tree);
        return {
          kind: 'dues',
          ...(await this.moves.lookAtOutage({ from: new Date(edit.from), to: new Date(edit.to) })),
        };
      case 'move-undo':
        mustAdminister(person, tree);
        return { kind: 'dues', ...(await this.moves.lookAtUndo(edit.move)) };
      case 'unit-change':
        mustAdminister(person, tree);
        return this.dryRuns.afterChange(edit.change);
      case 'rule':
        mustActFor(person, tree, edit.rule.setBy);
        return { kind: 'caused', difference: await this.rules.lookAt({ rule: edit.rule }) };
      case 'rule-end': {
        const rule = await this.rules.find(edit.id);
        if (rule) mustActFor(person, tree, rule.setBy);
        return { kind: 'caused', difference: await this.rules.lookAt({ withdraw: edit.id }) };
      }
      case 'event':
        mustActFor(person, tree, edit.event.heldBy);
        return { kind: 'caused', difference: await this.events.lookAt({ event: edit.event }) };
      case 'event-end': {
        const event = await this.events.find(edit.id);
        if (event) mustActFor(person, tree, event.heldBy);
        return { kind: 'caused', difference: await this.events.lookAt({ withdraw: edit.id }) };
      }
      default:
        return edit;
    }
  }
}

/** Moves taken back, outages and changes of units are an admin's acts. */
function mustAdminister(person: SignedIn['person'], tree: UnitTree): void {
  if (!new Scope(person, tree).has('admin')) throw notAllowed();
}
