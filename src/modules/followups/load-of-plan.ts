import type { PlainDate } from '../shared/index.js';

/** A message that one person would get: several notices of one morning are one message. */
export interface PlannedMessage {
  /** Who is told: a person's id, or a unit and role where people are not looked up. */
  to: string;
  on: PlainDate;
  /** Instant, ISO with offset. */
  at: string;
  notices: number;
  /** Where it would go; absent where nobody knows. */
  channel?: string;
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

/** What one channel would carry. */
export interface ChannelLoad {
  /** Absent for messages of which nobody knows where they would go. */
  channel?: string;
  messages: number;
  people: number;
  /** Its fullest hour. `seconds` until the last message of that hour has left; absent where the channel has no limit. */
  peak: { hour: string; messages: number; seconds?: number };
}

/** A plan as a load: by day, by receiver, by channel, and the fullest hour. */
export interface Load {
  days: ReturnType<typeof totalsPerDay>;
  /** Who hears most first. */
  people: { to: string; messages: number; notices: number }[];
  /** The busiest first. */
  channels: ChannelLoad[];
  peak?: Peak;
}

/** The load of messages, against what each channel takes in a second. */
export function loadOf(messages: readonly PlannedMessage[], limits: readonly ChannelLimit[]): Load {
  const perSecond = new Map(limits.map((limit) => [limit.channel, limit.perSecond]));
  const people = [...Map.groupBy(messages, ({ to }) => to)]
    .map(([to, all]) => ({ to, messages: all.length, notices: all.reduce((sum, one) => sum + one.notices, 0) }))
    .sort((a, b) => b.messages - a.messages || (a.to < b.to ? -1 : 1));
  const channels = [...Map.groupBy(messages, ({ channel }) => channel)]
    .map(([channel, all]): ChannelLoad => {
      // A group has a message at least, and so a fullest hour.
      const { hour, messages: most } = peakHour(all, [])!;
      const limit = channel === undefined ? undefined : perSecond.get(channel);
      return {
        ...(channel === undefined ? {} : { channel }),
        messages: all.length,
        people: new Set(all.map(({ to }) => to)).size,
        peak: { hour, messages: most, ...(limit === undefined ? {} : { seconds: Math.ceil(most / limit) }) },
      };
    })
    .sort((a, b) => b.messages - a.messages || ((a.channel ?? '') < (b.channel ?? '') ? -1 : 1));
  const peak = peakHour(messages, limits);
  return { days: totalsPerDay(messages), people, channels, ...(peak ? { peak } : {}) };
}
