import { Body, Controller, Get, HttpCode, Param, Post, Query, UseGuards } from '@nestjs/common';
import { z } from 'zod';
import { CurrentPerson, SessionGuard, type SignedIn } from '../../access/index.js';
import { plainDate, Takes } from '../../shared/index.js';
import { RebaselinesService } from './rebaselines.service.js';
import { TargetsService } from './targets.service.js';

const code = z.string().min(1).max(100);
const planYear = z.int().min(1900).max(2199);
const day = z.string().refine(plainDate.valid, { error: 'must be a day as YYYY-MM-DD' });
const decision = z.string().trim().min(3).max(300);
const figure = z.string().min(1).max(40);

const AssignBody = z.strictObject({
  planYear,
  setBy: code,
  decision,
  decidedOn: day,
  targets: z
    .array(z.strictObject({ unit: code, code, value: figure }))
    .min(1)
    .max(20_000),
});
const ResolveBody = z.strictObject({
  planYear,
  unit: code,
  decision,
  decidedOn: day,
  targets: z
    .array(z.strictObject({ code, value: figure }))
    .min(1)
    .max(500),
});
const AnswerBody = z.union([
  z.strictObject({ adopt: figure, decision: decision.optional(), decidedOn: day.optional() }),
  z.strictObject({ keep: z.string().trim().max(1000) }),
]);
const OfYear = z.strictObject({ planYear: z.coerce.number().pipe(planYear).optional() });
const Which = z.strictObject({ unit: code, planYear: z.coerce.number().pipe(planYear) });

/** Targets of round 3: assigned from above, resolved by the council, and what a unit answers where they differ. */
@Controller('api/targets')
@UseGuards(SessionGuard)
export class TargetsController {
  constructor(
    private readonly targets: TargetsService,
    private readonly rebaselines: RebaselinesService,
  ) {}

  @Get()
  of(@CurrentPerson() { person }: SignedIn, @Query({ schema: Which }) { unit, planYear: year }: z.infer<typeof Which>) {
    return this.targets.of(person, unit, year);
  }

  /** How far the units that the signed-in person sees are, in a plan year (the newest open one when none is named). */
  @Get('overview')
  async overview(
    @CurrentPerson() { person }: SignedIn,
    @Query({ schema: OfYear }) { planYear: asked }: z.infer<typeof OfYear>,
  ) {
    const planYears = await this.targets.planYears();
    const year = asked ?? planYears.at(-1);
    return { planYears, planYear: year, units: year === undefined ? [] : await this.targets.overview(person, year) };
  }

  /** What waits for an answer of the signed-in person's units. */
  @Get('rebaselines')
  async waiting(@CurrentPerson() { person }: SignedIn) {
    return { rebaselines: await this.rebaselines.waitingFor(person) };
  }

  @Post('assigned')
  @Takes({ body: 'file' })
  @HttpCode(200)
  assign(
    @CurrentPerson() { person }: SignedIn,
    @Body({ schema: AssignBody }) { setBy, ...given }: z.infer<typeof AssignBody>,
  ) {
    return this.targets.assign(person, setBy, given);
  }

  @Post('resolved')
  @HttpCode(200)
  resolve(
    @CurrentPerson() { person }: SignedIn,
    @Body({ schema: ResolveBody }) { unit, ...given }: z.infer<typeof ResolveBody>,
  ) {
    return this.targets.resolve(person, unit, given);
  }

  /** The unit adopts a figure no less than the assigned one, or keeps its own and says why. */
  @Post('rebaselines/:id/answer')
  @HttpCode(204)
  answer(
    @CurrentPerson() { person }: SignedIn,
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: AnswerBody }) body: z.infer<typeof AnswerBody>,
  ): Promise<void> {
    return this.rebaselines.answer(person, id, body);
  }
}
