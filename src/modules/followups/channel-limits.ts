import { Injectable } from '@nestjs/common';
import type { ChannelLimit } from './load-of-plan.js';

/** How fast each channel takes messages, as whoever knows the channels tells at start. */
@Injectable()
export class ChannelLimits {
  private known: readonly ChannelLimit[] = [];

  tell(limits: readonly ChannelLimit[]): void {
    this.known = limits;
  }

  get all(): readonly ChannelLimit[] {
    return this.known;
  }
}
