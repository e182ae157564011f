import { Inject, Injectable } from '@nestjs/common';
import { Database, Together } from '../database/index.js';
import { CLOCK, type Clock } from '../shared/index.js';
import type { ClaimedMessage, Settlement } from './claimed-message.js';

/**
 * Longer than any attempt to send may take (10 s) and any wait for its turn, so that a claim that runs out was surely abandoned.
 * The claims of a process that is known to be dead do not run on for so long.
 */
const LEASE = `interval '60 seconds'`;

// The server cannot know that the due ones are many: left to itself it would sort the whole backlog at each claim, instead of
// reading the first few along the index.
const IN_ORDER = ['sort', 'bitmapscan', 'seqscan', 'hashjoin', 'mergejoin']
  .map((way) => `set_config('enable_${way}', 'off', true)`)
  .join(', ');

interface ClaimedRow {
  id: string;
  key: string;
  kind: ClaimedMessage['kind'];
  priority: number;
  seq: string;
  person_id: string | null;
  channel: string | null;
  address: string | null;
  prefer: string[] | null;
  lane: string;
  body: ClaimedMessage['body'];
  attempts: number;
  claims: number;
  again: boolean;
  rest: boolean;
  written_ms: number;
}

/** Where an attempt is about to go. */
export interface Beginning {
  message: ClaimedMessage;
  channel: string;
  address: string;
}

/** Takes messages from the ledger and records what became of them, a set at a time. */
@Injectable()
export class ClaimsService {
  private readonly beginnings = new Together<Beginning, boolean>((group) => this.beginAll(group), 1000);
  private readonly repetitions = new Together<ClaimedMessage, boolean>((group) => this.findRepetitions(group), 1000);
  private readonly settlements = new Together<Settlement, void>((group) => this.settleAll(group), 1000);

  constructor(
    private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Takes up to `most` messages that are due, most urgent first and in order within a lane. A lane of which a message is
   * under way is left alone, and no message passes one of its lane that waits for another attempt and is as urgent: a chat
   * hears in order. One claim at a time.
   */
  async claim(most: number): Promise<ClaimedMessage[]> {
    const by = await this.database.presence.announced();
    const claimed = await this.database.inOneTrip<ClaimedRow>(
      `select pg_advisory_xact_lock(4207002), ${IN_ORDER};
       update message set state = 'claimed', claims = claims + 1, claimed_until = now() + ${LEASE},
         claimed_by = ${by}
       where id in (
         select d.id from message d
         where d.state = 'due' and d.not_before <= '${this.clock.now().toISOString()}'
           and (d.retry_at is null or d.retry_at <= now())
           and not exists (
             select from message e
             where e.lane = d.lane and e.state in ('due', 'claimed', 'sending')
               and (e.state <> 'due' or (e.seq < d.seq and e.priority <= d.priority and e.retry_at > now())))
         order by d.priority, d.seq limit ${Math.trunc(most)} for update skip locked)
       returning id, key, kind, priority, seq, person_id, channel, address, prefer, lane,
         body, attempts, claims, again, rest, (extract(epoch from created_at) * 1000)::float8 as written_ms`,
    );
    return claimed.map(toClaimed).sort((a, b) => a.priority - b.priority || a.seq - b.seq);
  }

  /**
   * Says that an attempt begins now, where a second one would show twice. False where the claim ran out meanwhile: then
   * somebody else has the message, and nothing may be sent.
   */
  begin(beginning: Beginning): Promise<boolean> {
    return this.beginnings.ask(beginning);
  }

  /**
   * Whether the chat was sent the same words, over the same buttons, after this reply had been written: somebody who says a thing
   * again because nothing comes is then answered already, and a channel at its limit carries each answer once.
   */
  saidAlready(message: ClaimedMessage): Promise<boolean> {
    return this.repetitions.ask(message);
  }

  /** Records what became of a claimed message. */
  settle(settlement: Settlement): Promise<void> {
    return this.settlements.ask(settlement);
  }

  /**
   * Claims whose holder died: the lease ran out, or the holder is one of `gone`, or anybody where nobody can hold one (`all`).
   * What was not being sent yet is due again; what was may have arrived: an escalation is sent again, marked, anything else is
   * recorded as unknown.
   */
  async abandoned(gone: readonly number[] | 'all' = []): Promise<{ again: number; unknown: number }> {
    const values = gone === 'all' ? [true, []] : [false, gone];
    const found = await this.database.prepared<{ state: string; n: number }>(ABANDONED, values);
    const count = (state: string) => found.find((one) => one.state === state)?.n ?? 0;
    return { again: count('due'), unknown: count('unknown') };
  }

  private async beginAll(group: readonly Beginning[]): Promise<boolean[]> {
    const begun = await this.database.prepared<{ id: string }>(BEGIN, [
      group.map(({ message }) => message.id),
      group.map(({ message }) => message.claims),
      group.map(({ channel }) => channel),
      group.map(({ address }) => address),
    ]);
    const mine = new Set(begun.map(({ id }) => id));
    return group.map(({ message }) => mine.has(message.id));
  }

  private async findRepetitions(group: readonly ClaimedMessage[]): Promise<boolean[]> {
    const found = await this.database.prepared<{ id: string }>(SAID_ALREADY, [group.map(({ id }) => id)]);
    const repeated = new Set(found.map(({ id }) => id));
    return group.map(({ id }) => repeated.has(id));
  }

  private async settleAll(group: readonly Settlement[]): Promise<void[]> {
    const now = this.clock.now();
    await this.database.prepared(SETTLE, [
      group.map(({ message }) => message.id),
      group.map(({ message }) => message.claims),
      group.map(({ state }) => state),
      group.map((one) => ('channel' in one ? (one.channel ?? null) : null)),
      group.map((one) => ('address' in one ? (one.address ?? null) : null)),
      group.map((one) => ('providerId' in one ? (one.providerId ?? null) : null)),
      group.map(({ detail }) => detail?.slice(0, 1000) ?? null),
      group.map((one) => (one.state === 'sent' ? now : null)),
      group.map((one) => (one.state === 'due' ? one.afterSeconds : null)),
      group.map((one) => (one.state === 'due' && one.body ? JSON.stringify(one.body) : null)),
      group.map((one) => one.state === 'due' && one.rest === true),
      group.map((one) => one.state === 'due' && one.again === true),
      group.map((one) => (one.state === 'due' ? (one.notBefore ?? null) : null)),
    ]);
    return group.map(() => undefined);
  }
}

const BEGIN = {
  name: 'begin-messages',
  text: `update message m set state = 'sending', attempts = attempts + 1, claimed_until = now() + ${LEASE},
           channel = b.channel, address = b.address
         from unnest($1::uuid[], $2::int[], $3::text[], $4::text[]) as b (id, claims, channel, address)
         where m.id = b.id and m.claims = b.claims and m.state = 'claimed' and m.claimed_until > now() returning m.id`,
};

// A channel on which a second attempt shows nothing twice is not told that one begins: there the attempt counts here.
const SETTLE = {
  name: 'settle-messages',
  text: `update message m set state = s.state, claimed_until = null,
           attempts = attempts + case when m.state = 'claimed' and s.state in ('sent', 'unknown', 'rejected') then 1 else 0 end,
           channel = coalesce(s.channel, m.channel), address = coalesce(s.address, m.address),
           provider_id = s.provider_id, detail = coalesce(s.detail, case when s.state = 'due' then m.detail end),
           sent_at = s.sent_at, retry_at = now() + make_interval(secs => s.after_seconds),
           body = coalesce(s.body, m.body), rest = m.rest or s.rest, again = m.again or s.again,
           not_before = coalesce(s.not_before, m.not_before)
         from unnest($1::uuid[], $2::int[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::timestamptz[],
                $9::float8[], $10::jsonb[], $11::bool[], $12::bool[], $13::timestamptz[])
           as s (id, claims, state, channel, address, provider_id, detail, sent_at, after_seconds, body, rest, again,
                 not_before)
         where m.id = s.id and m.claims = s.claims and m.state in ('claimed', 'sending')`,
};

// What a link or a file shows is made when it leaves: such a one is never the same as another.
const SAYS = (message: string) =>
  `${message}.body ->> 'text', jsonb_path_query_array(${message}.body, '$.buttons[*][*].label'), ${message}.body ? 'attachment', ${message}.body ? 'oneTime'`;

const SAID_ALREADY = {
  name: 'said-already',
  text: `select m.id from message m
         where m.id = any($1::uuid[]) and not m.body ? 'attachment' and not m.body ? 'oneTime'
           and exists (
             select from (
               select * from message before where before.person_id = m.person_id and before.seq < m.seq order by before.seq desc limit 50
             ) b
             where b.lane = m.lane and b.kind = 'reply' and b.state = 'sent' and b.sent_at >= m.created_at
               and (${SAYS('b')}) = (${SAYS('m')}))`,
};

const ABANDONED = {
  name: 'abandoned-messages',
  text: `with freed as (
           update message set claimed_until = null, claimed_by = null, claims = claims + 1,
             state = case when state = 'claimed' or (kind = 'escalation' and not again) then 'due' else 'unknown' end,
             again = again or (state = 'sending' and kind = 'escalation'),
             detail = case when state = 'sending' then 'sender-died' else detail end
           where state in ('claimed', 'sending') and ($1 or claimed_until < now() or claimed_by = any($2::int[]))
           returning state)
         select state, count(*)::int as n from freed group by state`,
};

function toClaimed(found: ClaimedRow): ClaimedMessage {
  const { person_id, channel, address, seq, written_ms, ...rest } = found;
  // Where the lane is a person's, the chat named is the one that an earlier attempt went to.
  const fixed = !found.lane.startsWith('person:');
  return {
    ...rest,
    seq: Number(seq),
    writtenAt: new Date(written_ms),
    prefer: found.prefer ?? [],
    person: person_id ?? undefined,
    channel: fixed ? (channel ?? undefined) : undefined,
    address: fixed ? (address ?? undefined) : undefined,
  };
}
