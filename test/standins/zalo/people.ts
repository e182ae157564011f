/** One event, as the webhook is told it under `result`. */
export interface Event {
  event_name: string;
  message: { message_id: string } & Record<string, unknown>;
}

export interface ZaloChat {
  /** What the bot wrote, oldest first. */
  seen: string[];
  blocked: boolean;
}

/** What people share of the server they are on. */
export interface World {
  readonly chats: Map<string, ZaloChat>;
  /** Pictures by the path of their address. */
  readonly pictures: Map<string, Uint8Array>;
  emit(event: Event): void;
  root(): string;
  /** Milliseconds since 1970. */
  now(): number;
}

let events = 0;

/** A person with Zalo in hand. Each act gives the id of its message. */
export class ZaloPerson {
  private readonly chat: ZaloChat = { seen: [], blocked: false };

  constructor(
    private readonly world: World,
    readonly id: string,
  ) {}

  says(text: string, group?: string): string {
    return this.emit('text', { text }, group);
  }

  sendsPicture(content: Uint8Array, caption?: string): string {
    const path = `/pictures/${this.world.pictures.size + 1}.jpg`;
    this.world.pictures.set(path, content);
    return this.emit('image', { photo: `${this.world.root()}${path}`, ...(caption === undefined ? {} : { caption }) });
  }

  sendsSticker(): string {
    return this.emit('sticker', { sticker: 'bfe458bf64fa8da4d4eb', url: 'https://stickers.example/x' });
  }

  /** Says something that Zalo withholds: the person is under its protection. */
  saysWithheld(): string {
    return this.emit('unsupported', {});
  }

  /** Blocks the bot; nobody tells it. */
  blocks(): void {
    this.chat.blocked = true;
  }

  inbox(): readonly string[] {
    return this.chat.seen;
  }

  private emit(kind: string, what: object, group?: string): string {
    const where = group ?? this.id;
    if (!this.world.chats.has(where)) {
      this.world.chats.set(where, group === undefined ? this.chat : { seen: [], blocked: false });
    }
    const message_id = `in-${(events += 1)}`;
    this.world.emit({
      event_name: `message.${kind}.received`,
      message: {
        message_id,
        date: this.world.now(),
        from: { id: this.id, display_name: `Người ${this.id}`, is_bot: false },
        chat: { id: where, chat_type: group === undefined ? 'PRIVATE' : 'GROUP' },
        ...what,
      },
    });
    return message_id;
  }
}
