import type { Channel } from './channel.port.js';

/** The channels of this process by name. */
export class ChannelRegistry {
  private readonly byName: ReadonlyMap<string, Channel>;

  constructor(channels: readonly Channel[]) {
    this.byName = new Map(channels.map((channel) => [channel.name, channel]));
  }

  find(name: string): Channel | undefined {
    return this.byName.get(name);
  }

  get all(): readonly Channel[] {
    return [...this.byName.values()];
  }
}
