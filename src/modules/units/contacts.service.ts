import { Inject, Injectable } from '@nestjs/common';
import { Database, instant, row, rows, run, type Em } from '../database/index.js';
import { SETTINGS, type Settings } from '../settings/index.js';
import { newId } from '../shared/index.js';

/** Where a person can be written to. */
export interface Contact {
  person: string;
  channel: string;
  address: string;
}

/** A chat that is bound to somebody, or was. */
export interface Chat extends Contact {
  id: string;
}

/** A chat that refuses us: the person blocked the bot, left, or the mailbox is gone. */
export interface LostChat {
  person: string;
  name: string;
  units: string[];
  channel: string;
  /** The provider's words. */
  why: string;
  /** ISO instant. */
  since: string;
  /** Whether the person can be reached by another chat meanwhile. */
  elsewhere: boolean;
}

/** Which chats belong to whom. One chat is one person's; a person may have several, the newest reachable one is used. */
@Injectable()
export class ContactsService {
  constructor(
    private readonly database: Database,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Whose chat it is. */
  async owner(channel: string, address: string, em: Em = this.database.em): Promise<string | undefined> {
    const found = await row<{ person_id: string }>(
      em,
      `select person_id from channel_link where channel = ? and address = ? and ended_at is null`,
      [channel, address],
    );
    return found?.person_id;
  }

  /** The id of the link that binds a chat now; it may serve as a secret of whoever reads that chat. */
  async linkOf(channel: string, address: string, em: Em = this.database.em): Promise<string | undefined> {
    const found = await row<{ id: string }>(
      em,
      `select id from channel_link where channel = ? and address = ? and ended_at is null`,
      [channel, address],
    );
    return found?.id;
  }

  /** The chat behind such an id, while it is bound. */
  async ofLink(id: string, em: Em = this.database.em): Promise<Contact | undefined> {
    return row<Contact>(
      em,
      `select person_id as person, channel, address from channel_link where id::text = ? and ended_at is null`,
      [id],
    );
  }

  /** Where a person can be reached: chats, the one linked last first, then mail. */
  async of(person: string, em: Em = this.database.em): Promise<Contact[]> {
    return rows<Contact>(
      em,
      `select person_id as person, channel, address from channel_link
       where person_id = ?::uuid and ended_at is null and unreachable_at is null
       order by channel = 'email', linked_at desc, id`,
      [person],
    );
  }

  /** The same of many people at once, by person. */
  async ofAll(people: readonly string[], em: Em = this.database.em): Promise<Map<string, Contact[]>> {
    if (people.length === 0) return new Map();
    const found = await rows<Contact>(
      em,
      `select person_id as person, channel, address from channel_link
       where person_id = any(?::uuid[]) and ended_at is null and unreachable_at is null
       order by channel = 'email', linked_at desc, id`,
      [`{${[...new Set(people)].join()}}`],
    );
    return Map.groupBy(found, (contact) => contact.person);
  }

  /** Ids of all people who can be reached at all: in a chat, or by mail where this installation sends any. */
  async reachable(em: Em = this.database.em): Promise<Set<string>> {
    const found = await rows<{ person_id: string }>(
      em,
      `select distinct person_id from channel_link
       where ended_at is null and unreachable_at is null and (channel <> 'email' or ?)`,
      [this.settings.email !== undefined],
    );
    return new Set(found.map((link) => link.person_id));
  }

  /** Every chat bound to a person, reachable or not, the one linked last first. */
  async chats(person: string, em: Em = this.database.em): Promise<Chat[]> {
    return rows<Chat>(em, `${CHAT} where person_id = ?::uuid and ended_at is null order by linked_at desc, id`, [
      person,
    ]);
  }

  /** A bound chat by the id of its binding. */
  async chat(id: string, em: Em = this.database.em): Promise<Chat | undefined> {
    return row<Chat>(em, `${CHAT} where id = ?::uuid and ended_at is null`, [id]);
  }

  /** Whether the chat was bound to somebody who left, and to nobody since. */
  async isOfSomebodyGone(channel: string, address: string, em: Em = this.database.em): Promise<boolean> {
    const last = await row<{ active: boolean; ended: boolean }>(
      em,
      `select p.active, l.ended_at is not null as ended from channel_link l join person p on p.id = l.person_id
       where l.channel = ? and l.address = ? order by l.linked_at desc limit 1`,
      [channel, address],
    );
    return last !== undefined && last.ended && !last.active;
  }

  /** Binds a chat to a person; a chat bound to somebody else is taken over, the old binding ends. Gives the binding's id. */
  async link(em: Em, contact: Contact, at: Date): Promise<string> {
    await run(em, `update channel_link set ended_at = ? where channel = ? and address = ? and ended_at is null`, [
      at,
      contact.channel,
      contact.address,
    ]);
    const id = newId();
    await run(em, `insert into channel_link (id, channel, address, person_id, linked_at) values (?, ?, ?, ?, ?)`, [
      ...[id, contact.channel, contact.address, contact.person, at],
    ]);
    return id;
  }

  /** Ends the binding of a chat. */
  async end(em: Em, id: string, at: Date): Promise<void> {
    await run(em, `update channel_link set ended_at = ? where id = ?::uuid and ended_at is null`, [at, id]);
  }

  /** The chat refuses us (blocked, deactivated): nothing is sent there until the person writes again. */
  async markUnreachable(em: Em, channel: string, address: string, why: string, at: Date): Promise<void> {
    await run(
      em,
      `update channel_link set unreachable_at = ?, unreachable_why = ?
       where channel = ? and address = ? and ended_at is null and unreachable_at is null`,
      [at, why, channel, address],
    );
  }

  /** Chats that refuse us, of people who hold a role, the longest first: somebody has to find out why. */
  async lost(em: Em = this.database.em): Promise<LostChat[]> {
    const found = await rows<LostChat & { since: string }>(
      em,
      `select p.id as person, p.name, l.channel, l.unreachable_why as why, l.unreachable_at as since,
         array_agg(distinct r.unit_code order by r.unit_code) as units,
         exists (select from channel_link o where o.person_id = p.id and o.ended_at is null and o.unreachable_at is null)
           as elsewhere
       from channel_link l join person p on p.id = l.person_id join person_role r on r.person_id = p.id
       where l.ended_at is null and l.unreachable_at is not null and p.active
       group by p.id, p.name, l.id order by l.unreachable_at, l.id`,
    );
    return found.map((chat) => ({ ...chat, since: instant(chat.since) }));
  }

  /** The person wrote from there: it can be reached again. */
  async markReachable(em: Em, channel: string, address: string): Promise<void> {
    await run(
      em,
      `update channel_link set unreachable_at = null, unreachable_why = null
       where channel = ? and address = ? and ended_at is null and unreachable_at is not null`,
      [channel, address],
    );
  }

  /** The provider moved the chat to another address (a group became a supergroup): what it was bound to, it is bound to. */
  async move(em: Em, channel: string, from: string, to: string): Promise<void> {
    await run(em, `update channel_link set address = ? where channel = ? and address = ? and ended_at is null`, [
      to,
      channel,
      from,
    ]);
    await run(
      em,
      `update group_binding set address = ? where channel = ? and address = ? and ended_at is null
         and not exists (select 1 from group_binding there where there.channel = ? and there.address = ? and there.ended_at is null)`,
      [to, channel, from, channel, to],
    );
  }
}

const CHAT = `select id, person_id as person, channel, address from channel_link`;
