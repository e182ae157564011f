import type { TelegramChat, TelegramMessage, TelegramUser } from '@gramio/types';
import { Chat, type Shown } from './chat.js';
import type { Updates } from './updates.js';

/** What people and groups share of the server they are on. */
export interface World {
  readonly updates: Updates;
  readonly bot: TelegramUser;
  readonly chats: Map<number, Chat>;
  /** Callback queries by id: whose, when, and whether the bot answered. */
  readonly taps: Map<string, { at: number; by: number; answered?: string }>;
  /** What people sent, by file id. */
  readonly files: Map<string, Uint8Array>;
  now(): number;
}

export type Kind = 'photo' | 'sticker' | 'voice' | 'document' | 'location' | 'contact';

const file = (name: string) => ({ file_id: name, file_unique_id: name, file_size: 1000 });
const THINGS: Record<Kind, Partial<TelegramMessage>> = {
  photo: { photo: [{ ...file('photo'), width: 90, height: 60 }], caption: 'ảnh' },
  sticker: {
    sticker: { ...file('sticker'), type: 'regular', width: 512, height: 512, is_animated: false, is_video: false },
  },
  voice: { voice: { ...file('voice'), duration: 2 } },
  document: { document: { ...file('document'), file_name: 'so-lieu.xlsx' } },
  location: { location: { latitude: 21.02, longitude: 105.85 } },
  contact: { contact: { phone_number: '+84900000000', first_name: 'Lan' } },
};

/** A person with the messenger in hand. Whatever they do becomes an update; each act gives its update's id. */
export class Person {
  readonly chat: Chat;
  private readonly user: TelegramUser;
  private last?: TelegramMessage;

  constructor(
    private readonly world: World,
    readonly id: number,
    name: string,
  ) {
    this.user = { id, is_bot: false, first_name: name, language_code: 'vi' };
    this.chat = new Chat({ id, type: 'private', first_name: name });
  }

  /** Types something: in the private chat, which that opens for the bot, or in a group. */
  says(text: string, where: Chat = this.open()): number {
    const command = /^\/\w+(@\w+)?/.exec(text)?.[0];
    const entities = command ? [{ type: 'bot_command' as const, offset: 0, length: command.length }] : undefined;
    return this.send({ text, ...(entities ? { entities } : {}) }, where);
  }

  /** Sends something that is not text. */
  sends(kind: Kind, where: Chat = this.open()): number {
    return this.send(THINGS[kind], where);
  }

  /** Sends a document with this content. */
  sendsDocument(name: string, content: Uint8Array, caption?: string, where: Chat = this.open()): number {
    const id = `file-${this.world.files.size + 1}`;
    this.world.files.set(id, content);
    const document = { file_id: id, file_unique_id: id, file_name: name, file_size: content.length };
    return this.send({ document, ...(caption === undefined ? {} : { caption }) }, where);
  }

  /** Shares a card out of the address book; that of the own account, or somebody's. */
  sharesContact(phone: string, { of = this.id, where = this.open() }: { of?: number; where?: Chat } = {}): number {
    return this.send({ contact: { phone_number: phone, first_name: 'Lan', user_id: of } }, where);
  }

  /** Changes the text last said. */
  edits(text: string): number {
    if (!this.last) throw new Error(`${this.user.first_name} has said nothing yet`);
    this.last = { ...this.last, text, edit_date: this.world.now() };
    return this.world.updates.add('edited_message', this.last);
  }

  /** Taps the newest button so labelled, or that of an older message. */
  taps(label: string, { message, where = this.chat }: { message?: number; where?: Chat } = {}): number {
    const { message: shown, data } = where.button(label, message);
    const id = String(this.world.taps.size + 1);
    this.world.taps.set(id, { at: this.world.now(), by: this.id });
    return this.world.updates.add('callback_query', {
      id,
      from: this.user,
      chat_instance: String(where.info.id),
      message: where.described(shown, this.world.bot),
      data,
    });
  }

  /** Blocks the bot. */
  blocks(): number {
    this.chat.close('bot was blocked by the user');
    return this.membership('member', 'kicked');
  }

  unblocks(): number {
    this.chat.close(undefined);
    return this.membership('kicked', 'member');
  }

  /** Deletes the account; nobody tells the bot. */
  deactivates(): void {
    this.chat.close('user is deactivated');
  }

  /** The account is back, and its chats with it. */
  returns(): void {
    this.chat.close(undefined);
  }

  /** What the bot wrote in the private chat, oldest first. */
  inbox(): Shown[] {
    return this.chat.shown;
  }

  /** How many taps still show a spinner: the bot did not answer them. */
  spinners(): number {
    return [...this.world.taps.values()].filter((tap) => tap.by === this.id && tap.answered === undefined).length;
  }

  private open(): Chat {
    this.world.chats.set(this.id, this.chat);
    return this.chat;
  }

  private send(what: Partial<TelegramMessage>, where: Chat): number {
    const base = { message_id: where.number(), from: this.user, chat: where.info, date: this.world.now() };
    this.last = { ...base, ...what };
    return this.world.updates.add('message', this.last);
  }

  private membership(before: 'member' | 'kicked', after: 'member' | 'kicked'): number {
    return this.world.updates.add('my_chat_member', membership(this.world, this.chat.info, this.user, before, after));
  }
}

/** A group with the bot in it. */
export class Group {
  private current: Chat;

  constructor(
    private readonly world: World,
    id: number,
    title: string,
  ) {
    this.current = this.enter({ id, type: 'group', title });
  }

  get chat(): Chat {
    return this.current;
  }

  /** Becomes a supergroup with another id; the old one refuses and names the new one. */
  becomes(id: number): void {
    this.current.moveTo(id);
    this.current = this.enter({ ...this.current.info, id, type: 'supergroup' });
  }

  /** Removes the bot. */
  removesBot(by: Person): number {
    this.current.close('bot was kicked from the group chat');
    const who: TelegramUser = { id: by.id, is_bot: false, first_name: 'quản trị' };
    return this.world.updates.add('my_chat_member', membership(this.world, this.current.info, who, 'member', 'kicked'));
  }

  inbox(): Shown[] {
    return this.current.shown;
  }

  private enter(info: TelegramChat): Chat {
    const chat = new Chat(info);
    this.world.chats.set(info.id, chat);
    return chat;
  }
}

function membership(
  world: World,
  chat: TelegramChat,
  from: TelegramUser,
  before: 'member' | 'kicked',
  after: 'member' | 'kicked',
) {
  const state = (status: 'member' | 'kicked') =>
    status === 'kicked' ? { status, user: world.bot, until_date: 0 } : { status, user: world.bot };
  return { chat, from, date: world.now(), old_chat_member: state(before), new_chat_member: state(after) };
}
