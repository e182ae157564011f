import { z } from 'zod';
import type { SendOutcome } from '../../outbox/index.js';
import { type Answer, NotSent } from '../one-attempt.js';

/** How long to wait, at most where Zalo was not reached, where it asks for patience without saying how long, and where it refuses the bot itself. */
const SOON = 30;
const BOT_REFUSED = 300;

/** The shape of every answer: `ok` decides, not the HTTP status. */
export const Envelope = z.object({
  ok: z.boolean(),
  result: z
    .looseObject({ message_id: z.string().optional().catch(undefined) })
    .optional()
    .catch(undefined),
  error_code: z.number().optional().catch(undefined),
  description: z.string().optional().catch(undefined),
});
export type Envelope = z.infer<typeof Envelope>;

/** What an attempt that got no answer means: only where no connection stood it is surely not accepted. */
export function outcomeOfFailure(error: unknown): SendOutcome {
  if (error instanceof NotSent) return { outcome: 'unreached', mostSeconds: SOON };
  return { outcome: 'unknown', detail: error instanceof Error ? error.message : 'the request failed' };
}

/** What Zalo's answer means; a code in the envelope goes before that of HTTP. */
export function outcomeOfAnswer(
  envelope: Envelope | undefined,
  { status, retryAfter }: Pick<Answer, 'status' | 'retryAfter'>,
): SendOutcome {
  if (!envelope) {
    // Somebody else answered, a gateway or a wrong address: refused it was not accepted, else nobody knows.
    return status >= 400 && status < 500
      ? { outcome: 'retry', afterSeconds: BOT_REFUSED, scope: 'global' }
      : { outcome: 'unknown', detail: `HTTP ${status}, not an answer of the Bot API` };
  }
  if (envelope.ok) return { outcome: 'sent', providerId: envelope.result?.message_id };
  const code = envelope.error_code ?? status;
  const detail = `${code} ${envelope.description ?? ''}`.trim();
  switch (code) {
    // The token is wrong or revoked: the installation's fault, so the messages wait until it is put right.
    case 401:
      return { outcome: 'retry', afterSeconds: BOT_REFUSED, scope: 'global' };
    // Blocked, never written to the bot, or too long ago: nobody is there for this bot.
    case 403:
    case 404:
      return { outcome: 'unreachable', why: detail };
    case 429:
      return { outcome: 'retry', afterSeconds: retryAfter ?? SOON, scope: 'global' };
    // It took too long inside Zalo: it may have arrived.
    case 408:
      return { outcome: 'unknown', detail };
    default:
      return code >= 500 ? { outcome: 'unknown', detail } : { outcome: 'rejected', detail };
  }
}
