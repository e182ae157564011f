import { tooManyRequests } from './refusal.js';

/** So many sends within a sliding span of seconds. */
interface Limit {
  most: number;
  seconds: number;
}

/** The published limits: one message a second in a chat, 20 a minute in a group, 30 a second in all. */
const PER_CHAT: Limit = { most: 1, seconds: 1 };
const PER_GROUP: Limit = { most: 20, seconds: 60 };
const IN_ALL: Limit = { most: 30, seconds: 1 };

/** Counts sends by `clock` (milliseconds) and refuses what is too much with 429 and the seconds to wait. */
export class Limits {
  private readonly sent = new Map<string, number[]>();

  constructor(private readonly clock: () => number) {}

  /** Counts one send to a chat; throws where it comes too early, and then does not count it. */
  pass(chat: number): void {
    const watched: [string, Limit][] = [
      ['all', IN_ALL],
      [String(chat), PER_CHAT],
      ...(chat < 0 ? [[`group ${chat}`, PER_GROUP] as [string, Limit]] : []),
    ];
    const wait = Math.max(...watched.map(([key, limit]) => this.waitFor(key, limit)));
    if (wait > 0) throw tooManyRequests(wait);
    for (const [key] of watched) this.sent.get(key)!.push(this.clock());
  }

  private waitFor(key: string, { most, seconds }: Limit): number {
    const now = this.clock();
    const recent = (this.sent.get(key) ?? []).filter((at) => at > now - seconds * 1000);
    this.sent.set(key, recent);
    const oldest = recent[recent.length - most];
    return oldest === undefined ? 0 : Math.max(1, Math.ceil((oldest + seconds * 1000 - now) / 1000));
  }
}
