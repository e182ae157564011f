import { Body, Controller, HttpCode, Param, Post, UseGuards } from '@nestjs/common';
import { z } from 'zod';
import { CurrentPerson, SessionGuard, type SignedIn } from '../../access/index.js';
import { ExtensionsService } from '../extensions.service.js';
import { reasonField } from '../fields.js';
import { RoundsService } from './rounds.service.js';
import { WaiversService } from './waivers.service.js';

const Because = z.strictObject({ reason: reasonField });

/** What a recipient (or an admin) decides about one obligation, each with a reason. */
@Controller('api/obligations/:id')
@UseGuards(SessionGuard)
export class DecisionsController {
  constructor(
    private readonly waivers: WaiversService,
    private readonly rounds: RoundsService,
    private readonly extensions: ExtensionsService,
  ) {}

  @Post('waiver')
  @HttpCode(204)
  async waive(
    @CurrentPerson() { person }: SignedIn,
    @Param('id') id: string,
    @Body({ schema: Because }) { reason }: z.infer<typeof Because>,
  ): Promise<void> {
    await this.waivers.waive(person, id, reason);
  }

  /** It is owed again. */
  @Post('waiver/take-back')
  @HttpCode(204)
  async takeBack(
    @CurrentPerson() { person }: SignedIn,
    @Param('id') id: string,
    @Body({ schema: Because }) { reason }: z.infer<typeof Because>,
  ): Promise<void> {
    await this.waivers.takeBack(person, id, reason);
  }

  /** The day that stood before the newest longer term stands again. */
  @Post('extension/take-back')
  @HttpCode(204)
  async takeExtensionBack(
    @CurrentPerson() { person }: SignedIn,
    @Param('id') id: string,
    @Body({ schema: Because }) { reason }: z.infer<typeof Because>,
  ): Promise<void> {
    await this.extensions.takeBack(person, id, reason);
  }

  /** It takes answers again although its round is closed. */
  @Post('reopening')
  @HttpCode(204)
  async reopen(
    @CurrentPerson() { person }: SignedIn,
    @Param('id') id: string,
    @Body({ schema: Because }) { reason }: z.infer<typeof Because>,
  ): Promise<void> {
    await this.rounds.reopenOne(person, id, reason);
  }
}
