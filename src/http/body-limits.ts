import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { SESSION_COOKIE, SessionsService, signInNeeded } from '../modules/access/index.js';
import { chatOf } from '../modules/channels/index.js';
import { type BodyKind, Problem, type Takes } from '../modules/shared/index.js';
import { ContactsService } from '../modules/units/index.js';
import { drain } from './drain.js';

const KIB = 1024;
/** The most bytes that each kind of route takes as its body. */
const MOST: Record<BodyKind, number> = { json: 2 * 1024 * KIB, file: 20 * 1024 * KIB, updates: 256 * KIB };
/** The most that anybody may send who is not known: a sign-in, a line of chat. */
const MOST_OF_STRANGERS = 64 * KIB;

/**
 * Bounds what is read into memory, before it is read: each route by its kind, and whoever is not known to little on all of
 * them. Whoever sends too much is told so in a sentence.
 */
export function limitBodies(app: NestFastifyApplication): void {
  const fastify = app.getHttpAdapter().getInstance();
  fastify.addHook('onRoute', (route) => {
    // A file that the page serves, or the page itself, says nothing and takes nothing.
    route.bodyLimit ??= MOST[kindOf(route.config)];
  });
  fastify.addHook('onRequest', async (request) => {
    const bytes = announced(request);
    if (bytes <= MOST_OF_STRANGERS) return;
    const kind = kindOf(request.routeOptions.config);
    if (kind !== 'updates' && !(await isKnown(app, request))) {
      await drain(request.raw);
      throw kind === 'file' ? signInNeeded() : tooLarge(MOST_OF_STRANGERS);
    }
    // Sent in pieces without a length: the parser counts and stops.
    if (bytes === Infinity || bytes <= MOST[kind]) return;
    await drain(request.raw);
    throw tooLarge(MOST[kind]);
  });
}

/** @param most bytes */
export const tooLarge = (most: number): Problem =>
  new Problem('request.too-large', 413, {
    most: most < 1024 * KIB ? `${Math.floor(most / KIB)} KB` : `${Math.floor(most / KIB / KIB)} MB`,
  });

const kindOf = (config: unknown): BodyKind => (config as Takes | undefined)?.body ?? 'json';

/** How many bytes the request says that follow; without a length nobody knows. */
function announced({ headers }: FastifyRequest): number {
  if (headers['transfer-encoding'] !== undefined) return Infinity;
  return Number(headers['content-length'] ?? 0);
}

/** Somebody is signed in, or the chat is somebody's. */
async function isKnown(app: NestFastifyApplication, request: FastifyRequest): Promise<boolean> {
  const sessions = app.get(SessionsService, { strict: false });
  if (await sessions.person(request.cookies[SESSION_COOKIE])) return true;
  const chat = chatOf(request);
  return chat !== undefined && (await app.get(ContactsService, { strict: false }).owner('webchat', chat)) !== undefined;
}
