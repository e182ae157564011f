import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import { ChannelRegistry } from '../channels/index.js';
import { Database } from '../database/index.js';
import { MESSAGE_KINDS } from '../outbox/index.js';
import { CLOCK, type Clock } from '../shared/index.js';

const Waiting = z.object({
  /** Due and not sent yet, those under way included. */
  due: z.number().int(),
  /** Sent within the last minute. */
  sentLastMinute: z.number().int(),
});

export const Backlog = z.object({
  at: z.string(),
  due: z.number().int(),
  byKind: z.array(Waiting.extend({ kind: z.enum(MESSAGE_KINDS) })),
  /** A channel is missing (empty text) of those whose person has no chat. */
  byChannel: z.array(
    Waiting.extend({
      channel: z.string(),
      perSecond: z.number().optional(),
      /** Seconds until the last of them has gone, by the channel's limit or the rate of the last minute, whichever is slower. */
      etaSeconds: z.number().int().optional(),
    }),
  ),
  /** When the last one will have gone; missing where nothing is known of a rate yet. */
  goneAt: z.string().optional(),
  /** When the next messages that wait for their hour are due. */
  nextAt: z.string().optional(),
});
export type Backlog = z.infer<typeof Backlog>;

interface Count {
  kind: (typeof MESSAGE_KINDS)[number];
  channel: string;
  due: number;
  sent: number;
}

/** The state of a deadline day: what waits, by kind and channel, and how long it will take. */
@Injectable()
export class BacklogService {
  constructor(
    private readonly database: Database,
    private readonly registry: ChannelRegistry,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async now(): Promise<Backlog> {
    const now = this.clock.now();
    const [counts, [next]] = await Promise.all([
      this.database.rows<Count>(COUNTS, [now, now]),
      this.database.rows<{ at: string | null }>(
        `select min(not_before) as at from message where state = 'due' and not_before > ?`,
        [now],
      ),
    ]);
    const sum = (of: readonly Count[]) => ({
      due: of.reduce((total, one) => total + one.due, 0),
      sentLastMinute: of.reduce((total, one) => total + one.sent, 0),
    });
    const byChannel = [...Map.groupBy(counts, (one) => one.channel)].map(([channel, of]) => {
      const total = sum(of);
      const perSecond = this.registry.find(channel)?.capabilities.perSecond;
      return { channel, ...total, perSecond, etaSeconds: etaOf(total, perSecond) };
    });
    const etas = byChannel.filter((one) => one.due > 0).map((one) => one.etaSeconds);
    const longest = etas.every((eta) => eta !== undefined) ? Math.max(0, ...etas) : undefined;
    return {
      at: now.toISOString(),
      due: sum(counts).due,
      byKind: [...Map.groupBy(counts, (one) => one.kind)].map(([kind, of]) => ({ kind, ...sum(of) })),
      byChannel,
      goneAt: longest === undefined ? undefined : new Date(now.getTime() + longest * 1000).toISOString(),
      nextAt: next?.at ? new Date(next.at).toISOString() : undefined,
    };
  }
}

/** A minute that was not full says little of the rate: then the channel's own limit is what is known. */
function etaOf({ due, sentLastMinute }: z.infer<typeof Waiting>, perSecond: number | undefined): number | undefined {
  const rates = [perSecond, sentLastMinute >= due || sentLastMinute < 60 ? undefined : sentLastMinute / 60];
  const known = rates.filter((rate) => rate !== undefined);
  if (due === 0) return 0;
  return known.length > 0 ? Math.ceil(due / Math.min(...known)) : undefined;
}

const COUNTS = `
  select kind, coalesce(channel, (
      select l.channel from channel_link l
      where l.person_id = m.person_id and l.ended_at is null and l.unreachable_at is null
      order by l.channel = 'email', l.linked_at desc limit 1), '') as channel,
    count(*) filter (where state <> 'sent')::int as due, count(*) filter (where state = 'sent')::int as sent
  from message m
  where (state in ('due', 'claimed', 'sending') and not_before <= ?)
     or (state = 'sent' and sent_at > ?::timestamptz - interval '1 minute')
  group by 1, 2 order by 1, 2`;
