import { Inject, Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { Database } from '../../database/index.js';
import { SETTINGS, type Settings } from '../../settings/index.js';
import type { PaceStore } from './pace-store.js';
import { PostgresPaceStore } from './postgres-pace-store.js';
import { RedisPaceStore } from './redis-pace-store.js';

/** So long we do without Redis after it did not answer. */
const AWAY_MS = 5000;

/** The store that all processes of this installation share: the queue's Redis, else PostgreSQL; PostgreSQL too while Redis is away. */
@Injectable()
export class SharedPaceStore implements PaceStore, OnApplicationShutdown {
  private readonly log = new Logger('pace');
  private readonly postgres: PaceStore;
  private readonly redis?: RedisPaceStore;
  private awayUntil = 0;

  constructor(database: Database, @Inject(SETTINGS) settings: Pick<Settings, 'redisUrl'>) {
    this.postgres = new PostgresPaceStore(database);
    if (settings.redisUrl) this.redis = new RedisPaceStore(settings.redisUrl);
  }

  read(name: string): ReturnType<PaceStore['read']> {
    return this.ask((store) => store.read(name));
  }

  swap(name: string, expected: string, text: string): Promise<boolean> {
    return this.ask((store) => store.swap(name, expected, text));
  }

  onApplicationShutdown(): void {
    this.redis?.close();
  }

  private async ask<T>(question: (store: PaceStore) => Promise<T>): Promise<T> {
    const { redis } = this;
    if (!redis || performance.now() < this.awayUntil) return question(this.postgres);
    try {
      return await question(redis);
    } catch (error) {
      this.awayUntil = performance.now() + AWAY_MS;
      this.log.warn(`Redis does not answer, PostgreSQL keeps the pace: ${(error as Error).message}`);
      return question(this.postgres);
    }
  }
}
