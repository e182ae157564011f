import { Body, Controller, Get, HttpCode, Param, Post, UseGuards } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { z } from 'zod';
import { AdminGuard, CurrentPerson, SessionGuard, type SignedIn } from '../../access/index.js';
import { instant } from '../../database/index.js';
import { CalendarService } from '../calendar.service.js';
import { ChangeAnswer, ChangesAnswer } from './answers.js';
import { ChangeBody } from './change-fields.js';
import { ToldChanges } from './told-changes.service.js';
import { UnitChangesService } from './unit-changes.service.js';

/** Units merged and split by an admin: what it would do is asked first, and sent back with `confirmed` it is done. */
@Controller('api/unit-changes')
@UseGuards(SessionGuard, AdminGuard)
export class UnitChangesController {
  constructor(
    private readonly changes: UnitChangesService,
    private readonly told: ToldChanges,
    private readonly calendar: CalendarService,
  ) {}

  @Get()
  @ApiOkResponse({ standardSchema: ChangesAnswer })
  async all(@CurrentPerson() { person }: SignedIn): Promise<z.infer<typeof ChangesAnswer>> {
    const [all, today] = await Promise.all([this.changes.all(), this.calendar.today()]);
    const changes = await Promise.all(
      all.map(async ({ by, doneAt, undoneAt, ...one }) => ({
        ...one,
        ...(by === null ? {} : { by }),
        doneAt: instant(doneAt),
        undoneAt: undoneAt === null ? null : instant(undoneAt),
        told: await this.told.inWords(one.done, person.locale),
      })),
    );
    return { today, changes };
  }

  /** What the change would do; nothing of it stands. */
  @Post('preview')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: ChangeAnswer })
  async preview(
    @CurrentPerson() { person }: SignedIn,
    @Body({ schema: ChangeBody }) change: z.infer<typeof ChangeBody>,
  ): Promise<z.infer<typeof ChangeAnswer>> {
    const done = await this.changes.preview(change);
    return { ...done, told: await this.told.inWords(done, person.locale) };
  }

  @Post()
  carryOut(
    @CurrentPerson() { person }: SignedIn,
    @Body({ schema: z.strictObject({ change: ChangeBody, confirmed: z.literal(true) }) })
    { change }: { change: z.infer<typeof ChangeBody>; confirmed: true },
  ) {
    return this.changes.carryOut(change, person.id);
  }

  @Post(':id/undo')
  @HttpCode(204)
  undo(@CurrentPerson() { person }: SignedIn, @Param('id', { schema: z.uuid() }) id: string): Promise<void> {
    return this.changes.undo(id, person.id);
  }
}
