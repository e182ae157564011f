import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { DeliveryService } from '../modules/channels/index.js';
import { ConversationsService } from '../modules/conversations/index.js';
import { Database } from '../modules/database/index.js';
import { Wake } from '../modules/outbox/index.js';

const LOOK_MS = 1000;

/**
 * Every second, in every process: does what a process that died had taken. Its turns are taken, its messages are due again or
 * recorded as unknown, and a chat that was waiting hears in seconds. Whose death nobody can see is found by the sweep, when
 * the lease has run out.
 */
@Injectable()
export class Recovery implements OnApplicationBootstrap {
  private readonly log = new Logger('recovery');
  private looking = false;

  constructor(
    private readonly database: Database,
    private readonly conversations: ConversationsService,
    private readonly delivery: DeliveryService,
    private readonly wake: Wake,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.look();
  }

  @Interval(LOOK_MS)
  async look(): Promise<void> {
    if (this.looking) return;
    this.looking = true;
    try {
      await this.database.presence.inherit(async (gone) => {
        await this.delivery.settleAbandoned(gone);
        // Also for a reply that was written and never rung for.
        this.wake.wake('deliver');
        await this.conversations.takeLeftBy(gone);
      });
    } catch (error) {
      // While the database is away everybody's look fails, every second; what needs it complains.
      this.log.debug(`recovery: ${String(error)}`);
    } finally {
      this.looking = false;
    }
  }
}
