import { randomInt } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

/** Advisory locks under this number say which processes live; PostgreSQL drops one the moment its holder's connection is gone. */
const LIVES = 4207011;
/** Whoever has lost only its connection is back sooner. */
const BACK_WITHIN_MS = 900;
const RETRY_MS = 200;
/** A machine that vanished closes nothing: so long until the server believes it. */
const KEEPALIVES = 'set tcp_keepalives_idle = 5; set tcp_keepalives_interval = 5; set tcp_keepalives_count = 3';

/**
 * How processes know of each other's death: each one has a number, a row, and a lock on a connection of its own for as long as
 * it lives. What it has taken bears its number, so that nobody waits for a lease of which the holder is known to be dead. That
 * a living one is taken for dead (its connection broke for long) costs no promise: claims are numbered, turns are locked.
 */
export class Presence {
  private readonly number = randomInt(1, 2 ** 31 - 1);
  private connection?: Promise<pg.Client>;
  private ended = false;
  /** By the monotonic clock. */
  private readonly missingSince = new Map<number, number>();

  constructor(private readonly url: string) {}

  /** The number of this process, once every other one can see that it lives. */
  async announced(): Promise<number> {
    await this.client();
    return this.number;
  }

  /**
   * Lets `settle` do what processes that died have left, and forgets them once it has; while it works nobody else does.
   * Where it fails they are found again. Gives how many there were.
   */
  async inherit(settle: (gone: readonly number[]) => Promise<unknown>): Promise<number> {
    const client = await this.client();
    const missing = this.stillMissing((await client.query<{ number: number }>(MISSING)).rows);
    if (missing.length === 0) return 0;
    const locked = await client.query<{ number: number }>(INHERIT, [missing]);
    const gone = locked.rows.map(({ number }) => number);
    if (gone.length === 0) return 0;
    try {
      await settle(gone);
      await client.query('delete from process where number = any($1::int[])', [gone]);
    } finally {
      await client.query(`select pg_advisory_unlock(${LIVES}, number) from unnest($1::int[]) as one (number)`, [gone]);
    }
    return gone.length;
  }

  /** From now on whatever this process has left is anybody's. */
  async end(): Promise<void> {
    this.ended = true;
    const client = await this.connection?.catch(() => undefined);
    await client?.end().catch(() => undefined);
  }

  private stillMissing(found: readonly { number: number }[]): number[] {
    const now = performance.now();
    const numbers = new Set(found.map(({ number }) => number));
    for (const known of this.missingSince.keys()) if (!numbers.has(known)) this.missingSince.delete(known);
    for (const number of numbers) if (!this.missingSince.has(number)) this.missingSince.set(number, now);
    return [...numbers].filter((number) => now - this.missingSince.get(number)! >= BACK_WITHIN_MS);
  }

  private client(): Promise<pg.Client> {
    if (this.ended) return Promise.reject(new Error('this process is ending'));
    this.connection ??= this.connect().catch((error: unknown) => {
      this.connection = undefined;
      throw error;
    });
    return this.connection;
  }

  private async connect(): Promise<pg.Client> {
    const client = new pg.Client({ connectionString: this.url, keepAlive: true, connectionTimeoutMillis: 20_000 });
    client.on('error', () => undefined);
    await client.connect();
    try {
      await client.query(KEEPALIVES);
      // Where an heir took us for dead, we wait until it has settled what it found.
      await client.query(`select pg_advisory_lock(${LIVES}, $1)`, [this.number]);
      // The lock first: nobody who lives ever stands here without it.
      await client.query('insert into process (number) values ($1) on conflict do nothing', [this.number]);
    } catch (error) {
      await client.end().catch(() => undefined);
      throw error;
    }
    client.on('end', () => void this.again());
    return client;
  }

  /** The connection broke, and with it the lock. */
  private async again(): Promise<void> {
    this.connection = undefined;
    while (!this.ended) {
      try {
        await this.client();
        return;
      } catch {
        await sleep(RETRY_MS, undefined, { ref: false });
      }
    }
  }
}

const MISSING = `
  select number from process p
  where not exists (
    select from pg_locks
    where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())
      and classid = ${LIVES} and objid::bigint = p.number and objsubid = 2 and granted)`;

const INHERIT = `select number from unnest($1::int[]) as one (number) where pg_try_advisory_lock(${LIVES}, number)`;
