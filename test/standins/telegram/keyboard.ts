import type { TelegramInlineKeyboardButton } from '@gramio/types';
import { badRequest } from './refusal.js';

/** The inline keyboard of a request, checked as the server checks it; none where there is none. */
export function keyboardOf(markup: unknown): TelegramInlineKeyboardButton[][] {
  const rows = (markup as { inline_keyboard?: TelegramInlineKeyboardButton[][] } | undefined)?.inline_keyboard ?? [];
  for (const button of rows.flat()) checkButton(button);
  if (rows.flat().length > 100) throw badRequest('reply markup is too long');
  return rows.filter((row) => row.length > 0);
}

function checkButton(button: TelegramInlineKeyboardButton): void {
  const { text, callback_data: data, ...others } = button;
  if (text.trim() === '') throw badRequest('inline keyboard button text must be non-empty');
  if (data === undefined || data === '') {
    if (Object.keys(others).some((name) => name !== 'style' && name !== 'icon_custom_emoji_id')) return;
    throw badRequest("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard");
  }
  // Bytes, not characters: "ộ" takes three.
  if (Buffer.byteLength(data) > 64) throw badRequest('BUTTON_DATA_INVALID');
}
