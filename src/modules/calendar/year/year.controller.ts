import { Controller, Get, Param, UseGuards } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { z } from 'zod';
import { AdminGuard, CurrentPerson, SessionGuard, type SignedIn } from '../../access/index.js';
import { planYearField } from '../fields.js';
import { MilestoneAnswer, YearAnswer } from './year.js';
import { YearService } from './year.service.js';

const yearField = z.coerce.number().pipe(planYearField);
const milestoneField = z.string().min(1).max(100);

/** A plan year for who administers the calendar. */
@Controller('api/calendar/years')
@UseGuards(SessionGuard, AdminGuard)
export class YearController {
  constructor(private readonly years: YearService) {}

  @Get(':planYear')
  @ApiOkResponse({ standardSchema: YearAnswer })
  see(
    @CurrentPerson() { person }: SignedIn,
    @Param('planYear', { schema: yearField }) planYear: number,
  ): Promise<YearAnswer> {
    return this.years.ofYear(planYear, person.locale);
  }

  /** Who owes one milestone, by unit. */
  @Get(':planYear/:milestone')
  @ApiOkResponse({ standardSchema: MilestoneAnswer })
  ofMilestone(
    @CurrentPerson() { person }: SignedIn,
    @Param('planYear', { schema: yearField }) planYear: number,
    @Param('milestone', { schema: milestoneField }) milestone: string,
  ): Promise<MilestoneAnswer> {
    return this.years.ofMilestone(planYear, milestone, person.locale);
  }
}
