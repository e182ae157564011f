import { z } from 'zod';
import type { DeliveryService } from '../modules/channels/index.js';
import { defineJob } from './job.js';

/** Sends what is due; rings when rows were written, and every few seconds for those whose time has come. */
export const deliverOutbox = (delivery: DeliveryService) =>
  defineJob({
    name: 'deliver-outbox',
    data: z.object({}),
    attempts: 3,
    timeoutMs: 10 * 60_000,
    every: { everyMs: 15_000 },
    run: async () => ({ ...(await delivery.deliverDue()) }),
  });
