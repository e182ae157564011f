import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { checkShape } from './request-shapes.js';

const committed: unknown = JSON.parse(readFileSync(new URL('./schemas/requests.json', import.meta.url), 'utf8'));

describe('the shapes of requests', () => {
  it('are those of the installed @gramio/types (else run scripts/telegram-schemas.mjs)', async () => {
    const script = '../../../scripts/telegram-schemas.mjs';
    const { telegramSchemas } = (await import(script)) as { telegramSchemas: () => unknown };
    expect(telegramSchemas()).toEqual(committed);
  });

  it('take a message with buttons', () => {
    const reply_markup = { inline_keyboard: [[{ text: 'Có', callback_data: 'a' }]] };
    expect(() => checkShape('sendMessage', { chat_id: 1, text: 'a', reply_markup }, 'json')).not.toThrow();
  });

  it.each([
    ['a text that is a number', 'sendMessage', { chat_id: 1, text: 5 }, '/text must be string'],
    ['a missing text', 'sendMessage', { chat_id: 1 }, "required property 'text'"],
    ['a parameter that does not exist', 'sendMessage', { chat_id: 1, text: 'a', buttons: [] }, '(buttons)'],
    [
      'a keyboard of one row',
      'sendMessage',
      { chat_id: 1, text: 'a', reply_markup: { inline_keyboard: [{}] } },
      'array',
    ],
    ['an unknown kind of update', 'getUpdates', { allowed_updates: ['text'] }, 'allowed values'],
    ['a tap without its id', 'answerCallbackQuery', {}, "'callback_query_id'"],
  ])('refuse %s', (_, method, params, reason) => {
    expect(() => checkShape(method, params, 'json')).toThrow(reason);
  });
});
