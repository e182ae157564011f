import { Body, Controller, Get, HttpCode, Param, Post, UseGuards } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { z } from 'zod';
import { AdminGuard, CurrentPerson, SessionGuard, type SignedIn } from '../../access/index.js';
import { CalendarService } from '../calendar.service.js';
import { confirmedField, idField } from '../fields.js';
import { HolidayBody, HolidaysAnswer, TakenBackAnswer } from './answers.js';
import { HolidaysService } from './holidays.service.js';

const Confirmation = z.strictObject({ confirmed: confirmedField });

/** The days that differ from their weekday, and the files that brought them. */
@Controller('api/calendar/holidays')
@UseGuards(SessionGuard, AdminGuard)
export class HolidaysController {
  constructor(
    private readonly holidays: HolidaysService,
    private readonly calendar: CalendarService,
  ) {}

  @Get()
  @ApiOkResponse({ standardSchema: HolidaysAnswer })
  async all(): Promise<z.infer<typeof HolidaysAnswer>> {
    const [days, imports, policy, today] = await Promise.all([
      this.holidays.all(),
      this.holidays.imports(),
      this.calendar.daysOffPolicy(),
      this.calendar.today(),
    ]);
    return { days: days.map((day) => HolidayBody.parse(day)), imports, due: policy.due, today };
  }

  /** Takes an import back; told first, done once it is confirmed. */
  @Post('imports/:id/undo')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: TakenBackAnswer })
  undo(
    @CurrentPerson() { person }: SignedIn,
    @Param('id', { schema: idField }) id: string,
    @Body({ schema: Confirmation }) { confirmed }: z.infer<typeof Confirmation>,
  ): Promise<z.infer<typeof TakenBackAnswer>> {
    return this.holidays.undo(id, { actor: person.id, confirmed });
  }
}
