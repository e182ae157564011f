import { Inject, Injectable } from '@nestjs/common';
import { Database, row, rows, run, type Em } from '../database/index.js';
import { type Clock, digest, newId, newTypedCode, WALL_CLOCK } from '../shared/index.js';

/** What is made for one message is made so often at most: whoever opens the chat again and again sees it gone. */
const MOST_SHOWN = 20;

/** A group chat that hears how the units below `unit` stand. */
export interface GroupBinding {
  id: string;
  unit: string;
  boundBy: string;
}

/** Which group chat hears about which unit. A group is bound by a code that somebody was given in the private chat. */
@Injectable()
export class GroupsService {
  constructor(
    private readonly database: Database,
    @Inject(WALL_CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * A code that binds one group to `unit`, once and within a quarter of an hour; only its digest is kept. Made for one message,
   * it is as good as the others of that message until one of them is used; undefined where that is over.
   */
  async issueFor(message: string, unit: string, person: string, until: Date): Promise<string | undefined> {
    const code = newTypedCode();
    const now = this.clock.now();
    const made = await rows(
      this.database.em,
      `insert into group_code (digest, unit_code, issued_by, expires_at, made_for)
       select ?, ?, ?::uuid, ?, ? where ?::timestamptz > ?::timestamptz
         and not exists (select from group_code where made_for = ? and used_at is not null)
         and (select count(*) from group_code where made_for = ?) < ${MOST_SHOWN}
       returning 1`,
      [digest(code), unit, person, until, message, until, now, message, message],
    );
    return made.length > 0 ? code : undefined;
  }

  /** The unit and giver of a code that is still good. */
  async ofCode(em: Em, code: string): Promise<{ unit: string; by: string } | undefined> {
    return row<{ unit: string; by: string }>(
      em,
      `select unit_code as unit, issued_by as by from group_code where digest = ? and used_at is null and expires_at > ?`,
      [digest(cleanCode(code)), this.clock.now()],
    );
  }

  /** Binds a group by its code, in place of what it was bound to; undefined where the code is good no more. */
  async bind(em: Em, chat: { channel: string; address: string }, code: string): Promise<GroupBinding | undefined> {
    const now = this.clock.now();
    const used = await row<{ unit: string; by: string; madeFor: string | null }>(
      em,
      `update group_code set used_at = ? where digest = ? and used_at is null and expires_at > ?
       returning unit_code as unit, issued_by as by, made_for as "madeFor"`,
      [now, digest(cleanCode(code)), now],
    );
    if (!used) return undefined;
    if (used.madeFor) {
      await run(em, `update group_code set used_at = ? where made_for = ? and used_at is null`, [now, used.madeFor]);
    }
    await this.end(em, chat);
    const id = newId();
    await run(
      em,
      `insert into group_binding (id, channel, address, unit_code, bound_by, bound_at) values (?, ?, ?, ?, ?, ?)`,
      [id, chat.channel, chat.address, used.unit, used.by, now],
    );
    return { id, unit: used.unit, boundBy: used.by };
  }

  /** What a group is bound to, if anything. */
  async of(chat: { channel: string; address: string }, em: Em = this.database.em): Promise<GroupBinding | undefined> {
    return row<GroupBinding>(
      em,
      `select id, unit_code as unit, bound_by as "boundBy" from group_binding
       where channel = ? and address = ? and ended_at is null`,
      [chat.channel, chat.address],
    );
  }

  /** Ends what a group is bound to: the bot left it, or it is bound anew. */
  async end(em: Em, chat: { channel: string; address: string }): Promise<void> {
    await run(em, `update group_binding set ended_at = ? where channel = ? and address = ? and ended_at is null`, [
      this.clock.now(),
      chat.channel,
      chat.address,
    ]);
  }

  /** Ends the bindings of all groups to these units; gives how many there were. */
  async endOf(em: Em, units: readonly string[]): Promise<number> {
    if (units.length === 0) return 0;
    const ended = await rows(
      em,
      `update group_binding set ended_at = ? where unit_code in (?) and ended_at is null returning id`,
      [this.clock.now(), [...units]],
    );
    return ended.length;
  }
}

/** A code as it was given out, however it was typed. */
const cleanCode = (code: string): string => {
  const letters = code.toUpperCase().replaceAll(/[^0-9A-Z]/g, '');
  return `${letters.slice(0, 5)}-${letters.slice(5)}`;
};
