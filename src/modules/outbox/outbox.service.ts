import { Inject, Injectable } from '@nestjs/common';
import { Database, rows, run, type Em } from '../database/index.js';
import { CLOCK, newId, type Clock } from '../shared/index.js';
import type { ClaimedMessage } from './claimed-message.js';
import { MESSAGE_KINDS, type Body, type MessageKind } from './message.js';

/** A message to be sent: to a person (wherever reachable) or to one chat. `key` makes it unique for ever. */
export interface Draft {
  key: string;
  kind: MessageKind;
  to: { person: string } | { channel: string; address: string; person?: string };
  body: Body;
  /** Not before this instant; now when absent. */
  notBefore?: Date;
  /** Channels on which it should rather leave, the best first; for messages to a person wherever reachable. */
  prefer?: readonly string[];
}

/**
 * What the asker at the door decides on a message that is about to be sent; one that is held is due again from then on. What
 * may be sent within some hours only, and has to wait in line until they are over, is asked about again.
 */
export type DoorAnswer = { send: Body; within?: Hours } | { skip: string } | { holdUntil: Date };

/** From the first instant on, until the second; by the plan's clock. */
export interface Hours {
  from: Date;
  until: Date;
}
/** Answers for a set of messages, in its order. */
export type Door = (messages: readonly ClaimedMessage[]) => Promise<DoorAnswer[]>;

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
    if (drafts.length === 0) return [];
    const now = this.clock.now();
    const written = await rows<{ id: string }>(
      em,
      `insert into message (id, key, kind, priority, person_id, channel, address, lane, body, not_before, prefer, created_at)
       select id, key, kind, priority, person, channel, address, lane, body, not_before, prefer, ?
       from jsonb_to_recordset(?::jsonb) as d (place int, id uuid, key text, kind text, priority int, person uuid, channel text,
         address text, lane text, body jsonb, not_before timestamptz, prefer text[])
       order by place on conflict (key) do nothing returning id`,
      [now, JSON.stringify(drafts.map((draft, place) => ({ place, ...toRow(draft, now) })))],
    );
    return written.map(({ id }) => id);
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
          // Of what is left of a long text only whether it is still wanted is asked.
          answers.set(message.id, 'send' in answer && message.rest ? { ...answer, send: message.body } : answer);
        }
      }),
    );
    return answers;
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

  /** When the next message that is not due yet will be: the least wait in milliseconds, by the plan's clock and by the real one. */
  async nextDueInMs(): Promise<number | undefined> {
    const now = this.clock.now();
    const [found] = await this.database.prepared<{ ms: number | null }>(NEXT_DUE, [now]);
    return found?.ms ?? undefined;
  }
}

const NEXT_DUE = {
  name: 'next-due-message',
  text: `select min(1000 * greatest(0, extract(epoch from not_before - $1::timestamptz), extract(epoch from retry_at - now())))::float8 as ms
         from message where state = 'due'`,
};

function toRow(draft: Draft, now: Date) {
  const to = 'channel' in draft.to ? draft.to : { person: draft.to.person, channel: null, address: null };
  return {
    id: newId(),
    key: draft.key,
    kind: draft.kind,
    priority: MESSAGE_KINDS.indexOf(draft.kind),
    person: to.person ?? null,
    channel: to.channel,
    address: to.address,
    lane: to.channel === null ? `person:${to.person}` : `${to.channel}:${to.address}`,
    body: draft.body,
    not_before: draft.notBefore ?? now,
    prefer: draft.prefer ?? null,
  };
}
