import { Controller, Get, HttpStatus, Inject, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Database } from '../database/index.js';
import { WatchdogService } from '../followups/index.js';

/** Asks the queue's store whether it answers; given by whoever holds the queue. */
export const QUEUE_ANSWERS = Symbol('queue answers');
export type QueueAnswers = () => Promise<boolean>;

const PATIENCE_MS = 2000;

@Controller()
export class HealthController {
  constructor(
    private readonly database: Database,
    private readonly watchdog: WatchdogService,
    @Inject(QUEUE_ANSWERS) private readonly queueAnswers: QueueAnswers,
  ) {}

  /** The process is alive. */
  @Get('healthz')
  alive() {
    return { status: 'ok' };
  }

  /**
   * The database and the queue answer: send people here. Alarms of the watchdog are named but make nobody go elsewhere: every
   * process reads the same rows, so no other one would be better.
   */
  @Get('readyz')
  async ready(@Res({ passthrough: true }) reply: FastifyReply) {
    const [database, queue] = await Promise.all([
      answers(this.database.rows('select 1').then(() => true)),
      answers(this.queueAnswers()),
    ]);
    const ready = database && queue;
    if (!ready) void reply.status(HttpStatus.SERVICE_UNAVAILABLE);
    const alarms = database ? await this.alarms() : [];
    return { status: ready ? 'ok' : 'not ready', database, queue, alarms };
  }

  /** Causes only: this page is open to all. */
  private async alarms(): Promise<string[]> {
    const found = await this.watchdog.alarms().catch(() => []);
    return found.map(({ cause }) => cause);
  }
}

async function answers(question: Promise<boolean>): Promise<boolean> {
  const late = new Promise<boolean>((resolve) => setTimeout(() => resolve(false), PATIENCE_MS).unref());
  return Promise.race([question.catch(() => false), late]);
}
