import { describe, expect, it } from '@jest/globals';
import { RateLimit } from './rate-limit.js';

describe('the share of a chat', () => {
  it('comes back as its minute passes', () => {
    const limit = new RateLimit(2);
    expect([limit.allows('mai', 0), limit.allows('mai', 1), limit.allows('mai', 2)]).toEqual([true, true, false]);
    expect(limit.allows('mai', 60_001)).toBe(true);
  });

  it('is not given anew to whoever goes on while others make up ten thousand keys', () => {
    const limit = new RateLimit(2);
    for (let at = 0; at < 30_000; at += 1) {
      limit.allows(`made up ${at}`, 0);
      if (at % 5000 === 0) limit.allows('mai', 0);
    }
    expect(limit.allows('mai', 1)).toBe(false);
  });
});
