import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Pace, type PaceStore } from '../../src/modules/channels/pace/index.js';

/** Two processes that share a store. */
export interface PaceHarness {
  stores: [PaceStore, PaceStore];
  /** Everything in it is lost, as after a crash. */
  lose(): Promise<void>;
  close(): Promise<void>;
}

const MOST = 20;

/** What both places in which the pace is kept promise. */
export function paceStoreContract(name: string, open: () => Promise<PaceHarness | undefined>): void {
  describe(`the pace in ${name}`, () => {
    let harness: PaceHarness | undefined;
    beforeAll(async () => {
      harness = await open();
    });
    afterAll(() => harness?.close());

    const both = () => harness!.stores;

    it('is empty where nobody wrote, and tells the time', async () => {
      const answer = await both()[0].read('new');
      expect(answer.text).toBe('');
      expect(Math.abs(answer.now - Date.now())).toBeLessThan(60_000);
    });

    it('is swapped only in the place of what was expected', async () => {
      const [here, there] = both();
      expect(await here.swap('a', '', 'one')).toBe(true);
      expect(await there.swap('a', '', 'two')).toBe(false);
      expect(await there.swap('a', 'one', 'two')).toBe(true);
      expect((await here.read('a')).text).toBe('two');
      expect((await here.read('b')).text).toBe('');
    });

    it('is swapped by exactly one of many that expect the same', async () => {
      const swaps = Array.from({ length: 20 }, (_, index) => both()[index % 2]!.swap('race', '', `${index}`));
      expect((await Promise.all(swaps)).filter(Boolean)).toHaveLength(1);
    });

    it('begins anew when it was lost', async () => {
      await both()[0].swap('lost', '', 'before');
      await harness!.lose();
      expect((await both()[1].read('lost')).text).toBe('');
      expect(await both()[1].swap('lost', '', 'after')).toBe(true);
    });

    it('keeps two processes that book as fast as they can within the limit in every window', async () => {
      const paces = both().map((store) => new Pace(store, 'shared', { most: MOST, windowMs: 500 }));
      const stamps: number[] = [];
      const until = performance.now() + 2500;
      const books = async (pace: Pace, who: number) => {
        for (let turn = 0; performance.now() < until; turn += 1) {
          const asks = [0, 1, 2].map((index) => ({ chat: `${who}-${turn}-${index}`, limits: [], horizonMs: 100 }));
          for (const slot of await pace.book(asks)) if ('stamp' in slot) stamps.push(slot.stamp);
        }
      };
      await Promise.all(paces.map(books));
      stamps.sort((a, b) => a - b);
      expect(stamps.length).toBeGreaterThan(2 * MOST);
      for (const [index, stamp] of stamps.entries()) {
        const later = stamps[index + MOST];
        if (later !== undefined) expect(later - stamp).toBeGreaterThanOrEqual(500);
      }
    });
  });
}
