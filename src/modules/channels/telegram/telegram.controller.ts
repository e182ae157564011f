import {
  Body,
  Controller,
  HttpCode,
  Inject,
  NotFoundException,
  Post,
  Req,
  UnauthorizedException,
} from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Takes } from '../../shared/index.js';
import { IntakeService } from '../intake.service.js';
import { TelegramChannel } from './telegram.channel.js';

/** Where Telegram delivers updates: checked by the shared secret, kept, answered 200 at once. */
@ApiExcludeController()
@Controller('channels/telegram')
export class TelegramController {
  constructor(
    @Inject(TelegramChannel) private readonly channel: TelegramChannel | null,
    private readonly intake: IntakeService,
  ) {}

  @Post('webhook')
  @Takes({ body: 'updates', cleansTexts: true })
  @HttpCode(200)
  async webhook(@Req() request: FastifyRequest, @Body() body: unknown): Promise<object> {
    if (!this.channel) throw new NotFoundException();
    if (!this.channel.authentic(request.headers)) throw new UnauthorizedException();
    await this.intake.take(this.channel, [body]);
    return {};
  }
}
