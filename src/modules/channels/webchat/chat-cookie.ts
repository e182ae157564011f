import type { FastifyRequest } from 'fastify';
import { digest, problem } from '../../shared/index.js';

/** The cookie is the chat's address: whoever holds it is at that phone. */
export const CHAT_COOKIE = 'nhip_chat';

export const chatNotOpen = problem('chat.not-open', 409);

export const addressOf = (secret: string): string => digest(secret);

/** The address of the chat of this browser; none before it was opened. */
export function chatOf(request: FastifyRequest): string | undefined {
  const secret = request.cookies[CHAT_COOKIE];
  return secret ? addressOf(secret) : undefined;
}
