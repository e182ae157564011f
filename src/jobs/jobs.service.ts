import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { ConnectionOptions, Job } from 'bullmq';
import { Database, run } from '../modules/database/index.js';
import { Wake } from '../modules/outbox/index.js';
import { SETTINGS, type Settings } from '../modules/settings/index.js';
import { CLOCK, type Clock } from '../modules/shared/index.js';
import { Alarm } from './alarm.js';
import type { AnyJob } from './job.js';
import { Queue, QUEUE, queueConnection, Worker } from './queue.js';

export const JOBS = Symbol('jobs');
export const DATABASE_URL = Symbol('database url');

/** Opens the queue, runs the jobs in the processes that work, and keeps the schedulers standing. */
@Injectable()
export class JobsService implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger('jobs');
  private readonly connection: ConnectionOptions;
  private readonly byName: ReadonlyMap<string, AnyJob>;
  private queue?: Queue;
  private worker?: Worker;
  private closing = false;
  private readonly alarms = new Map<string, Alarm>();
  private readonly ringing = new Map<string, 'once' | 'again'>();

  constructor(
    @Inject(JOBS) jobs: readonly AnyJob[],
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(DATABASE_URL) databaseUrl: string,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly database: Database,
    private readonly wake: Wake,
  ) {
    this.byName = new Map(jobs.map((job) => [job.name, job]));
    if (this.byName.size !== jobs.length) throw new Error('two jobs have the same name');
    this.connection = queueConnection({ databaseUrl, redisUrl: settings.redisUrl });
  }

  async onApplicationBootstrap(): Promise<void> {
    this.queue = new Queue(QUEUE, {
      connection: this.connection,
      defaultJobOptions: { removeOnComplete: true, removeOnFail: 100 },
    });
    this.queue.on('error', (error) => this.complain('queue', error));
    await this.queue.waitUntilReady();
    this.wake.on('deliver', () => this.soon('deliver-outbox'));
    this.wake.on('turns', () => this.soon('take-turns'));
    if (this.settings.role === 'web') return;
    for (const job of this.byName.values()) {
      if (!job.nextInMs) continue;
      const alarm = new Alarm(
        () => job.nextInMs!(),
        () => this.runHere(job),
      );
      this.alarms.set(job.name, alarm);
      await alarm.set();
    }
    this.worker = new Worker(QUEUE, (job) => this.work(job), { connection: this.connection, concurrency: 4 });
    this.worker.on('error', (error) => this.complain('worker', error));
    this.worker.on('failed', (job, error) => this.log.error(`job ${job?.name} failed: ${error.message}`, error.stack));
    await this.keepSchedulers();
  }

  /** Makes sure that every scheduler stands; harmless to repeat, and needed after the queue was wiped. */
  async keepSchedulers(): Promise<void> {
    for (const job of this.byName.values()) {
      if (!job.every || !this.queue) continue;
      const repeat =
        'everyMs' in job.every ? { every: job.every.everyMs } : { pattern: job.every.cron, tz: job.every.timeZone };
      await this.queue.upsertJobScheduler(job.name, repeat, {
        name: job.name,
        data: {},
        opts: { attempts: job.attempts },
      });
    }
  }

  /** There is work: a process that keeps the job's alarm begins at once, any other rings for one that works. */
  soon(name: string): void {
    const job = this.byName.get(name);
    if (job && this.alarms.has(name)) this.runHere(job);
    else this.ring(name);
  }

  /**
   * Asks for a job soon. Asks that come while one is being written are one more. The queue itself is not asked to drop
   * doubles: a job that died with its process would swallow every ask until it is known to be dead.
   */
  ring(name: string): void {
    const job = this.byName.get(name);
    const { queue } = this;
    if (!job || !queue) return;
    const writing = this.ringing.get(name);
    this.ringing.set(name, writing === undefined ? 'once' : 'again');
    if (writing !== undefined) return;
    const write = async () => {
      for (; this.ringing.get(name) !== undefined;) {
        this.ringing.set(name, 'once');
        await queue.add(name, {}, { attempts: job.attempts });
        if (this.ringing.get(name) === 'once') this.ringing.delete(name);
      }
    };
    write().catch((error: unknown) => {
      this.ringing.delete(name);
      this.complain(`could not ring ${name}`, error as Error);
    });
  }

  /** Whether the queue's store answers. */
  async answers(): Promise<boolean> {
    if (!this.queue) return false;
    await this.queue.getJobCounts('waiting');
    return true;
  }

  private async work({ name, data }: Job): Promise<object> {
    const job = this.byName.get(name);
    if (!job) throw new Error(`nobody knows the job ${name}`);
    return this.perform(job, data);
  }

  /** Without the queue. A failure is recorded; the scheduler and the sweep come anyway. */
  private runHere(job: AnyJob): void {
    this.perform(job, {}).catch((error: unknown) => {
      if (!this.closing) this.log.error(`job ${job.name} failed: ${String(error)}`, (error as Error).stack);
    });
  }

  private async perform(job: AnyJob, data: unknown): Promise<object> {
    const started = this.clock.now();
    const begun = performance.now();
    const note = async (counts: object, failure?: string) => {
      // Rings that found nothing to do are not worth a row.
      if (!failure && Object.values(counts).every((count) => count === 0)) return;
      await run(
        this.database.em,
        `insert into job_run (job, started_at, took_ms, counts, failure) values (?, ?, ?, ?::jsonb, ?)`,
        [job.name, started, Math.round(performance.now() - begun), JSON.stringify(counts), failure ?? null],
      );
    };
    try {
      const counts = await withTimeout(job.run(job.data.parse(data)), job.timeoutMs, job.name);
      await note(counts);
      return counts;
    } catch (error) {
      await note({}, String(error));
      throw error;
    } finally {
      await this.alarms.get(job.name)?.set();
    }
  }

  /** Connections that break while we close are what closing means. */
  private complain(who: string, error: Error): void {
    if (!this.closing) this.log.warn(`${who}: ${error.message}`);
  }

  /** Workers first, so that nothing new begins; then the queue. */
  async onApplicationShutdown(): Promise<void> {
    this.closing = true;
    for (const alarm of this.alarms.values()) alarm.stop();
    await this.worker?.close();
    await this.queue?.close();
  }
}

async function withTimeout<T>(work: Promise<T>, ms: number, name: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${name} took longer than ${ms} ms`)), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
