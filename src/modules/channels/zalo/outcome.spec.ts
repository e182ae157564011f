import { describe, expect, it } from '@jest/globals';
import { NotSent } from '../one-attempt.js';
import { outcomeOfAnswer, outcomeOfFailure } from './outcome.js';

const refused = (error_code: number, retryAfter?: number) =>
  outcomeOfAnswer({ ok: false, error_code, description: 'x' }, { status: 200, retryAfter });

describe('what became of one attempt to send by Zalo', () => {
  it('is sent where the envelope says so, with the id of the message', () => {
    const envelope = { ok: true, result: { message_id: 'm1' } };
    expect(outcomeOfAnswer(envelope, { status: 200, retryAfter: undefined })).toEqual({
      outcome: 'sent',
      providerId: 'm1',
    });
  });

  it('is rejected where the message itself is refused', () => {
    expect(refused(400)).toEqual({ outcome: 'rejected', detail: '400 x' });
  });

  it('is retry where the bot itself is refused: the messages wait until its token is put right', () => {
    expect(refused(401)).toMatchObject({ outcome: 'retry', scope: 'global' });
  });

  it.each([403, 404])('is unreachable where nobody is there for this bot: %i', (code) => {
    expect(refused(code)).toEqual({ outcome: 'unreachable', why: `${code} x` });
  });

  it('is retry after 429, in the seconds asked for or half a minute', () => {
    expect(refused(429, 7)).toEqual({ outcome: 'retry', afterSeconds: 7, scope: 'global' });
    expect(refused(429)).toEqual({ outcome: 'retry', afterSeconds: 30, scope: 'global' });
  });

  it.each([408, 500, 503])('is unknown where it went wrong inside Zalo: %i', (code) => {
    expect(refused(code)).toEqual({ outcome: 'unknown', detail: `${code} x` });
  });

  it('takes the code of HTTP where the envelope names none', () => {
    expect(outcomeOfAnswer({ ok: false }, { status: 403, retryAfter: undefined })).toMatchObject({
      outcome: 'unreachable',
    });
  });

  it('is retry where somebody else refused, unknown where somebody else failed', () => {
    expect(outcomeOfAnswer(undefined, { status: 404, retryAfter: undefined })).toMatchObject({ outcome: 'retry' });
    expect(outcomeOfAnswer(undefined, { status: 502, retryAfter: undefined })).toMatchObject({ outcome: 'unknown' });
  });

  it('is retry where no connection stood, unknown where it broke later', () => {
    expect(outcomeOfFailure(new NotSent('x'))).toEqual({ outcome: 'unreached', mostSeconds: 30 });
    expect(outcomeOfFailure(new Error('socket hang up'))).toEqual({ outcome: 'unknown', detail: 'socket hang up' });
    expect(outcomeOfFailure('odd')).toMatchObject({ outcome: 'unknown' });
  });
});
