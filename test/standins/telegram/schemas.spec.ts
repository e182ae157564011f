import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { checkShape } from './request-shapes.js';

const committed: unknown = JSON.parse(readFileSync(new URL('./schemas/requests.json', import.meta.url), 'utf8'));

describe('the shapes of requests', () => {
  it('are those of the installed @gramio/types (else run scripts/telegram-schemas.mjs)', async () => {
    const script = '../../../scripts/telegram-schemas.mjs';
    const { telegramSchemas } = (await import(script)) as { telegramSchemas: () => unknown };
    expect(telegramSchemas()).toEqual(committed);
  });

  it('are kept of every method that the adapter calls with parameters', () => {
    const folder = new URL('../../../src/modules/channels/telegram/', import.meta.url);
    const sources = readdirSync(folder)
      .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'))
      .map((file) => readFileSync(new URL(file, folder), 'utf8'));
    const called = new Set(
      sources.flatMap((text) => [...text.matchAll(/\bapi\s*\.(\w+)\(/g)].map(([, name]) => name!)),
    );
    expect([...called]).toEqual(expect.arrayContaining(['sendMessage', 'getUpdates', 'getFile', 'getMe']));
    const { methods } = committed as { methods: object };
    called.delete('getMe');
    expect([...called].filter((name) => !(name in methods))).toEqual([]);
  });

  it('refuse parameters of a method of which no shape is kept', () => {
    expect(() => checkShape('getMe', {}, 'json')).not.toThrow();
    expect(() => checkShape('getMe', { chat_id: 1 }, 'json')).toThrow('no shape of getMe is known');
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
