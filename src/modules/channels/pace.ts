/** Keeps a sender within so many messages in any second, by remembering when the last ones went. */
export class Pace {
  private sent: number[] = [];

  constructor(private readonly perSecond: number) {}

  /** How many milliseconds to wait before the next one may go at `now`; 0 = now, and it is counted. */
  next(now: number): number {
    this.sent = this.sent.filter((at) => at > now - 1000);
    const oldest = this.sent[this.sent.length - this.perSecond];
    if (oldest !== undefined) return oldest + 1000 - now + 1;
    this.sent.push(now);
    return 0;
  }
}
