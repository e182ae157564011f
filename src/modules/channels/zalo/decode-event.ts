import { z } from 'zod';
import type { Incoming } from '../../conversations/index.js';
import { digest } from '../../shared/index.js';
import { keepable } from '../keepable.js';
import { contentOfText } from '../said.js';

const lenient = z.string().optional().catch(undefined);
const Id = z.string().min(1).max(200);
// Milliseconds since 1970 that a Date can hold; "date" stands in the examples of the documents only.
const instant = z.number().min(0).max(8e15).optional().catch(undefined);
const Event = z.object({
  result: z.object({
    event_name: z.string(),
    message: z.object({
      message_id: lenient,
      date: instant,
      text: lenient,
      photo: lenient,
      caption: lenient,
      from: z.object({ id: Id, display_name: lenient, is_bot: z.boolean().optional().catch(undefined) }),
      chat: z.object({ id: Id, chat_type: lenient }),
    }),
  }),
});
type Message = z.infer<typeof Event>['result']['message'];

/**
 * What one call of Zalo's webhook says; none where nobody said anything to us. Never throws, whatever `body` is. `now`
 * stands in where the event does not say when.
 */
export function decodeEvent(channel: string, body: unknown, now: Date): Incoming[] {
  const event = Event.safeParse(body).data?.result;
  if (!event || event.message.from.is_bot) return [];
  const { event_name: name, message } = event;
  return [
    {
      channel,
      address: keepable(message.chat.id) || '-',
      // Without its id the event is known by what it says: the same call again is the same event.
      eventId: keepable(message.message_id ?? '') || digest(JSON.stringify(body)),
      sentAt: (message.date === undefined ? now : new Date(message.date)).toISOString(),
      displayName: keepable(message.from.display_name ?? '') || undefined,
      chat: message.chat.chat_type?.toUpperCase() === 'GROUP' ? 'group' : 'private',
      content: contentOf(name, message),
    },
  ];
}

function contentOf(name: string, { text, photo, caption }: Message): Incoming['content'] {
  if (name === 'message.text.received' && text !== undefined) return contentOfText(keepable(text));
  if (name === 'message.image.received' && photo) {
    return {
      type: 'file',
      fileId: keepable(photo),
      name: 'anh.jpg',
      mediaType: 'image/jpeg',
      ...(caption === undefined ? {} : { caption: keepable(caption) }),
    };
  }
  // Zalo withholds what people under its protection write: they have to be sent to another place.
  if (name === 'message.unsupported.received') return { type: 'unsupported', what: 'withheld' };
  return { type: 'unsupported', what: keepable(/^message\.(\w+)\.received$/.exec(name)?.[1] ?? 'unknown') };
}
