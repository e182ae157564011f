import { Body, Controller, HttpCode, Post, UseGuards } from '@nestjs/common';
import { z } from 'zod';
import { AdminGuard, CurrentPerson, SessionGuard, type SignedIn } from '../access/index.js';
import { RollOverService } from './roll-over.service.js';

const RollOverBody = z.strictObject({ planYear: z.int().min(1900).max(2199), confirmed: z.boolean().default(false) });

@Controller('api/calendar')
@UseGuards(SessionGuard, AdminGuard)
export class RollOverController {
  constructor(private readonly rolling: RollOverService) {}

  /** From `planYear` to the next: told first, done once it is confirmed. */
  @Post('roll-over')
  @HttpCode(200)
  rollOver(
    @CurrentPerson() { person }: SignedIn,
    @Body({ schema: RollOverBody }) { planYear, confirmed }: z.infer<typeof RollOverBody>,
  ) {
    return this.rolling.rollOver(planYear, { actor: person.id, confirmed });
  }
}
