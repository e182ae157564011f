import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { ConversationsService } from '../../conversations/index.js';
import { Wake } from '../../outbox/index.js';
import { SETTINGS, type Settings } from '../../settings/index.js';
import { MESSAGES, type Messages } from '../../shared/index.js';
import { TelegramChannel } from './telegram.channel.js';

/** Commands offered in the messenger's menu; their texts are `telegram.command.<name>`. */
const COMMANDS = ['viec', 'dien', 'baocao', 'tieptuc', 'trogiup'] as const;

/** Brings updates in: by webhook where the product has a public address, else by long polling. */
@Injectable()
export class TelegramIntake implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger('telegram');
  private readonly stop = new AbortController();
  private polling?: Promise<void>;

  constructor(
    @Inject(TelegramChannel) private readonly channel: TelegramChannel | null,
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(MESSAGES) private readonly messages: Messages,
    private readonly conversations: ConversationsService,
    private readonly wake: Wake,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const { channel, settings } = this;
    if (!channel || settings.role === 'worker') return;
    const webhook = settings.publicUrl && settings.telegram?.webhookSecret;
    const commands = COMMANDS.map((command) => ({
      command,
      description: this.messages.t('vi', `telegram.command.${command}`),
    }));
    // A provider that is away must not keep the product from starting.
    await channel
      .setUp({ webhookUrl: webhook ? `${settings.publicUrl}/channels/telegram/webhook` : undefined, commands })
      .catch((error: unknown) => this.log.warn(`set-up failed: ${String(error)}`));
    if (!webhook) {
      this.polling = channel.startPolling((updates) => this.take(updates), this.stop.signal, (line) => this.log.warn(line));
    }
  }

  /** Keeps the updates; once this returns they are never lost. The turns follow by themselves. */
  async take(updates: readonly unknown[]): Promise<void> {
    const { channel } = this;
    if (!channel) return;
    const incoming = updates.flatMap((update) => channel.decode(update));
    await this.conversations.keep(incoming);
    for (const one of incoming) if (one.content.type === 'button') void channel.acknowledge(one);
    const chats = [...new Set(incoming.map((one) => one.address))];
    void Promise.all(chats.map((address) => this.conversations.takeTurns(channel.name, address))).catch(() =>
      this.wake.wake('turns'),
    );
  }

  async onApplicationShutdown(): Promise<void> {
    this.stop.abort();
    await this.polling;
  }
}
