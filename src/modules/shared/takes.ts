import { RouteConfig } from '@nestjs/platform-fastify';

/**
 * What a route takes as its body:
 * - `json` (every route that says nothing): what a form or a list needs, from whoever is signed in;
 * - `file`: a workbook or another file, or lists as large as one, from whoever is signed in or at a chat that is somebody's;
 * - `updates`: what a messenger delivers, from whoever knows the secret of the webhook.
 */
export type BodyKind = 'json' | 'file' | 'updates';

export interface Takes {
  body?: BodyKind;
  /** The route takes characters that no database keeps out of texts by itself; elsewhere they are refused. */
  cleansTexts?: boolean;
}

/** Says on a handler what its route takes beyond the usual; read where requests come in (src/http). */
export const Takes = (takes: Takes) => RouteConfig(takes);
