import { setTimeout as sleep } from 'node:timers/promises';
import {
  bookSlots,
  noPace,
  type Booked,
  type Limit,
  type Moved,
  type PaceState,
  type SlotAsk,
  type Wait,
} from './book-slots.js';
import type { PaceStore } from './pace-store.js';

/** A slot of a channel: when it is, by this process's monotonic clock, and the name under which the store knows it. */
export interface Slot {
  at: number;
  stamp: number;
}

/**
 * Providers count by their own clock, and a message may be a few milliseconds longer on its way than the one thirty before it:
 * so much longer we take every window to be.
 */
export const MARGIN_MS = 9;
/** Whoever comes later than this to its slot must tell, or the margin would be used up. */
const LATE_MS = 4;
/** So late that the slot a second behind it may have been booked already: then another one is taken. */
const TOO_LATE_MS = 400;
const TELL_WITHIN_MS = 20;

/** How long before its slot a message is made ready; longer where slots were missed. */
const LEAD_MS = { least: 6, most: 250 };

const TRIES = 50;
const SAMPLES = 64;
const WARM_UP = 5;

/** The limits of one channel, kept by all processes together. */
export class Pace {
  private missed: number[] = [];
  private moved: Moved[] = [];
  private telling?: NodeJS.Timeout;
  private leadMs = LEAD_MS.least;
  /** How far this process's clock is behind the store's, as told by each of the last answers: too little by its way here. */
  private readonly samples: number[] = [];

  constructor(
    private readonly store: PaceStore,
    private readonly name: string,
    private readonly limit?: Limit,
    private readonly marginMs = MARGIN_MS,
  ) {}

  /** Books a slot for each ask, in order; where there is none soon enough it says when to ask again. */
  async book(asks: readonly SlotAsk[]): Promise<(Slot | Wait)[]> {
    const wider = asks.map((ask) => ({ ...ask, limits: ask.limits.map((one) => this.widened(one)) }));
    const limit = this.limit && this.widened(this.limit);
    // The first answers tell how far apart the clocks are.
    while (this.samples.length < WARM_UP) await this.ask();
    const { missed, moved } = this;
    this.missed = [];
    this.moved = [];
    const booked = await this.change((state, now) =>
      bookSlots(state, { asks: wider, limit, missed, moved, leadMs: this.leadMs, now }),
    );
    return booked.map((one) => ('at' in one ? { at: one.at + this.offset(), stamp: one.at } : one));
  }

  /** The provider wants silence on the whole channel for so long. */
  async hold(seconds: number): Promise<void> {
    await this.change((state, now) => ({
      state: { ...state, heldUntil: Math.max(state.heldUntil ?? 0, now + seconds * 1000) },
      booked: undefined,
    }));
  }

  /**
   * Waits for a booked slot; false where it was missed by so much that another one is needed. Where it is a little late the
   * store is told when it was used in truth: what comes a second after it keeps its distance from that.
   */
  async comes(slot: Slot): Promise<boolean> {
    for (let left = slot.at - performance.now(); left > 0; left = slot.at - performance.now()) {
      // Timers are a millisecond late at best: the last one is spent turning.
      await (left > 2 ? sleep(left - 1.5) : new Promise((resolve) => setImmediate(resolve)));
    }
    const lateMs = performance.now() - slot.at;
    this.leadMs = Math.min(LEAD_MS.most, Math.max(LEAD_MS.least, this.leadMs * (lateMs <= LATE_MS ? 0.97 : 1.5)));
    if (lateMs <= LATE_MS) return true;
    if (lateMs > TOO_LATE_MS) {
      this.missed.push(slot.stamp);
      return false;
    }
    this.moved.push({ from: slot.stamp, to: slot.stamp + lateMs });
    this.tell();
    return true;
  }

  /** Tells of late ones soon, should no booking do so before. */
  private tell(): void {
    this.telling ??= setTimeout(() => {
      this.telling = undefined;
      // The next booking tells what was not told now.
      if (this.moved.length > 0) this.book([]).catch(() => undefined);
    }, TELL_WITHIN_MS);
  }

  private async change<T = Booked[]>(
    work: (state: PaceState, now: number) => { state: PaceState; booked: T },
  ): Promise<T> {
    for (let tries = 0; tries < TRIES; tries += 1) {
      const { text, now } = await this.ask();
      const { state, booked } = work(text === '' ? noPace : (JSON.parse(text) as PaceState), now);
      if (await this.store.swap(this.name, text, JSON.stringify(state))) return booked;
    }
    throw new Error(`the pace of ${this.name} could not be agreed on`);
  }

  private async ask(): ReturnType<PaceStore['read']> {
    const answer = await this.store.read(this.name);
    this.sample(performance.now() - answer.now);
    return answer;
  }

  private sample(offset: number): void {
    // One of the clocks was set: what was known is void.
    if (Math.abs(offset - (this.samples[0] ?? offset)) > 1000) this.samples.length = 0;
    this.samples.push(offset);
    if (this.samples.length > SAMPLES) this.samples.shift();
  }

  private offset(): number {
    return Math.min(...this.samples);
  }

  private widened({ most, windowMs }: Limit): Limit {
    return { most, windowMs: windowMs + this.marginMs };
  }
}
