import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { problem, type Takes } from '../modules/shared/index.js';

const notKeepable = problem('request.not-keepable', 400);

/**
 * Refuses texts that no database keeps (the character 0, halves of surrogate pairs) wherever they stand in a request, so that
 * no handler has to think of them. Chats and webhooks clean what they are sent instead: nobody there could correct it.
 */
export function refuseUnkeepableTexts(app: NestFastifyApplication): void {
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('preValidation', async ({ params, query, body, routeOptions }) => {
      const cleans = (routeOptions.config as Takes).cleansTexts === true;
      if (!isKeepable(params) || (!cleans && !(isKeepable(query) && isKeepable(body)))) throw notKeepable();
    });
}

/** Whether every text in `value`, keys among them, can be kept. Files are looked at by whoever reads them. */
export function isKeepable(value: unknown): boolean {
  // By hand and not by recursion: how deep it is nested is up to whoever sent it.
  const open = [value];
  while (open.length > 0) {
    const one = open.pop();
    if (typeof one === 'string') {
      if (one.includes('\0') || !one.isWellFormed()) return false;
    } else if (typeof one === 'object' && one !== null && !Buffer.isBuffer(one)) {
      for (const [key, inside] of Object.entries(one)) open.push(key, inside);
    }
  }
  return true;
}
