import { z } from 'zod';
import type { DeliveryService } from '../modules/channels/index.js';
import type { OutboxService } from '../modules/outbox/index.js';
import { defineJob } from './job.js';

/** Sends what is due: when rows were written, at the moment for which the next one was written, and every few seconds anyway. */
export const deliverOutbox = (delivery: DeliveryService, outbox: OutboxService) =>
  defineJob({
    name: 'deliver-outbox',
    data: z.object({}),
    attempts: 3,
    timeoutMs: 10 * 60_000,
    every: { everyMs: 15_000 },
    nextInMs: () => outbox.nextDueInMs(),
    run: async () => ({ ...(await delivery.deliverSoon()) }),
  });
