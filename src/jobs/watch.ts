import { Injectable, Logger } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { WatchdogService } from '../modules/followups/index.js';

/** Every three minutes, in every process and without the queue: a queue that stands still is one of the things to be found. */
@Injectable()
export class Watch {
  private readonly log = new Logger('watchdog');
  private running = false;

  constructor(private readonly watchdog: WatchdogService) {}

  @Cron('10 */3 * * * *')
  async watch(): Promise<void> {
    if (this.running) return;
    this.running = true;
    try {
      const { raised } = await this.watchdog.watch();
      if (raised > 0) this.log.error(`${raised} new alarms; see /readyz`);
    } catch (error) {
      this.log.warn(`watchdog: ${String(error)}`);
    } finally {
      this.running = false;
    }
  }
}
