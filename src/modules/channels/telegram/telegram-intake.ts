import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';
import { ConversationsService } from '../../conversations/index.js';
import { Wake } from '../../outbox/index.js';
import { SETTINGS, type Settings } from '../../settings/index.js';
import { MESSAGES, type Messages } from '../../shared/index.js';
import { TelegramChannel } from './telegram.channel.js';

/** Commands offered in the messenger's menu; their texts are `telegram.command.<name>`. */
const COMMANDS = ['viec', 'dien', 'baocao', 'tieptuc', 'trogiup'] as const;

const FIRST_RETRY_MS = 2_000;
const LAST_RETRY_MS = 5 * 60_000;

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
    private readonly conversations: ConversationsService,
    private readonly wake: Wake,
  ) {}

  onApplicationBootstrap(): void {
    if (this.channel && this.settings.role !== 'worker') this.running = this.run(this.channel);
  }

  /** Announces us to the provider, as often as it takes; then polls where there is no webhook. A provider that is away must not keep the product from starting. */
  private async run(channel: TelegramChannel): Promise<void> {
    const { publicUrl, telegram } = this.settings;
    const webhookUrl = publicUrl && telegram?.webhookSecret ? `${publicUrl}/channels/telegram/webhook` : undefined;
    const commands = COMMANDS.map((command) => ({
      command,
      description: this.messages.t('vi', `telegram.command.${command}`),
    }));
    const { signal } = this.stop;
    for (let wait = FIRST_RETRY_MS; !signal.aborted; wait = Math.min(wait * 2, LAST_RETRY_MS)) {
      try {
        await channel.setUp({ webhookUrl, commands });
        break;
      } catch (error) {
        this.log.warn(`set-up failed, trying again: ${String(error)}`);
        await sleep(wait, undefined, { signal }).catch(() => undefined);
      }
    }
    if (webhookUrl || signal.aborted) return;
    await channel.startPolling(
      (updates) => this.take(updates),
      signal,
      (line) => this.log.warn(line),
    );
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
    await this.running;
    this.channel?.close();
  }
}
