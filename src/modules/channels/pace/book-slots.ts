/** A provider's limit: at most `most` messages within any `windowMs`. */
export interface Limit {
  most: number;
  windowMs: number;
}

/** When messages went or will go, in milliseconds of the store's clock, oldest first. Plain data: all processes share it. */
export interface PaceState {
  /** Of the whole channel. */
  all: number[];
  /** Of each chat that was written to lately, as long as one of its limits looks back. */
  chats: Record<string, { times: number[]; keepMs: number }>;
  /** The provider asked for silence until then. */
  heldUntil?: number;
}

export interface SlotAsk {
  chat: string;
  /** Limits of this chat alone. */
  limits: readonly Limit[];
  /** How far ahead a slot may be booked. Who books further ahead passes before those who may not. */
  horizonMs: number;
}

/** A slot of this instant, or: ask again after so many milliseconds, because the chat or the whole channel has had enough. */
export type Booked = { at: number } | Wait;
export interface Wait {
  waitMs: number;
  who: 'chat' | 'channel';
}

/** Bookings are at most this far ahead; an instant beyond was written before the clock was set back. */
const FURTHEST_MS = 15_000;
/** No provider asks for silence any longer. */
const LONGEST_HOLD_MS = 24 * 3_600_000;
/** A chat that is free so soon after the channel may make the channel wait for it. */
const NEAR_MS = 50;

/**
 * Messages that follow each other keep a little less than the even distance: so the channel is never used up at once, an
 * urgent one finds a slot soon, and a slot that was missed is made up for.
 */
const EVENNESS = 0.9;

export const noPace: PaceState = { all: [], chats: {} };

export interface Moved {
  from: number;
  to: number;
}

export interface Booking {
  asks: readonly SlotAsk[];
  /** Of the whole channel. */
  limit?: Limit;
  missed?: readonly number[];
  /** Slots that were used later than they were booked for: from when to when. */
  moved?: readonly Moved[];
  /** So long it takes until the asker can use a slot. */
  leadMs?: number;
  now: number;
}

/**
 * Books slots for `asks`, in their order, so that no limit is passed in any window. `missed` are slots that were not used:
 * they are free again.
 */
export function bookSlots(
  state: PaceState,
  { asks, limit, missed = [], moved = [], leadMs = 0, now }: Booking,
): { state: PaceState; booked: Booked[] } {
  const next = kept(state, { limit, missed, moved, now });
  const soonest = now + leadMs;
  const booked = asks.map((ask): Booked => {
    if (next.heldUntil !== undefined) return { waitMs: next.heldUntil - now, who: 'channel' };
    const chat = next.chats[ask.chat]?.times ?? [];
    const own = Math.max(soonest, ...ask.limits.map((one) => freeAt(chat, one)));
    const all = limit ? Math.max(soonest, freeAt(next.all, limit), spacedAfter(next.all, limit)) : soonest;
    // Booked now, a slot far ahead would keep the whole channel waiting for this one chat.
    if (own > all + NEAR_MS) return { waitMs: own - now, who: 'chat' };
    const at = Math.max(own, all);
    if (at > now + ask.horizonMs) return { waitMs: Math.max(1, at - now - ask.horizonMs), who: 'channel' };
    if (limit) next.all.push(at);
    if (ask.limits.length > 0) {
      const keepMs = Math.max(...ask.limits.map((one) => one.windowMs));
      next.chats[ask.chat] = { times: [...chat, at], keepMs };
    }
    return { at };
  });
  return { state: next, booked };
}

/** The earliest instant at which one more keeps the limit; `times` is sorted. */
function freeAt(times: readonly number[], { most, windowMs }: Limit): number {
  const bound = times[times.length - most];
  return bound === undefined ? -Infinity : bound + windowMs;
}

function spacedAfter(times: readonly number[], { most, windowMs }: Limit): number {
  const last = times.at(-1);
  return last === undefined ? -Infinity : last + (windowMs / most) * EVENNESS;
}

/** What still matters at `now`, without the slots that were missed; a state of another time is not believed. */
function kept(
  state: PaceState,
  { limit, missed, moved, now }: Required<Pick<Booking, 'missed' | 'moved' | 'now'>> & Pick<Booking, 'limit'>,
): PaceState {
  const gone = new Set(missed);
  const later = new Map(moved.map(({ from, to }) => [from, to]));
  const keep = (times: readonly number[], windowMs: number) =>
    times
      .filter((at) => !gone.has(at))
      .map((at) => later.get(at) ?? at)
      .filter((at) => at > now - windowMs && at <= now + FURTHEST_MS)
      .sort((a, b) => a - b);
  const chats = Object.entries(state.chats).flatMap(([chat, { times, keepMs }]) => {
    const left = keep(times, keepMs);
    return left.length > 0 ? [[chat, { times: left, keepMs }] as const] : [];
  });
  const { heldUntil = 0 } = state;
  const held = heldUntil > now && heldUntil <= now + LONGEST_HOLD_MS ? { heldUntil } : {};
  return { all: limit ? keep(state.all, limit.windowMs) : [], chats: Object.fromEntries(chats), ...held };
}
