import { Controller, Get, Query, UseGuards } from '@nestjs/common';
import { z } from 'zod';
import { CurrentPerson, SessionGuard, type SignedIn } from '../access/index.js';
import { UnitsService } from '../units/index.js';
import { ForecastService } from './forecast.service.js';

const OfRound = z.strictObject({
  planYear: z.coerce.number().int().min(1900).max(2199),
  round: z.enum(['0', '1', '2', '3', 'reports']),
});

/** Where a chain is tight: who has how many days left, and who below holds it up. */
@Controller('api/forecast')
@UseGuards(SessionGuard)
export class ForecastController {
  constructor(
    private readonly forecasts: ForecastService,
    private readonly units: UnitsService,
  ) {}

  @Get()
  async see(
    @CurrentPerson() { scope }: SignedIn,
    @Query({ schema: OfRound }) { planYear, round }: z.infer<typeof OfRound>,
  ) {
    const [lines, tree] = await Promise.all([this.forecasts.of(planYear, round), this.units.tree()]);
    return {
      lines: lines
        .filter((line) => scope.sees(line.unit))
        .map((line) => ({
          ...line,
          unitName: tree.name(line.unit),
          ...(line.heldUpBy ? { heldUpBy: { ...line.heldUpBy, unitName: tree.name(line.heldUpBy.unit) } } : {}),
        })),
    };
  }
}
