import { Logger } from '@nestjs/common';
import type { ClaimedMessage } from '../outbox/index.js';
import type { Channel } from './channel.port.js';
import { Pace, type Limit, type PaceStore } from './pace/index.js';
import { Patience } from './patience.js';
import { Turnstile } from './turnstile.js';

/** How many messages of a process are under way on one limited channel, by priority; who is more urgent finds room for longer. */
const ROOM = [Infinity, Infinity, 180, 140, 100, 100];
/** What is written to a table of ours needs a connection of our pool. */
const AT_ONCE_TO_OURSELVES = 8;

/** The way out through one channel: its limits, kept together with the other processes, and the line before it. */
export class Gate {
  private readonly turnstile: Turnstile;
  private readonly pace?: Pace;
  /** When, as far as we know, a message that is put back now can go; by the monotonic clock. */
  private backAt = 0;
  private admitted = 0;
  private readonly patience = new Patience();

  constructor(
    readonly channel: Channel,
    store: PaceStore,
  ) {
    const { perSecond, perChatPerSecond, perMinutePerGroup } = channel.capabilities;
    const limited = perSecond ?? perChatPerSecond ?? perMinutePerGroup;
    const all = perSecond === undefined ? undefined : { most: perSecond, windowMs: 1000 };
    if (limited !== undefined) this.pace = new Pace(store, channel.name, all);
    const log = new Logger('delivery');
    const trouble = (error: Error) => log.warn(`${channel.name}: ${error.message}`);
    const ours = limited === undefined && channel.capabilities.idempotent;
    this.turnstile = new Turnstile(this.pace, trouble, ours ? AT_ONCE_TO_OURSELVES : undefined);
  }

  /** Whether the message may wait here, until it has `left`; otherwise it is put back into the ledger, where others find it. */
  admits(message: ClaimedMessage): boolean {
    if (this.pace !== undefined && this.admitted >= (ROOM[message.priority] ?? 0)) return false;
    this.admitted += 1;
    return true;
  }

  left(): void {
    this.admitted -= 1;
  }

  /** In how many seconds a message that finds no room should be taken again. */
  backInSeconds(): number {
    const now = performance.now();
    const { perSecond = 30 } = this.channel.capabilities;
    // A second early, so that the line never runs dry.
    this.backAt = Math.max(this.backAt, now + 1000) + 1000 / perSecond;
    return (this.backAt - now - 1000) / 1000;
  }

  through<T>(
    message: ClaimedMessage,
    address: string,
    prepare: () => Promise<boolean>,
    act: () => Promise<T>,
  ): Promise<T | undefined> {
    const { priority, seq } = message;
    const turn = { chat: address, limits: this.limitsOf(address), priority, seq, urgent: priority <= 1 };
    return this.turnstile.through(turn, prepare, act);
  }

  /** No connection stood: the whole channel rests. Gives for how many seconds. */
  async unreached(mostSeconds: number): Promise<number> {
    const seconds = this.patience.failed(performance.now(), mostSeconds);
    await this.hold(seconds).catch(() => undefined);
    return seconds;
  }

  /** The other side answered something. */
  reached(): void {
    this.patience.worked();
  }

  /** The provider wants silence on the whole channel. */
  async hold(seconds: number): Promise<void> {
    await this.pace?.hold(seconds);
  }

  private limitsOf(address: string): Limit[] {
    const { perChatPerSecond, perMinutePerGroup } = this.channel.capabilities;
    const limits: Limit[] = [];
    if (perChatPerSecond !== undefined) limits.push({ most: perChatPerSecond, windowMs: 1000 });
    if (perMinutePerGroup !== undefined && this.channel.isGroup?.(address)) {
      limits.push({ most: perMinutePerGroup, windowMs: 60_000 });
    }
    return limits;
  }
}
