import type { TelegramChat, TelegramInlineKeyboardButton, TelegramMessage, TelegramUser } from '@gramio/types';
import { badRequest, Refusal } from './refusal.js';

/** A message of the bot as a person sees it. */
export interface Shown {
  id: number;
  text: string;
  /** The labels under it, row by row. */
  buttons: string[][];
  /** Name and size in bytes of a file that came along. */
  document?: { name: string; bytes: number };
  /** Seconds since 1970. */
  date: number;
}

interface FromBot extends Shown {
  keyboard: TelegramInlineKeyboardButton[][];
}

/** One conversation, private or a group, as the server keeps it. */
export class Chat {
  private nextId = 1;
  private readonly fromBot: FromBot[] = [];
  /** Why the bot cannot write here, if so. */
  private closedBecause?: Refusal;

  constructor(readonly info: TelegramChat) {}

  /** Throws where the bot may not write here. */
  mustBeOpen(): void {
    if (this.closedBecause) throw this.closedBecause;
  }

  /** From now on refuses what the bot writes, with 403 and this reason; opens again without one. */
  close(reason: string | undefined): void {
    this.closedBecause = reason === undefined ? undefined : new Refusal(403, `Forbidden: ${reason}`);
  }

  moveTo(id: number): void {
    const parameters = { migrate_to_chat_id: id };
    this.closedBecause = new Refusal(400, 'Bad Request: group chat was upgraded to a supergroup chat', parameters);
  }

  /** Numbers a message of this chat. */
  number(): number {
    return this.nextId++;
  }

  show(text: string, keyboard: TelegramInlineKeyboardButton[][], date: number, document?: Shown['document']): FromBot {
    const shown = { id: this.number(), text, keyboard, buttons: labels(keyboard), date, document };
    this.fromBot.push(shown);
    return shown;
  }

  edit(id: number, text: string, keyboard: TelegramInlineKeyboardButton[][]): FromBot {
    const shown = this.fromBot.find((one) => one.id === id);
    if (!shown) throw badRequest('message to edit not found');
    if (shown.text === text && JSON.stringify(shown.keyboard) === JSON.stringify(keyboard)) {
      throw badRequest(
        'message is not modified: specified new message content and reply markup are exactly the same as a current ' +
          'content and reply markup of the message',
      );
    }
    return Object.assign(shown, { text, keyboard, buttons: labels(keyboard) });
  }

  /** What the bot wrote, oldest first. */
  get shown(): Shown[] {
    return this.fromBot.map(({ keyboard: _, ...shown }) => shown);
  }

  /** The newest message with a button so labelled (or the message `id`), and what the button sends. */
  button(label: string, id?: number): { message: FromBot; data: string } {
    const message = this.fromBot.findLast(
      (one) => (id === undefined || one.id === id) && one.buttons.flat().includes(label),
    );
    const data = message?.keyboard.flat().find((button) => button.text === label)?.callback_data;
    if (message && data !== undefined) return { message, data };
    throw new Error(
      `nobody can tap "${label}" here; there are: ${this.fromBot.flatMap((one) => one.buttons.flat()).join(', ')}`,
    );
  }

  /** How the server describes one of the bot's messages. */
  described(shown: FromBot, bot: TelegramUser): TelegramMessage {
    const { id, text, date, keyboard, document } = shown;
    const file = document && {
      file_id: `doc-${id}`,
      file_unique_id: `doc-${id}`,
      file_name: document.name,
      file_size: document.bytes,
    };
    return {
      message_id: id,
      from: bot,
      chat: this.info,
      date,
      ...(file ? { document: file, caption: text || undefined } : { text }),
      ...(keyboard.length > 0 ? { reply_markup: { inline_keyboard: keyboard } } : {}),
    };
  }
}

const labels = (keyboard: TelegramInlineKeyboardButton[][]): string[][] =>
  keyboard.map((row) => row.map(({ text }) => text));
