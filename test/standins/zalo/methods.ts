import { z } from 'zod';
import type { World } from './people.js';
import { Refusal } from './refusal.js';

const Nothing = z.strictObject({});
const shapes = {
  getMe: Nothing,
  getWebhookInfo: Nothing,
  deleteWebhook: Nothing,
  setWebhook: z.strictObject({ url: z.url(), secret_token: z.string().min(8).max(256) }),
  sendMessage: z.strictObject({ chat_id: z.string().min(1), text: z.string().min(1).max(2000) }),
  sendChatAction: z.strictObject({ chat_id: z.string().min(1), action: z.literal('typing') }),
};
type Method = keyof typeof shapes;
type Webhook = z.infer<typeof shapes.setWebhook>;

/** The Bot API as far as the product uses it, with the shapes of the documents. */
export function methodsOf(world: World) {
  let hook: Webhook | undefined;
  const info = () => ({ url: hook?.url ?? '', updated_at: Date.now() });
  const chatOf = (id: string) => {
    const chat = world.chats.get(id);
    if (!chat) throw new Refusal(404, 'Not Found: the chat does not exist');
    if (chat.blocked) throw new Refusal(403, 'Forbidden: the user does not receive messages of the bot');
    return chat;
  };
  const act: { [M in Method]: (params: z.infer<(typeof shapes)[M]>) => unknown } = {
    getMe: () => ({ id: '4207', account_name: 'bot.nhip', account_type: 'BASIC', can_join_groups: false }),
    getWebhookInfo: info,
    deleteWebhook() {
      hook = undefined;
      return info();
    },
    setWebhook(given) {
      const { protocol, hostname } = new URL(given.url);
      // Zalo calls https only; the tests' own machine is called by http.
      if (protocol !== 'https:' && hostname !== '127.0.0.1') throw new Refusal(400, 'Bad Request: https is needed');
      hook = given;
      return info();
    },
    sendMessage({ chat_id, text }) {
      const chat = chatOf(chat_id);
      if (text.trim() === '') throw new Refusal(400, 'Bad Request: text is empty');
      chat.seen.push(text);
      return { message_id: `out-${chat_id}-${chat.seen.length}`, date: Date.now() };
    },
    sendChatAction({ chat_id }) {
      chatOf(chat_id);
      return true;
    },
  };
  return {
    webhook: () => hook,
    has: (method: string): method is Method => Object.hasOwn(shapes, method),
    /** Does what was asked; throws what Zalo refuses. */
    call(method: string, params: unknown): unknown {
      const parsed = shapes[method as Method].safeParse(params);
      if (!parsed.success) throw new Refusal(400, `Bad Request: ${z.prettifyError(parsed.error)}`);
      return (act[method as Method] as (params: unknown) => unknown)(parsed.data);
    },
  };
}
