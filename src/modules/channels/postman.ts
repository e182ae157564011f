import { Inject, Injectable, Logger } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';
import { Database } from '../database/index.js';
import {
  type Body,
  type ClaimedMessage,
  ClaimsService,
  type DoorAnswer,
  type Hours,
  guaranteeOf,
  type SendOutcome,
  type Settlement,
  type Unsent,
} from '../outbox/index.js';
import { CLOCK, MESSAGES, type Clock, type Messages } from '../shared/index.js';
import { ContactsService } from '../units/index.js';
import { ChannelRegistry } from './channel-registry.js';
import { ComposeService } from './compose.service.js';
import type { DeliveryCounts } from './delivery-counts.js';
import { Gate } from './gate.js';
import { SharedPaceStore } from './pace/index.js';

/** What became of an attempt is told the ledger for so long, should the database be away; then the lease runs out. */
const TELL_AGAIN_MS = [100, 300, 1000, 3000, 10_000, 20_000];

/** Who waits for longer may meanwhile have said the same again, and been answered. */
const WAITED_MS = 1000;

/** Nothing was sent: the door is asked once more. */
const TOO_LATE: SendOutcome = { outcome: 'retry', afterSeconds: 0, scope: 'chat' };

/** Brings one message to one chat, and tells the ledger what became of it. Nothing here ever fails. */
@Injectable()
export class Postman {
  private readonly log = new Logger('delivery');
  private readonly gates = new Map<string, Gate>();

  constructor(
    private readonly database: Database,
    private readonly claims: ClaimsService,
    private readonly contacts: ContactsService,
    private readonly registry: ChannelRegistry,
    private readonly compose: ComposeService,
    private readonly pace: SharedPaceStore,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(MESSAGES) private readonly messages: Messages,
  ) {}

  /** The way out through a channel of this process. */
  gateOf(name: string): Gate {
    const channel = this.registry.find(name);
    if (!channel) throw new Error(`there is no channel ${name}`);
    const gate = this.gates.get(name) ?? new Gate(channel, this.pace);
    this.gates.set(name, gate);
    return gate;
  }

  async record(settlement: Settlement): Promise<void> {
    for (const pause of [...TELL_AGAIN_MS, undefined]) {
      try {
        return await this.claims.settle(settlement);
      } catch (error) {
        if (pause === undefined) this.log.error(`message ${settlement.message.id}: ${String(error)}`);
        else await sleep(pause);
      }
    }
  }

  /** Due again after so many seconds. */
  putBack(message: ClaimedMessage, afterSeconds: number, detail?: string): Promise<void> {
    return this.record({ message, state: 'due', afterSeconds, detail });
  }

  /** Sends the message as the door wants it. `wait`: it was put back, and what follows in its lane must wait too. */
  async deliver(
    message: ClaimedMessage,
    answer: DoorAnswer,
    gate: Gate,
    address: string,
    counts: DeliveryCounts,
  ): Promise<'next' | 'wait'> {
    if ('skip' in answer) {
      counts.skipped += 1;
      await this.record({ message, state: 'skipped', detail: answer.skip });
      return 'next';
    }
    if ('holdUntil' in answer) {
      counts.postponed += 1;
      await this.record({ message, state: 'due', afterSeconds: 0, notBefore: answer.holdUntil });
      return 'next';
    }
    try {
      if (await this.isSaidAlready(message)) {
        counts.skipped += 1;
        await this.record({ message, state: 'skipped', detail: 'said-already' satisfies Unsent });
        return 'next';
      }
      return await this.send(message, answer, gate, address, counts);
    } catch (error) {
      // The file could not be made, or the database failed between an answer and our taking note: surely not accepted.
      this.log.error(`message ${message.id}: ${String(error)}`, (error as Error).stack);
      await this.putBack(message, 30, String(error));
      return 'wait';
    }
  }

  private async isSaidAlready(message: ClaimedMessage): Promise<boolean> {
    if (message.kind !== 'reply' || message.rest) return false;
    const waited = this.clock.now().getTime() - message.writtenAt.getTime();
    return (message.body.repeats === true || waited > WAITED_MS) && this.claims.saidAlready(message);
  }

  private async send(
    message: ClaimedMessage,
    { send: wanted, within }: { send: Body; within?: Hours },
    gate: Gate,
    address: string,
    counts: DeliveryCounts,
  ): Promise<'next' | 'wait'> {
    const { channel } = gate;
    const body = message.again && !message.rest ? this.marked(wanted) : wanted;
    const pieces = await this.compose.piecesFor(body, channel.capabilities, { person: message.person });
    const fence = this.fence(message, channel.name, address, channel.capabilities.idempotent);
    let outcome: SendOutcome = { outcome: 'rejected', detail: 'empty' };
    for (const [index, { outgoing, rest }] of pieces.entries()) {
      const key = pieces.length > 1 ? `${message.key}#${index + 1}` : message.key;
      const sent = await gate
        .through(message, address, fence, async () =>
          this.mayLeave(within) ? channel.send(address, outgoing, key) : TOO_LATE,
        )
        // Adapters do not throw; where one does, nobody knows what had happened by then.
        .catch((error: unknown): SendOutcome => ({ outcome: 'unknown', detail: String(error) }));
      // The claim ran out while the message waited: somebody else has it and what follows it, or nobody yet; then it is due again.
      if (sent === undefined) {
        await this.putBack(message, 0);
        return 'wait';
      }
      outcome = sent;
      // What the person has read already is not sent again: the rest of the text goes later.
      if (outcome.outcome !== 'sent') {
        return this.conclude(message, gate, address, outcome, counts, index > 0 ? rest : undefined);
      }
    }
    return this.conclude(message, gate, address, outcome, counts);
  }

  /** Whether the hours that the door knew of are not over, however long the message stood in line. */
  private mayLeave(within: Hours | undefined): boolean {
    const now = this.clock.now();
    return within === undefined || (now >= within.from && now < within.until);
  }

  /** Before the first part: marks the message as being sent, where a second attempt would show. */
  private fence(
    message: ClaimedMessage,
    channel: string,
    address: string,
    idempotent: boolean,
  ): () => Promise<boolean> {
    let mine = idempotent;
    return async () => {
      mine ||= await this.claims.begin({ message, channel, address }).catch(() => false);
      return mine;
    };
  }

  private async conclude(
    message: ClaimedMessage,
    gate: Gate,
    address: string,
    outcome: SendOutcome,
    counts: DeliveryCounts,
    rest?: Body,
  ): Promise<'next' | 'wait'> {
    const { channel } = gate;
    const where = { channel: channel.name, address };
    const again = { message, state: 'due' as const, body: rest, rest: rest !== undefined };
    if (outcome.outcome !== 'unreached') gate.reached();
    switch (outcome.outcome) {
      case 'sent':
        counts.sent += 1;
        await this.record({ message, state: 'sent', ...where, providerId: outcome.providerId });
        return 'next';
      case 'retry':
        counts.retried += 1;
        if (outcome.scope === 'global') await gate.hold(outcome.afterSeconds).catch(() => undefined);
        await this.record({ ...again, afterSeconds: outcome.afterSeconds });
        return 'wait';
      case 'unreached':
        counts.retried += 1;
        await this.record({ ...again, afterSeconds: await gate.unreached(outcome.mostSeconds) });
        return 'wait';
      case 'moved':
        counts.retried += 1;
        await this.contacts.move(this.database.em, channel.name, address, outcome.to);
        await this.record({ ...again, afterSeconds: 0, address: outcome.to });
        return 'wait';
      case 'unreachable':
        counts.unreachable += 1;
        await this.contacts.markUnreachable(this.database.em, channel.name, address, outcome.why, this.clock.now());
        // A notice goes on to the person's next chat at once; a reply belongs to this one only.
        if (message.channel === undefined) {
          await this.record({ message, state: 'due', afterSeconds: 0, detail: outcome.why });
          return 'wait';
        }
        await this.record({ message, state: 'unreachable', ...where, detail: outcome.why });
        return 'next';
      case 'rejected':
        counts.rejected += 1;
        this.log.error(`message ${message.id} was rejected: ${outcome.detail}`);
        await this.record({ message, state: 'rejected', ...where, detail: outcome.detail });
        return 'next';
      case 'unknown':
        counts.unknown += 1;
        await this.recordUnknown(message, channel.capabilities.idempotent, where, outcome.detail);
        return 'next';
    }
  }

  /** Nobody knows whether it arrived: sent again where that shows nothing twice or is owed, else left at that. */
  private async recordUnknown(
    message: ClaimedMessage,
    idempotent: boolean,
    where: { channel: string; address: string },
    detail: string,
  ): Promise<void> {
    if (idempotent) await this.record({ message, state: 'due', afterSeconds: 1, detail });
    else if (guaranteeOf(message.kind) === 'at-least-once' && !message.again) {
      await this.record({ message, state: 'due', afterSeconds: 5, again: true, detail });
    } else await this.record({ message, state: 'unknown', ...where, detail });
  }

  private marked(body: Body): Body {
    return { ...body, text: this.messages.t('vi', 'notice.again', { text: body.text }) };
  }
}
