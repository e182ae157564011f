import type { Body, Button } from '../outbox/index.js';

/**
 * The text of `body` for a channel without buttons: what the person types instead of tapping stands below it, a line for
 * each choice that the text does not name already.
 */
export function withTypedChoices({ text, buttons = [] }: Body): string {
  const unsaid = buttons.flat().filter((button) => !says(text, button));
  return [text, ...unsaid.map(lineOf)].join('\n');
}

/** "1. Đúng" for numbered choices, the word alone where it says all, else the word and what it does. */
function lineOf({ label, typed }: Button): string {
  if (fold(typed) === fold(label)) return `• ${label}`;
  return /^\d+$/.test(typed) ? `${typed}. ${label}` : `• ${typed} – ${label}`;
}

/** A number is said where a line begins with it, a word wherever it stands for itself. */
function says(text: string, { typed }: Button): boolean {
  const word = escaped(fold(typed));
  const pattern = /^\d+$/.test(typed) ? `^\\s*${word}[.):]\\s` : `(?<![\\p{L}\\p{N}])${word}(?![\\p{L}\\p{N}])`;
  return new RegExp(pattern, 'mu').test(fold(text));
}

const fold = (text: string): string => text.normalize('NFC').toLowerCase();
const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
