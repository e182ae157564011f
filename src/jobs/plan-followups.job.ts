import { z } from 'zod';
import type { FollowupsService } from '../modules/followups/index.js';
import { defineJob } from './job.js';

/** Plans today's notices; planning again adds only what is new. */
export const planFollowups = (followups: FollowupsService, timeZone: string) =>
  defineJob({
    name: 'plan-followups',
    data: z.object({}),
    attempts: 3,
    timeoutMs: 5 * 60_000,
    every: { cron: '0 */5 * * * *', timeZone },
    run: async () => ({ ...(await followups.planToday()) }),
  });
