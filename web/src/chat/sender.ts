import { ApiProblem } from '../api/client';
import type { Waiting } from './transcript';
import type { WaitingBox } from './waiting-box';

const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 15_000;
/** Answers that may be another one later; everything else below 500 is the server's last word. */
const TRY_AGAIN = [401, 408, 409, 425, 429];

interface Given {
  box: WaitingBox;
  deliver: (message: Waiting) => Promise<{ line: number }>;
  acknowledged: (message: Waiting, line: number) => void;
  changed: () => void;
}

/**
 * Sends what waits, one after the other in the order it was written, each under its own key until the server has it. The
 * server takes a key once, so trying again after a lost answer is harmless.
 */
export class Sender {
  private busy = false;
  private stopped = false;
  private pause = FIRST_PAUSE_MS;
  private timer?: ReturnType<typeof setTimeout>;

  constructor(private readonly given: Given) {}

  /** Sends now: something new waits, or the network came back. */
  wake(): void {
    clearTimeout(this.timer);
    if (!this.busy && !this.stopped) void this.run();
  }

  stop(): void {
    this.stopped = true;
    clearTimeout(this.timer);
  }

  private async run(): Promise<void> {
    this.busy = true;
    try {
      for (let next = this.next(); next && !this.stopped; next = this.next()) {
        if (!(await this.send(next))) {
          this.timer = setTimeout(() => this.wake(), this.pause);
          this.pause = Math.min(this.pause * 2, LONGEST_PAUSE_MS);
          return;
        }
        this.pause = FIRST_PAUSE_MS;
      }
    } finally {
      this.busy = false;
    }
  }

  private next(): Waiting | undefined {
    return this.given.box.all().find(({ refused }) => refused === undefined);
  }

  /** False where it must be tried again. */
  private async send(message: Waiting): Promise<boolean> {
    try {
      const { line } = await this.given.deliver(message);
      this.given.box.remove(message.key);
      this.given.acknowledged(message, line);
      return true;
    } catch (error) {
      if (!isFinal(error)) return false;
      this.given.box.put({ ...message, refused: error.message });
      this.given.changed();
      return true;
    }
  }
}

const isFinal = (error: unknown): error is ApiProblem =>
  error instanceof ApiProblem && error.status >= 400 && error.status < 500 && !TRY_AGAIN.includes(error.status);
