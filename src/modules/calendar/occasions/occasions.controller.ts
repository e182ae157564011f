import { Body, Controller, Get, HttpCode, Param, Post, Query, UseGuards } from '@nestjs/common';
import { z } from 'zod';
import { CurrentPerson, SessionGuard, type SignedIn } from '../../access/index.js';
import { UnitsService } from '../../units/index.js';
import { mustActFor } from '../acts/may-act-for.js';
import { CalendarService } from '../calendar.service.js';
import { confirmedField, dayField, idField, planYearField } from '../fields.js';
import { mayBeAsked, maySet } from '../plan-occasions.js';
import { eventUnknown, ruleUnknown } from '../problems.js';
import { EventsService } from './events.service.js';
import { ruleFields } from './rule-fields.js';
import { LocalRulesService } from './local-rules.service.js';

const code = z.string().min(1).max(100);
const EventBody = z.strictObject({
  planYear: planYearField,
  milestone: code,
  unit: code,
  heldBy: code,
  endedOn: dayField,
  occasion: z.string().min(1).max(200).optional(),
  note: z.string().max(1000).optional(),
  confirmed: confirmedField,
});
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
    private readonly calendar: CalendarService,
    private readonly units: UnitsService,
  ) {}

  @Get('events')
  async eventsOf(
    @CurrentPerson() { scope }: SignedIn,
    @Query({ schema: OfYear }) { planYear }: z.infer<typeof OfYear>,
  ) {
    const events = await this.events.ofYear(planYear);
    return { events: events.filter((event) => scope.sees(event.unit) || scope.sees(event.heldBy)) };
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

  /** The rules in force that the person sees, and the milestones under which the person's units may set some. */
  @Get('rules')
  async rulesSeen(@CurrentPerson() { person, scope }: SignedIn) {
    const [rules, milestones, tree, today] = await Promise.all([
      this.rules.standing(),
      this.calendar.milestones(),
      this.units.tree(),
      this.calendar.today(),
    ]);
    const units = [...new Set(person.roles.map((held) => held.unit))];
    const settable = milestones.flatMap((milestone) =>
      units.flatMap((unit) => {
        if (!maySet(milestone, tree, unit)) return [];
        const { id, title: named, forms, proposals = [], clause } = milestone;
        return {
          milestone: id,
          title: named,
          clause,
          forms,
          proposals,
          unit,
          units: mayBeAsked(milestone, tree, unit, today),
        };
      }),
    );
    return { rules: rules.filter((rule) => scope.sees(rule.setBy)), settable };
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
