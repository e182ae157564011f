import { z } from 'zod';
import type { ConversationsService } from '../modules/conversations/index.js';
import { defineJob } from './job.js';

/** Takes the turns that wait in the inbox: those a webhook kept and left. */
export const takeTurns = (conversations: ConversationsService) =>
  defineJob({
    name: 'take-turns',
    data: z.object({}),
    attempts: 3,
    timeoutMs: 60_000,
    run: async () => ({ taken: await conversations.takeWaiting() }),
  });
