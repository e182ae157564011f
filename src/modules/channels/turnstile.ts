import type { Wait } from './pace/book-slots.js';
import type { Limit } from './pace/index.js';
import type { Pace, Slot } from './pace/pace.js';

/** Attempts under way at once on one channel; the last ones are kept for urgent messages, so that a silent provider stops no reply. */
const AT_ONCE = 64;
const FOR_URGENT = 16;
/** Slots asked for at once. */
const BATCH = 8;
/** Who is urgent may book further ahead and so passes before the others. Nobody books a second ahead: a late one is told by then. */
const HORIZON_MS = { urgent: 500, other: 250 };
/** Several slots are asked for at once rather than each when it comes. */
const PATIENCE_MS = 100;

/** Who wants through: to which chat, how urgent (0 first), and its place among equals. */
export interface Turn {
  chat: string;
  limits: readonly Limit[];
  priority: number;
  seq: number;
  urgent: boolean;
}

interface Waiting extends Turn {
  notBefore: number;
  enter(slot: Slot | undefined): void;
}

/** Lets the attempts of one channel through: the most urgent first, within the limits, not too many at once. */
export class Turnstile {
  private readonly line: Waiting[] = [];
  private readonly channelNotBefore = { urgent: 0, other: 0 };
  private underWay = 0;
  private busy = false;
  private wanted = false;
  private timer?: NodeJS.Timeout;

  /** Without a pace nothing limits but the number of attempts at once. `onTrouble` is told when the pace's store fails. */
  constructor(
    private readonly pace: Pace | undefined,
    private readonly onTrouble: (error: Error) => void,
    private readonly atOnce = AT_ONCE,
  ) {}

  /**
   * Waits for the turn, prepares (a moment before it comes) and acts. Gives what came of it, or undefined where the
   * preparation said no.
   */
  async through<T>(turn: Turn, prepare: () => Promise<boolean>, act: () => Promise<T>): Promise<T | undefined> {
    let prepared = false;
    for (;;) {
      const slot = await this.enter(turn);
      try {
        if (!prepared && !(await prepare())) return undefined;
        prepared = true;
        if (slot === undefined || (await this.pace!.comes(slot))) return await act();
      } finally {
        this.underWay -= 1;
        this.next();
      }
    }
  }

  private enter(turn: Turn): Promise<Slot | undefined> {
    return new Promise((enter) => {
      const waiting = { ...turn, notBefore: 0, enter };
      let place = this.line.length;
      while (place > 0 && isBefore(turn, this.line[place - 1]!)) place -= 1;
      this.line.splice(place, 0, waiting);
      this.next();
    });
  }

  private next(): void {
    this.wanted = true;
    if (!this.busy) void this.work();
  }

  private async work(): Promise<void> {
    this.busy = true;
    while (this.wanted) {
      this.wanted = false;
      await this.letThrough();
    }
    this.busy = false;
  }

  private async letThrough(): Promise<void> {
    for (let first = this.firstOfLine(); first.length > 0; first = this.firstOfLine()) {
      let booked: (Slot | Wait | undefined)[] = first.map(() => undefined);
      try {
        if (this.pace) {
          booked = await this.pace.book(first.map((one) => ({ ...one, horizonMs: HORIZON_MS[sortOf(one)] })));
        }
      } catch (error) {
        this.onTrouble(error as Error);
        booked = first.map(() => ({ waitMs: 1000, who: 'channel' }));
      }
      for (const [index, one] of first.entries()) this.answer(one, booked[index]);
    }
    this.ringLater();
  }

  private answer(one: Waiting, booked: Slot | Wait | undefined): void {
    if (booked && 'waitMs' in booked) {
      const until = (ms: number) => performance.now() + ms;
      if (booked.who === 'chat') one.notBefore = until(booked.waitMs);
      else this.channelNotBefore[sortOf(one)] = until(Math.max(booked.waitMs, PATIENCE_MS));
      return;
    }
    this.line.splice(this.line.indexOf(one), 1);
    this.underWay += 1;
    one.enter(booked);
  }

  /** Those of whom the next slots may be asked now. */
  private firstOfLine(): Waiting[] {
    const now = performance.now();
    const found: Waiting[] = [];
    for (const one of this.line) {
      const room = this.atOnce - (one.urgent ? 0 : Math.floor((this.atOnce * FOR_URGENT) / AT_ONCE));
      // Behind it are only less urgent ones.
      if (this.underWay + found.length >= room) break;
      if (one.notBefore <= now && this.channelNotBefore[sortOf(one)] <= now) found.push(one);
      if (found.length === BATCH && this.pace) break;
    }
    return found;
  }

  /** Nobody may go now: look again when somebody may. */
  private ringLater(): void {
    const now = performance.now();
    const times = this.line.map((one) => Math.max(one.notBefore, this.channelNotBefore[sortOf(one)]));
    clearTimeout(this.timer);
    // Somebody's time may have come since we looked; who only lacks room is called when somebody leaves.
    if (this.firstOfLine().length > 0) this.wanted = true;
    const later = times.filter((at) => at > now);
    if (later.length > 0) this.timer = setTimeout(() => this.next(), Math.min(...later) - now + 1);
  }
}

const sortOf = (turn: Turn): 'urgent' | 'other' => (turn.urgent ? 'urgent' : 'other');
const isBefore = (a: Turn, b: Turn): boolean => a.priority < b.priority || (a.priority === b.priority && a.seq < b.seq);
