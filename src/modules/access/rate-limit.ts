/** Counts tries per key in a sliding minute, in this process: slows down guessing, is no accounting. */
export class RateLimit {
  private readonly tries = new Map<string, number[]>();

  constructor(
    private readonly most: number,
    private readonly windowMs = 60_000,
  ) {}

  /** False when `key` has had its tries within the window before `now` (milliseconds). */
  allows(key: string, now: number): boolean {
    const recent = (this.tries.get(key) ?? []).filter((at) => at > now - this.windowMs);
    const allowed = recent.length < this.most;
    if (allowed) recent.push(now);
    this.tries.set(key, recent);
    // Forgotten keys must not pile up.
    if (this.tries.size > 10_000) this.tries.clear();
    return allowed;
  }
}
