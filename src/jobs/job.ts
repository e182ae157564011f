import type { z } from 'zod';

/** How often a scheduler rings: so many milliseconds, or a cron pattern in a time zone. */
export type Every = { everyMs: number } | { cron: string; timeZone: string };

/**
 * A job as a value: its name, what data it takes, how often it is tried, how long it may run and what it does. Data are ids
 * at most; a job may run twice or be lost without harm, because the rows in PostgreSQL say what is to be done.
 */
export interface JobDefinition<Data> {
  name: string;
  data: z.ZodType<Data>;
  attempts: number;
  timeoutMs: number;
  /** Present on jobs that ring by themselves. The scheduler's id is the job's name and must never change. */
  every?: Every;
  /**
   * Present on jobs whose next moment stands in the database: in how many milliseconds it is, undefined where none is known.
   * Every working process keeps a timer for it, and runs such a job by itself when it is woken.
   */
  nextInMs?(): Promise<number | undefined>;
  /** Gives counts, which are kept. */
  run(data: Data): Promise<object>;
}

// The registry holds jobs of different data; each checks its own before it runs.
export type AnyJob = JobDefinition<never> & { data: z.ZodType<never> };

export function defineJob<Data>(job: JobDefinition<Data>): AnyJob {
  return job as unknown as AnyJob;
}
