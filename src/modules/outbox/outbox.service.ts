import { Inject, Injectable } from '@nestjs/common';
import { Database, rows, run, Together, type Em } from '../database/index.js';
import { CLOCK, type Clock } from '../shared/index.js';
import type { ClaimedMessage } from './claimed-message.js';
import type { Unsent } from './unsent.js';
import type { Body } from './message.js';
import { type Draft, givenMessages, writingMessages } from './writing-messages.js';

/**
 * What the asker at the door decides on a message that is about to be sent; one that is held is due again from then on. What
 * may be sent within some hours only, and has to wait in line until they are over, is asked about again.
 */
export type DoorAnswer = { send: Body; within?: Hours } | { skip: Unsent } | { holdUntil: Date };

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
  private readonly readings = new Together<{ channel: string; address: string }, void>(async (chats) => {
    const values = [this.clock.now(), chats.map(({ channel }) => channel), chats.map(({ address }) => address)];
    await this.database.prepared(READ, values);
    return chats.map(() => undefined);
  });

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
    const written = await rows<{ id: string }>(em, `${writingMessages('?', '?')} returning id`, [
      now,
      givenMessages(drafts, now),
    ]);
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
   * A message stands in the chat, within the transaction that put it there: on a channel of our own somebody may read and
   * answer it before its sender has taken note. A message that left in several parts is told of when all have left.
   */
  async arrived(em: Em, key: string, at: { channel: string; address: string; providerId: string }): Promise<void> {
    await run(
      em,
      `update message set channel = ?, address = ?, provider_id = ? where key = ? and state in ('claimed', 'sending')`,
      [at.channel, at.address, at.providerId, key],
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

  /** Somebody wrote in a chat and so has looked at it: every notice sent there is read. */
  heardFrom(chat: { channel: string; address: string }): Promise<void> {
    return this.readings.ask(chat);
  }

  /** When the next message that is not due yet will be: the least wait in milliseconds, by the plan's clock and by the real one. */
  async nextDueInMs(): Promise<number | undefined> {
    const now = this.clock.now();
    const [found] = await this.database.prepared<{ ms: number | null }>(NEXT_DUE, [now]);
    return found?.ms ?? undefined;
  }
}

const READ = {
  name: 'notices-read',
  text: `update message m set read_at = $1 from (select distinct * from unnest($2::text[], $3::text[])) as c (channel, address)
         where m.channel = c.channel and m.address = c.address and m.state = 'sent' and m.read_at is null and m.kind <> 'reply'`,
};

const NEXT_DUE = {
  name: 'next-due-message',
  text: `select min(1000 * greatest(0, extract(epoch from not_before - $1::timestamptz), extract(epoch from retry_at - now())))::float8 as ms
         from message where state = 'due'`,
};
