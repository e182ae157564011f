import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { Client } from 'pg';
import { freshRedis } from '../../setup/database.js';
import type { TelegramStandIn } from '../../standins/telegram/telegram-stand-in.js';
import { Browser } from './browser.js';
import type { Props } from './stage.js';

/** Runs the product as a process that may be killed at any moment, and keeps what the people in the story hold in hand. */
export class Theatre {
  props: Props = { codes: {}, links: {} };
  private process?: ChildProcess;
  private base = '';
  private readonly browsers = new Map<string, Browser>();

  private constructor(
    readonly databaseUrl: string,
    readonly telegram: TelegramStandIn,
  ) {}

  static async open(databaseUrl: string, telegram: TelegramStandIn): Promise<Theatre> {
    const theatre = new Theatre(databaseUrl, telegram);
    await theatre.start(true);
    return theatre;
  }

  /** `kill -9`, then a new start on the same database. */
  async killAndStart(): Promise<void> {
    await this.end('SIGKILL');
    await this.start(false);
  }

  /** Kills the product while `work` is under way, starts it again; the work may fail, its effects may not be lost. */
  async killDuring(work: Promise<unknown>, afterMs: number): Promise<void> {
    const failed = work.catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, afterMs));
    await this.end('SIGKILL');
    await failed;
    await this.start(false);
  }

  /** Empties the queue's store behind the product's back. */
  async wipeQueue(): Promise<void> {
    if (await freshRedis()) return;
    await this.sql(`do $$ declare t record; begin
      for t in select format('%I.%I', schemaname, tablename) as name from pg_tables
        where schemaname = 'bullmq' and tablename not like '%migration%' and tablename not like '%version%'
      loop execute 'truncate ' || t.name || ' cascade'; end loop; end $$`);
  }

  async sql<R>(text: string, values: unknown[] = []): Promise<R[]> {
    const client = new Client({ connectionString: this.databaseUrl });
    await client.connect();
    try {
      return (await client.query(text, values)).rows as R[];
    } finally {
      await client.end();
    }
  }

  /** The browser of somebody, signed in and with a chat of its own; the same one every time. */
  browser(name: string): Browser {
    const browser = this.browsers.get(name) ?? new Browser(() => this.base);
    this.browsers.set(name, browser);
    return browser;
  }

  async close(): Promise<void> {
    await this.end('SIGTERM');
  }

  private async start(first: boolean): Promise<void> {
    const root = path.join(import.meta.dirname, '../../..');
    const { PATH, HOME, NHIP_TEST_REDIS_URL, JEST_WORKER_ID } = process.env;
    const child = spawn(
      process.execPath,
      [
        '--import',
        path.join(root, 'test/setup/run-typescript.mjs'),
        path.join(import.meta.dirname, 'house-process.mjs'),
      ],
      {
        env: {
          PATH,
          HOME,
          ...(NHIP_TEST_REDIS_URL && { NHIP_TEST_REDIS_URL, JEST_WORKER_ID }),
          DATABASE_URL: this.databaseUrl,
          TELEGRAM_BOT_TOKEN: this.telegram.token,
          TELEGRAM_API_ROOT: this.telegram.apiRoot,
          ...(first && { FIRST: '1' }),
        },
        stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      },
    );
    this.process = child;
    const ended = once(child, 'exit').then(([code, signal]) => {
      throw new Error(`the product ended by itself: ${String(code ?? signal)}`);
    });
    const ready = once(child, 'message').then(([message]) => message as { port: number; props?: Props });
    const { port, props } = await Promise.race([ready, ended]);
    ended.catch(() => undefined);
    this.base = `http://127.0.0.1:${port}`;
    if (props) this.props = props;
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    const child = this.process;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    child.kill(signal);
    await once(child, 'exit');
  }
}
