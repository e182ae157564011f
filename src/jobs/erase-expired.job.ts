import { z } from 'zod';
import type { RetentionService } from '../modules/people/index.js';
import { defineJob } from './job.js';

/** Every night: erases what of people's data is past the period for which the profile keeps it. */
export const eraseExpired = (retention: RetentionService, timeZone: string) =>
  defineJob({
    name: 'erase-expired',
    data: z.object({}),
    attempts: 3,
    timeoutMs: 30 * 60_000,
    every: { cron: '0 40 2 * * *', timeZone },
    run: () => retention.eraseExpired(),
  });
