import { Redis } from 'ioredis';
import type { PaceStore } from './pace-store.js';

/** Nothing that is kept matters any longer than this; nobody has to clear it away. */
const KEPT_MS = 120_000;

const SCRIPT = `
local time = redis.call('time')
local held = redis.call('get', KEYS[1]) or ''
local swapped = 0
if ARGV[1] == 'swap' and held == ARGV[2] then
  redis.call('set', KEYS[1], ARGV[3], 'PX', ${KEPT_MS})
  swapped = 1
end
return { swapped, held, time[1], time[2] }`;

type Answer = [swapped: number, held: string, seconds: string, microseconds: string];

/** In Redis: one script, which reads or puts. */
export class RedisPaceStore implements PaceStore {
  private readonly redis: Redis;

  constructor(url: string) {
    // Whoever waits for a slot would rather be told than wait for a server that is away.
    this.redis = new Redis(url, {
      maxRetriesPerRequest: 1,
      connectTimeout: 2000,
      commandTimeout: 1000,
      lazyConnect: true,
    });
    this.redis.on('error', () => undefined);
  }

  async read(name: string): Promise<{ text: string; now: number }> {
    const [, text, seconds, microseconds] = await this.ask(name, 'read', '', '');
    return { text, now: Number(seconds) * 1000 + Number(microseconds) / 1000 };
  }

  async swap(name: string, expected: string, text: string): Promise<boolean> {
    return (await this.ask(name, 'swap', expected, text))[0] === 1;
  }

  close(): void {
    this.redis.disconnect();
  }

  private async ask(name: string, ...given: string[]): Promise<Answer> {
    return (await this.redis.eval(SCRIPT, 1, `nhip:pace:${name}`, ...given)) as Answer;
  }
}
