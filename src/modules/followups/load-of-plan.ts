import type { PlainDate } from '../shared/index.js';

/** A message that one person would get: several notices of one morning are one message. */
export interface PlannedMessage {
  /** Who is told: a person's id, or a unit and role where people are not looked up. */
  to: string;
  on: PlainDate;
  /** Instant, ISO with offset. */
  at: string;
  notices: number;
}

/** How fast messages may leave on a channel. */
export interface ChannelLimit {
  channel: string;
  perSecond: number;
}

export interface Peak {
  /** Local hour as `YYYY-MM-DDTHH`. */
  hour: string;
  messages: number;
  /** Seconds until the last of the hour's messages has left, by channel, were all of them sent there. */
  seconds: Record<string, number>;
}

/** The messages per receiver and day, the fullest days first. */
export function totalsPerDay(
  messages: readonly PlannedMessage[],
): { on: PlainDate; people: number; messages: number }[] {
  const days = new Map<PlainDate, { people: Set<string>; messages: number }>();
  for (const message of messages) {
    const day = days.get(message.on) ?? { people: new Set(), messages: 0 };
    day.people.add(message.to);
    day.messages += 1;
    days.set(message.on, day);
  }
  return [...days]
    .map(([on, day]) => ({ on, people: day.people.size, messages: day.messages }))
    .sort((a, b) => (a.on < b.on ? -1 : 1));
}

/** The hour in which most messages leave, and how long that takes at each channel's limit; undefined where there is none. */
export function peakHour(messages: readonly PlannedMessage[], limits: readonly ChannelLimit[]): Peak | undefined {
  const hours = new Map<string, number>();
  for (const { at } of messages) {
    const hour = at.slice(0, 13);
    hours.set(hour, (hours.get(hour) ?? 0) + 1);
  }
  let peak: [string, number] | undefined;
  for (const [hour, count] of hours) {
    if (!peak || count > peak[1] || (count === peak[1] && hour < peak[0])) peak = [hour, count];
  }
  if (!peak) return undefined;
  const [hour, count] = peak;
  return {
    hour,
    messages: count,
    seconds: Object.fromEntries(limits.map(({ channel, perSecond }) => [channel, Math.ceil(count / perSecond)])),
  };
}
