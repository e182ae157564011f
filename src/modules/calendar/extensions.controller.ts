import { Body, Controller, HttpCode, Param, Post, UseGuards } from '@nestjs/common';
import { z } from 'zod';
import { CurrentPerson, SessionGuard, type SignedIn } from '../access/index.js';
import { dayField, reasonField } from './fields.js';
import { ExtensionsService } from './extensions.service.js';

const RequestBody = z.strictObject({ dueOn: dayField, reason: reasonField });
const RefusalBody = z.strictObject({ reason: reasonField });

/** Wishes for more time: made by who answers for the unit, refused by who receives. Granting is `POST obligations/:id/extension`. */
@Controller('api')
@UseGuards(SessionGuard)
export class ExtensionsController {
  constructor(private readonly extensions: ExtensionsService) {}

  @Post('obligations/:id/extension-request')
  @HttpCode(200)
  async ask(
    @CurrentPerson() { person }: SignedIn,
    @Param('id') id: string,
    @Body({ schema: RequestBody }) body: z.infer<typeof RequestBody>,
  ) {
    const { request } = await this.extensions.request(person, id, body);
    return request;
  }

  @Post('obligations/:id/extension-request/refuse')
  @HttpCode(204)
  async refuse(
    @CurrentPerson() { person }: SignedIn,
    @Param('id') id: string,
    @Body({ schema: RefusalBody }) { reason }: z.infer<typeof RefusalBody>,
  ): Promise<void> {
    await this.extensions.refuse(person, id, reason);
  }
}
