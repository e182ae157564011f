import { Body, Controller, Get, HttpCode, Param, Post, UseGuards } from '@nestjs/common';
import { z } from 'zod';
import { AdminGuard, CurrentPerson, SessionGuard, type SignedIn } from '../../access/index.js';
import { dayField } from '../fields.js';
import { UnitChangesService } from './unit-changes.service.js';

const codeField = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { error: 'must be made of a-z, 0-9 and -' });
const shareField = z.string().regex(/^(1|0\.\d{0,17}[1-9])$/, { error: 'must be a share such as 0.4' });

const ChangeBody = z.strictObject({
  sort: z.enum(['merge', 'split']),
  from: dayField,
  decision: z.string().trim().min(3).max(300),
  units: z.array(codeField).min(1).max(50),
  into: z
    .array(
      z.strictObject({
        code: codeField,
        name: z.string().trim().min(1).max(200).optional(),
        share: shareField.optional(),
      }),
    )
    .min(1)
    .max(50),
});

/** Units merged and split by an admin: what it would do is asked first, and sent back with `confirmed` it is done. */
@Controller('api/unit-changes')
@UseGuards(SessionGuard, AdminGuard)
export class UnitChangesController {
  constructor(private readonly changes: UnitChangesService) {}

  @Get()
  async all() {
    return { changes: await this.changes.all() };
  }

  /** What the change would do; nothing of it stands. */
  @Post('preview')
  @HttpCode(200)
  preview(@Body({ schema: ChangeBody }) change: z.infer<typeof ChangeBody>) {
    return this.changes.preview(change);
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
