import { Inject, Injectable } from '@nestjs/common';
import { Database, row, rows, run, type Em } from '../database/index.js';
import { CLOCK, newId, type Clock } from '../shared/index.js';
import type { Body, MessageKind } from './message.js';

/** A message to be sent: to a person (wherever reachable) or to one chat. `key` makes it unique for ever. */
export interface Draft {
  key: string;
  kind: MessageKind;
  to: { person: string } | { channel: string; address: string; person?: string };
  body: Body;
  /** Not before this instant; now when absent. */
  notBefore?: Date;
}

export interface ClaimedMessage {
  id: string;
  key: string;
  kind: MessageKind;
  person?: string;
  channel?: string;
  address?: string;
  lane: string;
  body: Body;
  attempts: number;
}

/** What the asker at the door decides on a message that is about to be sent. */
export type DoorAnswer = { send: Body } | { skip: string };
/** Answers for a set of messages, in its order. */
export type Door = (messages: readonly ClaimedMessage[]) => Promise<DoorAnswer[]>;

const PRIORITY: Record<MessageKind, number> = {
  reply: 0,
  system: 1,
  escalation: 2,
  'last-day': 3,
  reminder: 4,
  digest: 5,
};

/** Longer than any attempt to send may take (10 s), so that a claim that runs out was surely abandoned. */
const LEASE_SECONDS = 60;

/** The ledger of everything that leaves: written before it is sent, and what became of it. */
@Injectable()
export class OutboxService {
  private readonly doors = new Map<string, Door>();

  constructor(
    private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Registers who is asked again before a message whose key begins with `<prefix>/` goes out. */
  addDoor(prefix: string, door: Door): void {
    this.doors.set(prefix, door);
  }

  /** Writes messages within `em`'s transaction; one whose key already stands is left as it is. Gives the ids written. */
  async put(em: Em, drafts: readonly Draft[]): Promise<string[]> {
    const now = this.clock.now();
    const written: string[] = [];
    for (const draft of drafts) {
      const to = 'channel' in draft.to ? draft.to : { person: draft.to.person, channel: null, address: null };
      const lane = to.channel === null ? `person:${to.person}` : `${to.channel}:${to.address}`;
      const found = await row<{ id: string }>(
        em,
        `insert into message (id, key, kind, priority, person_id, channel, address, lane, body, not_before, created_at)
         values (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?) on conflict (key) do nothing returning id`,
        [
          newId(),
          draft.key,
          draft.kind,
          PRIORITY[draft.kind],
          to.person ?? null,
          to.channel,
          to.address,
          lane,
          JSON.stringify(draft.body),
          draft.notBefore ?? now,
          now,
        ],
      );
      if (found) written.push(found.id);
    }
    return written;
  }

  /**
   * Takes up to `most` messages that are due, most urgent first and in order within a lane. A lane of which a message is
   * being sent is left alone, so that a chat hears in order. One claim at a time: it takes a millisecond.
   */
  async claim(most: number): Promise<ClaimedMessage[]> {
    return this.database.transaction(async (em) => {
      await run(em, `select pg_advisory_xact_lock(4207002)`);
      const claimed = await rows<ClaimedMessage & { person: string | null; seq: string; priority: number }>(
        em,
        `update message m set state = 'claimed', attempts = attempts + 1,
           claimed_until = now() + interval '${LEASE_SECONDS} seconds'
         where id in (
           select id from message
           where state = 'due' and not_before <= ? and (retry_at is null or retry_at <= now())
             and lane not in (select lane from message where state = 'claimed')
           order by priority, seq limit ? for update skip locked)
         returning id, key, kind, person_id as person, channel, address, lane, body, attempts, seq, priority`,
        [this.clock.now(), most],
      );
      return claimed
        .sort((a, b) => a.priority - b.priority || Number(BigInt(a.seq) - BigInt(b.seq)))
        .map(({ id, key, kind, person, channel, address, lane, body, attempts }) => ({
          id,
          key,
          kind,
          person: person ?? undefined,
          channel: channel ?? undefined,
          address: address ?? undefined,
          lane,
          body,
          attempts,
        }));
    });
  }

  /** Asks whoever registered for each sort of message, a set at a time; a message of no such sort goes out as written. */
  async askAtTheDoor(messages: readonly ClaimedMessage[]): Promise<Map<string, DoorAnswer>> {
    const answers = new Map<string, DoorAnswer>(messages.map(({ id, body }) => [id, { send: body }]));
    const sorts = Map.groupBy(messages, (message) => message.key.split('/', 1)[0] ?? '');
    await Promise.all(
      [...sorts].map(async ([prefix, asked]) => {
        const answered = await this.doors.get(prefix)?.(asked);
        for (const [at, answer] of answered?.entries() ?? []) {
          const message = asked[at]!;
          // What was changed for another attempt (marked "sent again", the rest of a long text) is not written anew.
          answers.set(message.id, 'send' in answer && message.attempts > 1 ? { send: message.body } : answer);
        }
      }),
    );
    return answers;
  }

  /** Records what became of a claimed message. */
  async settle(
    em: Em,
    id: string,
    state: 'sent' | 'unknown' | 'skipped' | 'rejected' | 'unreachable',
    outcome: { channel?: string; address?: string; providerId?: string; detail?: string } = {},
  ): Promise<void> {
    await run(
      em,
      `update message set state = ?, claimed_until = null, detail = ?, provider_id = ?,
         channel = coalesce(?, channel), address = coalesce(?, address), sent_at = case when ? = 'sent' then ?::timestamptz end
       where id = ?::uuid and state = 'claimed'`,
      [
        state,
        outcome.detail ?? null,
        outcome.providerId ?? null,
        outcome.channel ?? null,
        outcome.address ?? null,
        state,
        this.clock.now(),
        id,
      ],
    );
  }

  /**
   * The chat is known to have been looked at: notices sent there are read. `upTo` is the channel's own number of the last
   * line seen, where it has such numbers; without it everything sent there was seen (the person wrote after it).
   */
  async markRead(em: Em, chat: { channel: string; address: string }, at: Date, upTo?: number): Promise<void> {
    await run(
      em,
      `update message set read_at = ?
       where channel = ? and address = ? and state = 'sent' and read_at is null and kind <> 'reply'
         and (?::int is null or provider_id ~ '^[0-9]{1,9}$' and provider_id::int <= ?::int)`,
      [at, chat.channel, chat.address, upTo ?? null, upTo ?? null],
    );
  }

  /** Puts a claimed message back, to be tried again after so many (real) seconds. */
  async release(
    em: Em,
    id: string,
    afterSeconds: number,
    change: { body?: Body; detail?: string } = {},
  ): Promise<void> {
    await run(
      em,
      `update message set state = 'due', claimed_until = null, retry_at = now() + make_interval(secs => ?),
         body = coalesce(?::jsonb, body), detail = coalesce(?, detail)
       where id = ?::uuid and state = 'claimed'`,
      [afterSeconds, change.body ? JSON.stringify(change.body) : null, change.detail ?? null, id],
    );
  }

  /**
   * Claims whose sender died: the lease ran out, or `all` of them where nobody else can be sending. Nobody knows whether
   * they arrived.
   */
  async abandoned(all = false): Promise<ClaimedMessage[]> {
    return rows<ClaimedMessage>(
      this.database.em,
      `select id, key, kind, person_id as person, channel, address, lane, body, attempts
       from message where state = 'claimed' and (? or claimed_until < now()) order by seq limit 500`,
      [all],
    );
  }

  /** How many are due by now, and when the next one is. */
  async backlog(): Promise<{ due: number; nextAt?: Date }> {
    const found = await row<{ due: number; next: string | null }>(
      this.database.em,
      `select count(*) filter (where not_before <= ?)::int as due, min(not_before) as next
       from message where state = 'due'`,
      [this.clock.now()],
    );
    return { due: found?.due ?? 0, nextAt: found?.next ? new Date(found.next) : undefined };
  }
}
