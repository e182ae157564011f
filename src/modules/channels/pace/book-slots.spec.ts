import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { bookSlots, noPace, type Limit, type PaceState, type SlotAsk } from './book-slots.js';

const THIRTY: Limit = { most: 30, windowMs: 1000 };
const ONE: Limit = { most: 1, windowMs: 1000 };
const reply = (chat: string): SlotAsk => ({ chat, limits: [ONE], horizonMs: 500 });
const notice = (chat: string): SlotAsk => ({ chat, limits: [ONE], horizonMs: 250 });

/** The most of `times` within any window. */
function worst(times: readonly number[], windowMs: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  let from = 0;
  return sorted.reduce((most, at, index) => {
    while (sorted[from]! <= at - windowMs) from += 1;
    return Math.max(most, index - from + 1);
  }, 0);
}

describe('slots for sending', () => {
  it('never pass a limit in any window, whoever asks, however often and however late', () => {
    const round = fc.record({
      pauseMs: fc.integer({ min: 0, max: 1500 }),
      asks: fc.array(fc.tuple(fc.integer({ min: 0, max: 8 }), fc.boolean()), { maxLength: 40 }),
      misses: fc.boolean(),
      lateMs: fc.integer({ min: 0, max: 300 }),
    });
    const limits = fc.record({ most: fc.integer({ min: 1, max: 40 }), windowMs: fc.integer({ min: 100, max: 2000 }) });
    fc.assert(
      fc.property(fc.array(round, { maxLength: 30 }), limits, (rounds, limit) => {
        const used: { chat: string; at: number }[] = [];
        let state: PaceState = noPace;
        let now = 1_000_000;
        let missed: number[] = [];
        let moved: { from: number; to: number }[] = [];
        for (const { pauseMs, asks, misses, lateMs } of rounds) {
          now += pauseMs;
          const wanted = asks.map(([chat, urgent]) => (urgent ? reply(`${chat}`) : notice(`${chat}`)));
          const result = bookSlots(state, { asks: wanted, limit, missed, moved, now });
          state = result.state;
          const got = result.booked.flatMap((one, index) =>
            'at' in one ? [{ chat: wanted[index]!.chat, at: one.at }] : [],
          );
          const lost = misses ? got.slice(0, 1) : [];
          missed = lost.map((one) => one.at);
          const late = limit.windowMs >= 1000 ? lateMs : 0;
          moved = got.slice(lost.length).map(({ at }) => ({ from: at, to: at + late }));
          used.push(...got.slice(lost.length).map(({ chat, at }) => ({ chat, at: at + late })));
        }
        expect(
          worst(
            used.map((one) => one.at),
            limit.windowMs,
          ),
        ).toBeLessThanOrEqual(limit.most);
        for (const [, ofChat] of Map.groupBy(used, (one) => one.chat)) {
          expect(
            worst(
              ofChat.map((one) => one.at),
              1000,
            ),
          ).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it('are used up to the limit as long as somebody asks', () => {
    let state: PaceState = noPace;
    const times: number[] = [];
    for (let now = 0; now < 10_000; now += 50) {
      const asks = Array.from({ length: 10 }, (_, index) => notice(`${now}-${index}`));
      const result = bookSlots(state, { asks, limit: THIRTY, now });
      state = result.state;
      times.push(...result.booked.flatMap((one) => ('at' in one ? [one.at] : [])));
    }
    expect(times.filter((at) => at < 10_000)).toHaveLength(300);
  });

  it('let a reply go within half a second, however many notices wait', () => {
    let state: PaceState = noPace;
    for (let now = 0; now <= 5000; now += 20) {
      const asks = Array.from({ length: 100 }, (_, index) => notice(`${now}-${index}`));
      state = bookSlots(state, { asks, limit: THIRTY, now }).state;
      const { booked } = bookSlots(state, { asks: [reply('lan')], limit: THIRTY, now });
      expect(booked).toEqual([{ at: expect.any(Number) }]);
      expect((booked[0] as { at: number }).at - now).toBeLessThan(500);
    }
  });

  it('go to replies first while there are more replies than the limit', () => {
    const asks = Array.from({ length: 60 }, (_, index) => reply(`${index}`));
    const { state, booked } = bookSlots(noPace, { asks, limit: THIRTY, now: 0 });
    expect(booked.filter((one) => 'at' in one)).toHaveLength(17);
    expect(bookSlots(state, { asks: [notice('mai')], limit: THIRTY, now: 0 }).booked).toEqual([
      { waitMs: expect.any(Number), who: 'channel' },
    ]);
  });

  it('that one chat must wait for keep nobody else waiting', () => {
    const { booked } = bookSlots(noPace, { asks: [reply('mai'), reply('mai'), reply('lan')], limit: THIRTY, now: 0 });
    expect(booked).toEqual([{ at: 0 }, { waitMs: 1000, who: 'chat' }, { at: expect.closeTo(30) }]);
  });

  it('keep the limit of a group for a minute', () => {
    const group: SlotAsk = { chat: '-1', limits: [ONE, { most: 20, windowMs: 60_000 }], horizonMs: 250 };
    let state: PaceState = noPace;
    let sent = 0;
    for (let now = 0; now < 59_000; now += 500) {
      const result = bookSlots(state, { asks: [group], limit: THIRTY, now });
      state = result.state;
      if ('at' in result.booked[0]!) sent += 1;
    }
    expect(sent).toBe(20);
  });

  it('are not given while the provider wants silence', () => {
    const { booked } = bookSlots({ ...noPace, heldUntil: 7000 }, { asks: [reply('mai')], limit: THIRTY, now: 4000 });
    expect(booked).toEqual([{ waitMs: 3000, who: 'channel' }]);
  });

  it('do not wait for a clock that was an hour ahead', () => {
    const hour = 3_600_000;
    const asks = Array.from({ length: 30 }, (_, index) => reply(`${index}`));
    const { state } = bookSlots(noPace, { asks, limit: THIRTY, now: hour });
    expect(bookSlots(state, { asks: [reply('0')], limit: THIRTY, now: 0 }).booked).toEqual([{ at: 0 }]);
  });
});
