import { Body, Controller, Get, HttpCode, Param, Post, Put, Query, UseGuards } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { z } from 'zod';
import { CurrentPerson, SessionGuard, type SignedIn } from '../../access/index.js';
import { confirmedField, dayField, idField, planYearField, reasonField } from '../fields.js';
import { HALVES } from './conference.js';
import { ConferenceLines, HeldWindows } from './conference-view.js';
import { ConferenceViewService } from './conference-view.service.js';
import { ConferencesService } from './conferences.service.js';
import { MinutesService } from './minutes.service.js';

const code = z.string().min(1).max(100);
const panel = z.strictObject({ chair: z.uuid(), room: z.string().trim().min(1).max(100) });

const ArrangeBody = z.strictObject({
  planYear: planYearField,
  milestone: code,
  heldBy: code,
  panels: z.array(panel).min(1).max(20),
  confirmed: confirmedField,
});
const MoveBody = panel.extend({
  day: dayField,
  half: z.enum(HALVES),
  note: z.string().trim().max(1000).optional(),
});
const MinutesBody = z.strictObject({
  lines: z
    .array(
      z.strictObject({
        row: code,
        measure: code,
        discussed: z.string().trim().max(2000).optional(),
        concluded: z.string().max(40).nullable().optional(),
      }),
    )
    .min(1)
    .max(500),
});
const OfYear = z.strictObject({ planYear: z.coerce.number().pipe(planYearField) });

/** Conferences of the second round: their calendar, and the minutes against each figure. */
@Controller('api/conferences')
@UseGuards(SessionGuard)
export class ConferencesController {
  constructor(
    private readonly conferences: ConferencesService,
    private readonly minutes: MinutesService,
    private readonly view: ConferenceViewService,
  ) {}

  /** Conferences of the own units, of those watched and of those held. */
  @Get()
  @ApiOkResponse({ standardSchema: ConferenceLines })
  async list(@CurrentPerson() { person }: SignedIn, @Query({ schema: OfYear }) { planYear }: z.infer<typeof OfYear>) {
    return { conferences: await this.view.lines(person, planYear) };
  }

  /** The windows that the signed-in person may plan. */
  @Get('windows')
  @ApiOkResponse({ standardSchema: HeldWindows })
  windows(@CurrentPerson() { person }: SignedIn) {
    return this.view.windows(person);
  }

  /** Plans a window; without `confirmed` the plan is only shown. */
  @Post('arrange')
  @HttpCode(200)
  arrange(@CurrentPerson() { person }: SignedIn, @Body({ schema: ArrangeBody }) body: z.infer<typeof ArrangeBody>) {
    return this.conferences.arrange(person, { ...body, confirmed: body.confirmed === true });
  }

  @Put(':id')
  move(
    @CurrentPerson() { person }: SignedIn,
    @Param('id', { schema: idField }) id: string,
    @Body({ schema: MoveBody }) body: z.infer<typeof MoveBody>,
  ) {
    return this.conferences.move(person, id, body);
  }

  @Post(':id/cancel')
  @HttpCode(204)
  cancel(
    @CurrentPerson() { person }: SignedIn,
    @Param('id', { schema: idField }) id: string,
    @Body({ schema: z.strictObject({ reason: reasonField }) }) { reason }: { reason: string },
  ): Promise<void> {
    return this.conferences.cancel(person, id, reason);
  }

  /** It was held: the conclusion notice is owed from the day it ended. */
  @Post(':id/hold')
  @HttpCode(200)
  hold(
    @CurrentPerson() { person }: SignedIn,
    @Param('id', { schema: idField }) id: string,
    @Body({ schema: z.strictObject({ endedOn: dayField }) }) { endedOn }: { endedOn: string },
  ) {
    return this.conferences.hold(person, id, endedOn);
  }

  @Get(':id/minutes')
  read(@CurrentPerson() { person }: SignedIn, @Param('id', { schema: idField }) id: string) {
    return this.minutes.read(person, id);
  }

  @Put(':id/minutes')
  @HttpCode(204)
  write(
    @CurrentPerson() { person }: SignedIn,
    @Param('id', { schema: idField }) id: string,
    @Body({ schema: MinutesBody }) { lines }: z.infer<typeof MinutesBody>,
  ): Promise<void> {
    return this.minutes.write(person, id, lines);
  }
}
