import type { Incoming } from '../conversations/index.js';

/** What a typed text is: `/start` with what was sent along, else the text as it stands. */
export function contentOfText(text: string): Incoming['content'] {
  const start = /^\/start(?:\s+(\S+))?\s*$/i.exec(text);
  return start ? { type: 'start', payload: start[1] ?? '' } : { type: 'text', text };
}
