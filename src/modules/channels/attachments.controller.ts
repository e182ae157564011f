import { Controller, Get, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Attachment } from '../outbox/index.js';
import { problem } from '../shared/index.js';
import { AttachmentLinks } from './attachment-links.service.js';

export const attachmentGone = problem('channel.attachment-gone', 410);

/** Gives a file to whoever holds the address that stood in a message, for as long as that works. */
@Controller('api/attachments')
export class AttachmentsController {
  constructor(private readonly links: AttachmentLinks) {}

  @Get(':secret')
  async give(@Param('secret') secret: string, @Res() reply: FastifyReply): Promise<void> {
    const found = await this.links.open(secret);
    if (!found) throw attachmentGone();
    sendFile(reply, found);
  }
}

/** Answers with a file to be saved, never shown in the page's own origin. */
export function sendFile(reply: FastifyReply, { name, mediaType, content }: Attachment): void {
  void reply
    .header('content-type', mediaType)
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name.toWellFormed())}`)
    .header('cache-control', 'private, no-store')
    .send(content);
}
