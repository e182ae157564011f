import { Injectable } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';
import { ConversationsService } from '../conversations/index.js';
import { OutboxService, Wake } from '../outbox/index.js';
import type { Channel } from './channel.port.js';

/** The database is away for a moment: so often the turns are begun again before they are left to whoever looks next. */
const AGAIN_MS = [500, 2000, 5000];

/** Where what providers deliver comes in: decoded and kept at once, its turns taken afterwards. */
@Injectable()
export class IntakeService {
  constructor(
    private readonly conversations: ConversationsService,
    private readonly outbox: OutboxService,
    private readonly wake: Wake,
  ) {}

  /** Keeps what came; once this returns it is never lost, and the provider may be told so. The turns follow by themselves. */
  async take(channel: Channel, bodies: readonly unknown[]): Promise<void> {
    const incoming = bodies.flatMap((body) => channel.decode(body));
    await this.conversations.keep(incoming);
    for (const one of incoming) if (one.content.type === 'button') void channel.acknowledge(one);
    const heard = incoming.filter((one) => one.content.type !== 'left').map((one) => one.address);
    void this.followUp(channel.name, new Set(incoming.map((one) => one.address)), new Set(heard));
  }

  private async followUp(...what: Parameters<IntakeService['follow']>): Promise<void> {
    for (const pause of [0, ...AGAIN_MS]) {
      await sleep(pause);
      const failed = await this.follow(...what).then(
        () => false,
        () => true,
      );
      if (!failed) return;
    }
    this.wake.wake('turns');
  }

  /** Whoever writes has read what stood there; then the turns. */
  private async follow(channel: string, addresses: ReadonlySet<string>, heard: ReadonlySet<string>): Promise<void> {
    await Promise.all([...heard].map((address) => this.outbox.heardFrom({ channel, address })));
    await Promise.all([...addresses].map((address) => this.conversations.takeTurns(channel, address)));
  }
}
