import { Controller, Get, Inject, Query, UseGuards } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { z } from 'zod';
import { CurrentPerson, SessionGuard, type SignedIn } from '../access/index.js';
import { type Locale, MESSAGES, type Messages, plainDate } from '../shared/index.js';
import { UnitsService, type UnitTree } from '../units/index.js';
import { type ForecastLine, ForecastService } from './forecast.service.js';

const OfRound = z.strictObject({
  planYear: z.coerce.number().int().min(1900).max(2199),
  round: z.enum(['0', '1', '2', '3', 'reports']),
});

/** As far ahead as a supervisor plans. */
const DAYS_AHEAD = 14;

const AheadAnswer = z.strictObject({
  lines: z.array(
    z.strictObject({
      id: z.uuid(),
      unitName: z.string(),
      title: z.string(),
      daysLeft: z.number().int(),
      childrenOpen: z.number().int(),
      text: z.string(),
    }),
  ),
});

/** Where a chain is tight: who has how many days left, and who below holds it up. */
@Controller('api/forecast')
@UseGuards(SessionGuard)
export class ForecastController {
  constructor(
    private readonly forecasts: ForecastService,
    private readonly units: UnitsService,
    @Inject(MESSAGES) private readonly messages: Messages,
  ) {}

  @Get()
  async see(
    @CurrentPerson() { person, scope }: SignedIn,
    @Query({ schema: OfRound }) { planYear, round }: z.infer<typeof OfRound>,
  ) {
    const [lines, tree] = await Promise.all([this.forecasts.of(planYear, round), this.units.tree()]);
    return { lines: this.shown(lines, tree, { person, scope }) };
  }

  /** What is due within two weeks, or is late, and still waits for units below: of every open cycle, the tightest first. */
  @Get('ahead')
  @ApiOkResponse({ standardSchema: AheadAnswer })
  async ahead(@CurrentPerson() { person, scope }: SignedIn): Promise<z.infer<typeof AheadAnswer>> {
    const [lines, tree] = await Promise.all([this.forecasts.ahead(DAYS_AHEAD, person.locale), this.units.tree()]);
    return {
      lines: this.shown(lines, tree, { person, scope }).map(
        ({ id, unitName, title, daysLeft, childrenOpen, text }) => ({
          id,
          unitName,
          title,
          daysLeft,
          childrenOpen,
          text,
        }),
      ),
    };
  }

  private shown<L extends ForecastLine>(lines: readonly L[], tree: UnitTree, { person, scope }: SignedIn) {
    return lines
      .filter((line) => scope.sees(line.unit))
      .map((line) => ({
        ...line,
        unitName: tree.name(line.unit),
        text: this.inWords(line, tree, person.locale),
        ...(line.heldUpBy ? { heldUpBy: { ...line.heldUpBy, unitName: tree.name(line.heldUpBy.unit) } } : {}),
      }));
  }

  /** The line as a supervisor reads it. */
  private inWords(line: ForecastLine, tree: UnitTree, locale: Locale): string {
    const { daysLeft, childrenOpen, childrenLate, heldUpBy } = line;
    return this.messages.t(locale, daysLeft < 0 ? 'forecast.line-late' : 'forecast.line', {
      unit: tree.name(line.unit),
      days: Math.abs(daysLeft),
      open: childrenOpen,
      late: childrenLate > 0 ? this.messages.t(locale, 'forecast.of-these-late', { count: childrenLate }) : '',
      holder: heldUpBy ? tree.name(heldUpBy.unit) : '',
      expected: heldUpBy ? plainDate.vi(heldUpBy.expectedOn) : '',
    });
  }
}
