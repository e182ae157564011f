import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { notAllowed } from '../modules/access/index.js';

/**
 * Refuses what another site made a browser send, for every request that changes something. What browsers say of it is believed
 * in both ways they say it: `Sec-Fetch-Site` where they send it, and `Origin`, which older ones send alone. Programs (the
 * messengers' servers, a mailbox's unsubscribe button) say neither. The cookies are SameSite=Lax besides.
 */
export function refuseOtherSites(app: NestFastifyApplication, publicUrl: string | undefined): void {
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', async ({ method, headers, host }) => {
      if (method === 'GET' || method === 'HEAD') return;
      const said = { site: headers['sec-fetch-site'], origin: headers.origin };
      if (!isSameSite(said, { host, publicUrl })) throw notAllowed();
    });
}

/** Whether a browser that said so of a request was on our own pages, which are at `publicUrl` and where the request went to. */
export function isSameSite(
  said: { site?: string | string[]; origin?: string },
  we: { host: string; publicUrl?: string },
): boolean {
  const { site, origin } = said;
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
  if (origin === undefined) return true;
  if (!URL.canParse(origin)) return false;
  const from = new URL(origin);
  return from.host === we.host || (we.publicUrl !== undefined && from.origin === new URL(we.publicUrl).origin);
}
