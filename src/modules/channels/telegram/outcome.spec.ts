import { describe, expect, it } from '@jest/globals';
import { GrammyError, HttpError } from 'grammy';
import { NotSent } from '../one-attempt.js';
import { outcomeOf } from './outcome.js';

const refused = (error_code: number, description: string, parameters: object = {}) =>
  outcomeOf(new GrammyError('', { ok: false, error_code, description, parameters }, 'sendMessage', {}), false);

describe('the outcome of a failed attempt', () => {
  it('is retry after 429, of the whole bot where other chats are held back too', () => {
    const parameters = { retry_after: 23 };
    expect(refused(429, 'Too Many Requests: retry after 23', parameters)).toEqual({
      outcome: 'retry',
      afterSeconds: 23,
      scope: 'chat',
    });
    const error = new GrammyError('', { ok: false, error_code: 429, description: '', parameters }, 'sendMessage', {});
    expect(outcomeOf(error, true)).toEqual({ outcome: 'retry', afterSeconds: 23, scope: 'global' });
  });

  it.each([
    [403, 'Forbidden: bot was blocked by the user'],
    [403, 'Forbidden: user is deactivated'],
    [403, 'Forbidden: bot was kicked from the group chat'],
    [400, 'Bad Request: chat not found'],
    [400, 'Bad Request: PEER_ID_INVALID'],
    [400, 'Bad Request: not enough rights to send text messages to the chat'],
  ])('is unreachable where nobody is there: %i %s', (code, why) => {
    expect(refused(code, why)).toEqual({ outcome: 'unreachable', why });
  });

  it('is moved where the group became a supergroup', () => {
    const description = 'Bad Request: group chat was upgraded to a supergroup chat';
    expect(refused(400, description, { migrate_to_chat_id: -100_123 })).toEqual({ outcome: 'moved', to: '-100123' });
  });

  it('is rejected where the message itself is refused', () => {
    const detail = '400 Bad Request: message is too long';
    expect(refused(400, 'Bad Request: message is too long')).toEqual({ outcome: 'rejected', detail });
  });

  it('is retry where the bot itself is refused: the messages wait until its token is put right', () => {
    for (const code of [401, 404]) expect(refused(code, '')).toMatchObject({ outcome: 'retry', scope: 'global' });
  });

  it('is unknown where Telegram failed inside', () => {
    expect(refused(500, 'Internal Server Error')).toEqual({ outcome: 'unknown', detail: '500 Internal Server Error' });
  });

  it('is retry where no connection stood, and unknown where it broke later', () => {
    expect(outcomeOf(new HttpError('', new NotSent('x')), false)).toEqual({ outcome: 'unreached', mostSeconds: 15 });
    expect(outcomeOf(new HttpError('', new Error('socket hang up')), false)).toEqual({
      outcome: 'unknown',
      detail: 'socket hang up',
    });
    expect(outcomeOf('odd', false)).toMatchObject({ outcome: 'unknown' });
  });
});
