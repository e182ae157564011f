import { Inject, Injectable, Logger } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';
import { Database } from '../database/index.js';
import { type Body, type ClaimedMessage, OutboxService, type SendOutcome } from '../outbox/index.js';
import { CLOCK, MESSAGES, type Clock, type Messages } from '../shared/index.js';
import { ContactsService } from '../units/index.js';
import type { Channel } from './channel.port.js';
import { ChannelRegistry } from './channel-registry.js';
import { ComposeService } from './compose.service.js';
import { Pace } from './pace.js';

const BATCH = 100;

export interface Counts {
  sent: number;
  skipped: number;
  retried: number;
  unreachable: number;
  unknown: number;
  rejected: number;
}

/**
 * Sends what is due. The ledger decides: a row is claimed before the attempt and settled after it. Guarantees: replies and
 * reminders at most once, escalations at least once (a second one is marked), on an idempotent channel exactly once.
 */
@Injectable()
export class DeliveryService {
  private readonly log = new Logger('delivery');
  private readonly paces = new Map<string, Pace>();
  /** Channels that asked for silence, and until when by the monotonic clock. */
  private readonly held = new Map<string, number>();

  constructor(
    private readonly database: Database,
    private readonly outbox: OutboxService,
    private readonly contacts: ContactsService,
    private readonly registry: ChannelRegistry,
    private readonly compose: ComposeService,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(MESSAGES) private readonly messages: Messages,
  ) {}

  /** Sends until nothing is due. */
  async deliverDue(): Promise<Counts> {
    const counts: Counts = { sent: 0, skipped: 0, retried: 0, unreachable: 0, unknown: 0, rejected: 0 };
    for (;;) {
      const claimed = await this.outbox.claim(BATCH);
      if (claimed.length === 0) return counts;
      const lanes = Map.groupBy(claimed, (message) => message.lane);
      await Promise.all([...lanes.values()].map((messages) => this.deliverLane(messages, counts)));
    }
  }

  /** What a sender that died left claimed: sent again where that is harmless or owed, else recorded as unknown. */
  async settleAbandoned(all = false): Promise<number> {
    const abandoned = await this.outbox.abandoned(all);
    for (const message of abandoned) await this.settleUnknown(message, undefined, 'the sender died');
    return abandoned.length;
  }

  /** Messages of one lane go one after the other; when one must wait, those behind it wait too. */
  private async deliverLane(messages: readonly ClaimedMessage[], counts: Counts): Promise<void> {
    for (const [index, message] of messages.entries()) {
      const sent = await this.deliver(message, counts).catch(async (error: unknown) => {
        this.log.error(`message ${message.id}: ${String(error)}`, (error as Error).stack);
        await this.outbox.release(this.database.em, message.id, 30, { detail: String(error) });
        return 'wait' as const;
      });
      if (sent === 'wait') {
        for (const later of messages.slice(index + 1)) await this.outbox.release(this.database.em, later.id, 1);
        return;
      }
    }
  }

  private async deliver(message: ClaimedMessage, counts: Counts): Promise<'next' | 'wait'> {
    const { em } = this.database;
    const answer = (await this.outbox.askAtTheDoor([message])).get(message.id)!;
    if ('skip' in answer) {
      await this.outbox.settle(em, message.id, 'skipped', { detail: answer.skip });
      counts.skipped += 1;
      return 'next';
    }
    const target = await this.targetOf(message);
    if (!target) {
      await this.outbox.settle(em, message.id, 'unreachable', { detail: 'nobody is linked' });
      counts.unreachable += 1;
      return 'next';
    }
    const { channel, address } = target;
    const silence = (this.held.get(channel.name) ?? 0) - performance.now();
    if (silence > 0) {
      await this.outbox.release(em, message.id, Math.ceil(silence / 1000));
      counts.retried += 1;
      return 'wait';
    }
    let outcome: SendOutcome = { outcome: 'rejected', detail: 'empty' };
    const pieces = await this.compose.piecesFor(answer.send, channel.capabilities, { person: message.person });
    for (const [index, { outgoing, rest }] of pieces.entries()) {
      const key = pieces.length > 1 ? `${message.key}#${index + 1}` : message.key;
      await this.keepPace(channel, address);
      outcome = await channel.send(address, outgoing, key);
      if (outcome.outcome === 'sent') continue;
      // What the person has read already is not sent again: the rest of the text goes later.
      return this.record(message, channel, address, outcome, counts, index > 0 ? rest : undefined);
    }
    return this.record(message, channel, address, outcome, counts);
  }

  private async record(
    message: ClaimedMessage,
    channel: Channel,
    address: string,
    outcome: SendOutcome,
    counts: Counts,
    rest?: Body,
  ): Promise<'next' | 'wait'> {
    const { em } = this.database;
    const where = { channel: channel.name, address };
    switch (outcome.outcome) {
      case 'sent':
        await this.outbox.settle(em, message.id, 'sent', { ...where, providerId: outcome.providerId });
        counts.sent += 1;
        return 'next';
      case 'retry':
        if (outcome.scope === 'global') this.held.set(channel.name, performance.now() + outcome.afterSeconds * 1000);
        await this.outbox.release(em, message.id, outcome.afterSeconds, { body: rest });
        counts.retried += 1;
        return 'wait';
      case 'moved':
        await this.contacts.move(em, channel.name, address, outcome.to);
        await this.outbox.release(em, message.id, 0);
        counts.retried += 1;
        return 'wait';
      case 'unreachable':
        await this.contacts.markUnreachable(em, channel.name, address, outcome.why, this.clock.now());
        // A notice goes on to the person's next chat at once; a reply belongs to this one only.
        if (message.channel === undefined) await this.outbox.release(em, message.id, 0, { detail: outcome.why });
        else await this.outbox.settle(em, message.id, 'unreachable', { ...where, detail: outcome.why });
        counts.unreachable += 1;
        return message.channel === undefined ? 'wait' : 'next';
      case 'rejected':
        this.log.error(`message ${message.id} was rejected: ${outcome.detail}`);
        await this.outbox.settle(em, message.id, 'rejected', { ...where, detail: outcome.detail });
        counts.rejected += 1;
        return 'next';
      case 'unknown':
        await this.settleUnknown(message, channel, outcome.detail);
        counts.unknown += 1;
        return 'next';
    }
  }

  private async settleUnknown(message: ClaimedMessage, channel: Channel | undefined, detail: string): Promise<void> {
    const { em } = this.database;
    const used = channel ?? (message.channel === undefined ? undefined : this.registry.find(message.channel));
    if (used?.capabilities.idempotent) {
      await this.outbox.release(em, message.id, 1, { detail });
    } else if (message.kind === 'escalation' && message.attempts < 2) {
      const text = this.messages.t('vi', 'notice.again', { text: message.body.text });
      await this.outbox.release(em, message.id, 5, { detail, body: { ...message.body, text } });
    } else {
      await this.outbox.settle(em, message.id, 'unknown', { detail });
    }
  }

  /** The chat to write to: the one named, else the newest reachable chat of the person on a channel of this process. */
  private async targetOf(message: ClaimedMessage): Promise<{ channel: Channel; address: string } | undefined> {
    if (message.channel !== undefined && message.address !== undefined) {
      const channel = this.registry.find(message.channel);
      return channel && { channel, address: message.address };
    }
    if (message.person === undefined) return undefined;
    for (const contact of await this.contacts.of(message.person)) {
      const channel = this.registry.find(contact.channel);
      if (channel) return { channel, address: contact.address };
    }
    return undefined;
  }

  private async keepPace(channel: Channel, address: string): Promise<void> {
    const { perSecond, perChatPerSecond } = channel.capabilities;
    await this.pass(`${channel.name}`, perSecond);
    await this.pass(`${channel.name} ${address}`, perChatPerSecond);
    if (this.paces.size > 20_000) this.paces.clear();
  }

  private async pass(key: string, perSecond: number): Promise<void> {
    const pace = this.paces.get(key) ?? new Pace(perSecond);
    this.paces.set(key, pace);
    for (let wait = pace.next(performance.now()); wait > 0; wait = pace.next(performance.now())) await sleep(wait);
  }
}
