import { Body, Controller, Get, HttpCode, Param, Post, Query, UseGuards } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { z } from 'zod';
import { CurrentPerson, SessionGuard, type SignedIn } from '../../access/index.js';
import { UnitsService } from '../../units/index.js';
import { mustActFor } from '../acts/may-act-for.js';
import { confirmedField, idField, planYearField } from '../fields.js';
import { eventUnknown, ruleUnknown } from '../problems.js';
import { EventsAnswer, RulesAnswer } from './answers.js';
import { eventFields } from './event-fields.js';
import { EventsService } from './events.service.js';
import { ruleFields } from './rule-fields.js';
import { LocalRulesService } from './local-rules.service.js';
import { SeenOccasionsService } from './seen-occasions.service.js';

const EventBody = z.strictObject({ ...eventFields, confirmed: confirmedField });
const RuleBody = z.strictObject({ ...ruleFields, confirmed: confirmedField });
const Confirmation = z.strictObject({ confirmed: confirmedField });
const OfYear = z.strictObject({ planYear: z.coerce.number().pipe(planYearField) });

/** Events and rules that make obligations. Each act tells its effect first and is done once it is confirmed. */
@Controller('api/calendar')
@UseGuards(SessionGuard)
export class OccasionsController {
  constructor(
    private readonly events: EventsService,
    private readonly rules: LocalRulesService,
    private readonly seen: SeenOccasionsService,
    private readonly units: UnitsService,
  ) {}

  /** What happened in a plan year that the person sees, and what the person's units still wait for. */
  @Get('events')
  @ApiOkResponse({ standardSchema: EventsAnswer })
  eventsOf(
    @CurrentPerson() { person }: SignedIn,
    @Query({ schema: OfYear }) { planYear }: z.infer<typeof OfYear>,
  ): Promise<EventsAnswer> {
    return this.seen.eventsFor(person, planYear);
  }

  /** Recorded by the unit that held it; the same occasion again corrects it. */
  @Post('events')
  @HttpCode(200)
  async record(
    @CurrentPerson() { person }: SignedIn,
    @Body({ schema: EventBody }) { confirmed, ...event }: z.infer<typeof EventBody>,
  ) {
    mustActFor(person, await this.units.tree(), event.heldBy);
    return this.events.record(event, { actor: person.id, confirmed });
  }

  @Post('events/:id/withdraw')
  @HttpCode(200)
  async withdrawEvent(
    @CurrentPerson() { person }: SignedIn,
    @Param('id', { schema: idField }) id: string,
    @Body({ schema: Confirmation }) { confirmed }: z.infer<typeof Confirmation>,
  ) {
    const event = await this.events.find(id);
    if (!event) throw eventUnknown();
    mustActFor(person, await this.units.tree(), event.heldBy);
    return this.events.withdraw(id, { actor: person.id, confirmed });
  }

  /** The rules in force that the person sees, and what the person may set for which units. */
  @Get('rules')
  @ApiOkResponse({ standardSchema: RulesAnswer })
  rulesSeen(@CurrentPerson() { person }: SignedIn): Promise<RulesAnswer> {
    return this.seen.rulesFor(person);
  }

  /** Set by the superior's unit; the same key again corrects it. */
  @Post('rules')
  @HttpCode(200)
  async set(
    @CurrentPerson() { person }: SignedIn,
    @Body({ schema: RuleBody }) { confirmed, ...rule }: z.infer<typeof RuleBody>,
  ) {
    mustActFor(person, await this.units.tree(), rule.setBy);
    return this.rules.set(rule, { actor: person.id, confirmed });
  }

  @Post('rules/:id/withdraw')
  @HttpCode(200)
  async withdrawRule(
    @CurrentPerson() { person }: SignedIn,
    @Param('id', { schema: idField }) id: string,
    @Body({ schema: Confirmation }) { confirmed }: z.infer<typeof Confirmation>,
  ) {
    const rule = await this.rules.find(id);
    if (!rule) throw ruleUnknown();
    mustActFor(person, await this.units.tree(), rule.setBy);
    return this.rules.withdraw(id, { actor: person.id, confirmed });
  }
}
