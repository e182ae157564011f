import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { DeepLinks } from '../../people/index.js';
import { SETTINGS, type Settings } from '../../settings/index.js';
import { MESSAGES, type Messages } from '../../shared/index.js';
import { announce } from '../announce.js';
import { IntakeService } from '../intake.service.js';
import { commandMenus } from './command-menus.js';
import { TelegramChannel } from './telegram.channel.js';

/** Brings updates in: by webhook where the product has a public address, else by long polling. */
@Injectable()
export class TelegramIntake implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger('telegram');
  private readonly stop = new AbortController();
  private running?: Promise<void>;

  constructor(
    @Inject(TelegramChannel) private readonly channel: TelegramChannel | null,
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(MESSAGES) private readonly messages: Messages,
    private readonly intake: IntakeService,
    private readonly deepLinks: DeepLinks,
  ) {}

  onApplicationBootstrap(): void {
    if (this.channel && this.settings.role !== 'worker') this.running = this.run(this.channel);
  }

  /** Announces us to the provider; then polls where there is no webhook. */
  private async run(channel: TelegramChannel): Promise<void> {
    const { publicUrl, telegram } = this.settings;
    const webhookUrl = publicUrl && telegram?.webhookSecret ? `${publicUrl}/channels/telegram/webhook` : undefined;
    const { signal } = this.stop;
    const log = (line: string) => this.log.warn(line);
    const introduce = async () => {
      const { username } = await channel.setUp({ webhookUrl, menus: commandMenus(this.messages) });
      // Invitations lead straight into the bot from now on.
      this.deepLinks.carriedBy('telegram', `https://t.me/${username}?start=`);
    };
    await announce(introduce, { signal, log });
    if (webhookUrl || signal.aborted) return;
    await channel.startPolling((updates) => this.intake.take(channel, updates), signal, log);
  }

  async onApplicationShutdown(): Promise<void> {
    this.stop.abort();
    await this.running;
    this.channel?.close();
  }
}
