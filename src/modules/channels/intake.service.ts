import { Inject, Injectable } from '@nestjs/common';
import { ConversationsService } from '../conversations/index.js';
import { Database } from '../database/index.js';
import { OutboxService, Wake } from '../outbox/index.js';
import { CLOCK, type Clock } from '../shared/index.js';
import type { Channel } from './channel.port.js';

/** Where what providers deliver comes in: decoded and kept at once, its turns taken afterwards. */
@Injectable()
export class IntakeService {
  constructor(
    private readonly conversations: ConversationsService,
    private readonly outbox: OutboxService,
    private readonly wake: Wake,
    private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Keeps what came; once this returns it is never lost, and the provider may be told so. The turns follow by themselves. */
  async take(channel: Channel, bodies: readonly unknown[]): Promise<void> {
    const incoming = bodies.flatMap((body) => channel.decode(body));
    await this.conversations.keep(incoming);
    for (const one of incoming) if (one.content.type === 'button') void channel.acknowledge(one);
    const heard = incoming.filter((one) => one.content.type !== 'left').map((one) => one.address);
    void this.follow(channel.name, new Set(incoming.map((one) => one.address)), new Set(heard)).catch(() =>
      this.wake.wake('turns'),
    );
  }

  /** Whoever writes has read what stood there; then the turns. */
  private async follow(channel: string, addresses: ReadonlySet<string>, heard: ReadonlySet<string>): Promise<void> {
    for (const address of heard) {
      await this.outbox.markRead(this.database.em, { channel, address }, this.clock.now());
    }
    await Promise.all([...addresses].map((address) => this.conversations.takeTurns(channel, address)));
  }
}
