import { GrammyError, HttpError } from 'grammy';
import type { SendOutcome } from '../../outbox/index.js';
import { NotSent } from '../one-attempt.js';

/** How long to wait, at most where Telegram was not reached, and where it refuses the bot itself, in seconds. */
const UNREACHED = 15;
const BOT_REFUSED = 300;

/** Refusals that mean "nobody is there for this bot", among those which Telegram gives as 400. */
const NOBODY =
  /chat not found|user not found|peer_id_invalid|group chat was deactivated|chat was deleted|not enough rights to send|have no rights to send|chat_write_forbidden/i;

/**
 * What one failed attempt to send means. Only what Telegram surely did not accept is `retry`, or `unreached` where no connection stood; where the connection broke
 * after it stood, or Telegram failed inside, the outcome is `unknown`. `othersLimited` says whether other chats are being
 * held back too: then a 429 speaks of the whole bot.
 */
export function outcomeOf(error: unknown, othersLimited: boolean): SendOutcome {
  if (error instanceof GrammyError) return refusal(error, othersLimited);
  const cause = error instanceof HttpError ? error.error : error;
  if (cause instanceof NotSent) return { outcome: 'unreached', mostSeconds: UNREACHED };
  return { outcome: 'unknown', detail: cause instanceof Error ? cause.message : 'the request failed' };
}

function refusal({ error_code: code, description, parameters }: GrammyError, othersLimited: boolean): SendOutcome {
  const detail = `${code} ${description}`;
  if (parameters.migrate_to_chat_id !== undefined)
    return { outcome: 'moved', to: String(parameters.migrate_to_chat_id) };
  if (code === 429) {
    const afterSeconds = parameters.retry_after ?? UNREACHED;
    return { outcome: 'retry', afterSeconds, scope: othersLimited ? 'global' : 'chat' };
  }
  if (code === 403 || (code === 400 && NOBODY.test(description))) return { outcome: 'unreachable', why: description };
  // A token that is wrong or revoked is the installation's fault: the messages wait until it is put right.
  if (code === 401 || code === 404 || code === 409)
    return { outcome: 'retry', afterSeconds: BOT_REFUSED, scope: 'global' };
  return code >= 500 ? { outcome: 'unknown', detail } : { outcome: 'rejected', detail };
}
