import { Body, Controller, Get, HttpCode, Param, Post, UseGuards } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { z } from 'zod';
import { AdminGuard, CurrentPerson, SessionGuard, type SignedIn } from '../../access/index.js';
import { CalendarService } from '../calendar.service.js';
import { confirmedField, dayField, idField, planYearField, reasonField } from '../fields.js';
import { outageBackwards } from '../problems.js';
import { DueMovesService } from './due-moves.service.js';
import { OpeningService } from './opening.service.js';
import { RoundsService } from './rounds.service.js';

const code = z.string().min(1).max(100);
const round = z.enum(['0', '1', '2', '3', 'reports']);
const shift = z.union([z.strictObject({ dueOn: dayField }), z.strictObject({ days: z.int().min(-366).max(366) })]);

/** With `waiveOver`, a reason, what the opening adds and is over already is waived. */
const CycleBody = z.strictObject({ planYear: planYearField, waiveOver: reasonField.optional() });
const OpeningAnswer = z.strictObject({
  added: z.int(),
  /** Of these so many are over already: their units hear of a lateness the same day. */
  lateAtOnce: z.int(),
  /** Of these so many are over already and let go. */
  waived: z.int(),
  milestones: z.array(z.strictObject({ milestone: z.string(), added: z.int() })),
});
const MoveBody = z.strictObject({
  planYear: planYearField,
  milestone: code,
  kind: code.optional(),
  under: code.optional(),
  units: z.array(code).min(1).max(5000).optional(),
  shift,
  reason: reasonField,
  confirmed: confirmedField,
});
const OutageBody = z.strictObject({
  from: z.iso.datetime({ offset: true }),
  to: z.iso.datetime({ offset: true }),
  reason: reasonField,
  confirmed: confirmedField,
});
const CloseBody = z.strictObject({ planYear: planYearField, round, reason: reasonField, confirmed: confirmedField });
const ReopenBody = z.strictObject({ planYear: planYearField, round });
const Confirmation = z.strictObject({ confirmed: confirmedField });

/** An admin's acts on the calendar. What changes much tells its effect first and is done once it is confirmed. */
@Controller('api/calendar')
@UseGuards(SessionGuard, AdminGuard)
export class ActsController {
  constructor(
    private readonly calendar: CalendarService,
    private readonly opening: OpeningService,
    private readonly moves: DueMovesService,
    private readonly rounds: RoundsService,
  ) {}

  /** The calendar as it stands: cycles, milestones with what is assumed of them, moves, outages, closed rounds. */
  @Get()
  async see() {
    const [cycles, milestones, moves, outages, closed, daysOff] = await Promise.all([
      this.calendar.cycles(),
      this.calendar.milestones(),
      this.moves.standing(),
      this.moves.outages(),
      this.rounds.closed(),
      this.calendar.daysOffPolicy(),
    ]);
    return { cycles, milestones, moves, outages, closed, daysOff };
  }

  /** How many obligations opening a plan year would write, by milestone; nothing is written. */
  @Post('cycles/preview')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: OpeningAnswer })
  lookAtOpening(@Body({ schema: CycleBody }) { planYear, waiveOver }: z.infer<typeof CycleBody>) {
    return this.opening.look(planYear, waiveOver !== undefined);
  }

  /** Opens a plan year; again it adds what is missing. */
  @Post('cycles')
  @HttpCode(200)
  open(
    @CurrentPerson() { person }: SignedIn,
    @Body({ schema: CycleBody }) { planYear, waiveOver }: z.infer<typeof CycleBody>,
  ) {
    return this.opening.open(planYear, { actor: person.id, waiveOver });
  }

  @Post('moves')
  @HttpCode(200)
  move(
    @CurrentPerson() { person }: SignedIn,
    @Body({ schema: MoveBody }) { confirmed, ...move }: z.infer<typeof MoveBody>,
  ) {
    return this.moves.move(move, { actor: person.id, confirmed });
  }

  @Post('moves/:id/undo')
  @HttpCode(200)
  undo(
    @CurrentPerson() { person }: SignedIn,
    @Param('id', { schema: idField }) id: string,
    @Body({ schema: Confirmation }) { confirmed }: z.infer<typeof Confirmation>,
  ) {
    return this.moves.undo(id, { actor: person.id, confirmed });
  }

  @Post('outages')
  @HttpCode(200)
  outage(
    @CurrentPerson() { person }: SignedIn,
    @Body({ schema: OutageBody }) { from, to, reason, confirmed }: z.infer<typeof OutageBody>,
  ) {
    const span = { from: new Date(from), to: new Date(to), reason };
    if (span.to <= span.from) throw outageBackwards();
    return this.moves.recordOutage(span, { actor: person.id, confirmed });
  }

  @Post('rounds/close')
  @HttpCode(200)
  close(
    @CurrentPerson() { person }: SignedIn,
    @Body({ schema: CloseBody }) { confirmed, ...which }: z.infer<typeof CloseBody>,
  ) {
    return this.rounds.close(which, { actor: person.id, confirmed });
  }

  @Post('rounds/reopen')
  @HttpCode(204)
  async reopen(@CurrentPerson() { person }: SignedIn, @Body({ schema: ReopenBody }) which: z.infer<typeof ReopenBody>) {
    await this.rounds.reopen(which, person.id);
  }
}
