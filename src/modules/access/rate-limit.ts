/** Keys kept at once. */
const MOST_KEYS = 10_000;

/**
 * Counts per key in a sliding minute, in this process: keeps one chat from flooding. Guesses at secrets are counted in the
 * database instead (TriesService, enrolment_miss).
 */
export class RateLimit {
  private readonly seen = new Map<string, number[]>();

  constructor(
    private readonly most: number,
    private readonly windowMs = 60_000,
  ) {}

  /** False when `key` has had its share within the window before `now` (milliseconds). */
  allows(key: string, now: number): boolean {
    const recent = (this.seen.get(key) ?? []).filter((at) => at > now - this.windowMs);
    const allowed = recent.length < this.most;
    if (allowed) recent.push(now);
    // Whoever came last stands last: made-up keys push out those that were silent longest, one by one.
    this.seen.delete(key);
    this.seen.set(key, recent);
    if (this.seen.size > MOST_KEYS) this.seen.delete(this.seen.keys().next().value!);
    return allowed;
  }
}
