/** At the latest after so long we look again: another process may have written what we were not told of. */
const LOOK_MS = 15_000;
/** What is due and could not be taken (its lane is under way elsewhere) is asked for less and less often. */
const BREATH_MS = { first: 5, longest: 250 };

/**
 * Rings when the next message is due, to the millisecond. The queue carries the news that something was written; for the
 * hour at which it is due a timer of our own is more exact than any queue. Lost with the process, and found again by the
 * next one that looks.
 */
export class Alarm {
  private timer?: NodeJS.Timeout;
  private stopped = false;
  private breathMs = BREATH_MS.first;

  /** `nextInMs` says when the next one is due, undefined where none waits; `ring` must not fail. */
  constructor(
    private readonly nextInMs: () => Promise<number | undefined>,
    private readonly ring: () => void,
  ) {}

  /** Looks when to ring next; in the place of what it was set to. */
  async set(): Promise<void> {
    const inMs = await this.nextInMs().catch(() => undefined);
    if (this.stopped) return;
    clearTimeout(this.timer);
    if (inMs === undefined || inMs >= LOOK_MS) {
      this.timer = setTimeout(() => void this.set(), LOOK_MS);
    } else {
      this.breathMs = inMs > 0 ? BREATH_MS.first : Math.min(BREATH_MS.longest, this.breathMs * 2);
      this.timer = setTimeout(() => this.ring(), inMs > 0 ? inMs : this.breathMs);
    }
    this.timer.unref();
  }

  stop(): void {
    this.stopped = true;
    clearTimeout(this.timer);
  }
}
