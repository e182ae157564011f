/**
 * How long a channel that could not be reached is left alone: a second at first, because one connection may just have been
 * unlucky and hundreds of chats wait behind it, twice as long each time it still cannot. Attempts that were under way together
 * fail together and count once.
 */
export class Patience {
  private seconds = 0;
  private until = 0;

  /** An attempt failed at `now` (milliseconds); gives for how many seconds the channel rests, `most` at the longest. */
  failed(now: number, most: number): number {
    if (now >= this.until) {
      this.seconds = Math.min(most, Math.max(1, this.seconds * 2));
      this.until = now + this.seconds * 1000;
    }
    return (this.until - now) / 1000;
  }

  /** It answered, whatever it said. */
  worked(): void {
    this.seconds = 0;
  }
}
