import type { Body } from '../outbox/index.js';
import type { Capabilities } from './channel.port.js';
import { splitText } from './split-text.js';
import { withTypedChoices } from './typed-choices.js';

/** What one send carries; the file goes with the last text that fits beside it. */
export type Part = Body;

/** What is made in the place of a one-time text is at most so much longer than that. */
const ROOM = 1000;

/**
 * Cuts a message into what the channel can carry in one send each, with what is still to be said should that send fail.
 * Buttons and the file come last, where a person looks. A file that the channel does not carry must be gone before.
 */
export function cutToFit(
  body: Body,
  { maxText, buttons, documents, listens }: Capabilities,
): { part: Part; rest: Body }[] {
  const text = buttons || !listens ? body.text : withTypedChoices(body);
  const texts: string[] = splitText(text, body.oneTime ? maxText - ROOM : maxText);
  const attachment = documents ? body.attachment : undefined;
  const last = texts.at(-1);
  if (attachment && (last === undefined || (documents && last.length > documents.maxCaption))) texts.push('');
  return texts.map((piece, at) => {
    const ends = at === texts.length - 1;
    const part: Part = { text: piece };
    if (ends && buttons && body.buttons) part.buttons = body.buttons;
    if (ends && attachment) part.attachment = attachment;
    if (body.oneTime) part.oneTime = body.oneTime;
    const rest: Body = { text: texts.slice(at).filter(Boolean).join('\n') };
    if (buttons && body.buttons) rest.buttons = body.buttons;
    if (attachment) rest.attachment = attachment;
    if (body.oneTime) rest.oneTime = body.oneTime;
    return { part, rest };
  });
}
