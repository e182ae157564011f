import { keyboardOf } from './keyboard.js';
import type { Limits } from './limits.js';
import type { World } from './people.js';
import { badRequest, Refusal } from './refusal.js';
import { visibleText } from './visible-text.js';

/** How long the bot may answer a tap. */
const TAP_SECONDS = 150;

/** The longest file that a bot may download, in bytes. */
const MOST_DOWNLOAD = 20 * 1024 * 1024;

type Params = Record<string, unknown>;
type Method = (params: Params, gone: AbortSignal) => unknown;

/** The Bot API as far as the product uses it, by method; parameters have passed their shape. */
export function methodsOf(world: World, limits: Limits | undefined): Record<string, Method> {
  const { updates, bot, chats, taps } = world;
  let commands: unknown = [];

  const chatOf = (params: Params, writes = true) => {
    const given = params.chat_id;
    if (given === '') throw badRequest('chat_id is empty');
    const chat = chats.get(Number(given));
    if (!chat) throw badRequest('chat not found');
    chat.mustBeOpen();
    if (writes) limits?.pass(chat.info.id);
    return chat;
  };
  const textOf = (params: Params) => visibleText(String(params.text), params.parse_mode as string | undefined);

  return {
    getMe: () => ({
      ...bot,
      can_join_groups: true,
      can_read_all_group_messages: false,
      supports_inline_queries: false,
      can_connect_to_business: false,
      has_main_web_app: false,
    }),
    sendMessage(params) {
      // The content is read before the chat is written to: a refused message counts against no limit.
      const text = textOf(params);
      const keyboard = keyboardOf(params.reply_markup);
      const chat = chatOf(params);
      return chat.described(chat.show(text, keyboard, world.now()), bot);
    },
    sendDocument(params) {
      const { document } = params as { document: File | string };
      if (typeof document === 'string') throw badRequest('wrong file identifier/HTTP URL specified');
      if (document.size === 0) throw badRequest('file must be non-empty');
      const keyboard = keyboardOf(params.reply_markup);
      const caption = params.caption
        ? visibleText(String(params.caption), params.parse_mode as string | undefined)
        : '';
      if (caption.length > 1024) throw badRequest('message caption is too long');
      const chat = chatOf(params);
      const shown = chat.show(caption, keyboard, world.now(), { name: document.name, bytes: document.size });
      return chat.described(shown, bot);
    },
    editMessageText(params) {
      if (params.message_id === undefined) throw badRequest('message identifier is not specified');
      const text = textOf(params);
      const keyboard = keyboardOf(params.reply_markup);
      const chat = chatOf(params);
      return { ...chat.described(chat.edit(Number(params.message_id), text, keyboard), bot), edit_date: world.now() };
    },
    answerCallbackQuery(params) {
      const tap = taps.get(String(params.callback_query_id));
      if (!tap || world.now() - tap.at > TAP_SECONDS) {
        throw badRequest('query is too old and response timeout expired or query ID is invalid');
      }
      if (String(params.text ?? '').length > 200) throw badRequest('MESSAGE_TOO_LONG');
      tap.answered = String(params.text ?? '');
      return true;
    },
    sendChatAction(params) {
      chatOf(params, false);
      return true;
    },
    getFile(params) {
      const id = String(params.file_id);
      const content = world.files.get(id);
      if (!content) throw badRequest('wrong file_id or the file is temporarily unavailable');
      if (content.length > MOST_DOWNLOAD) throw badRequest('file is too big');
      return { file_id: id, file_unique_id: id, file_size: content.length, file_path: `documents/${id}` };
    },
    async getUpdates(params, gone) {
      updates.allow(params.allowed_updates as string[] | undefined);
      const limit = Math.min(Math.max(Number(params.limit ?? 100), 1), 100);
      return updates.poll(Number(params.offset ?? 0), limit, Number(params.timeout ?? 0), gone);
    },
    setWebhook(params) {
      const { url, secret_token, allowed_updates, drop_pending_updates } = params as {
        url: string;
        secret_token?: string;
        allowed_updates?: string[];
        drop_pending_updates?: boolean;
      };
      if (url !== '') mustBeSafe(url);
      if ((secret_token ?? '').length > 256) throw badRequest('secret token is too long');
      if (!/^[\w-]*$/.test(secret_token ?? '')) throw badRequest('secret token contains unallowed characters');
      const hook = { url, secret_token, max_connections: Number(params.max_connections ?? 40) };
      updates.setWebhook(url === '' ? undefined : hook, allowed_updates, drop_pending_updates);
      return true;
    },
    deleteWebhook(params) {
      updates.setWebhook(undefined, undefined, params.drop_pending_updates as boolean | undefined);
      return true;
    },
    getWebhookInfo: () => ({
      url: updates.webhook?.url ?? '',
      has_custom_certificate: false,
      pending_update_count: updates.pending,
      ...(updates.webhook ? { max_connections: updates.webhook.max_connections } : {}),
      ...updates.lastError,
    }),
    setMyCommands(params) {
      const given = params.commands as { command: string; description: string }[];
      const language = params.language_code as string | undefined;
      if (language !== undefined && !/^[a-z]{2}$/.test(language)) throw badRequest('BOT_COMMAND_LANGUAGE_INVALID');
      if (given.length > 100) throw badRequest('BOT_COMMANDS_TOO_MUCH');
      for (const { command, description } of given) {
        if (!/^[a-z0-9_]{1,32}$/.test(command)) throw badRequest('BOT_COMMAND_INVALID');
        if (description.trim() === '' || description.length > 256) throw badRequest('BOT_COMMAND_DESCRIPTION_INVALID');
      }
      commands = given;
      return true;
    },
    getMyCommands: () => commands,
  };
}

/** Telegram calls https only; a Bot API server of one's own also calls its own machine by http. */
function mustBeSafe(url: string): void {
  const { protocol, hostname } = URL.parse(url) ?? {};
  const own = protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(hostname ?? '');
  if (protocol !== 'https:' && !own) throw badRequest('bad webhook: An HTTPS URL must be provided for webhook');
}

export const noSuchMethod = (): Refusal => new Refusal(404, 'Not Found: method not found');
