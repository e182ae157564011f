import { z } from 'zod';
import type { Incoming } from '../../conversations/index.js';
import { keepable } from '../keepable.js';
import { contentOfText } from '../said.js';
import { thingIn } from './things.js';

/** The kinds of updates that are asked for; Telegram sends no others. */
export const ALLOWED_UPDATES = ['message', 'edited_message', 'callback_query', 'my_chat_member'] as const;

/** What a person can send that is not text, in the words of the Bot API (Message). */
const KINDS = [
  ...['photo', 'document', 'voice', 'sticker', 'video', 'video_note', 'audio', 'animation', 'contact', 'location'],
  ...['venue', 'poll', 'dice', 'story', 'game', 'paid_media', 'checklist', 'web_app_data', 'live_photo'],
];
/** What Telegram writes into a chat by itself: nobody waits for an answer to it. */
const SERVICE = [
  ...['new_chat_members', 'left_chat_member', 'new_chat_title', 'new_chat_photo', 'delete_chat_photo'],
  ...['group_chat_created', 'supergroup_chat_created', 'message_auto_delete_timer_changed', 'pinned_message'],
  ...['migrate_from_chat_id', 'write_access_allowed', 'chat_background_set', 'boost_added'],
];

// Seconds since 1970 that a Date can hold.
const instant = z.number().min(0).max(8e12);
const lenient = z.string().optional().catch(undefined);
const Chat = z.object({ id: z.number().int(), type: z.enum(['private', 'group', 'supergroup']) });
const From = z.object({
  id: z.number().optional().catch(undefined),
  first_name: lenient,
  last_name: lenient,
  is_bot: z.boolean().optional().catch(undefined),
});
const Message = z.looseObject({
  chat: Chat,
  date: instant,
  edit_date: instant.optional(),
  from: From.optional(),
  text: lenient,
});
const Tap = z.object({ id: z.string(), from: From, message: z.object({ chat: Chat }), data: lenient });
const Membership = z.object({
  chat: Chat,
  date: instant,
  from: From,
  new_chat_member: z.object({ status: z.string() }),
});
const part = <T extends z.ZodType>(schema: T) => schema.optional().catch(undefined);
const Update = z.object({
  update_id: z.number().int(),
  message: part(Message),
  edited_message: part(Message),
  callback_query: part(Tap),
  my_chat_member: part(Membership),
});

type Message = z.infer<typeof Message>;
type Content = Incoming['content'];

/**
 * What one update of Telegram says, for whoever reads `Incoming`; none where nobody said anything to us (service notes,
 * bots, channels). Never throws, whatever `body` is. `now` stands in for the time of a tap, which Telegram does not tell.
 */
export function decodeUpdate(channel: string, body: unknown, now: Date): Incoming[] {
  const update = Update.safeParse(body).data;
  if (!update) return [];
  const heard = (chat: z.infer<typeof Chat>, from: z.infer<typeof From> | undefined, at: Date, content: Content) => {
    const displayName = keepable([from?.first_name, from?.last_name].filter(Boolean).join(' ')) || undefined;
    return from?.is_bot
      ? []
      : [
          {
            channel,
            address: String(chat.id),
            eventId: String(update.update_id),
            sentAt: at.toISOString(),
            displayName,
            chat: chat.type === 'private' ? ('private' as const) : ('group' as const),
            content,
          },
        ];
  };
  const { message, edited_message: edited, callback_query: tap, my_chat_member: membership } = update;
  if (message) {
    const content = contentOf(message);
    return content ? heard(message.chat, message.from, seconds(message.date), content) : [];
  }
  if (edited) {
    const at = seconds(edited.edit_date ?? edited.date);
    return heard(edited.chat, edited.from, at, { type: 'unsupported', what: 'edited' });
  }
  if (tap) {
    const content: Content = tap.data
      ? { type: 'button', token: keepable(tap.data), callbackId: keepable(tap.id) }
      : { type: 'unsupported', what: 'button' };
    return heard(tap.message.chat, tap.from, now, content);
  }
  if (membership && ['kicked', 'left'].includes(membership.new_chat_member.status)) {
    // Whoever removed us from a group may be a bot: that we are gone is true all the same.
    return heard(membership.chat, { ...membership.from, is_bot: false }, seconds(membership.date), { type: 'left' });
  }
  return [];
}

function contentOf(message: Message): Content | undefined {
  // The old group says where it goes on; the new one says where it came from, which is the same.
  if (typeof message.migrate_to_chat_id === 'number') return { type: 'moved', to: String(message.migrate_to_chat_id) };
  if (message.text !== undefined) return textOf(keepable(message.text));
  const thing = thingIn(message, message.from?.id);
  if (thing) return keepableIn(thing);
  // The fields are read as own ones: "constructor" is nothing a person sends.
  const kind = KINDS.find((name) => Object.hasOwn(message, name));
  if (kind) return { type: 'unsupported', what: kind };
  return SERVICE.some((name) => Object.hasOwn(message, name)) ? undefined : { type: 'unsupported', what: 'unknown' };
}

function textOf(typed: string): Content {
  // In groups a command names its bot: "/viec@nhip_bot 2" is "/viec 2".
  const text = typed.replace(/^(\/\w{1,64})@\w{3,64}(?=\s|$)/, '$1');
  return contentOfText(text);
}

const seconds = (value: number): Date => new Date(value * 1000);

const keepableIn = (content: Content): Content =>
  Object.fromEntries(
    Object.entries(content).map(([name, value]) => [name, typeof value === 'string' ? keepable(value) : value]),
  ) as Content;
