import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { RateLimit, tooManyTries } from '../../access/index.js';
import { ConversationsService, MOST_FILE_BYTES } from '../../conversations/index.js';
import { Database } from '../../database/index.js';
import { Attachments } from '../../outbox/index.js';
import { CLOCK, problem, Takes, type Clock } from '../../shared/index.js';
import { ContactsService } from '../../units/index.js';
import { attachmentGone, sendFile } from '../attachments.controller.js';
import { keepable } from '../keepable.js';
import { chatNotOpen, chatOf } from './chat-cookie.js';
import { LinesService } from './lines.service.js';
import { SentFilesService } from './sent-files.service.js';
import { Key, WebChatChannel } from './webchat.channel.js';

const fileRefused = problem<{ most: number }>('chat.file-refused', 422);
const notLinked = problem('chat.not-linked', 409);

const Sent = z.object({ key: Key, name: z.string().min(1).max(200) });
const Line = z.object({ line: z.coerce.number().int().min(1) });

/** Files of the web chat: those that the person sends (`application/octet-stream`), and those that came with a line. */
@Controller('api/chat/files')
export class ChatFilesController {
  // A file fills the database as no text does.
  private readonly limit = new RateLimit(10);

  constructor(
    private readonly channel: WebChatChannel,
    private readonly lines: LinesService,
    private readonly sent: SentFilesService,
    private readonly attachments: Attachments,
    private readonly conversations: ConversationsService,
    private readonly contacts: ContactsService,
    private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Takes a file as a line of the chat; the same key twice is one line. */
  @Post()
  @Takes({ body: 'file', cleansTexts: true })
  @HttpCode(202)
  async take(
    @Req() request: FastifyRequest,
    @Query({ schema: Sent }) { key, name: given }: z.infer<typeof Sent>,
    @Body() content: unknown,
  ) {
    const address = chatOf(request);
    if (!address) throw chatNotOpen();
    // Whoever only opened a page leaves nothing on our disk.
    if (!(await this.contacts.owner(this.channel.name, address))) throw notLinked();
    if (!Buffer.isBuffer(content) || content.length === 0 || content.length > MOST_FILE_BYTES) {
      throw fileRefused({ most: MOST_FILE_BYTES / 1024 / 1024 });
    }
    const now = this.clock.now();
    if (!this.limit.allows(address, now.getTime())) throw tooManyTries();
    const name = keepable(given).normalize('NFC');
    const mediaType = 'application/octet-stream';
    const id = await this.sent.keep(address, key, { name, mediaType, content });
    const said = { key, file: { id, name, mediaType, size: content.length } };
    const line = await this.database.transaction((em) =>
      this.lines.add(
        em,
        address,
        `said/${key}`,
        'person',
        { text: '', attachment: { name, fileRef: `webchat/${id}` } },
        now,
      ),
    );
    await this.conversations.keep(this.channel.decode({ address, sentAt: now.toISOString(), said }));
    await this.conversations.takeTurns(this.channel.name, address);
    return { line };
  }

  /** The file that came with a line of this chat, made now. */
  @Get(':line')
  async give(
    @Req() request: FastifyRequest,
    @Param({ schema: Line }) { line }: z.infer<typeof Line>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const address = chatOf(request);
    const found = address && (await this.lines.at(address, line));
    const fileRef = found && found.body.attachment?.fileRef;
    if (!fileRef) throw attachmentGone();
    const file = await this.attachments.open(fileRef, await this.contacts.owner(this.channel.name, address));
    if (!file) throw attachmentGone();
    sendFile(reply, file);
  }
}
