import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import { Presence } from './presence.js';

export type Em = EntityManager;

/** The way to PostgreSQL: a fresh EntityManager for every unit of work, never the global one. */
export class Database {
  /** By which other processes know that this one lives. */
  readonly presence: Presence;

  constructor(readonly orm: MikroORM) {
    this.presence = new Presence(orm.config.get('clientUrl')!);
  }

  /** A fresh EntityManager outside any transaction, for reading. */
  get em(): Em {
    return this.orm.em.fork() as Em;
  }

  /** Runs `work` in one transaction; everything it wrote stands, or nothing does. */
  transaction<T>(work: (em: Em) => Promise<T>): Promise<T> {
    return this.em.transactional(work as (em: EntityManager) => Promise<T>);
  }

  /** Rows of a statement with `?` placeholders; a list as parameter stands for `in (?)`. */
  rows<T>(sql: string, params: readonly unknown[] = []): Promise<T[]> {
    return rows<T>(this.em, sql, params);
  }

  /**
   * Rows of a statement with `$1` placeholders that is a transaction by itself and asked at every request: the server plans
   * it once per connection, under its name. What belongs to a larger transaction goes through {@link rows}.
   */
  async prepared<T>(statement: { name: string; text: string }, values: unknown[]): Promise<T[]> {
    const pool = await this.orm.driver.getConnection().getNativeClient();
    return (await pool.query({ ...statement, values })).rows as T[];
  }

  /**
   * Rows of the last of several statements that are one transaction and one round trip. Such statements take no parameters:
   * what is written into them must be numbers or instants.
   */
  async inOneTrip<T>(statements: string): Promise<T[]> {
    const pool = await this.orm.driver.getConnection().getNativeClient();
    // The driver's types know one statement only; for several it gives a list of results.
    const results = (await pool.query({ text: statements })) as unknown as { rows: T[] }[];
    return results.at(-1)!.rows;
  }

  async close(): Promise<void> {
    await this.presence.end();
    await this.orm.close(true);
  }
}

/** Rows of a statement within `em`'s transaction. `timestamptz` comes as text: give it to {@link instant}. */
export async function rows<T>(em: Em, sql: string, params: readonly unknown[] = []): Promise<T[]> {
  return (await em.execute(sql, params as unknown[])) as unknown as T[];
}

/** The first row, or undefined. */
export async function row<T>(em: Em, sql: string, params: readonly unknown[] = []): Promise<T | undefined> {
  return (await rows<T>(em, sql, params))[0];
}

/** How many rows a statement without `returning` touched is not told: such statements go through here. */
export async function run(em: Em, sql: string, params: readonly unknown[] = []): Promise<void> {
  await em.execute(sql, params as unknown[]);
}

/** PostgreSQL's text of an instant as ISO 8601 in UTC. */
export function instant(text: string): string;
export function instant(text: string | null): string | undefined;
export function instant(text: string | null): string | undefined {
  return text === null ? undefined : new Date(text).toISOString();
}
