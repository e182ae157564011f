import { Injectable } from '@nestjs/common';
import type { ChannelLimit } from './load-of-plan.js';

/** How fast each channel takes messages, as whoever knows the channels tells at start. */
@Injectable()
export class ChannelLimits {
  private known: readonly ChannelLimit[] = [];
  /** Every channel that there is, also those without a limit. */
  names: readonly string[] = [];

  tell(limits: readonly ChannelLimit[], names: readonly string[]): void {
    this.known = limits;
    this.names = names;
  }

  get all(): readonly ChannelLimit[] {
    return this.known;
  }
}
