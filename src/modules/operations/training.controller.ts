import { Body, Controller, Get, HttpCode, Inject, NotFoundException, Post, UseGuards } from '@nestjs/common';
import { z } from 'zod';
import { CurrentPerson, notAllowed, SessionGuard, type SignedIn } from '../access/index.js';
import { SETTINGS, type Settings } from '../settings/index.js';
import { plainDate } from '../shared/index.js';
import { TrainingService } from './training.service.js';

const Move = z.union([
  z.strictObject({ advanceDays: z.number().int().min(1).max(400) }),
  z.strictObject({
    date: z.string().refine(plainDate.valid, { error: 'must be a day as YYYY-MM-DD' }),
    /** Time of day; the present one where none is named. */
    time: z.iso.time({ precision: -1, error: 'must be a time as HH:MM' }).optional(),
  }),
]);

@Controller('api/training/clock')
@UseGuards(SessionGuard)
export class TrainingController {
  constructor(
    private readonly training: TrainingService,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Get()
  async read() {
    this.mustBeTraining();
    return this.training.now();
  }

  /** Advances the clock; everything that would happen on the way has happened when this answers. */
  @Post()
  @HttpCode(200)
  async move(@CurrentPerson() { scope }: SignedIn, @Body({ schema: Move }) move: z.infer<typeof Move>) {
    this.mustBeTraining();
    if (!scope.has('admin') && !scope.has('supervisor')) throw notAllowed();
    const date = 'date' in move ? move.date : plainDate.add((await this.training.now()).today, move.advanceDays);
    return this.training.advanceTo(date, 'time' in move ? move.time : undefined);
  }

  /** Outside training there is no such clock. */
  private mustBeTraining(): void {
    if (!this.settings.training) throw new NotFoundException();
  }
}
