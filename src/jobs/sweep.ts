import { Injectable, Logger } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { DeliveryService } from '../modules/channels/index.js';
import { ConversationsService } from '../modules/conversations/index.js';
import { FollowupsService } from '../modules/followups/index.js';
import { JobsService } from './jobs.service.js';

/**
 * Every minute, in every process and without the queue: finds what is due and unclaimed and does it. This is why the queue
 * may be wiped at any moment.
 */
@Injectable()
export class Sweep {
  private readonly log = new Logger('sweep');
  private running = false;

  constructor(
    private readonly jobs: JobsService,
    private readonly conversations: ConversationsService,
    private readonly followups: FollowupsService,
    private readonly delivery: DeliveryService,
  ) {}

  @Cron('30 * * * * *')
  async sweep(): Promise<void> {
    if (this.running) return;
    this.running = true;
    // One after the other, and none keeps the next from being done.
    await this.step('turns', () => this.conversations.takeWaiting());
    await this.step('abandoned messages', () => this.delivery.settleAbandoned());
    await this.step('notices', () => this.followups.planToday());
    await this.step('schedulers', () => this.jobs.keepSchedulers());
    // Under a long backlog a pass lasts a minute: nothing waits for it.
    void this.step('messages', () => this.delivery.deliverSoon());
    this.running = false;
  }

  private async step(what: string, work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.log.warn(`sweep of ${what}: ${String(error)}`);
    }
  }
}
