import { describe, expect, it } from '@jest/globals';
import { Patience } from './patience.js';

describe('a channel that cannot be reached', () => {
  it('rests a second, then twice as long each time, and never longer than told', () => {
    const patience = new Patience();
    let now = 0;
    const rests = Array.from({ length: 6 }, () => {
      const seconds = patience.failed(now, 15);
      now += seconds * 1000;
      return seconds;
    });
    expect(rests).toEqual([1, 2, 4, 8, 15, 15]);
  });

  it('rests no longer because many attempts failed together', () => {
    const patience = new Patience();
    expect([0, 10, 500].map((now) => patience.failed(now, 15))).toEqual([1, 0.99, 0.5]);
    expect(patience.failed(1000, 15)).toBe(2);
  });

  it('begins anew once it answered', () => {
    const patience = new Patience();
    patience.failed(0, 15);
    patience.failed(1000, 15);
    patience.worked();
    expect(patience.failed(5000, 15)).toBe(1);
  });
});
