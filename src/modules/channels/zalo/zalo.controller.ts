import {
  Body,
  Controller,
  HttpCode,
  Inject,
  Logger,
  NotFoundException,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
  Post,
  Req,
  UnauthorizedException,
} from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { SETTINGS, type Settings } from '../../settings/index.js';
import { Takes } from '../../shared/index.js';
import { announce } from '../announce.js';
import { IntakeService } from '../intake.service.js';
import { ZaloChannel } from './zalo.channel.js';

/** Where Zalo delivers events: checked by the shared secret, kept, answered 200 at once. */
@ApiExcludeController()
@Controller('channels/zalo')
export class ZaloController implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger('zalo');
  private readonly stop = new AbortController();
  private announced?: Promise<void>;

  constructor(
    @Inject(ZaloChannel) private readonly channel: ZaloChannel | null,
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly intake: IntakeService,
  ) {}

  onApplicationBootstrap(): void {
    const { channel } = this;
    if (!channel || this.settings.role === 'worker') return;
    const url = `${this.settings.publicUrl}/channels/zalo/webhook`;
    const log = (line: string) => this.log.warn(line);
    this.announced = announce(() => channel.setUp(url), { signal: this.stop.signal, log });
  }

  @Post('webhook')
  @Takes({ body: 'updates', cleansTexts: true })
  @HttpCode(200)
  async webhook(@Req() request: FastifyRequest, @Body() body: unknown): Promise<object> {
    if (!this.channel) throw new NotFoundException();
    if (!this.channel.authentic(request.headers)) throw new UnauthorizedException();
    await this.intake.take(this.channel, [body]);
    return {};
  }

  async onApplicationShutdown(): Promise<void> {
    this.stop.abort();
    await this.announced;
    this.channel?.close();
  }
}
