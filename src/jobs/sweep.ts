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
    try {
      await this.conversations.takeWaiting();
      await this.delivery.settleAbandoned();
      await this.followups.planToday();
      await this.delivery.deliverDue();
      await this.jobs.keepSchedulers();
    } catch (error) {
      this.log.warn(`sweep: ${String(error)}`);
    } finally {
      this.running = false;
    }
  }
}
