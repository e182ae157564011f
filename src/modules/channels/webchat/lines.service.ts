import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Client } from 'pg';
import { Database, instant, row, rows, run, type Em } from '../../database/index.js';
import type { Body } from '../../outbox/index.js';

export interface Line {
  line: number;
  author: 'person' | 'bot';
  body: Body;
  at: string;
}

interface LineRow {
  line: number;
  author: 'person' | 'bot';
  body: Body;
  at: string;
}

/** The web chat's own wire: numbered lines per chat, and a bell that rings in every process when one is added. */
@Injectable()
export class LinesService implements OnApplicationShutdown {
  private readonly bells = new Map<string, Set<() => void>>();
  private listening?: Promise<Client>;
  private closing = false;

  constructor(private readonly database: Database) {}

  /** Adds a line once per key; gives its number, whether it is new or was there. */
  async add(em: Em, address: string, key: string, author: Line['author'], body: Body, at: Date): Promise<number> {
    // Numbers of one chat are given one after the other, and become visible in that order.
    await run(em, `select pg_advisory_xact_lock(4207004, hashtext(?))`, [address]);
    const there = await row<{ line: number }>(em, `select line from webchat_line where address = ? and key = ?`, [
      address,
      key,
    ]);
    if (there) return there.line;
    const added = await row<{ line: number }>(
      em,
      `insert into webchat_line (address, line, key, author, body, at)
       select ?, coalesce(max(line), 0) + 1, ?, ?, ?::jsonb, ? from webchat_line where address = ? returning line`,
      [address, key, author, JSON.stringify(body), at, address],
    );
    await run(em, `select pg_notify('webchat_line', ?)`, [address]);
    return added?.line ?? 0;
  }

  /** One line of a chat. */
  async at(address: string, line: number): Promise<Line | undefined> {
    const found = await row<LineRow>(
      this.database.em,
      `select line, author, body, at from webchat_line where address = ? and line = ?`,
      [address, line],
    );
    return found && { ...found, at: instant(found.at) };
  }

  /** Lines after `after`, oldest first; without it the newest 200. */
  async after(address: string, after: number | undefined): Promise<Line[]> {
    const found = await rows<LineRow>(
      this.database.em,
      after === undefined
        ? `select * from (select line, author, body, at from webchat_line where address = ? order by line desc limit 200) l
           order by line`
        : `select line, author, body, at from webchat_line where address = ? and line > ? order by line limit 500`,
      after === undefined ? [address] : [address, after],
    );
    return found.map((line) => ({ ...line, at: instant(line.at) }));
  }

  /** Calls `ring` whenever a line was added to the chat, by whichever process; gives the way to stop that. */
  async listen(address: string, ring: () => void): Promise<() => void> {
    this.listening ??= this.connect();
    await this.listening;
    const bells = this.bells.get(address) ?? new Set();
    bells.add(ring);
    this.bells.set(address, bells);
    return () => {
      bells.delete(ring);
      if (bells.size === 0) this.bells.delete(address);
    };
  }

  private async connect(): Promise<Client> {
    const client = new Client({ connectionString: this.database.orm.config.get('clientUrl') });
    client.on('notification', ({ payload }) => {
      for (const ring of this.bells.get(payload ?? '') ?? []) ring();
    });
    // The server went away: connect anew, and let every reader look for what it missed.
    client.on('error', () => this.reconnect());
    client.on('end', () => this.reconnect());
    await client.connect();
    await client.query('listen webchat_line');
    return client;
  }

  private reconnect(): void {
    if (this.closing) return;
    this.listening = undefined;
    setTimeout(() => {
      if (this.closing || this.listening) return;
      this.listening = this.connect();
      this.listening.then(
        () => [...this.bells.values()].forEach((bells) => bells.forEach((ring) => ring())),
        () => this.reconnect(),
      );
    }, 1000).unref();
  }

  async onApplicationShutdown(): Promise<void> {
    this.closing = true;
    const client = await this.listening?.catch(() => undefined);
    await client?.end().catch(() => undefined);
  }
}
