import { Injectable, Logger } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';
import { type ClaimedMessage, ClaimsService, type DoorAnswer, OutboxService } from '../outbox/index.js';
import { ContactsService } from '../units/index.js';
import { ChannelRegistry } from './channel-registry.js';
import { contactsInOrder } from './contacts-in-order.js';
import { type DeliveryCounts, noCounts } from './delivery-counts.js';
import type { Gate } from './gate.js';
import { Postman } from './postman.js';

/** Messages taken with one statement. */
const BATCH = 500;
/** Messages of one pass under way at once; those of a limited channel wait in the ledger rather than here. */
const MOST_UNDER_WAY = 1500;
/** So long a pass takes what it finds. */
const PASS_MS = 60_000;

interface Target {
  gate: Gate;
  address: string;
}

interface Going extends Target {
  message: ClaimedMessage;
}

/** One run over what is due: what is under way, and what became of the rest. */
class Pass {
  readonly counts = noCounts();
  underWay = 0;
  /** Messages were put back until then (monotonic): the pass is not over before. */
  backUntil = 0;
  private kicked = false;
  private wake?: () => void;

  /** Keeps `work` under way; it must not fail. What it puts back while the ledger is being asked is asked for again. */
  follow(work: Promise<void>): void {
    this.underWay += 1;
    void work.then(() => {
      this.underWay -= 1;
      this.kick();
    });
  }

  /** There may be something new to take. */
  kick(): void {
    this.kicked = true;
    this.wake?.();
  }

  /** Whether it was kicked since it was asked last. */
  again(): boolean {
    const was = this.kicked;
    this.kicked = false;
    return was;
  }

  /** Until something that is under way has ended, or a kick, or so long. */
  async change(atMostMs?: number): Promise<void> {
    if (this.kicked) return;
    const late = new AbortController();
    const woken = new Promise<void>((resolve) => (this.wake = resolve));
    const waits = atMostMs === undefined ? [] : [sleep(atMostMs, undefined, { signal: late.signal })];
    await Promise.race([woken, ...waits]);
    late.abort();
    // What ends together is seen together.
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/**
 * Sends what is due. The ledger decides: a row is claimed before the attempt, marked as being sent when a second attempt
 * would show, and settled after it. docs/delivery.md says what that guarantees for each kind.
 */
@Injectable()
export class DeliveryService {
  private readonly log = new Logger('delivery');
  private current?: Pass;

  constructor(
    private readonly outbox: OutboxService,
    private readonly claims: ClaimsService,
    private readonly contacts: ContactsService,
    private readonly registry: ChannelRegistry,
    private readonly postman: Postman,
  ) {}

  /** Sends until nothing is due. Several may run at once, here and in other processes. */
  deliverDue(): Promise<DeliveryCounts> {
    return this.run(new Pass());
  }

  /**
   * What is due goes out soon: a pass that runs already takes it along, then undefined is the answer; else one begins and its
   * counts are the answer. It takes nothing new after a while, so that its counts are told; another one may begin then.
   */
  async deliverSoon(): Promise<DeliveryCounts | undefined> {
    if (this.current) {
      this.current.kick();
      return undefined;
    }
    const pass = new Pass();
    this.current = pass;
    const letGo = () => {
      if (this.current === pass) this.current = undefined;
    };
    return this.run(pass, performance.now() + PASS_MS, letGo).finally(letGo);
  }

  private async run(pass: Pass, until = Infinity, takesNoMore = () => {}): Promise<DeliveryCounts> {
    for (;;) {
      const now = performance.now();
      if (now >= until) takesNoMore();
      pass.again();
      const claimed = now < until ? await this.claims.claim(BATCH) : [];
      if (claimed.length > 0) pass.follow(this.handOver(claimed, pass));
      else if (pass.underWay > 0) await pass.change();
      else if (now < Math.min(until, pass.backUntil)) await pass.change(50);
      else if (!pass.again() || now >= until) return pass.counts;
      while (pass.underWay > MOST_UNDER_WAY) await pass.change();
    }
  }

  /**
   * What a sender that died left claimed: due again where it was not being sent yet, else sent again or unknown by its kind.
   * That is whose lease ran out, and what the processes `gone`, or any at all, have taken.
   */
  async settleAbandoned(gone: readonly number[] | 'all' = []): Promise<number> {
    const { again, unknown } = await this.claims.abandoned(gone);
    return again + unknown;
  }

  /** Finds where each goes, puts back what has no room there, asks at the door about the rest, and sends it lane by lane. */
  private async handOver(claimed: readonly ClaimedMessage[], pass: Pass): Promise<void> {
    const going: Going[] = [];
    try {
      const targets = await this.targetsOf(claimed);
      for (const message of claimed) {
        const target = targets.get(message.id);
        if (this.mayGo(message, target, pass)) going.push({ message, ...target });
      }
      const answers = await this.outbox.askAtTheDoor(going.map(({ message }) => message));
      for (const lane of Map.groupBy(going, ({ message }) => message.lane).values()) {
        pass.follow(this.deliverLane(lane, answers, pass.counts));
      }
    } catch (error) {
      this.log.error(`a batch of ${claimed.length}: ${String(error)}`, (error as Error).stack);
      for (const { gate } of going) gate.left();
      await Promise.all(claimed.map((message) => this.postman.putBack(message, 10, String(error))));
    }
  }

  private mayGo(message: ClaimedMessage, target: Target | undefined, pass: Pass): target is Target {
    if (!target) {
      pass.counts.unreachable += 1;
      pass.follow(this.postman.record({ message, state: 'unreachable', detail: 'nobody-linked' }));
      return false;
    }
    if (target.gate.admits(message)) return true;
    const seconds = target.gate.backInSeconds();
    pass.counts.postponed += 1;
    pass.backUntil = Math.max(pass.backUntil, performance.now() + seconds * 1000 + 1000);
    pass.follow(this.postman.putBack(message, seconds));
    return false;
  }

  /** Messages of one lane go one after the other; when one must wait, those behind it wait too. */
  private async deliverLane(
    lane: readonly Going[],
    answers: ReadonlyMap<string, DoorAnswer>,
    counts: DeliveryCounts,
  ): Promise<void> {
    let waits = false;
    for (const { message, gate, address } of lane) {
      if (waits) await this.postman.putBack(message, 0);
      else waits = (await this.postman.deliver(message, answers.get(message.id)!, gate, address, counts)) === 'wait';
      gate.left();
    }
  }

  /** The chat each goes to: the one named, else the person's first reachable chat, on a preferred channel where there is one. */
  private async targetsOf(messages: readonly ClaimedMessage[]): Promise<Map<string, Target>> {
    const anywhere = messages.flatMap((message) => (message.channel === undefined ? (message.person ?? []) : []));
    const contacts = await this.contacts.ofAll(anywhere);
    const found = new Map<string, Target>();
    for (const message of messages) {
      const named = message.channel !== undefined && message.address !== undefined;
      const places = named
        ? [{ channel: message.channel!, address: message.address! }]
        : (contacts.get(message.person ?? '') ?? []);
      const find = (name: string) => this.registry.find(name);
      const here = named
        ? places.filter(({ channel }) => find(channel))
        : contactsInOrder(places, find).map(({ contact }) => contact);
      const preferred = message.prefer.flatMap((name) => here.find(({ channel }) => channel === name) ?? []);
      const place = preferred[0] ?? here[0];
      if (place) found.set(message.id, { gate: this.postman.gateOf(place.channel), address: place.address });
    }
    return found;
  }
}
