import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import { type FetchedFile, type Incoming, MOST_FILE_BYTES } from '../../conversations/index.js';
import { Database } from '../../database/index.js';
import { type Body, OutboxService, type SendOutcome } from '../../outbox/index.js';
import { CLOCK, type Clock } from '../../shared/index.js';
import type { Capabilities, Channel, Outgoing } from '../channel.port.js';
import { keepable } from '../keepable.js';
import { contentOfText } from '../said.js';
import { LinesService } from './lines.service.js';
import { SentFilesService } from './sent-files.service.js';

export const Key = z.string().regex(/^[\w-]{8,64}$/);

export const Said = z.union([
  /** `seen`: the last line that the person had before their eyes while typing. */
  z.strictObject({ key: Key, text: z.string().min(1).max(4000), seen: z.number().int().min(0).max(1e9).optional() }),
  z.strictObject({ key: Key, token: z.string().min(1).max(64) }),
]);

/** A file that the page sent before; its content is kept by {@link SentFilesService}. */
const SentFile = z.strictObject({
  key: Key,
  file: z.strictObject({
    id: z.uuid(),
    name: z.string().min(1).max(200),
    mediaType: z.string(),
    size: z.number().int(),
  }),
});

const Wire = z.object({
  address: z.string().regex(/^[\w-]{1,100}$/),
  sentAt: z.iso.datetime(),
  said: z.union([...Said.options, SentFile]),
});

/** Our own messenger: the page at `/chat`. Its wire is a table, so a second send under one key shows nothing twice. */
@Injectable()
export class WebChatChannel implements Channel {
  readonly name = 'webchat';
  readonly capabilities: Capabilities = {
    maxText: 4000,
    buttons: true,
    edits: false,
    documents: { maxBytes: 50_000_000, maxCaption: 4000 },
    startPayload: true,
    ordered: true,
    idempotent: true,
    listens: true,
    writesFirst: true,
    keeps: true,
  };

  constructor(
    private readonly database: Database,
    private readonly lines: LinesService,
    private readonly sent: SentFilesService,
    private readonly outbox: OutboxService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** There is no webhook: what comes in passes the page's cookie. */
  authentic(): boolean {
    return false;
  }

  decode(body: unknown): Incoming[] {
    const parsed = Wire.safeParse(body);
    if (!parsed.success) return [];
    const { address, sentAt, said } = parsed.data;
    const content: Incoming['content'] =
      'token' in said
        ? { type: 'button', token: keepable(said.token) }
        : 'file' in said
          ? { type: 'file', fileId: said.file.id, ...fileOf(said.file) }
          : contentOfText(keepable(said.text));
    const seenUpTo = 'seen' in said ? said.seen : undefined;
    return [
      { channel: this.name, address, eventId: `${address}/${said.key}`, sentAt, seenUpTo, chat: 'private', content },
    ];
  }

  async acknowledge(): Promise<void> {}

  async fetchFile(fileId: string, most = MOST_FILE_BYTES): Promise<FetchedFile> {
    const found = await this.sent.find(fileId);
    if (!found) return { problem: 'gone' };
    return found.content.length > most ? { problem: 'too-large' } : { content: found.content };
  }

  async send(address: string, message: Outgoing, key: string): Promise<SendOutcome> {
    const buttons = message.buttons?.filter((row) => row.length > 0);
    const shown: Body = {
      text: message.text,
      ...(buttons && buttons.length > 0 ? { buttons } : {}),
      ...(message.oneTime && { oneTime: message.oneTime }),
      // The line names the file; it is made when whoever holds the chat asks for it.
      ...(message.attachment && { attachment: { name: message.attachment.name, fileRef: message.attachment.fileRef } }),
    };
    try {
      const line = await this.database.transaction(async (em) => {
        const added = await this.lines.add(em, address, key, 'bot', shown, this.clock.now());
        await this.outbox.arrived(em, key, { channel: this.name, address, providerId: String(added) });
        return added;
      });
      return { outcome: 'sent', providerId: String(line) };
    } catch (error) {
      return { outcome: 'unknown', detail: String(error) };
    }
  }
}

const fileOf = ({ name, mediaType, size }: z.infer<typeof SentFile>['file']) => ({
  name: keepable(name),
  mediaType: keepable(mediaType),
  size,
});
