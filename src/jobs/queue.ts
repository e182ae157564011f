import {
  createPostgresBackend,
  Queue,
  QueueEvents,
  setDefaultBackendFactory,
  Worker,
  type ConnectionOptions,
} from 'bullmq';

/** One queue is enough: a job carries next to nothing and says by its name which service it wakes. */
export const QUEUE = 'nhip';

/** Where the queue lives: Redis where `REDIS_URL` says so, else the same PostgreSQL as the rows (in a schema of its own). */
export function queueConnection(from: { databaseUrl: string; redisUrl?: string }): ConnectionOptions {
  if (from.redisUrl) {
    setDefaultBackendFactory();
    const url = new URL(from.redisUrl);
    return {
      host: url.hostname,
      port: Number(url.port || 6379),
      username: url.username || undefined,
      password: decodeURIComponent(url.password) || undefined,
      db: Number(url.pathname.slice(1) || 0),
      tls: url.protocol === 'rediss:' ? {} : undefined,
      // BullMQ's workers block on the connection and must not give up.
      maxRetriesPerRequest: null,
    };
  }
  setDefaultBackendFactory(createPostgresBackend as never);
  return { connectionString: from.databaseUrl, max: 3, migrate: true } as unknown as ConnectionOptions;
}

export { Queue, QueueEvents, Worker };
